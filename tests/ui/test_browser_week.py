"""A Monday morning in a real browser: guide, guard-rails, what is due, the quick questions."""

import re
from pathlib import Path
from typing import Any

import pytest

from planner.files import read_scenario, write_scenario
from tests.ui.visit import IN_BROWSER, Visit

pytestmark = [*IN_BROWSER, pytest.mark.long]

RAILS, DUE = "Guard-rails by plan", "What falls due, the earliest first"
AWAITS = "No high-risk child awaits allocation"
HIDE = "Do not show these steps again"


def test_a_monday_morning(
    browser: Any, address: str, tiny: Path, tmp_path: Path, pictures: Path
) -> None:
    """Read, choose guard-rails, see what is due, ask of a new family and of somebody away."""
    write_scenario(read_scenario(tiny), tmp_path / "own.xlsx")
    visit = Visit(browser, address)
    visit.bring(tmp_path / "own.xlsx", "A tiny team")
    figures = [figure.split("\n")[:2] for figure in visit.figures()]
    assert figures == [["Allocated", "3"], ["Awaiting allocation", "2"]]
    the_guide_and_a_refresh(visit)
    guard_rails(visit)
    a_new_family(visit)
    visit.look(pictures, "week-new-family")
    somebody_away(visit)
    visit.look(pictures, "week-away")
    assert visit.axe() == []
    visit.press("Use in What-if")
    visit.page.get_by_role("heading", name="What-if", level=1, exact=True).wait_for()
    visit.page.get_by_role("button", name=re.compile("^P1 away")).wait_for()
    visit.go("This week")
    assert visit.rows(RAILS)[0] == ["Guard-rail", "Now", "Baseline plan", "What-if"]
    what_is_due(visit)
    assert re.fullmatch(re.escape(address) + r"children\?draft=[A-Za-z0-9_-]{22}", visit.page.url)
    assert visit.complaints() == []


def the_guide_and_a_refresh(visit: Visit) -> None:
    """Hidden once it stays hidden, and after a refresh the same team is there."""
    visit.press(HIDE)
    visit.page.reload()
    visit.page.get_by_text("A tiny team", exact=True).first.wait_for()
    visit.at_rest()
    assert HIDE not in visit.said()


def guard_rails(visit: Visit) -> None:
    """By keyboard: one is left out and another taken, and the table follows."""
    assert [AWAITS, "✕ Does not hold: 2 children await", "✓ Holds"] in visit.rows(RAILS)
    visit.unfold("Choose your guard-rails")
    for name in (AWAITS, "No child is de-allocated"):
        visit.page.get_by_role("checkbox", name=name).focus()
        visit.page.keyboard.press("Space")
        visit.at_rest()
    chosen = [row[0] for row in visit.rows(RAILS)[1:]]
    assert AWAITS not in chosen
    assert "No child is de-allocated" in chosen


def a_new_family(visit: Visit) -> None:
    """Ask for a child of three: P1 has the hours, P3 is away; then of two, one without an age."""
    page = visit.page
    visit.turn("New family: who can take it?")
    page.get_by_role("spinbutton", name="Child 1: age").fill("3")
    page.keyboard.press("Enter")
    page.get_by_text("For 1 child: aged 3 · investigation.").wait_for()
    visit.at_rest()
    assert "Suggested: fits within every limit." in visit.said()
    assert "Away the whole cycle: P3." in visit.said()
    page.get_by_role("spinbutton", name="Children", exact=True).fill("2")
    page.keyboard.press("Enter")
    page.get_by_role("spinbutton", name="Child 2: age").wait_for()
    visit.press("Who can take them?")
    page.get_by_text("Child 2: ").last.wait_for()


def somebody_away(visit: Visit) -> None:
    """P1 is: P2 covers what falls due of C1 and C2, and the days are said in full."""
    visit.turn("Somebody is away")
    visit.press("Who covers?")
    visit.page.get_by_text("P1 is away from Mon 2 Mar 2026 until Sun 29 Mar 2026.").wait_for()
    rows = visit.rows("Proposed cover by due date")
    cover = rows[0].index("Cover")
    assert {row[cover] for row in rows[1:]} == {"P2"}


def what_is_due(visit: Visit) -> None:
    """One contact is overdue; in four weeks there is more, and a child of it is opened."""
    assert [row[2] for row in visit.rows(DUE)[1:]] == ["C5 (family C5)"]
    visit.turn("28 days")
    assert len(visit.rows(DUE)) > 4
    visit.pick("Child's page", "C4")
    visit.press("Open this child")
    visit.page.get_by_role("heading", name="C4", level=2).wait_for()
    visit.at_rest()
