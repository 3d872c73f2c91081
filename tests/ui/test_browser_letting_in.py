"""What would let a child in, in a real browser; and notes on the board that outlast a refresh."""

from pathlib import Path
from typing import Any

import pytest

from planner.files import write_scenario
from tests.ui.chosen import short_team
from tests.ui.panel import chips
from tests.ui.visit import IN_BROWSER, Visit

pytestmark = [*IN_BROWSER, pytest.mark.long]

TITLE = "Children and practitioners"
DAYS = {"Told on": "02032026", "Consulted on": "03032026", "Last reviewed on": "04032026"}


def test_a_fact_lets_a_child_in(browser: Any, address: str, tmp_path: Path, pictures: Path) -> None:
    """C3 awaits: who was told is kept; a day more of P1 would do, is tried, and C3 is let in."""
    write_scenario(short_team(), tmp_path / "own.xlsx")
    visit = Visit(browser, address)
    visit.bring(tmp_path / "own.xlsx", "A team short of hours")
    visit.go("Awaiting")
    visit.press("Work out what would let each child in")
    visit.page.get_by_text("Not within the limits. It would take: P1 goes 2.5 h").wait_for()
    noted(visit, pictures)
    visit.page.reload()
    visit.page.get_by_text("parents, Mon 2 Mar").wait_for()
    visit.at_rest()
    kept(visit)
    a_fact(visit, pictures)
    let_in(visit, pictures)
    assert visit.complaints() == []


def board(visit: Visit) -> str:
    """Give the words of the board in one line."""
    return " ".join(visit.page.locator(".board").inner_text().split())


def noted(visit: Visit, pictures: Path) -> None:
    """Note who was told and consulted, and each day; nothing stands there before it is kept."""
    form = visit.page.get_by_test_id("stForm")
    assert board(visit).count("not recorded") >= 3
    form.get_by_role("button", name="parents", exact=True).click()
    form.get_by_role("button", name="line manager", exact=True).click()
    for label, day in DAYS.items():
        field = form.get_by_test_id("stDateInput").filter(has_text=label)
        field.get_by_role("spinbutton").first.click()
        visit.page.keyboard.type(day)
    visit.press("Keep this note")
    visit.page.get_by_text("parents, Mon 2 Mar").wait_for()
    visit.look(pictures, "letting-in-noted")
    assert visit.axe() == []


def kept(visit: Visit) -> None:
    """Find the note on the board, in the form, and in the table that is taken away."""
    said = board(visit)
    for words in ("parents, Mon 2 Mar", "line manager, Tue 3 Mar", "Wed 4 Mar"):
        assert words in said, said
    form = visit.page.get_by_test_id("stForm")
    parents = form.get_by_role("button", name="parents", exact=True)
    assert parents.get_attribute("aria-pressed") == "true"
    with visit.page.expect_download() as taken:
        visit.page.get_by_role("button", name="Table (CSV)").click()
    assert "parents, Mon 2 Mar" in Path(taken.value.path()).read_text("utf-8")


def a_fact(visit: Visit, pictures: Path) -> None:
    """Look for facts on the child's page: each is a sentence that says with whom C3 would be."""
    visit.go(TITLE)
    visit.pick("Child", "C3")
    visit.page.get_by_role("heading", name="What would change this").wait_for()
    assert "within the limits no plan allocates the family" in visit.said()
    visit.press("Look for facts that would let this child in")
    visit.page.get_by_text("One more day of P1 for cases (7.6 h): then with P1.").wait_for()
    visit.at_rest()
    visit.look(pictures, "letting-in-facts")
    assert visit.axe() == []


def let_in(visit: Visit, pictures: Path) -> None:
    """Try the fact: it is a chip of the what-if, C3 is with P1, and the board is empty."""
    visit.press("Show me in What-if")
    visit.page.get_by_role("heading", name="What-if", level=1, exact=True).wait_for()
    visit.solved("baseline plan")
    assert chips(visit) == ["P1 at most 27.6 h a cycle"]
    assert visit.figures()[1].split("\n")[1] == "0"
    visit.go("Awaiting")
    visit.page.get_by_text("No child of this team awaits allocation in this plan.").wait_for()
    visit.turn("Baseline plan")
    assert "parents, Mon 2 Mar" in board(visit)
    visit.shoot(pictures, "letting-in-board")
