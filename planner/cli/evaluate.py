"""``planner evaluate``: score the team as it stands, or an arrangement of one's own."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.handing_over import hand_over
from planner.cli.options import (
    FILE,
    json_option,
    output_option,
    policy_option,
    scenario_argument,
)
from planner.cli.reading import read

if TYPE_CHECKING:
    from planner.data.policy import Policy
    from planner.data.scenario import Scenario


@click.command(short_help="Score the team as it stands, or a plan of your own.")
@scenario_argument
@click.option(
    "--plan",
    "plan_file",
    type=FILE,
    metavar="FILE",
    help="Score the holders of this plan file (.json) instead of those of today.",
)
@click.option(
    "--calibrate",
    is_flag=True,
    help="Print the service intensity of the team today, as lines for scenario.toml.",
)
@output_option
@json_option
@policy_option
def evaluate(
    scenario: Path,
    plan_file: Path | None,
    calibrate: bool,
    outputs: tuple[Path, ...],
    as_json: bool,
    policy_file: Path | None,
) -> int:
    """Score SCENARIO as it stands: nothing is searched for and nothing is changed.

    Shows what a plan shows: hours, who is awaiting, contacts that cannot be
    kept, and what the arrangement costs stage by stage.
    """
    from planner.engine import evaluate as evaluated
    from planner.files import read_plan

    team, policy = read(scenario, policy_file)
    if calibrate:
        return _calibrate(team, policy)
    holders = read_plan(plan_file).choices.holders if plan_file else None
    plan = evaluated(team, policy, holders)
    return hand_over(plan, as_json=as_json, outputs=outputs)


def _calibrate(team: "Scenario", policy: "Policy") -> int:
    """Print the settings under which what is held now just fits the hours of those who hold it."""
    from planner.engine import calibrate

    limits = calibrate(team, policy).limits
    click.echo("[limits]")
    click.echo(f"service_intensity = {limits.service_intensity:.2f}")
    click.echo(f"calibrated = {limits.calibrated}")
    return 0
