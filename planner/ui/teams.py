"""The teams a page can show: those that ship, and a manager's own workbook."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from planner.data.digest import digest
from planner.data.policy import Policy
from planner.data.problem import Carrier
from planner.data.scenario import Scenario
from planner.errors import DataFaults, Fault
from planner.files import Team, read_team, write_template
from planner.policy import default_policy
from planner.report.prepare import prepare
from planner.synthetic import DEMONSTRATION, shipped_scenarios
from planner.ui.controls import Controls, carriers_of, untouched
from planner.ui.sandbox import Sandbox

MOST_MEGABYTES = 5
_WORKBOOK = "workbook.xlsx"


@dataclass(frozen=True)
class Picked:
    """A team ready for the page; ``token`` stands for its data in keys, and names nobody.

    ``box`` is what one visitor is trying out with it.
    """

    scenario: Scenario
    policy: Policy
    token: str
    carriers: Mapping[str, Carrier]
    start: Controls
    box: Sandbox = field(default_factory=Sandbox, compare=False)


def shipped_names() -> list[str]:
    """List the teams that ship, the demonstration first."""
    names = list(shipped_scenarios())
    return sorted(names, key=lambda name: (name != DEMONSTRATION, name))


def shipped_team(name: str) -> Picked:
    """Read a team that ships; it is read once, since it does not change."""
    return _read_shipped(shipped_scenarios()[name])


@lru_cache(maxsize=32)
def _read_shipped(path: Path) -> Picked:
    return picked(read_team(path))


def own_team(scenario: Scenario) -> Picked:
    """Make the manager's own data ready, under the policy that ships."""
    return picked(Team(scenario=scenario, policy=default_policy()))


def uploaded_team(content: bytes) -> Picked:
    """Read an uploaded workbook, through a private folder that is gone afterwards.

    Raises
    ------
    DataFaults
        With every fault at once; nothing of the workbook is kept then.
    """
    if len(content) > MOST_MEGABYTES * 1024 * 1024:
        message = f"is larger than {MOST_MEGABYTES} MB"
        raise DataFaults([Fault(_WORKBOOK, message=message)])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _WORKBOOK
        path.write_bytes(content)
        return picked(read_team(path))


def picked(team: Team) -> Picked:
    """Make a team ready: its fingerprint, its people's hours, and where the controls start."""
    scenario, policy = team.scenario, team.policy
    carriers = carriers_of(scenario, policy)
    changes = prepare(scenario, policy).problem.changes_limit
    return Picked(
        scenario=scenario,
        policy=policy,
        token=f"{digest(scenario)[:16]}-{policy.digest[:8]}",
        carriers=carriers,
        start=untouched(scenario, carriers, changes),
    )


def empty_workbook() -> bytes:
    """Give the empty workbook that a manager fills in."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _WORKBOOK
        write_template(path)
        return path.read_bytes()
