"""Compare in a real browser: saved, set beside, made the baseline, adopted, entered on CRIS."""

import re
from pathlib import Path
from typing import Any

import pytest

from planner.files import read_scenario, write_scenario
from tests.ui.visit import IN_BROWSER, Visit

pytestmark = [*IN_BROWSER, pytest.mark.long]

FIGURES = "Figures of each plan"


def test_from_a_what_if_to_a_record(
    browser: Any, address: str, tiny: Path, tmp_path: Path, pictures: Path
) -> None:
    """P2 is away: saved by a name, compared, adopted one child at a time, and logged."""
    write_scenario(read_scenario(tiny), tmp_path / "own.xlsx")
    visit = Visit(browser, address)
    visit.bring(tmp_path / "own.xlsx", "A tiny team")
    visit.go("What-if")
    visit.page.get_by_test_id("stSidebar").get_by_role("button", name="P2").first.click()
    visit.page.get_by_role("button", name=re.compile("^P2 away")).wait_for()
    visit.go("Compare")
    saved_and_compared(visit, pictures)
    adopted(visit, pictures)
    made_the_baseline(visit)
    entered_on_cris(visit, pictures)
    assert visit.complaints() == []


def saved_and_compared(visit: Visit, pictures: Path) -> None:
    """Save the what-if: it has a column of its own beside the baseline plan."""
    page = visit.page
    assert visit.rows(FIGURES)[0][:2] == ["Figure", "Baseline plan"]
    page.get_by_role("textbox", name="Name").last.fill("P2 on leave")
    visit.press(re.compile("^Save$"))
    page.locator("summary").filter(has_text="P2 on leave").wait_for()
    assert len(visit.rows(FIGURES)[0]) == 3
    for tab in ("Moves", "Newly awaiting", "Newly allocated"):
        page.get_by_role("tab", name=tab).first.click()
        visit.at_rest()
    visit.look(pictures, "compare-saved")
    assert visit.axe() == []


def adopted(visit: Visit, pictures: Path) -> None:
    """Each decision is confirmed by itself, by a named person; the last one is said to be."""
    page = visit.page
    visit.press("Begin, one decision at a time")
    page.get_by_text("0 of 2 decided").wait_for()
    for number in (1, 2):
        page.get_by_role("heading", name=re.compile(f"^{number} of 2:")).wait_for()
        if number == 1:
            visit.press("Record this decision")
            page.get_by_text("Not recorded yet:").wait_for()
            visit.look(pictures, "compare-adopt")
            page.get_by_role("textbox", name="Who decides (name)").fill("M. Manager")
        visit.press("Record this decision")
        page.get_by_text(f"{number} of 2 decided").wait_for()
        visit.at_rest()
    visit.look(pictures, "compare-adopted")
    assert visit.axe() == []
    visit.press(re.compile("^Close$"))


def made_the_baseline(visit: Visit) -> None:
    """Every page names it from then on, and compares with it."""
    visit.press("Make the what-if the baseline")
    visit.page.get_by_role("button", name="Yes, compare with this from now on").click()
    visit.page.get_by_text("What-if: the same as the baseline").wait_for()
    visit.go("Awaiting")
    assert "(1 change)" in visit.said()


def entered_on_cris(visit: Visit, pictures: Path) -> None:
    """Open the log: it holds both decisions; one of them is said to be entered, and by whom."""
    page = visit.page
    visit.go("Data and record")
    visit.turn("Decision log")
    page.get_by_text("2 decisions in the log; 2 decisions not yet entered on CRIS.").wait_for()
    visit.pick("Record", "1:")
    day = page.get_by_role("group", name="Day of the entry").get_by_role("spinbutton").first
    day.click()
    page.keyboard.type("03032026")
    page.get_by_role("textbox", name="Entered by (name)").fill("A. Clerk")
    visit.press("Say that it was entered")
    page.get_by_text("Record 1 is entered on CRIS, says this log now.").wait_for()
    page.get_by_text("1 decision not yet entered on CRIS.").wait_for()
    assert "The log is complete and unaltered: 3 records." in visit.said()
    with page.expect_download() as taken:
        page.get_by_role("button", name="All records (CSV)").click()
    assert taken.value.suggested_filename == "decision-records.csv"
    assert b"A. Clerk" in Path(taken.value.path()).read_bytes()
    visit.look(pictures, "data-log")
    assert visit.axe() == []
