"""``planner compare``: two plans beside each other, with what each difference costs."""

from pathlib import Path

import click

from planner.cli.handing_over import NOT_PROVEN, json_text
from planner.cli.options import FILE, json_option, limit_options, policy_option
from planner.cli.reading import considered, read


@click.command(short_help="Show how two plans differ, and what each difference costs.")
@click.argument("plan_a", type=FILE)
@click.argument("plan_b", type=FILE)
@click.option(
    "--scenario",
    "scenarios",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="SCENARIO",
    help="The team that a plan was made for; give it twice where the plans are of two variants.",
)
@json_option
@limit_options
@policy_option
def compare(
    plan_a: Path,
    plan_b: Path,
    scenarios: tuple[Path, ...],
    as_json: bool,
    strict: bool,
    deallocations: int | None,
    changes: int | None,
    policy_file: Path | None,
) -> int:
    """Compare PLAN_A with PLAN_B (.json): by stage, rule, child and practitioner.

    With the team at hand each plan is verified and every difference of cost is
    shared out among families, practitioners and teams. Where one of the plans was
    made with other limits than the scenario's, give them.
    """
    from planner.cli.compare_text import compare_text
    from planner.data.adjust import adjust
    from planner.data.digest import digest
    from planner.engine import compare as compared
    from planner.files import read_plan
    from planner.policy import default_policy

    plans = read_plan(plan_a), read_plan(plan_b)
    given = [read(path, policy_file) for path in scenarios]
    steps = considered(strict, deallocations, changes)
    limited = [(adjust(team, steps), policy) for team, policy in given] if steps else []
    made = {plan.scenario_digest for plan in plans}
    teams = [*given, *(row for row in limited if digest(row[0]) in made)]
    found = compared(*plans, given[0][1] if given else default_policy(), teams)
    click.echo(json_text(found) if as_json else compare_text(found))
    return 0 if found.proven else NOT_PROVEN
