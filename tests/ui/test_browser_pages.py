"""Every page in a real browser, by the navigation: nothing is cut off, nobody is called.

Screenshots go to the folder that PLANNER_SCREENSHOTS names, else to a temporary one.
"""

from pathlib import Path
from typing import Any

import pytest

from planner.ui.main import VIEWS
from tests.ui.visit import IN_BROWSER, Visit, served

pytestmark = IN_BROWSER


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_every_page(browser: Any, address: str, pictures: Path, width: int, scheme: str) -> None:
    """The team that ships, on each page in its order."""
    visit = Visit(browser, address, width, color_scheme=scheme)
    visit.page.get_by_role("heading", level=1).wait_for()
    found = {}
    for view in VIEWS:
        visit.go(view.title)
        visit.shoot(pictures, f"{view.address}-{scheme}")
        found[view.title] = [
            *([f"{visit.sideways()} pixels too wide"] if visit.sideways() > 0 else []),
            *visit.clipped(),
            *visit.axe(),
        ]
    assert found == {view.title: [] for view in VIEWS}
    assert visit.complaints() == []


def test_an_address_of_a_page_can_be_opened_first(browser: Any, tmp_path: Path) -> None:
    """On a server that nobody visited yet: our navigation alone, and never the library's own."""
    seen = """() => {
        window.links = new Set();
        new MutationObserver(() => {
            const links = document.querySelectorAll(
                '[data-testid=stTopNavLink], [data-testid=stSidebarNavLink]');
            for (const link of links) window.links.add(link.innerText.trim());
        }).observe(document, {subtree: true, childList: true});
    }"""
    with served(tmp_path) as address:
        context = browser.new_context()
        context.add_init_script(f"({seen})()")
        page = context.new_page()
        page.goto(f"{address}children")
        title = "Children and practitioners"
        page.get_by_role("heading", name=title, level=1, exact=True).wait_for()
        page.get_by_role("heading", name="C001", level=2).wait_for()
        links = set(page.evaluate("[...window.links]")) - {""}
        context.close()
    assert links == {view.title for view in VIEWS}
