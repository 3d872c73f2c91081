"""One practitioner: families, hours, who could be added next; facts, and never a rating."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.ui import state
from planner.ui.one_practitioner import ABSENCE, LOCKS, NEXT
from planner.ui.pages.children import PRACTITIONER
from tests.ui.chosen import chosen, section, short_page, subheaders
from tests.ui.conftest import OnPage
from tests.ui.seen import button, html, text


@pytest.fixture
def page(on_page: OnPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Open one practitioner of a team that is short of hours."""
    return section(short_page(on_page, tmp_path / "short", monkeypatch), PRACTITIONER)


def test_families_hours_and_limits(page: AppTest) -> None:
    """P1 holds F: its children with their tier, the parts of the hours, and the limits."""
    families, made, limits = (table.value for table in page.table)
    assert list(families["Children"]) == ["C1, remaining children; C2, remaining children"]
    assert list(made["Part"])[-1] == "Together"
    assert next(iter(families["Hours a cycle"])) == list(made["Hours a cycle"])[-1]
    assert next(iter(limits["At most"])) == "20 h"
    assert "Not a performance measure" in text(page)


def test_who_could_be_added_next_is_no_ranking(page: AppTest) -> None:
    """C3 awaits and does not fit with P1; the page says by how much and in which order it lists."""
    page = section(page, NEXT)
    assert "None fits within every limit" in text(page)
    assert "P1 would be " in html(page)
    assert "In the order of ids." in text(page)


def test_who_holds_no_cases_is_said_so(page: AppTest) -> None:
    """The team manager: no table over nothing, in either section."""
    page = chosen(page, "Practitioner", "TM1")
    assert "Holds no cases in this cycle." in text(page)
    assert not page.table
    page = section(page, NEXT)
    assert "Holds no cases in this cycle." in text(page)


def test_away_the_whole_cycle_nobody_can_be_added(on_page: OnPage) -> None:
    """P3 of the tiny team is away: refused in the engine's words, not as a failure."""
    page = chosen(section(on_page("children"), PRACTITIONER), "Practitioner", "P3")
    page = section(page, NEXT)
    assert "no working day in the cycle and can take on nobody" in text(page)
    assert not page.error


def test_locks_and_what_an_absence_would_mean(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No decision names P1; the absence is worked out on another page, for P1."""
    went: list[object] = []
    monkeypatch.setattr(state, "go_to", lambda *given, **who: went.append((given, who)))
    page = section(page, LOCKS)
    assert "No decision names them." in text(page)
    assert "If they were away" in subheaders(page)
    button(page, ABSENCE)
    assert went == [(("trade-offs",), {"practitioner": "P1"})]
