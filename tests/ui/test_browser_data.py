"""Own tables in a real browser: pasted, matched, mended, used; and what the plans rest on."""

import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from planner.files import read_scenario, write_scenario
from tests.ui.visit import IN_BROWSER, Visit

pytestmark = [*IN_BROWSER, pytest.mark.long]

CASES = (
    "CRIS number\tFamily group\tDOB\tLegal status\tInfant\tHigh-risk youth\tConsequence of harm\t"
    "Likelihood\tAllocated to\n"
    "C7\tF1\t1/3/2016\tFRO\tnot applicable\tno\tsevere\tlikely\tP1\n"
    "C8\tF2\t2/3/2015\tFRO\tnot applicable\tno\tsevere\tlikely\tP9\n"
)
PEOPLE = "Staff ID,FTE,Level\nP1,1,CPP4\nP2,0.5,CPP3\n"
PASTE = "Paste rows from your spreadsheet, with their headings"


def test_from_a_paste_to_a_team_in_use(
    browser: Any, address: str, tmp_path: Path, pictures: Path
) -> None:
    """Two tables are matched; an order is mended in the form and a holder in the table."""
    visit = Visit(browser, address)
    visit.page.get_by_role("heading", level=1).wait_for()
    visit.go("Data and record")
    add(visit, CASES)
    (tmp_path / "people.csv").write_text(PEOPLE)
    files = visit.page.get_by_test_id("stMain").locator("input[type=file]")
    files.set_input_files(str(tmp_path / "people.csv"))
    visit.page.get_by_text("people.csv").first.wait_for()
    visit.at_rest()
    visit.look(pictures, "data-matching")
    assert visit.axe() == []
    visit.page.get_by_role("textbox", name="Name of the team").fill("Pasted")
    visit.press("Check these tables")
    visit.page.get_by_text("3 things need mending").wait_for()
    visit.look(pictures, "data-mending")
    assert visit.axe() == []
    mended_in_the_form(visit)
    a_cell_is_written(visit)
    visit.press("Use this data")
    visit.page.get_by_text("Every page now uses Pasted.").wait_for()
    taken_away(visit)
    visit.press("Go to this week")
    visit.page.get_by_role("heading", name="This week", level=1, exact=True).wait_for()
    visit.page.get_by_text("2 practitioners hold cases").wait_for()
    assert "Pasted · As at" in visit.said()
    assert visit.complaints() == []


def add(visit: Visit, rows: str) -> None:
    """Paste rows, and add them."""
    visit.page.get_by_role("textbox", name=PASTE).fill(rows)
    visit.press("Add these rows")
    visit.page.get_by_role("heading", name="Say which heading is which").wait_for()


def mended_in_the_form(visit: Visit) -> None:
    """FRO stands in two rows, and is chosen once for both."""
    visit.pick("What to mend", "FRO")
    visit.pick("What should stand there", "family reunification")
    visit.press(re.compile("^Mend$"))
    visit.page.get_by_text("1 thing needs mending").wait_for()


def a_cell_is_written(visit: Visit) -> None:
    """P9 is nobody: in the one row left to mend P2 is written where P9 stands, by keyboard."""
    page = visit.page
    grid = page.get_by_test_id("stDataFrame").first
    grid.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    box = grid.bounding_box()
    page.mouse.click(box["x"] + 110, box["y"] + 35 + 17)
    written = page.locator("#portal textarea")
    for _ in range(6):
        page.keyboard.press("Enter")
        page.wait_for_timeout(200)
        if written.count() and written.input_value() == "P9":
            break
        page.keyboard.press("Escape")
        page.keyboard.press("ArrowRight")
    written.fill("P2")
    page.keyboard.press("Enter")
    visit.page.get_by_text("Nothing is left to mend").wait_for()
    visit.at_rest()


def taken_away(visit: Visit) -> None:
    """Take the team in use away: the workbook holds what was mended."""
    with visit.page.expect_download() as taken:
        visit.page.get_by_role("button", name="The team in use").click()
    book = openpyxl.load_workbook(io.BytesIO(Path(taken.value.path()).read_bytes()))
    cells = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {"C7", "C8", "P2", "family reunification"} <= cells
    assert "P9" not in cells


def test_evidence_and_policy(
    browser: Any, address: str, tmp_path: Path, tiny: Path, pictures: Path
) -> None:
    """The hours of the plan to hand over; the policy is searched, and each line has its source."""
    write_scenario(read_scenario(tiny), tmp_path / "own.xlsx")
    visit = Visit(browser, address)
    visit.bring(tmp_path / "own.xlsx", "A tiny team")
    visit.go("Data and record")
    visit.turn("Workload evidence")
    visit.page.get_by_role("heading", name="Hours, by practitioner", level=3).wait_for()
    visit.turn("Baseline plan")
    visit.page.get_by_text("Baseline plan: Best possible plan.").first.wait_for()
    for name in ("Page to print (HTML)", "Figures (CSV)"):
        with visit.page.expect_download() as taken:
            visit.page.get_by_role("button", name=name).click()
        assert b"P1" in Path(taken.value.path()).read_bytes()
    visit.look(pictures, "data-evidence")
    assert visit.axe() == []
    visit.turn("Policy")
    visit.unfold("Points of factors")
    visit.page.get_by_role("textbox", name="Search the policy").fill("contact awaiting")
    visit.page.keyboard.press("Enter")
    visit.page.get_by_text("found.").first.wait_for()
    visit.at_rest()
    visit.look(pictures, "data-policy")
    assert visit.axe() == []
    assert visit.complaints() == []
