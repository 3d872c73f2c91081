"""Every page at 200 per cent in a real browser, as on a small laptop: nothing is cut off."""

from pathlib import Path
from typing import Any

import pytest

from planner.ui.main import VIEWS
from tests.ui.visit import IN_BROWSER, Visit

pytestmark = [*IN_BROWSER, pytest.mark.long]

SECTIONS = {
    "Children and practitioners": (
        "Why, and what would change it",
        "Settled or your call",
        "Owed and consultation",
        "De-allocation worksheet",
        "Decide",
        "One practitioner",
    ),
    "Data and record": ("Your data", "Decision log", "Workload evidence", "Policy"),
    "This week": ("New family: who can take it?", "Somebody is away"),
}
TOO_WIDE = """() => {
    const side = document.querySelector('[data-testid=stSidebarContent]');
    return side.scrollWidth - side.clientWidth;
}"""


def test_every_page_can_be_read_at_twice_the_size(
    browser: Any, address: str, pictures: Path
) -> None:
    """The team that ships: each page and section, and the controls of the What-if."""
    visit = Visit(browser, address, 640, device_scale_factor=2)
    visit.page.set_viewport_size({"width": 640, "height": 400})
    visit.page.get_by_role("heading", level=1).wait_for()
    found = {}
    for view in VIEWS:
        visit.go(view.title)
        found[view.title] = wrong(visit)
        visit.shoot(pictures, f"zoom-{view.address}")
        for number, name in enumerate(SECTIONS.get(view.title, ())):
            visit.turn(name)
            found[f"{view.title}: {name}"] = wrong(visit)
            visit.shoot(pictures, f"zoom-{view.address}-{number}")
    visit.go("What-if")
    visit.open_controls()
    assert visit.page.evaluate(TOO_WIDE) <= 0
    visit.page.screenshot(path=str(pictures / "zoom-controls.png"))
    assert found == {name: [] for name in found}
    assert visit.complaints() == []


def wrong(visit: Visit) -> list[str]:
    """Give what is too wide or cut off, and what axe finds."""
    wide = visit.sideways()
    return [*([f"{wide} pixels too wide"] if wide > 0 else []), *visit.clipped(), *visit.axe()]
