"""``planner what-if``: now, baseline plan and what-if side by side."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli.handing_over import exit_code, json_text, write_plans
from planner.cli.options import (
    consider_options,
    json_option,
    output_option,
    policy_option,
    scenario_argument,
    solving_options,
)
from planner.cli.reading import read
from planner.cli.watch import watched
from planner.data.record_kinds import ReasonCode

if TYPE_CHECKING:
    from planner.data.adjustment import Adjustment

_MANY: tuple[tuple[str, str, str], ...] = (
    ("--add", "P07[:FTE[:GRADE]]", "A practitioner joins."),
    ("--remove", "P01", "A practitioner leaves."),
    ("--back", "P02", "A practitioner is back from every leave."),
    ("--away", "P02[:FROM:UNTIL]", "A practitioner is away; for this cycle without days."),
    ("--fte", "P03=0.6", "Another FTE."),
    ("--hours", "P03=80", "A limit in hours a cycle."),
    ("--limit", "P02=90", "A limit in per cent of own hours; all=90 for everyone."),
    ("--duty", "P11=20", "Hours a cycle that one who holds no cases gives to duty."),
    ("--split", "C001", "The child's family may be split."),
    ("--pin", "C001=P02", "This practitioner holds the child's case."),
    ("--bar", "C001=P02", "This practitioner does not."),
    ("--raise", "C001", "Raise the child's tier; say why with --reason."),
    ("--setting", "NAME=VALUE", "Another setting of the scenario."),
)


def _changes_of_the_team(function: Callable[..., int]) -> Callable[..., int]:
    """Add an option, that may be repeated, for every kind of change."""
    for name, metavar, text in reversed(_MANY):
        field = f"{name.strip('-')}_given"
        function = click.option(name, field, multiple=True, metavar=metavar, help=text)(function)
    return function


@click.command("what-if", short_help="Show what a change of staffing would do.")
@scenario_argument
@_changes_of_the_team
@click.option("--waive", is_flag=True, help="Let pins lift limits, by the amount shown.")
@click.option("--reason", default="", metavar="TEXT", help="Why, kept with the change.")
@click.option(
    "--code",
    type=click.Choice([code.value for code in ReasonCode]),
    help="Why, in a word, kept with the change.",
)
@click.option(
    "--reserve", type=click.FloatRange(min=0), metavar="H", help="Hours kept for arrivals."
)
@click.option(
    "--arrivals", type=click.FloatRange(min=0), metavar="N", help="Children expected to arrive."
)
@consider_options
@output_option
@json_option
@policy_option
@solving_options
def what_if(
    scenario: Path,
    outputs: tuple[Path, ...],
    as_json: bool,
    policy_file: Path | None,
    time_limit: float,
    workers: int,
    seed: int,
    progress: bool | None,
    **given: Any,
) -> int:
    """Show SCENARIO now, its plan, and its plan with changes, side by side.

    Changes are made in the order of the options below. --output writes the
    what-if plan.
    """
    from planner.cli.comparison_text import comparison_text
    from planner.data.describe import describe
    from planner.engine import what_if as compared

    (team, policy), steps = read(scenario, policy_file), asked(given)
    with watched(progress) as watch:
        three = compared(
            team,
            policy,
            steps,
            time_limit=time_limit,
            workers=workers,
            seed=seed,
            on_progress=watch.on_progress,
            stop=watch.stop,
        )
    write_plans(three.what_if, outputs)
    text = json_text(three) if as_json else comparison_text(three, [describe(s) for s in steps])
    click.echo(text)
    return exit_code(three.what_if)


def asked(given: dict[str, Any]) -> "tuple[Adjustment, ...]":
    """Make adjustments of the options that were given, people before limits before pins."""
    from planner.cli import adjustments as said
    from planner.data.adjustment import AdjustmentKind as Kind

    why, waive = said.Why.said(given["code"], given["reason"]), given["waive"]
    return (
        *map(said.added, given["add_given"]),
        *said.of_practitioners(Kind.REMOVE, given["remove_given"]),
        *said.of_practitioners(Kind.BACK, given["back_given"]),
        *map(said.away, given["away_given"]),
        *map(said.fte, given["fte_given"]),
        *map(said.hours, given["hours_given"]),
        *map(said.limit, given["limit_given"]),
        *map(said.duty, given["duty_given"]),
        *said.of_children(Kind.SPLIT, given["split_given"], why),
        *said.with_practitioner(Kind.PIN, given["pin_given"], why, waiver=waive),
        *said.with_practitioner(Kind.BAR, given["bar_given"], why),
        *said.of_children(Kind.RAISE, given["raise_given"], why),
        *map(said.setting, given["setting_given"]),
        *said.amounts(
            {
                Kind.RESERVE: given["reserve"],
                Kind.ARRIVALS: given["arrivals"],
                Kind.DEALLOCATIONS: given["deallocations"],
                Kind.CHANGES: given["changes"],
            }
        ),
    )
