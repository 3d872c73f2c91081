"""``planner frontier``: what each further de-allocation, change or hour would buy."""

from pathlib import Path

import click

from planner.cli.handing_over import NOT_PROVEN, json_text
from planner.cli.options import json_option, policy_option, scenario_argument
from planner.cli.plan_options import clock_options, plan_option, plot_option
from planner.cli.reading import read
from planner.cli.watch import stepped


@click.command(short_help="Show what each further de-allocation, change or hour would buy.")
@scenario_argument
@click.option(
    "--of",
    type=click.Choice(["deallocations", "changes", "hours", "contacts"]),
    default="deallocations",
    show_default=True,
    help="What is allowed in a growing number.",
)
@click.option("--most", type=click.IntRange(min=0), metavar="N", help="Go no further than this.")
@plot_option
@plan_option
@json_option
@policy_option
@clock_options(30.0)
def frontier(
    scenario: Path,
    of: str,
    most: int | None,
    picture: Path | None,
    plan_file: Path | None,
    as_json: bool,
    policy_file: Path | None,
    time_limit: float,
    progress: bool | None,
) -> int:
    """Show for SCENARIO what each further de-allocation would buy, and for whom.

    Numbers that buy nothing are left out. --of asks the same of changes of
    practitioner, of hours more for everyone, or of contacts missed. Nothing is
    decided by it.
    """
    from planner.charts import front_chart, save
    from planner.cli.frontier_text import front_text
    from planner.data.front import FrontOf
    from planner.engine import frontier as found_for
    from planner.files import read_plan

    team, policy = read(scenario, policy_file)
    with stepped(progress) as watch:
        found = found_for(
            team,
            policy,
            FrontOf(of),
            most=most,
            plan=read_plan(plan_file) if plan_file else None,
            time_limit=time_limit,
            stop=watch.stop,
            on_step=watch.on_step,
        )
    if picture is not None:
        save(front_chart(found), picture)
        click.echo(f"Written: {picture}", err=True)
    click.echo(json_text(found) if as_json else front_text(found))
    return 0 if found.proven else NOT_PROVEN
