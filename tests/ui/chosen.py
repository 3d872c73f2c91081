"""The page of children as a manager uses it, and a team with too few hours to use it on."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.scenario import Scenario
from planner.files import write_scenario
from planner.ui import teams
from tests.make import child, practitioner, scenario
from tests.ui.conftest import OnPage

HIGH = {"consequence": "severe", "probability": "likely"}


def short_team() -> Scenario:
    """Make a team in which C3, at high risk, awaits, since 20 h and 6 h are the limits.

    P1 holds C1 and C2, brother and sister, and P2 holds C5, at high risk; C4 is contracted.
    """
    return scenario(
        [
            child("C1", family="F", holder="P1"),
            child("C2", family="F", holder="P1"),
            child("C3", **HIGH),
            child("C4", status="contracted"),
            child("C5", holder="P2", **HIGH),
        ],
        [
            practitioner("P1", limit_hours=20),
            practitioner("P2", limit_hours=6),
            practitioner("TM1", grade="CPP5.2"),
        ],
        name="A team short of hours",
    )


def short_page(on_page: OnPage, folder: Path, patch: pytest.MonkeyPatch) -> AppTest:
    """Open the page of children on that team."""
    write_scenario(short_team(), folder)
    patch.setattr(teams, "shipped_scenarios", lambda: {"short": folder})
    page = on_page("children")
    assert not page.exception
    return page


def section(page: AppTest, name: str) -> AppTest:
    """Open what this segment names."""
    control = next(c for c in page.segmented_control if name in c.options)
    return control.set_value(name).run()


def chosen(page: AppTest, label: str, what: str) -> AppTest:
    """Choose from the list with this label, by the beginning of what it says."""
    box = next(b for b in page.selectbox if b.label == label)
    found = next(option for option in box.options if option.startswith(what))
    return box.select(found).run()


def subheaders(page: AppTest) -> list[str]:
    """Give the headings of the section that is open."""
    return [heading.value for heading in page.subheader]
