"""``planner audit``: a plan read by group of children, before and after decisions."""

from pathlib import Path

import click

from planner.cli.handing_over import NOT_PROVEN, json_text
from planner.cli.options import json_option, policy_option, scenario_argument
from planner.cli.plan_options import clock_options, plan_option
from planner.cli.reading import read
from planner.cli.watch import stepped


@click.command(short_help="Read a plan by group of children, before and after decisions.")
@scenario_argument
@plan_option
@json_option
@policy_option
@clock_options(10.0)
def audit(
    scenario: Path,
    plan_file: Path | None,
    as_json: bool,
    policy_file: Path | None,
    time_limit: float,
    progress: bool | None,
) -> int:
    """Count by group of children of SCENARIO who is allocated, awaits or is not seen.

    Three figures in each column: now / the plan without the manager's decisions /
    the plan with them.
    """
    from planner.cli.audit_text import audit_text
    from planner.engine import audit as audited
    from planner.files import read_plan

    team, policy = read(scenario, policy_file)
    plan = read_plan(plan_file) if plan_file else None
    with stepped(progress) as watch:
        found = audited(
            team, policy, plan=plan, time_limit=time_limit, stop=watch.stop, on_step=watch.on_step
        )
    click.echo(json_text(found) if as_json else audit_text(found))
    return 0 if found.proven else NOT_PROVEN
