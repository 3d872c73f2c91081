"""Settled or your call, on the page: found for the whole team, said for one child."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.ui.one_child import SETTLED
from tests.ui.chosen import chosen, section, short_page
from tests.ui.conftest import OnPage
from tests.ui.seen import settled, text


@pytest.fixture
def page(on_page: OnPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Open the section on a team that is short of hours, once it is answered."""
    opened = section(short_page(on_page, tmp_path / "short", monkeypatch), SETTLED)
    return settled(opened, lambda p: "Plans are equally good where" in text(p))


def test_who_is_held_is_settled_and_who_awaits_is_not_possible(page: AppTest) -> None:
    """F cannot go to P2, and C3 fits nobody: both in the words of the field."""
    assert "**Settled: every equally good plan places them so.**" in text(page)
    assert "May be with: P1." in text(page)
    page = chosen(page, "Child", "C3")
    assert "**Not possible: every equally good plan lets them wait.**" in text(page)


def test_nobody_of_the_team_is_the_managers_call(page: AppTest) -> None:
    """Said in words where no family may be placed otherwise."""
    assert "None: equally good plans agree about every family" in text(page)


def test_a_child_whom_no_plan_places(page: AppTest) -> None:
    """C4 is contracted, and no plan is asked about it."""
    assert "No plan of this team places this child." in text(chosen(page, "Child", "C4"))


def test_equally_good_plans_differ_about_a_new_child(on_page: OnPage) -> None:
    """With room on both sides C4 and C5 of the tiny team may be with either: your call."""
    page = section(on_page("children"), SETTLED)
    page = settled(page, lambda p: "Plans are equally good where" in text(p))
    page = chosen(page, "Child", "C4")
    assert "**Your call: equally good plans differ here.**" in text(page)
    assert "May be with: P1, P2." in text(page)
    assert any(e.label.startswith("Another plan as good: with P2") for e in page.expander)
