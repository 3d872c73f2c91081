"""Why a child is where the plan puts them, and what would change it: by the engine, and honest."""

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.plan import Choices, Status
from planner.policy import default_policy
from planner.ui import state
from planner.ui.asking import Question
from planner.ui.explaining import LOOK, SHOW, about_plan
from planner.ui.sides import Sides
from planner.ui.teams import Picked
from tests.ui.chosen import chosen, short_page, short_team, subheaders
from tests.ui.conftest import OnPage
from tests.ui.made import plan
from tests.ui.seen import button, labels, settled, text

ANSWERED = "What would change this"


@pytest.fixture
def page(on_page: OnPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Open the page on a team that is short of hours."""
    return short_page(on_page, tmp_path / "short", monkeypatch)


def test_what_would_have_to_move_follows_by_itself(on_page: OnPage) -> None:
    """Why at once; then the best plan with C1 elsewhere, who moves, and what it costs."""
    page = on_page("children")
    assert "Stays with P1, who holds the case now." in text(page)
    page = settled(page, lambda p: ANSWERED in subheaders(p))
    said = text(page)
    assert "The best plan in which family C1 is not with P1:" in said
    assert "What decides:" in said
    assert "points of its own" not in said
    moves = next(t.value for t in page.table if "What would move" in t.value)
    assert next(iter(moves["What would move"])).startswith("C1 would move from P1 to P2")


def test_that_there_is_no_such_plan_is_an_answer(page: AppTest) -> None:
    """P2 alone could take F and has too few hours: said, with who cannot, and without a cost."""
    page = settled(page, lambda p: ANSWERED in subheaders(p))
    said = text(page)
    assert "There is no plan with F not with P1, whatever else moves." in said
    assert "What it would cost" not in said
    cannot = next(t.value for t in page.table if "Practitioner" in t.value)
    assert list(cannot["Practitioner"]) == ["P2"]
    assert LOOK not in labels(page)


def test_facts_that_would_do_are_applied_by_a_click(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C3 awaits: a day more of P1 would let the child in, and is then in the what-if."""
    went: list[object] = []
    monkeypatch.setattr(state, "go_to", lambda *given, **_: went.append(given))
    page = settled(chosen(page, "Child", "C3"), lambda p: LOOK in labels(p))
    assert "within the limits no plan allocates the family" in text(page)
    page = settled(button(page, LOOK), lambda p: SHOW in labels(p))
    assert "One more day of P1 for cases (7.6 h): then with P1." in text(page)
    page = button(page, SHOW)
    assert went == [("what-if",)]
    assert "What-if: **1 change**" in text(page)


def test_a_child_whom_no_plan_places(page: AppTest) -> None:
    """C4 is contracted: said so, and nothing is worked out."""
    page = chosen(page, "Child", "C4")
    assert "Contracted: no plan of this team places them." in text(page)
    assert subheaders(page) == ["Why the plan suggests this"]


def test_an_answer_is_named_by_question_and_plan() -> None:
    """Another plan of the same question is another answer, and so is one that is proven later."""
    asked = Question("q", short_team(), default_policy())
    first = plan(choices=Choices(holders={"F1": "P1"}))
    found = Sides(_team(), (), asked, asked, first, first, first)
    other = replace(found, what_if=plan(choices=Choices(holders={"F1": "P2"})))
    unsure = replace(found, what_if=plan(status=Status.NOT_PROVEN, choices=first.choices))
    keys = {about_plan(one).key for one in (found, other, unsure)}
    assert len(keys) == 3
    assert about_plan(found) == about_plan(replace(found))
    assert not any("P1" in key or "F1" in key for key in keys)


def _team() -> Picked:
    return Picked(short_team(), default_policy(), "t", {}, None)  # type: ignore[arg-type]
