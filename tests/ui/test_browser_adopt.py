"""A plan is adopted in a real browser although a guard-rail does not hold, and is in the log."""

import re
from pathlib import Path
from typing import Any

import pytest

from planner.files import write_scenario
from tests.ui.adopt_made import team_to_decide_for
from tests.ui.visit import IN_BROWSER, Visit, served

pytestmark = [*IN_BROWSER, pytest.mark.long]

RAILS = "Guard-rails by plan"
OVER, KEPT = "Nobody is over this share of their own hours", "No child is de-allocated"
RECORD = "Record this decision"


def test_a_plan_is_adopted_and_logged(browser: Any, tmp_path: Path, pictures: Path) -> None:
    """One de-allocation and one change, each with reason and name; one is decided again."""
    write_scenario(team_to_decide_for(), tmp_path / "own.xlsx")
    with served(tmp_path) as address:
        visit = Visit(browser, address)
        visit.bring(tmp_path / "own.xlsx", "A team to decide for")
        guard_rails(visit, pictures)
        visit.go("Compare")
        an_override(visit, pictures)
        a_de_allocation(visit, pictures)
        the_others(visit)
        everything_is_decided(visit, pictures)
        the_log(visit, pictures)
        assert visit.complaints() == []


def bound(visit: Visit, percent: int) -> str:
    """Set the share of own hours, and give what the table says of it in the baseline plan."""
    visit.page.get_by_role("spinbutton", name="Per cent of own hours").fill(str(percent))
    visit.page.keyboard.press("Enter")
    visit.page.get_by_role("cell", name=f"Nobody is over {percent} %").wait_for()
    visit.at_rest()
    return next(row[2] for row in visit.rows(RAILS) if f"over {percent} %" in row[0])


def guard_rails(visit: Visit, pictures: Path) -> None:
    """Change a bound: pass and fail follow in words; another guard-rail is taken besides."""
    visit.unfold("Choose your guard-rails")
    assert bound(visit, 14) == "✕ Does not hold: 1 practitioner is over"
    assert bound(visit, 5) == "✕ Does not hold: 3 practitioners are over"
    assert bound(visit, 20) == "✓ Holds"
    visit.page.get_by_role("checkbox", name=KEPT).focus()
    visit.page.keyboard.press("Space")
    visit.at_rest()
    assert [KEPT, "✓ Holds", "✕ Does not hold: 1 child de-allocated"] in visit.rows(RAILS)
    visit.look(pictures, "adopt-rails")
    assert visit.axe() == []


def an_override(visit: Visit, pictures: Path) -> None:
    """Ask why and who, before anything can be decided."""
    page = visit.page
    page.get_by_text("This plan asks 4 decisions of you: 1 de-allocation, 1 change of").wait_for()
    page.get_by_text(f"{KEPT}: does not hold: 1 child de-allocated (C2)").first.wait_for()
    visit.press("Override and begin")
    page.get_by_text("Say who decides, by name.").wait_for()
    visit.look(pictures, "adopt-override")
    page.get_by_role("textbox", name="Why you go on although").fill(
        "Agreed with the senior manager"
    )
    page.get_by_role("textbox", name="Who decides (name)").fill("M. Manager")
    visit.press("Override and begin")
    page.get_by_text("0 of 4 decided").wait_for()


def a_de_allocation(visit: Visit, pictures: Path) -> None:
    """Refuse it without a reason, words, a day of review and who was consulted; then record it."""
    page = visit.page
    page.get_by_role("heading", name="1 of 4: De-allocation: C2 (family C2)").wait_for()
    visit.press(RECORD)
    asked = page.get_by_role("alert").filter(has_text="Not recorded yet:").inner_text()
    for words in ("Choose the reason.", "Say in words why.", "Give the day", "was consulted"):
        assert words in asked
    visit.look(pictures, "adopt-refused")
    assert visit.axe() == []
    page.get_by_role("textbox", name="Why, in words").fill("Stable, seen weekly by the school")
    page.get_by_test_id("stDateInput").get_by_role("spinbutton").first.click()
    page.keyboard.type("16032026")
    recorded(visit, "Practitioner capacity", "1 of 4 decided")


def recorded(visit: Visit, reason: str, until: str) -> None:
    """Give the reason and who was consulted, and record the decision in hand."""
    visit.pick("Reason", reason)
    consulted = visit.page.get_by_role("textbox", name="Who was consulted")
    if consulted.count():
        consulted.fill("Senior manager, 2 March")
    visit.press(RECORD)
    visit.page.get_by_text(until).first.wait_for()
    visit.at_rest()


def the_others(visit: Visit) -> None:
    """Record the change as suggested, let F go on awaiting, and take G on by a name alone."""
    page = visit.page
    page.get_by_role("heading", name="2 of 4: Change of practitioner: C1 (family C1)").wait_for()
    recorded(visit, "Skill or language", "2 of 4 decided")
    page.get_by_text("Goes on awaiting allocation", exact=True).click()
    visit.at_rest()
    recorded(visit, "Court", "3 of 4 decided")
    visit.press(RECORD)


def everything_is_decided(visit: Visit, pictures: Path) -> None:
    """Say how many went otherwise; the records are a file; one is decided again."""
    page = visit.page
    page.get_by_role("heading", name="Everything in this plan is decided").wait_for()
    page.get_by_text("6 children: 3 as the plan suggests, 1 otherwise.").wait_for()
    visit.look(pictures, "adopt-decided")
    for name in ("Decision records (CSV)", "The plan as it was adopted (JSON)"):
        with page.expect_download() as taken:
            page.get_by_role("button", name=name).click()
        assert b"C2" in Path(taken.value.path()).read_bytes()
    visit.unfold("Decide one of them again")
    visit.pick("Decision to change", "3.")
    page.get_by_text("Decided already: record 3.").wait_for()
    visit.press(RECORD)
    page.get_by_text("6 children: 4 as the plan suggests, 0 otherwise.").wait_for()
    assert page.get_by_role("combobox", name="Decision to change").input_value() == ""
    visit.press(re.compile("^Close$"))


def the_log(visit: Visit, pictures: Path) -> None:
    """Filter it, read one record in full, add a note, and take all of it away."""
    page = visit.page
    visit.go("Data and record")
    visit.turn("Decision log")
    page.get_by_text("5 decisions in the log").wait_for()
    visit.pick("Kind of record", "De-allocated")
    visit.pick("Record", "1: C2")
    page.get_by_text("Reviewed on: Mon 16 Mar 2026").wait_for()
    assert "by the school · Guard-rails overridden by M. Manager" in visit.said()
    page.get_by_role("textbox", name="Note").fill("Told the parents")
    page.get_by_role("textbox", name="By (name)", exact=True).fill("A. Clerk")
    visit.press("Add the note")
    page.get_by_text("A note on record 1 was added.").wait_for()
    visit.look(pictures, "adopt-log")
    assert visit.axe() == []
    with page.expect_download() as taken:
        page.get_by_role("button", name="All records (CSV)").click()
    assert b"Told the parents" in Path(taken.value.path()).read_bytes()
