"""``planner verify``: check a plan file against the scenario it was made from."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.door import BUG
from planner.cli.options import (
    FILE,
    json_option,
    limit_options,
    policy_option,
    scenario_argument,
)
from planner.cli.reading import considered, read

if TYPE_CHECKING:
    from planner.verify import Assurance


@click.command(short_help="Check a plan file against its scenario, without the solver.")
@click.argument("plan", type=FILE)
@scenario_argument
@json_option
@limit_options
@policy_option
def verify(
    plan: Path,
    scenario: Path,
    as_json: bool,
    strict: bool,
    deallocations: int | None,
    changes: int | None,
    policy_file: Path | None,
) -> int:
    """Recompute every rule, score, hour and cost of PLAN (.json) from SCENARIO.

    Says what does not agree, and ends with 4 where anything does not; otherwise
    how near to the best each stage is. Certified: checked here, from the prices in
    the plan. By search: the word of the solver. Give the limits that the plan was
    made with.
    """
    from planner.data.adjust import adjust
    from planner.files import read_plan
    from planner.verify import assurances, verify_plan

    team, policy = read(scenario, policy_file)
    team = adjust(team, considered(strict, deallocations, changes))
    made = read_plan(plan)
    found = verify_plan(made, team, policy)
    stages = () if found else assurances(made)
    if as_json:
        rows = [{**stage._asdict(), "within": stage.within} for stage in stages]
        content = {"agrees": not found, "findings": list(found), "stages": rows}
        click.echo(json.dumps(content, indent=2))
    else:
        agrees = "The plan agrees with the scenario and the policy."
        click.echo("\n".join(found or (agrees, *map(_sentence, stages))))
    return BUG if found else 0


def _sentence(stage: "Assurance") -> str:
    return f"Stage {stage.stage}: {_certified(stage)}{_searched(stage)}."


def _certified(stage: "Assurance") -> str:
    """Say what anyone can check."""
    if not stage.value:
        return "certified exactly, for nothing is given up in it"
    if stage.within is None:
        return "no certificate"
    if not stage.within:
        return f"certified exactly at {stage.value:,} by prices anyone can check"
    return f"certified to within {stage.within:,} of {stage.value:,} by prices anyone can check"


def _searched(stage: "Assurance") -> str:
    """Say what search adds to it; nothing where the certificate says as much."""
    if stage.searched_within is None or stage.searched_within == stage.within:
        return ""
    if stage.proven:
        return "; proven best by search"
    if not stage.searched_within:
        return "; best given the stages above, by search"
    return f"; to within {stage.searched_within:,} of {stage.value:,} by search"
