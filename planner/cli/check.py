"""``planner check``: read a scenario and report every fault at once."""

import json
from pathlib import Path

import click

from planner.cli.options import json_option, scenario_argument


@click.command(short_help="Read a scenario and list every fault in it.")
@scenario_argument
@json_option
def check(scenario: Path, as_json: bool) -> int:
    """Read SCENARIO without planning, and list every fault with file, row and column."""
    from planner.errors import DataFaults
    from planner.files import read_scenario

    try:
        team = read_scenario(scenario)
    except DataFaults as error:
        faults = [fault._asdict() for fault in error.faults]
        click.echo(_json(faults) if as_json else str(error))
        return 1
    words = (
        f"{len(team.children)} children, {len(team.practitioners)} people in the team: no faults."
    )
    click.echo(_json([]) if as_json else f"{team.name}: {words}")
    return 0


def _json(faults: list[dict[str, object]]) -> str:
    return json.dumps({"faults": faults}, indent=2, ensure_ascii=False)
