"""The awaiting board in a real browser: whose plan, which tiers, notes, what lets a child in."""

import re
from pathlib import Path
from typing import Any

import pytest

from planner.files import read_scenario, write_scenario
from tests.ui.visit import IN_BROWSER, Visit

pytestmark = [*IN_BROWSER, pytest.mark.long]


def test_the_board_is_read_noted_on_and_taken_away(
    browser: Any, address: str, tiny: Path, tmp_path: Path, pictures: Path
) -> None:
    """With P1 and P2 away C4 and C5 await; C5 is overdue and first; C4's parents were told."""
    write_scenario(read_scenario(tiny), tmp_path / "own.xlsx")
    visit = Visit(browser, address)
    visit.bring(tmp_path / "own.xlsx", "A tiny team")
    both_away(visit)
    visit.go("Awaiting")
    assert children(visit) == ["C5", "C4"]
    a_note(visit)
    taken_away(visit)
    visit.press("Work out what would let each child in")
    visit.page.get_by_role("button", name="Work out what would let").wait_for(state="hidden")
    visit.at_rest()
    visit.look(pictures, "awaiting-worked-out")
    assert visit.axe() == []
    visit.turn("Baseline plan")
    visit.page.get_by_text("No child of this team awaits allocation in this plan.").wait_for()
    visit.turn("Now")
    visit.page.get_by_text("Baseline plan: with P").first.wait_for()
    assert children(visit) == ["C5", "C4"]
    assert re.fullmatch(re.escape(address) + r"awaiting\?draft=[A-Za-z0-9_-]{22}", visit.page.url)
    assert visit.complaints() == []


def both_away(visit: Visit) -> None:
    """On the page What-if, by two presses."""
    visit.go("What-if")
    for name in ("P1", "P2"):
        visit.page.get_by_test_id("stSidebar").get_by_role("button", name=name).first.click()
        visit.page.get_by_role("button", name=re.compile(f"^{name} away")).wait_for()
        visit.at_rest()


def children(visit: Visit) -> list[str]:
    """Give the children of the board in the order in which they stand."""
    heads = visit.page.locator(".board tbody th[scope=row]")
    heads.first.wait_for()
    return [head.split()[0] for head in heads.all_inner_texts()]


def a_note(visit: Visit) -> None:
    """Keep a note: it is on the board at once, for this child alone, also after a refresh."""
    visit.pick("Child", "C4")
    visit.page.get_by_role("button", name="parents", exact=True).click()
    visit.press("Keep this note")
    told = visit.page.locator(".board tbody tr").filter(has_text="C4").first
    told.get_by_text("parents").wait_for()
    visit.page.reload()
    told.get_by_text("parents").wait_for()
    visit.at_rest()
    other = visit.page.locator(".board tbody tr").filter(has_text="C5").first
    assert "parents" not in other.inner_text()


def taken_away(visit: Visit) -> None:
    """As a table; the tiers that are shown can be chosen."""
    page = visit.page
    with page.expect_download() as taken:
        page.get_by_role("button", name="Table (CSV)").click()
    assert taken.value.suggested_filename == "awaiting-2026-03-02.csv"
    assert b"C4" in Path(taken.value.path()).read_bytes()
    page.get_by_role("button", name="High risk", exact=True).click()
    visit.at_rest()
    assert children(visit) == ["C5", "C4"]
