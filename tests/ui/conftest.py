"""A tiny team that solves at once, in a folder and as the only team the page has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.files import write_scenario
from planner.ui import desk as desks
from planner.ui import launch, teams
from tests.make import child, day, leave, practitioner, scenario

LABEL = "![twins](http://e.example/x.png)"


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write two practitioners and five children, two of whom await at high risk.

    P1 holds C1 and C2 and P2 holds C3. C4 and C5 await; P3 is away for the whole cycle.
    """
    high = {"consequence": "severe", "probability": "likely"}
    made = scenario(
        [
            child("C1", holder="P1"),
            child("C2", holder="P1", label=LABEL),
            child("C3", holder="P2"),
            child("C4", **high),
            child("C5", **high, last_seen=day(-40)),
        ],
        [
            practitioner("P1"),
            practitioner("P2", fte="0.3"),
            practitioner("P3", fte="0.5"),
            practitioner("TM1", grade="CPP5.2"),
        ],
        leave=(leave("P3", -2, 40),),
        name="A tiny team",
    )
    folder = tmp_path_factory.mktemp("teams") / "tiny"
    write_scenario(made, folder)
    return folder


def _clear() -> None:
    for desk in (desks.desk, desks.back_room):
        desk().close()
        desk.cache_clear()


@pytest.fixture
def only_tiny(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the page have the tiny team alone, and no answer from before."""
    monkeypatch.setattr(teams, "shipped_scenarios", lambda: {"tiny": tiny})
    _clear()
    yield tiny
    _clear()


@pytest.fixture
def page(only_tiny: Path) -> AppTest:
    """Open the page on the tiny team."""
    opened = AppTest.from_file(str(launch.PAGE), default_timeout=60).run()
    assert not opened.exception
    assert not opened.error
    return opened
