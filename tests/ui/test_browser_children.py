"""One child and one practitioner in a real browser: read, tried, applied, taken back."""

import re
from pathlib import Path
from typing import Any

import pytest

from planner.files import read_scenario, write_scenario
from tests.ui.visit import IN_BROWSER, Visit

pytestmark = [*IN_BROWSER, pytest.mark.long]

TITLE = "Children and practitioners"
OTHERWISE = "Decide otherwise: choose who holds the case"


def test_one_child_and_one_practitioner(
    browser: Any, address: str, tiny: Path, tmp_path: Path, pictures: Path
) -> None:
    """C4 is read and locked with P2 for a reason; P1 is read, and C2 is opened from there."""
    write_scenario(read_scenario(tiny), tmp_path / "own.xlsx")
    visit = Visit(browser, address)
    visit.bring(tmp_path / "own.xlsx", "A tiny team")
    visit.go(TITLE)
    visit.pick("Child", "C4")
    visit.page.get_by_role("heading", name="C4", level=2).wait_for()
    a_child_is_read(visit)
    the_worksheet(visit)
    a_decision(visit, pictures)
    a_practitioner(visit, pictures)
    assert re.search(r"children\?draft=[A-Za-z0-9_-]{22}$", visit.page.url)
    assert visit.complaints() == []


def a_child_is_read(visit: Visit) -> None:
    """Why, what would have to move, that it is her call, and what is owed; each in its section."""
    visit.page.get_by_text("The best plan in which family C4 is not with P").wait_for()
    assert len(visit.rows("What would have to move")) > 1
    visit.turn("Settled or your call")
    visit.page.get_by_text("Your call: equally good plans differ here.").wait_for()
    assert "May be with: P1, P2." in visit.said()
    visit.turn("Owed and consultation")
    visit.page.get_by_role("heading", name="What is owed", level=3).wait_for()


def the_worksheet(visit: Visit) -> None:
    """None for a child whom nobody holds; that of C1 can be printed, and its name names nobody."""
    visit.turn("De-allocation worksheet")
    visit.page.get_by_text("so there is nothing to de-allocate").wait_for()
    visit.pick("Child", "C1")
    visit.page.get_by_text("Family C1, held by P1").wait_for()
    with visit.page.expect_download() as taken:
        visit.page.get_by_role("button", name="Worksheet to print").click()
    assert taken.value.suggested_filename == "worksheet-2026-03-02.html"
    assert b"C1" in Path(taken.value.path()).read_bytes()
    visit.pick("Child", "C4")


def a_decision(visit: Visit, pictures: Path) -> None:
    """Its effect is seen first, it needs a reason, it stands in the what-if and is taken back."""
    page = visit.page
    visit.turn("Decide")
    page.get_by_text("Raise the tier by one step").wait_for()
    page.get_by_text(OTHERWISE).click()
    # The list comes with the run that this begins; opened before its end it may close again.
    visit.at_rest()
    visit.pick("Practitioner", "P2")
    page.get_by_role("heading", name="The effect on other children").wait_for()
    page.get_by_role("table", name="The what-if and the plan with this decision").wait_for()
    visit.at_rest()
    assert page.get_by_role("button", name="Apply to the what-if").is_disabled()
    visit.look(pictures, "children-decide")
    assert visit.axe() == []
    visit.pick("Reason", "Other")
    page.get_by_role("textbox", name="In words").fill("Known to the family")
    page.keyboard.press("Enter")
    visit.at_rest()
    visit.press("Apply to the what-if")
    page.get_by_role("heading", name="Decided for this family").wait_for()
    assert "What-if: 1 change" in visit.said()
    assert "Known to the family" in visit.said()
    visit.press("Take back")
    page.get_by_role("heading", name="Decided for this family").wait_for(state="hidden")
    page.get_by_text("the same as the baseline").wait_for()


def a_practitioner(visit: Visit, pictures: Path) -> None:
    """P1: families and hours, who could be added next, locks; and C2 is one button away."""
    page = visit.page
    visit.turn("One practitioner")
    page.get_by_role("heading", name="P1", level=2).wait_for()
    assert len(visit.rows("Families held")) >= 3
    assert len(visit.rows("What the hours are made of")) > 2
    # A label may hold an address: it is read, and leads nowhere.
    assert page.locator("a[href*='e.example']").count() == 0
    visit.look(pictures, "children-practitioner")
    assert visit.axe() == []
    visit.turn("Who could be added next")
    page.get_by_role("heading", name="Who could be added next", level=3).wait_for()
    visit.turn("Locks and absence")
    page.get_by_text("No decision names them.").wait_for()
    visit.turn("Families and hours")
    visit.pick("One of these children", "C2")
    visit.press("Open this child")
    page.get_by_role("heading", name=re.compile("^C2"), level=2).wait_for()
