"""``planner generate``: a synthetic team of any size, written as a scenario."""

from pathlib import Path

import click

STYLES = ("mixed", "investigation", "case management", "rural", "regional")


@click.command(short_help="Write a synthetic team of any size; no real person is in it.")
@click.option(
    "--children",
    type=click.IntRange(1, 5000),
    default=75,
    show_default=True,
    help="Children in the team, or in all teams.",
)
@click.option(
    "--practitioners",
    type=click.IntRange(1, 500),
    default=6,
    show_default=True,
    help="Practitioners who hold cases.",
)
@click.option(
    "--teams",
    type=click.IntRange(1, 100),
    default=1,
    show_default=True,
    help="Teams to share them out to; several make an area whose neighbours may borrow.",
)
@click.option(
    "--seed",
    type=click.IntRange(0, 2**31 - 1),
    default=1,
    show_default=True,
    help="The same seed makes the same team.",
)
@click.option(
    "--style",
    type=click.Choice(STYLES),
    default=STYLES[0],
    show_default=True,
    help="The kind of team.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="FOLDER",
    help="The scenario folder to write.",
)
def generate(
    children: int, practitioners: int, teams: int, seed: int, style: str, out: Path
) -> None:
    """Write a synthetic team to FOLDER: the same options make the same team."""
    if children < teams or practitioners < teams:
        raise click.UsageError("Each team has at least one child and one practitioner.")
    from planner.cli.layout import paragraphs
    from planner.files import write_scenario
    from planner.synthetic import Style, read_shares
    from planner.synthetic import generate as generated

    made = generated(children, practitioners, seed, teams=teams, style=Style(style))
    write_scenario(made, out)
    click.echo(f"Written: {out}", err=True)
    assumed = ", ".join(read_shares(Style(style)).assumed())
    click.echo("\n".join(paragraphs([f"Assumed, not sourced: {assumed}."], indent="")), err=True)
