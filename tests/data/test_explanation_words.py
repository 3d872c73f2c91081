"""What is said of an explanation: the order inside a group, and never a number to reach."""

import pytest

from planner.data.explanation import (
    Counterfactual,
    Explanation,
    Helps,
    Placed,
    Settled,
    StageDifference,
    Tipping,
    TippingKind,
)
from planner.data.explanation import Latitude as L
from planner.data.explanation_words import (
    equally_good_words,
    fact_words,
    order_words,
    places_words,
)
from planner.data.vocabulary import Tier


def explained(kind: TippingKind, holder: str = "", stage: str = "", **facts: object) -> Explanation:
    """Make an explanation with 110 points of its own where it takes 140."""
    tips = {"points": 140, "own": 110, "sentence": "140 points", "proven": True}
    row = StageDifference(
        stage="2a", title="High risk", sentence="x", before=0, after=1, proven=True
    )
    return Explanation(
        child="C1",
        unit="F1",
        tier=Tier.NEXT,
        holder=holder,
        counterfactual=Counterfactual(asked="F1 allocated", possible=True, differences=(row,)),
        tipping=Tipping.model_validate({"kind": kind, "stage": stage, **tips, **facts}),
        proven=True,
    )


@pytest.mark.parametrize("holder", ["", "P1"])
@pytest.mark.parametrize("stage", ["", "0", "2a", "9"])
@pytest.mark.parametrize("kind", list(TippingKind))
def test_no_number_of_points_is_ever_said(kind: TippingKind, stage: str, holder: str) -> None:
    """Neither the child's own points nor those it would take, whatever the answer."""
    said = order_words(explained(kind, holder, stage))
    assert said
    assert "110" not in said
    assert "140" not in said


def test_the_order_inside_its_group_decides() -> None:
    """Said for a child who awaits and for one who is allocated; and whether it is proven."""
    waits = order_words(explained(TippingKind.POINTS, stage="3a"))
    assert "next priority" in waits
    assert "comes first by the policy's factors" in waits
    held = order_words(explained(TippingKind.POINTS, "P1", "3a", proven=False))
    assert "is allocated because of what is on the record" in held
    assert held.endswith("This is not proven.")


def test_what_stands_before_it_is_named() -> None:
    """A stage above by its title; limits in words of their own; a stage unknown without one."""
    named = order_words(explained(TippingKind.NONE, stage="2a"))
    assert "what stands before it is high risk (stage 2a)" in named
    assert "within the limits" in order_words(explained(TippingKind.NONE, stage="0"))
    assert "an earlier stage (stage 1)" in order_words(explained(TippingKind.NONE, stage="1"))
    assert "No plan lets the family wait" in order_words(explained(TippingKind.ANY, "P1"))
    assert "(2a)" in order_words(explained(TippingKind.ANY, stage="2a"))


def test_a_fact_that_would_do() -> None:
    """With whom the child would be then; not proven is said so."""
    fact = Helps(sentence="One more day of P1", holder="P1", proven=True)
    assert fact_words(fact) == "One more day of P1: then with P1."
    unsure = fact.model_copy(update={"proven": False})
    assert fact_words(unsure) == "One more day of P1: then with P1 (not proven)."


def test_where_a_family_may_be() -> None:
    """Awaiting is said in words, not left blank."""
    unit = Placed(
        unit="F1", children=("C1",), tier=Tier.NEXT, latitude=L.YOUR_CALL, holders=("", "P1")
    )
    assert places_words(unit) == "nobody: awaiting, P1"


def test_which_plans_are_equally_good() -> None:
    """Without and with a tolerance."""
    answer = Settled(scenario="T", tolerance=0, units=(), proven=True, seconds=0.1)
    assert "stages 0 to 3 cost the same" in equally_good_words(answer)
    wider = equally_good_words(answer.model_copy(update={"tolerance": 20}))
    assert "at most 20 points more" in wider
