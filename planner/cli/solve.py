"""``planner solve``: plan who holds which child's case."""

from pathlib import Path

import click

from planner.cli.handing_over import hand_over
from planner.cli.options import (
    json_option,
    limit_options,
    output_option,
    policy_option,
    scenario_argument,
    solving_options,
)
from planner.cli.reading import considered, read
from planner.cli.watch import watched


@click.command(short_help="Plan who holds which child's case, and why.")
@scenario_argument
@output_option
@json_option
@limit_options
@policy_option
@solving_options
def solve(
    scenario: Path,
    outputs: tuple[Path, ...],
    as_json: bool,
    strict: bool,
    deallocations: int | None,
    changes: int | None,
    policy_file: Path | None,
    time_limit: float,
    workers: int,
    seed: int,
    progress: bool | None,
) -> int:
    """Plan who holds which child's case in SCENARIO.

    Prints the plan by practitioner, who is awaiting allocation and why, every
    change one by one, what came first, and what would change it.
    """
    with watched(progress) as watch:
        from planner.data.adjust import adjust
        from planner.engine import allocate

        team, policy = read(scenario, policy_file)
        team = adjust(team, considered(strict, deallocations, changes))
        plan = allocate(
            team,
            policy,
            time_limit=time_limit,
            workers=workers,
            seed=seed,
            certify=True,
            on_progress=watch.on_progress,
            stop=watch.stop,
        )
    return hand_over(plan, as_json=as_json, outputs=outputs)
