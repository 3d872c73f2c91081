"""The de-allocation worksheet on the page: refused, with a reason, or weighed and taken away."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.ui.one_child import SHEET
from planner.ui.worksheet import PRINT
from tests.ui.chosen import chosen, section, short_page
from tests.ui.conftest import OnPage
from tests.ui.seen import html, text


@pytest.fixture
def page(on_page: OnPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Open the section on a team that is short of hours."""
    return section(short_page(on_page, tmp_path / "short", monkeypatch), SHEET)


def downloads(page: AppTest) -> list[str]:
    """Name what can be taken away."""
    return [element.proto.label for element in page.get("download_button")]


def test_a_family_that_is_held_is_weighed_child_by_child(page: AppTest) -> None:
    """Hours first, then a card for C1 and one for C2; it can be printed."""
    assert "**Family F, held by P1**" in text(page)
    assert "Frees " in text(page)
    assert "<h3>C1</h3>" in html(page)
    assert "<h3>C2</h3>" in html(page)
    assert downloads(page) == [PRINT]


def test_who_awaits_has_nothing_to_de_allocate(page: AppTest) -> None:
    """C3 is held by nobody: the refusal's own words, and nothing to print."""
    page = chosen(page, "Child", "C3")
    assert "there is nothing to de-allocate" in page.info[0].value
    assert downloads(page) == []


def test_a_child_at_high_risk_is_weighed_only_with_a_reason(page: AppTest) -> None:
    """C5: refused, and weighed once the manager gives the reason, which is shown."""
    page = chosen(page, "Child", "C5")
    assert "so not suggested" in page.info[0].value
    page = page.text_input[0].input("agreed with the practice leader").run()
    assert not page.info
    assert "**Family C5, held by P2**" in text(page)
    page = chosen(page, "Child", "C1")
    assert not page.text_input
