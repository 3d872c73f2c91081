"""The controls stand where the what-if says, also when another page was read in between."""

import pytest
from streamlit.testing.v1 import AppTest

from planner.ui import asking
from tests.ui.seen import labels, pills

pytestmark = pytest.mark.usefixtures("only_tiny")

AWAY = "Away for the whole cycle"


def _two_pages() -> None:
    """Draw the first page and the what-if page in one frame; runs inside the test harness."""
    from planner.ui.pages import compare, data, what_if
    from planner.ui.shell import View, serve

    pages = {"compare": compare, "what-if": what_if, "data": data}
    serve([View(page.TITLE, address, page.render) for address, page in pages.items()])


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Open the page that is read before the what-if; any plan will do for it."""
    monkeypatch.setattr(asking, "LIVE_SECONDS", 0.2)
    opened = AppTest.from_function(_two_pages, default_timeout=60).run()
    assert opened.title[0].value == "Compare"
    return opened


def go(page: AppTest, address: str) -> AppTest:
    """Go to another page, and have it drawn more than once, as where a search is followed."""
    page.session_state["go"] = address
    page.run()
    return page.run()


@pytest.mark.parametrize("other", ["compare", "data"])
def test_they_stand_where_they_were_left(page: AppTest, other: str) -> None:
    """P1 is away: so the control says when she is back, and P2 is away besides."""
    go(page, "what-if")
    pills(page, AWAY).set_value(["P1", "P3"]).run()
    go(page, other)
    go(page, "what-if")
    assert pills(page, AWAY).value == ["P1", "P3"]
    pills(page, AWAY).set_value(["P1", "P2", "P3"]).run()
    chips = [label for label in labels(page) if "away from" in label]
    assert [chip[:2] for chip in chips] == ["P1", "P2"]
