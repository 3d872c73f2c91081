"""One child: the card in every plan, and only the section that is open."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.ui.one_child import DECIDE, OWED
from tests.ui.chosen import chosen, section, short_page, subheaders
from tests.ui.conftest import OnPage
from tests.ui.seen import html, text


@pytest.fixture
def page(on_page: OnPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Open the page on a team that is short of hours."""
    return short_page(on_page, tmp_path / "short", monkeypatch)


def test_only_the_section_that_is_open_is_drawn(page: AppTest) -> None:
    """What is owed, and nothing of why or of the worksheet."""
    page = section(page, OWED)
    assert subheaders(page) == ["Owed to this child, and whom to consult"]
    assert "What is owed" in html(page)


def test_the_section_stays_open_for_the_next_child(page: AppTest) -> None:
    """A manager who looks at decisions goes on doing so."""
    page = chosen(section(page, DECIDE), "Child", "C3")
    assert subheaders(page) == ["Try a decision"]


def test_without_a_what_if_there_are_two_plans_to_read(page: AppTest) -> None:
    """Now and the baseline plan; a third row would say the same again."""
    page = chosen(page, "Child", "C3")
    cards = html(page)
    assert "<dt>Now</dt>" in cards
    assert "<dt>Baseline plan</dt>" in cards
    assert "<dt>What-if</dt>" not in cards
    assert "High risk, band (b)" in cards
    assert "C3" in text(page)
