"""``planner evidence``: a team's workload on one page, for supervision or a review panel."""

from pathlib import Path

import click

from planner.cli.handing_over import NOT_PROVEN, json_text
from planner.cli.options import FILE, ending_in, json_option, policy_option, scenario_argument
from planner.cli.plan_options import clock_options, plan_option
from planner.cli.reading import read
from planner.cli.watch import stepped


@click.command(short_help="Lay a team's workload open on one printable page.")
@scenario_argument
@plan_option
@click.option("--now", "as_now", is_flag=True, help="Read the team as it stands, not a plan.")
@click.option(
    "--earlier",
    type=FILE,
    multiple=True,
    callback=ending_in(".json"),
    metavar="FILE",
    help="A plan file (.json) of an earlier cycle, for the trend; may be given several times.",
)
@click.option(
    "--output",
    "-o",
    "outputs",
    type=FILE,
    multiple=True,
    callback=ending_in(".html"),
    metavar="FILE",
    help="Write the page to an .html file, to be printed.",
)
@json_option
@policy_option
@clock_options(10.0)
def evidence(
    scenario: Path,
    plan_file: Path | None,
    as_now: bool,
    earlier: tuple[Path, ...],
    outputs: tuple[Path, ...],
    as_json: bool,
    policy_file: Path | None,
    time_limit: float,
    progress: bool | None,
) -> int:
    """Lay open what the work of SCENARIO needs, what there is, and what cannot be done.

    Hours at standard and at today's service intensity beside each other. Not a
    performance measure.
    """
    from planner.cli.evidence_text import evidence_text
    from planner.engine import evaluate
    from planner.engine import evidence as laid_open
    from planner.files import read_plan, write_evidence

    if as_now and plan_file:
        raise click.UsageError("--now and --plan each name an arrangement: give one of them")
    team, policy = read(scenario, policy_file)
    plan = read_plan(plan_file) if plan_file else evaluate(team, policy) if as_now else None
    with stepped(progress) as watch:
        found = laid_open(
            team,
            policy,
            plan=plan,
            earlier=tuple(map(read_plan, earlier)),
            time_limit=time_limit,
            stop=watch.stop,
            on_step=watch.on_step,
        )
    for path in outputs:
        write_evidence(found, path)
        click.echo(f"Written: {path}", err=True)
    click.echo(json_text(found) if as_json else evidence_text(found))
    return 0 if found.proven else NOT_PROVEN
