"""An area of two teams in a real browser: whose children the board shows, which team is joined."""

import re
from pathlib import Path
from typing import Any

import pytest

from planner.files import write_scenario
from tests.engine.solving import high
from tests.make import child, practitioner, scenario
from tests.ui.panel import chips, counted
from tests.ui.visit import IN_BROWSER, Visit

pytestmark = [*IN_BROWSER, pytest.mark.long]

# P1 and P2 have 16 h each: what they hold takes 8.5 h, and a child at high risk needs 11.5 h.
AREA = scenario(
    [
        child("C1", holder="P1", team="North"),
        child("C2", holder="P2", team="South"),
        high("N1", team="North"),
        high("S1", team="South"),
    ],
    [
        practitioner("P1", team="North", rostered_hours=90),
        practitioner("P2", team="South", rostered_hours=90),
        practitioner("M1", team="North", grade="CPP5.2"),
        practitioner("M2", team="South", grade="CPP5.2"),
    ],
    name="An area of two teams",
)
ONLY = "Show only these teams"


def test_teams_of_an_area_are_told_apart(
    browser: Any, address: str, tmp_path: Path, pictures: Path
) -> None:
    """Show the board for all and for one team; whoever joins takes a child of the team joined."""
    write_scenario(AREA, tmp_path / "own.xlsx")
    visit = Visit(browser, address)
    visit.bring(tmp_path / "own.xlsx", "An area of two teams")
    the_board_of_one_team(visit, pictures)
    visit.go("What-if")
    counted(visit, "Practitioners who join", 1)
    assert chips(visit) == ["NEW1 joins North (CPP4)"]
    assert awaiting(visit) == ["S1"]
    visit.go("What-if")
    joined(visit, "South")
    assert chips(visit) == ["NEW1 joins South (CPP4)"]
    visit.look(pictures, "teams-joined")
    assert visit.axe() == []
    good_news_is_no_alarm(browser, visit, pictures)
    assert awaiting(visit) == ["N1"]
    assert visit.page.get_by_text(ONLY).count() == 0
    assert visit.complaints() == []


def the_board_of_one_team(visit: Visit, pictures: Path) -> None:
    """Each child stands with the team; of one team the other's children are not shown."""
    assert awaiting(visit) == ["N1", "S1"]
    rows = visit.page.locator(".board tbody tr")
    assert "North" in rows.filter(has_text="N1").first.inner_text()
    visit.page.get_by_text(ONLY).wait_for()
    visit.press(re.compile("^South$"))
    assert shown(visit) == ["S1"]
    visit.look(pictures, "teams-board-of-one")
    assert visit.axe() == []
    visit.press(re.compile("^South$"))
    assert shown(visit) == ["N1", "S1"]
    visit.look(pictures, "teams-board")


def good_news_is_no_alarm(browser: Any, visit: Visit, pictures: Path) -> None:
    """One child fewer at high risk is green, and can be read in the dark theme as well."""
    dark = Visit(browser, visit.page.url, 390, color_scheme="dark")
    dark.solved("the baseline plan")
    for shown in (visit, dark):
        change = shown.page.locator(".tiles > div").nth(1).locator(".change")
        assert "1 fewer than the baseline plan" in change.inner_text()
        red, green, _ = change.evaluate(
            "one => getComputedStyle(one).color.match(/[0-9.]+/g).slice(0, 3).map(Number)"
        )
        assert green > red
    dark.shoot(pictures, "teams-joined-dark")
    assert dark.axe() == []
    assert dark.complaints() == []


def awaiting(visit: Visit) -> list[str]:
    """Go to the board and give its children."""
    visit.go("Awaiting")
    return shown(visit)


def shown(visit: Visit) -> list[str]:
    """Give the children of the board in the order in which they stand."""
    heads = visit.page.locator(".board tbody th[scope=row]")
    heads.first.wait_for()
    return [head.split()[0] for head in heads.all_inner_texts()]


def joined(visit: Visit, team: str) -> None:
    """Choose the team that whoever joins will be of."""
    sidebar = visit.page.get_by_test_id("stSidebar")
    box = sidebar.get_by_role("combobox", name="Team they join")
    box.click()
    box.fill(team)
    visit.page.get_by_role("option", name=team, exact=True).click()
    visit.page.get_by_role("button", name=f"NEW1 joins {team}").wait_for()
    visit.at_rest()
