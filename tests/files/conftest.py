"""A small team as files, to be bent by each test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.errors import DataFaults, Fault
from planner.files import read_scenario

TEAM = {
    "scenario.toml": 'name = "Small team"\nas_at = 2026-03-02\n',
    "cases.csv": (
        "child,family,birth_date,holder,phase,infant_response,youth_schedule,consequence,"
        "probability,last_seen\n"
        "007,F1,2024-05-01,P1,investigation,intensive,no,severe,likely,2026-02-20\n"
        "NA,F1,1/03/2018,P1,protective intervention,,unknown,,,\n"
        "C3,F2,2012-07-09,,Protection Order,Not applicable,Y,significant,very likely,\n"
    ),
    "practitioners.csv": "practitioner,fte,grade\nP1,1,CPP4\nP2,0.8,cpp3\nM1,1,CPP6\n",
}

WriteTeam = Callable[..., Path]


@pytest.fixture
def write_team(tmp_path: Path) -> WriteTeam:
    """Give a function that writes the small team, with files replaced, added or left out."""

    def write(name: str = "team", **files: str | bytes | None) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        named = {_file(key): content for key, content in files.items()}
        for file, content in (TEAM | named).items():
            if content is not None:
                data = content.encode() if isinstance(content, str) else content
                (folder / file).write_bytes(data)
        return folder

    return write


def _file(key: str) -> str:
    return "scenario.toml" if key == "scenario" else f"{key}.csv"


@pytest.fixture
def faults_of() -> Callable[[Path], tuple[Fault, ...]]:
    """Give a function that reads what must be refused, and hands over its faults."""

    def faults(path: Path) -> tuple[Fault, ...]:
        with pytest.raises(DataFaults) as refused:
            read_scenario(path)
        return refused.value.faults

    return faults
