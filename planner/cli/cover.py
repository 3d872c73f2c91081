"""``planner cover``: who covers while somebody is away, and what falls due meanwhile."""

from pathlib import Path

import click

from planner.cli.handing_over import NOT_PROVEN, json_text
from planner.cli.options import (
    FILE,
    json_option,
    policy_option,
    scenario_argument,
    time_limit_option,
)
from planner.cli.reading import read


@click.command(short_help="Show who covers for somebody away, and what falls due.")
@scenario_argument
@click.option(
    "--away",
    "away",
    required=True,
    metavar="P02[:FROM:UNTIL]",
    help="Who is away. Without days: their leave in SCENARIO, or else the whole cycle.",
)
@click.option(
    "--plan", "plan_file", type=FILE, metavar="FILE", help="Ask of this plan, not of today's team."
)
@time_limit_option(10.0, "Stop after this long with the best cover found.")
@json_option
@policy_option
def cover(
    scenario: Path,
    away: str,
    plan_file: Path | None,
    time_limit: float,
    as_json: bool,
    policy_file: Path | None,
) -> int:
    """Propose who covers for a practitioner of SCENARIO, within the hours there are.

    Nobody's case moves. What nobody can cover is listed with who must decide.
    """
    from planner.cli import adjustments
    from planner.cli.cover_text import cover_text
    from planner.engine import cover as covered
    from planner.files import read_plan

    asked = adjustments.away(away)
    team, policy = read(scenario, policy_file)
    answer = covered(
        team,
        policy,
        asked.practitioner,
        start=asked.start,
        until=asked.until,
        plan=read_plan(plan_file) if plan_file else None,
        time_limit=time_limit,
    )
    click.echo(json_text(answer) if as_json else cover_text(answer))
    return 0 if answer.proven else NOT_PROVEN
