"""Fronts on the page: said in children, with the plans that are known beside them."""

import pytest

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.front import FrontOf
from planner.ui import fronts
from tests.priced import front, reached, shift, step
from tests.ui.made import stage

BEFORE = reached(3, 7)
AFTER = reached(2, 9, deallocations=2, values=()).model_copy(
    update={"values": (stage("2a", 202, 202),)}
)
PRICED = front(
    FrontOf.DEALLOCATIONS,
    step(0, BEFORE.model_copy(update={"values": (stage("2a", 303, 303),)}), words="None"),
    step(2, AFTER, shift("F1", "", "P1"), shift("F2", "P1", ""), words="2 de-allocations"),
)
CHANGES = ((), (Adjustment(kind=AdjustmentKind.DEALLOCATIONS, amount=2),))


def test_a_choice_says_in_children_what_it_comes_to() -> None:
    """Who awaits and who is de-allocated; never the points of a stage."""
    first, second = fronts.front_choices(PRICED, CHANGES)
    assert (first.name, first.at, first.gain, first.moved) == ("None", 0, "", ())
    assert second.name == "2 de-allocations"
    assert second.gain == (
        "1 fewer high-risk child awaits; 2 more remaining children await; 2 more de-allocations."
    )
    assert second.moved == ("F11 from nobody to P1.", "F21 from P1 to nobody.")
    assert second.changes == CHANGES[1]
    assert second.sure == "proven"


def test_the_headline_is_said_in_children_too() -> None:
    """As the engine says it where a child is admitted; without a stage's points otherwise."""
    assert fronts.told_headline(PRICED) == (
        "2 de-allocations would admit 1 high-risk child; 2 other children more would await.",
        "A further de-allocation buys nothing.",
    )
    worse = AFTER.model_copy(update={"awaiting_by_tier": reached(3, 9).awaiting_by_tier})
    steps = (PRICED.steps[0], PRICED.steps[1].model_copy(update={"reached": worse}))
    assert fronts.told_headline(PRICED.model_copy(update={"steps": steps}))[0] == (
        "2 de-allocations, against no de-allocation: "
        "2 more remaining children await; 2 more de-allocations."
    )


def test_a_front_without_steps_keeps_what_the_engine_says_of_it() -> None:
    """No plan, or a policy without such a choice."""
    empty = front(FrontOf.CONTACTS).model_copy(update={"headline": ("There is none.",)})
    assert fronts.told_headline(empty) == ("There is none.",)
    assert fronts.front_choices(empty, ()) == []


@pytest.mark.parametrize(
    ("of", "at"),
    [(FrontOf.CONTACTS, 3.0), (FrontOf.DEALLOCATIONS, 1.0), (FrontOf.CHANGES, 2.0)],
)
def test_a_known_plan_stands_at_what_it_uses(of: FrontOf, at: float) -> None:
    """Contacts of the children who come first, de-allocated children, families that change."""
    used = reached(1, contacts_missed=8, contacts_missed_watched=3, changes=2, deallocations=1)
    (mark,) = fronts.front_marks(of, {"Now": used}, {})
    assert (mark.name, mark.at) == ("Now", at)


def test_hours_of_a_known_plan_are_those_that_its_limits_differ_by() -> None:
    """Where limits differ person by person it has no place, and the page says so."""
    marks = fronts.front_marks(
        FrontOf.HOURS, {"Now": reached(), "What-if": reached()}, {"Now": None, "What-if": 4.0}
    )
    assert [mark.at for mark in marks] == [None, 4.0]
    assert fronts.not_drawn_words(marks).startswith("Now stands in the table alone")
    assert fronts.not_drawn_words(marks[1:]) == ""


def test_each_kind_has_its_words() -> None:
    """And none of them speaks of ranks, scores or a best choice to make."""
    for of in FrontOf:
        words = fronts.FRONTS[of]
        said = " ".join(str(part) for part in words).lower()
        assert words.label
        assert not {"rank", "score", "optimal", "waitlist"} & set(said.split())
