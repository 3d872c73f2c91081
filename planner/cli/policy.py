"""``planner policy``: the policy as it is applied, with its sources; ``check`` tries another."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.handing_over import NOT_PROVEN, json_text
from planner.cli.options import FILE, json_option, policy_from, policy_option

if TYPE_CHECKING:
    from planner.data.policy import Policy
    from planner.data.vignette import Casebook


@click.group(
    short_help="Print the policy: tiers, points, paragraphs, sources; or check one.",
    invoke_without_command=True,
)
@policy_option
@json_option
@click.pass_context
def policy(context: click.Context, policy_file: Path | None, as_json: bool) -> None:
    """Print the policy that plans are made with, and what is not modelled and why.

    `planner policy check FILE` says which of the small named cases that the
    sources answer come out otherwise under a changed policy.
    """
    if context.invoked_subcommand is None:
        chosen = policy_from(policy_file)
        click.echo(json_text(chosen) if as_json else policy_text(chosen))
    elif policy_file or as_json:
        raise click.UsageError(f"options go after {context.invoked_subcommand}", context)


@policy.command(short_help="Try a policy on small named cases, and see which flip.")
@click.argument("file", type=FILE, required=False)
@click.option(
    "--vignettes",
    "vignettes_file",
    type=FILE,
    metavar="FILE",
    help="Cases of your own instead of those that ship.",
)
@json_option
def check(file: Path | None, vignettes_file: Path | None, as_json: bool) -> int:
    """Run every vignette under the shipped policy and under the policy in FILE.

    Without FILE the shipped policy is checked. Ends with 0 where every
    expectation holds, with 3 where one does not, and with 1 where a file has
    faults, every one listed.
    """
    from planner.cli.vignettes_text import check_text
    from planner.engine import check_policy

    shipped, changed = policy_from(None), policy_from(file) if file else None
    policies = (shipped, changed) if changed else (shipped,)
    found = check_policy(_vignettes(vignettes_file, policies), shipped, changed)
    click.echo(json_text(found) if as_json else check_text(found))
    return NOT_PROVEN if found.failing else 0


def _vignettes(path: Path | None, policies: "tuple[Policy, ...]") -> "Casebook":
    from planner.policy import parse_vignettes, shipped_vignettes

    if path is None:
        return shipped_vignettes()
    try:
        return parse_vignettes(path.read_text("utf-8"), str(path), policies)
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{path}: not a text file in UTF-8") from error


def policy_text(chosen: "Policy") -> str:
    """Give a policy as a document for the terminal."""
    from planner.cli.layout import document, paragraphs, section

    heading = f"Policy {chosen.name}, version {chosen.version}, digest {chosen.digest[:12]}"
    not_modelled = (
        f"{row.text.rstrip('.')} ({row.source.value}). Because: {row.because}"
        for row in chosen.not_modelled
    )
    numbered = (
        f"{row.id} ({row.source.value}) {row.heading}: {row.text}" for row in chosen.paragraphs
    )
    return document(
        [heading],
        section("Tiers and bands", _tiers(chosen)),
        section("Points inside a tier or band", _factors(chosen)),
        section("De-allocation impact", _indicators(chosen)),
        section("What comes first", [f"  {row.id:<3} {row.title}" for row in chosen.stages]),
        section("Paragraphs", paragraphs(numbered)),
        section("Not modelled", paragraphs(not_modelled, bullet="- ")),
    )


def _tiers(chosen: "Policy") -> list[str]:
    from planner.cli.layout import table
    from planner.data.vocabulary import Tier

    tiers = [f"  {tier.value}" for tier in Tier]
    judged = [
        (row.consequence.value, row.probability.value, row.band.value, "")
        for row in chosen.judgements
    ]
    return [*tiers, "", *table(("consequence of harm", "probability", "band", ""), judged)]


def _factors(chosen: "Policy") -> list[str]:
    """List the factors by the part of 2254 that they belong to."""
    from planner.cli.layout import table

    lines: list[str] = []
    for part in dict.fromkeys(row.part for row in chosen.factors):
        rows = [
            (str(row.points), str(row.unknown_points), row.paragraph, row.title)
            for row in chosen.factors
            if row.part == part
        ]
        headings = ("yes", "unknown", "paragraph", part)
        lines += [*table(headings, rows, right={0, 1}), ""]
    return lines[:-1]


def _indicators(chosen: "Policy") -> list[str]:
    from planner.cli.layout import table

    rows = [
        (str(row.no_points), str(row.unknown_points), row.paragraph, row.title)
        for row in chosen.indicators
    ]
    return table(("no", "unknown", "paragraph", "indicator"), rows, right={0, 1})
