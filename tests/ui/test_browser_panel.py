"""The controls of the What-if page in a real browser: each moves a chip, each is taken back."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from planner.files import read_scenario, write_scenario
from tests.ui.panel import chips, counted, moved, pressed
from tests.ui.visit import IN_BROWSER, Visit

pytestmark = [*IN_BROWSER, pytest.mark.long]

AWAY = tuple(f"{who} away from 2 Mar until 29 Mar" for who in ("P1", "P2"))


def test_every_control_is_moved_and_taken_back(
    browser: Any, address: str, tiny: Path, tmp_path: Path, pictures: Path
) -> None:
    """Presets, who joins and leaves, duty and reserve; undo, redo, reset; kept after a refresh."""
    write_scenario(read_scenario(tiny), tmp_path / "own.xlsx")
    visit = Visit(browser, address)
    visit.bring(tmp_path / "own.xlsx", "A tiny team")
    visit.go("What-if")
    each_practitioner_has_a_bar(visit)
    two_away(visit)
    back_and_forward(visit)
    another_page_is_read(visit)
    limits_differ(visit)
    somebody_joins(visit, pictures)
    the_team_changes(visit, pictures)
    some_days_only(visit)
    hours_of_duty(visit)
    visit.look(pictures, "panel-all")
    assert visit.axe() == []
    all_of_it_is_kept(visit)
    assert visit.complaints() == []


def each_practitioner_has_a_bar(visit: Visit) -> None:
    """Each on a line of their own, however few there are."""
    names = visit.page.locator("[data-testid=stVegaLiteChart] .role-axis-label text")
    names.filter(has_text="P1").first.wait_for()
    tops = [names.filter(has_text=f"P{n}").first.bounding_box()["y"] for n in (1, 2, 3)]
    assert all(below - above > 25 for above, below in pairwise(tops)), tops


def two_away(visit: Visit) -> None:
    """Wait for two, and neither one nor none: then nobody takes C4 and C5 on."""
    pressed(visit, "Two away")
    popover = visit.page.get_by_test_id("stPopoverBody")
    see = popover.get_by_role("button", name="See it for the whole cycle")
    for name in ("P1", "P2"):
        assert see.is_disabled()
        popover.get_by_role("button", name=name, exact=True).click()
        visit.at_rest()
    see.click()
    visit.page.get_by_role("button", name=AWAY[1]).wait_for()
    visit.page.keyboard.press("Escape")
    visit.solved("baseline plan")
    assert chips(visit) == list(AWAY)
    assert visit.figures()[0].split("\n")[1] == "2"


def back_and_forward(visit: Visit) -> None:
    """One chip is taken back, undone, redone; all of it is reset, and undone once more."""
    visit.press(AWAY[0])
    assert chips(visit) == [AWAY[1]]
    visit.press("Undo")
    assert chips(visit) == list(AWAY)
    visit.press("Redo")
    assert visit.page.get_by_role("button", name="Redo").is_disabled()
    visit.press("Reset all")
    visit.page.get_by_text("Nothing is changed yet").wait_for()
    visit.press("Undo")
    assert chips(visit) == [AWAY[1]]
    visit.press(AWAY[1])
    assert chips(visit) == []


def another_page_is_read(visit: Visit) -> None:
    """One control is moved after the reset, and none moves by itself when she is back."""
    moved(visit, "Hours kept in reserve", "ArrowRight")
    visit.go("Compare")
    visit.go("What-if")
    moved(visit, "Hours kept in reserve", "ArrowRight")
    assert chips(visit) == ["10 h kept in reserve"]
    visit.press("10 h kept in reserve")


def limits_differ(visit: Visit) -> None:
    """With a limit of P1's own the slider for everyone says nothing of a plan that is not there."""
    words = visit.page.get_by_test_id("stSidebar").get_by_text("Limits differ now.")
    moved(visit, re.compile("^P1: "), "ArrowLeft")
    words.wait_for()
    found = chips(visit)
    assert [words.partition(":")[0] for words in found] == ["Limit of P1"], found
    (chip,) = found
    visit.press(chip)
    words.wait_for(state="hidden")


def somebody_joins(visit: Visit, pictures: Path) -> None:
    """Press both presets: the new starter has a limit, which goes when the starter does."""
    pressed(visit, "Vacancy filled")
    pressed(visit, "New starter")
    assert chips(visit) == ["NEW1 joins (CPP4)", "NEW2 joins (CPP3)", "Limit of NEW2: 60 %"]
    visit.look(pictures, "panel-joined")
    visit.press("NEW2 joins (CPP3)")
    visit.press("NEW1 joins (CPP4)")
    assert chips(visit) == []


def the_team_changes(visit: Visit, pictures: Path) -> None:
    """Somebody joins at part time, and P2 leaves: C3 loses who holds the case, in words."""
    counted(visit, "Practitioners who join", 1)
    moved(visit, "FTE of each who joins", "ArrowLeft")
    assert chips(visit) == ["NEW1 joins (CPP4, 0.8 FTE)"]
    pressed(visit, "P2", last=True)
    assert chips(visit) == ["NEW1 joins (CPP4, 0.8 FTE)", "P2 leaves the team"]
    visit.page.get_by_role("radio", name="Changes, one by one").click()
    visit.at_rest()
    changed = {row[0].split(",")[0]: row[1:3] for row in visit.rows("Changes: changes against now")}
    assert changed["C3"][0] == "Forced change"
    visit.look(pictures, "panel-team")


def some_days_only(visit: Visit) -> None:
    """Days the wrong way round are refused in words; the right way they are a chip."""
    visit.unfold("Away for some days only")
    sidebar = visit.page.get_by_test_id("stSidebar")
    for day in ("01032026", "03032026"):
        sidebar.get_by_test_id("stDateInput").last.get_by_role("spinbutton").first.click()
        visit.page.keyboard.type(day)
        pressed(visit, "Mark as away")
        if day.startswith("01"):
            sidebar.get_by_text("The last day away is before the first.").wait_for()
    assert chips(visit)[-1] == "P1 away from 2 Mar until 3 Mar"


def hours_of_duty(visit: Visit) -> None:
    """Duty, reserve, arrivals, and what she is prepared to consider."""
    moved(visit, "Duty hours of TM1", "ArrowRight", 3)
    moved(visit, "Hours kept in reserve", "ArrowRight")
    counted(visit, "Children expected to arrive", 2)
    moved(visit, "De-allocations", "ArrowRight")
    moved(visit, "Changes of practitioner", "ArrowRight")
    moved(visit, re.compile("^Limit for everyone"), "ArrowLeft")
    own = visit.page.get_by_role("slider", name=re.compile("^P2:"))
    assert own.input_value() == "95"
    wanted = ("TM1 gives 3 h to duty", "5 h kept in reserve", "2 children expected")
    assert set(wanted) < set(chips(visit))
    assert {"Up to 1 de-allocation considered", "Limit of everyone: 95 %"} < set(chips(visit))


def all_of_it_is_kept(visit: Visit) -> None:
    """Find every chip again after a refresh."""
    before = chips(visit)
    visit.page.reload()
    visit.page.get_by_role("button", name="P2 leaves the team").wait_for()
    visit.at_rest()
    assert chips(visit) == before
