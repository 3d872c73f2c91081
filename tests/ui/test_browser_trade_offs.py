"""Trade-offs in a real browser: a point is clicked, a row is picked, and it fits a phone."""

from pathlib import Path
from typing import Any

import pytest

from planner.files import write_scenario
from tests.engine.solving import high
from tests.make import child, practitioner, scenario
from tests.ui.visit import IN_BROWSER, Visit

pytestmark = [*IN_BROWSER, pytest.mark.long]

# Three de-allocations admit both high-risk children, see test_trade_offs.
FULL = scenario(
    [high("H1"), high("H2"), *(child(f"C{n}", holder="P1") for n in range(1, 6))],
    [practitioner("P1", rostered_hours=60), practitioner("TM1", grade="CPP5.2")],
    name="A full team",
)
LOADED = "Loaded into the What-if"
ASKED = {
    "Contact": ("Find what missing contact would change", "Counted here is contact"),
    "De-allocations": ("Find what de-allocations would change", "never where more contact"),
    "Changes": ("Find what changes would change", "No change of practitioner would buy"),
    "Hours": ("Find what hours would change", "h more for everyone"),
    "Capacity": ("Draw the curve", "Hours are the limit on cases"),
    "Absences": ("Ask of each absence", "Each line is the best plan"),
    "Robustness": ("Try a little more or less", "draws of points and"),
}


def opened(browser: Any, address: str, folder: Path, width: int = 1280, **context: Any) -> Visit:
    """Open the page on the full team."""
    write_scenario(FULL, folder / "own.xlsx")
    visit = Visit(browser, address, width, **context)
    visit.page.get_by_role("heading", level=1).wait_for()
    visit.go("Trade-offs")
    if width < 600:
        visit.open_controls()
    visit.upload(folder / "own.xlsx")
    visit.page.get_by_text("A full team").first.wait_for()
    if width < 600:
        visit.close_controls()
    visit.at_rest()
    return visit


def answered(visit: Visit, name: str) -> None:
    """Open a section, ask where it was not asked in another tab before, and wait for the answer."""
    label, until = ASKED[name]
    visit.page.get_by_role("radio", name=name, exact=True).click()
    visit.at_rest()
    ask = visit.page.get_by_role("button", name=label)
    if ask.count():
        ask.click()
    visit.page.get_by_text(until).first.wait_for()
    visit.at_rest()


def what_if(visit: Visit) -> str:
    """Give how many changes the what-if has, as the line under the title says it."""
    words: str = visit.page.get_by_text("What-if:").first.inner_text()
    return words.split("What-if: ")[1].split(" · ")[0]


def test_a_point_and_a_row_are_loaded_and_followed(
    browser: Any, address: str, tmp_path: Path, pictures: Path
) -> None:
    """By a click into the chart, taken back, by the box of a row, and on to the What-if."""
    visit = opened(browser, address, tmp_path)
    page = visit.page
    visit.turn("De-allocations")
    visit.turn("4")
    answered(visit, "De-allocations")
    page.get_by_test_id("stVegaLiteChart").first.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    clicked = _clicked(visit)
    assert clicked
    page.get_by_text(f"{LOADED}: 3 de-allocations.").first.wait_for()
    assert what_if(visit) == "1 change"
    visit.shoot(pictures, "choice-loaded")
    page.get_by_role("button", name="Take it back").click()
    page.get_by_text("The choices below").wait_for(state="hidden")
    visit.at_rest()
    assert what_if(visit) == "the same as the baseline"
    grid = page.get_by_test_id("stDataFrame").first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    page.mouse.click(box["x"] + 16, box["y"] + 35 * 2 + 17)
    page.get_by_text("The choices below").wait_for()
    page.get_by_role("button", name="Go to What-if").click()
    page.get_by_role("heading", name="What-if", level=1, exact=True).wait_for()
    page.get_by_role("button", name="Up to 1 de-allocation considered").wait_for()
    assert visit.complaints() == []


def _clicked(visit: Visit) -> bool:
    """Click down the right-hand end of the first chart until the last choice is met."""
    box = visit.page.get_by_test_id("stVegaLiteChart").first.bounding_box()
    for up in range(20, int(box["height"]), 6):
        for left in (28, 36, 44):
            visit.page.mouse.click(box["x"] + box["width"] - left, box["y"] + up)
            visit.page.wait_for_timeout(60)
        if visit.page.get_by_text(LOADED).count():
            return True
    return False


def beyond(visit: Visit) -> list[int]:
    """Give by how many pixels each table of numbers reaches beyond the page."""
    found: list[int] = visit.page.locator("[data-testid=stDataFrame] .dvn-scroller").evaluate_all(
        "all => all.map(one => Math.max(0, one.scrollWidth - one.clientWidth))"
    )
    return found


def test_a_team_with_children_of_every_tier_fits_the_page(browser: Any, address: str) -> None:
    """Where even a mandatory child awaits now, no number stands beyond the page."""
    visit = Visit(browser, address)
    visit.page.get_by_role("heading", level=1).wait_for()
    visit.go("Trade-offs")
    visit.page.get_by_test_id("stDataFrame").first.wait_for()
    visit.at_rest()
    assert beyond(visit) == [0]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_every_section_fits_and_can_be_read(
    browser: Any, address: str, tmp_path: Path, pictures: Path, width: int, scheme: str
) -> None:
    """Each is asked and answered; nothing is cut off, and axe finds nothing in either theme."""
    visit = opened(browser, address, tmp_path, width, color_scheme=scheme)
    found = {}
    for name in ASKED:
        answered(visit, name)
        visit.shoot(pictures, f"trade-offs-{name.lower()}-{scheme}")
        assert visit.sideways() <= 0, name
        found[name] = [*visit.clipped(), *visit.axe()]
        if width > 600:
            assert beyond(visit) == [0] * visit.page.get_by_test_id("stDataFrame").count(), name
    assert found == {name: [] for name in ASKED}
    assert visit.complaints() == []
