"""``planner verify``: check a plan file against the scenario it was made from."""

import json
from pathlib import Path

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

    Says what does not agree, and ends with 4 where anything does not. Give the
    limits that the plan was made with.
    """
    from planner.data.adjust import adjust
    from planner.files import read_plan
    from planner.verify import verify_plan

    team, policy = read(scenario, policy_file)
    team = adjust(team, considered(strict, deallocations, changes))
    found = verify_plan(read_plan(plan), team, policy)
    if as_json:
        click.echo(json.dumps({"agrees": not found, "findings": list(found)}, indent=2))
    else:
        click.echo("\n".join(found) or "The plan agrees with the scenario and the policy.")
    return BUG if found else 0
