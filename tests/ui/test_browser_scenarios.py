"""Saved scenarios in a real browser: compared, renamed, loaded, made the baseline, forgotten."""

import re
from pathlib import Path
from typing import Any

import pytest

from planner.files import read_scenario, write_scenario
from tests.ui.panel import chips, pressed
from tests.ui.visit import IN_BROWSER, Visit

pytestmark = [*IN_BROWSER, pytest.mark.long]

FIGURES = "Figures of each plan"
AWAY = ("P1 away from 2 Mar until 29 Mar", "P2 away from 2 Mar until 29 Mar")


def test_scenarios_are_kept_and_let_go(
    browser: Any, address: str, tiny: Path, tmp_path: Path, pictures: Path
) -> None:
    """Two what-ifs are saved; one is renamed and loaded, one made the baseline, one forgotten."""
    write_scenario(read_scenario(tiny), tmp_path / "own.xlsx")
    visit = Visit(browser, address)
    visit.bring(tmp_path / "own.xlsx", "A tiny team")
    for who, name in (("P1", "P1 on leave"), ("P2", "Both on leave")):
        visit.go("What-if")
        pressed(visit, who)
        visit.press("Save or compare")
        saved(visit, name)
    set_beside_the_baseline(visit, pictures)
    renamed(visit, pictures)
    loaded(visit)
    made_the_baseline(visit, pictures)
    forgotten(visit)
    assert visit.complaints() == []


def saved(visit: Visit, name: str, note: str = "") -> None:
    """Save the what-if by a name; without one it is refused."""
    visit.page.get_by_role("heading", name="Compare", level=1, exact=True).wait_for()
    visit.at_rest()
    visit.press(re.compile("^Save$"))
    visit.page.get_by_text("Give it a name.").wait_for()
    visit.page.get_by_role("textbox", name="Name", exact=True).last.fill(name)
    visit.page.get_by_role("textbox", name="What it is for (may stay empty)").fill(note)
    visit.press(re.compile("^Save$"))
    visit.page.locator("summary").filter(has_text=name).wait_for()


def folded(visit: Visit, name: str) -> Any:
    """Give the part of a saved scenario, unfolded."""
    part = visit.page.get_by_test_id("stExpander").filter(
        has=visit.page.locator("summary").filter(has_text=name)
    )
    if not part.get_by_role("button", name="Load into What-if").is_visible():
        visit.unfold(name)
    return part


def set_beside_the_baseline(visit: Visit, pictures: Path) -> None:
    """Two columns more; the same what-if is not shown twice; it can be taken away as a table."""
    heads = visit.rows(FIGURES)[0]
    assert heads[:2] == ["Figure", "Baseline plan"]
    assert len(heads) == 4
    waiting = visit.rows(FIGURES)[1]
    assert waiting[1].startswith("0")
    assert waiting[3].startswith("2")
    with visit.page.expect_download() as taken:
        visit.page.get_by_role("button", name="Comparison (CSV)").click()
    assert "P1 on leave" in Path(taken.value.path()).read_text("utf-8")
    adopting = visit.page.get_by_test_id("stSelectbox").filter(has_text="Plan to adopt")
    assert adopting.get_by_role("combobox").input_value().startswith("B: Both on leave")
    visit.look(pictures, "scenarios-two")
    assert visit.axe() == []


def renamed(visit: Visit, pictures: Path) -> None:
    """Refuse a name that another has; a new one with its note stands on the page."""
    part = folded(visit, "P1 on leave")
    name = part.get_by_role("textbox", name="Name", exact=True)
    name.fill("Both on leave")
    part.get_by_role("button", name="Keep name and note").click()
    visit.page.get_by_text("There is a scenario of this name already").wait_for()
    visit.at_rest()
    visit.look(pictures, "scenarios-name-taken")
    name.fill("P1 in March")
    part.get_by_role("textbox", name="Note").fill("Asked by P1")
    part.get_by_role("button", name="Keep name and note").click()
    visit.page.locator("summary").filter(has_text="P1 in March: 1 change").wait_for()
    visit.at_rest()
    assert "P1 on leave" not in visit.said()
    assert "Asked by P1" in folded(visit, "P1 in March").inner_text()


def loaded(visit: Visit) -> None:
    """Its one change takes the place of the two of the what-if; undo brings those back."""
    folded(visit, "P1 in March").get_by_role("button", name="Load into What-if").click()
    visit.page.get_by_role("heading", name="What-if", level=1, exact=True).wait_for()
    visit.at_rest()
    assert chips(visit) == [AWAY[0]]
    visit.press("Undo")
    assert chips(visit) == list(AWAY)
    visit.press("Redo")


def made_the_baseline(visit: Visit, pictures: Path) -> None:
    """Every page compares with it; and back to the team's own data."""
    visit.go("Compare")
    both = folded(visit, "Both on leave")
    both.get_by_role("button", name="Make this the baseline").click()
    visit.page.get_by_test_id("stPopoverBody").get_by_text(
        "Nothing changes for any child"
    ).wait_for()
    visit.page.get_by_role("button", name="Yes, compare with this from now on").click()
    visit.at_rest()
    assert "Baseline: Both on leave (2 changes) · What-if: 1 change" in visit.said()
    assert visit.rows(FIGURES)[1][1].startswith("2")
    visit.look(pictures, "scenarios-baseline")
    assert visit.axe() == []
    visit.go("What-if")
    visit.solved("baseline plan")
    assert "2 fewer than the baseline plan" in visit.figures()[0]
    visit.go("Compare")
    visit.press("Back to the team's own data")
    assert "Baseline: the team's own data · What-if: 1 change" in visit.said()


def forgotten(visit: Visit) -> None:
    """One is let go, and stays so after a refresh; the other is still there."""
    folded(visit, "Both on leave").get_by_role("button", name="Forget").click()
    visit.page.get_by_text("This cannot be undone.").wait_for()
    visit.page.get_by_role("button", name="Yes, forget it").click()
    visit.at_rest()
    visit.page.reload()
    visit.page.locator("summary").filter(has_text="P1 in March: 1 change").wait_for()
    visit.at_rest()
    assert "Both on leave" not in visit.said()
    assert len(visit.rows(FIGURES)[0]) == 3
