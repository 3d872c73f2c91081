"""``planner explain``: why a child is where the plan puts them, and what would change it."""

from pathlib import Path
from typing import Any

import click

from planner.cli.handing_over import NOT_PROVEN, json_text
from planner.cli.options import (
    json_option,
    policy_option,
    scenario_argument,
    solving_options,
)
from planner.cli.plan_options import plan_option
from planner.cli.reading import read
from planner.cli.watch import stepped


@click.command(short_help="Why a child is where the plan puts them; what would change it.")
@scenario_argument
@click.argument("children", nargs=-1, metavar="[CHILD]...")
@click.option("--facts", is_flag=True, help="Try too which facts would do: a day more, a skill.")
@click.option("--settled", is_flag=True, help="Say instead what all equally good plans share.")
@click.option(
    "--tolerance",
    type=click.IntRange(min=0),
    default=0,
    metavar="POINTS",
    help="With --settled: count plans so much worse below high risk as equally good.",
)
@plan_option
@json_option
@policy_option
@solving_options
def explain(
    scenario: Path,
    children: tuple[str, ...],
    facts: bool,
    settled: bool,
    tolerance: int,
    plan_file: Path | None,
    as_json: bool,
    policy_file: Path | None,
    progress: bool | None,
    **search: Any,
) -> int:
    """Explain where the plan of SCENARIO puts each CHILD; without one, everyone who awaits.

    For each: who cannot hold the case and by which rule, the best plan in
    which it is otherwise, what would have to move, what decides, and how many
    points would change it. Every answer is solved and verified.
    """
    from planner.cli.explain_text import explained_text, settled_text
    from planner.engine import explain as explained
    from planner.engine import settled as all_settled
    from planner.files import read_plan

    if settled and (children or facts):
        raise click.UsageError("--settled speaks of the whole team: give no child and no --facts")
    team, policy = read(scenario, policy_file)
    search["plan"] = read_plan(plan_file) if plan_file else None
    with stepped(progress) as watch:
        search |= watch._asdict()
        if settled:
            found = all_settled(team, policy, tolerance=tolerance, **search)
            click.echo(json_text(found) if as_json else settled_text(found))
            return 0 if found.proven else NOT_PROVEN
        answer = explained(team, policy, children, facts=facts, **search)
    click.echo(json_text(answer) if as_json else explained_text(answer))
    complete = not answer.unanswered and all(each.proven for each in answer.explained)
    return 0 if complete else NOT_PROVEN
