"""``planner demo``: the main job on a team that ships."""

import click

from planner.cli.handing_over import NOT_PROVEN, hand_over
from planner.cli.options import json_option, solving_options
from planner.cli.watch import watched

_NEXT = """
This was the synthetic team "{team}". Next:
  planner app                            open the page, with sliders for everyone's hours
  planner schema --template team.xlsx    an empty workbook for a team of your own
  planner solve team.xlsx -o plan.xlsx   plan it, and write the plan to print"""


@click.command(short_help="Plan a team that ships, to see what a plan looks like.")
@json_option
@solving_options
def demo(as_json: bool, time_limit: float, workers: int, seed: int, progress: bool | None) -> int:
    """Plan the shipped team "monday": two sick, one new infant, a hearing on Wednesday.

    Ends with 0 where a verified plan was shown, proven best or not.
    """
    from planner.engine import allocate
    from planner.files import read_scenario
    from planner.policy import default_policy
    from planner.synthetic import DEMONSTRATION, shipped_scenarios

    team = read_scenario(shipped_scenarios()[DEMONSTRATION])
    with watched(progress) as watch:
        plan = allocate(
            team,
            default_policy(),
            time_limit=time_limit,
            workers=workers,
            seed=seed,
            on_progress=watch.on_progress,
            stop=watch.stop,
        )
    code = hand_over(plan, as_json=as_json)
    click.echo(_NEXT.format(team=DEMONSTRATION), err=as_json)
    return 0 if code == NOT_PROVEN else code
