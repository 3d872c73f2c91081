"""What would let each child in, gathered by unit: offers, what was worked out, other plans."""

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.explanation import (
    Counterfactual,
    Explanation,
    Explanations,
    Tipping,
    TippingKind,
)
from planner.data.plan import Conflict, Offer
from planner.data.vocabulary import Tier
from planner.ui.letting_in import elsewhere, offered, together, worked_out
from tests.ui.made import line, plan, waiting


def explained(child: str, unit: str, gives: str) -> Explanation:
    """Make an explanation that says what would have to give way."""
    return Explanation(
        child=child,
        unit=unit,
        tier=Tier.NEXT,
        counterfactual=Counterfactual(asked="x", possible=False, gives=(gives,)),
        tipping=Tipping(kind=TippingKind.NONE, sentence="x"),
        proven=True,
    )


def test_an_offer_belongs_to_the_family_of_the_child_it_names() -> None:
    """It names C1, so it is said of C2, too, who is of the same unit; never of C10."""
    keep = Adjustment(kind=AdjustmentKind.PIN, child="C1", practitioner="P1")
    hours = Adjustment(kind=AdjustmentKind.HOURS, practitioner="P1")
    made = plan(
        (waiting("C1", unit="F1"), waiting("C2", unit="F1"), waiting("C10", unit="F10")),
        offers=(
            Offer(kind="keep", text="Without C1", solved=True, adjustments=(keep,)),
            Offer(kind="hours over", text="3 h over", solved=True, adjustments=(hours,)),
        ),
    )
    assert offered(made) == {"F1": ("Without C1",)}


def test_repairs_are_said_of_the_children_of_the_conflict() -> None:
    """Once each, though the unit stands both among the pinned and among the unmet."""
    conflict = Conflict(
        rules=("bar",),
        units=("F1",),
        unmet=("F1",),
        sentences=("x",),
        repairs=(Offer(kind="repair", text="Lift the bar.", solved=True),),
    )
    made = plan((waiting("C1", unit="F1"), waiting("C2", unit="F2")), conflict=conflict)
    assert offered(made) == {"F1": ("Would work: Lift the bar.",)}


def test_what_was_worked_out_and_what_was_not() -> None:
    """C3 was not reached in the time; C9 is not in this plan and is left out."""
    made = plan((waiting("C1", unit="F1"), waiting("C3", unit="F3")))
    answer = Explanations(
        scenario="made",
        explained=(explained("C1", "F1", "P1 goes 2 h over."),),
        unanswered=("C3", "C9"),
        seconds=1,
    )
    found = worked_out(made, answer)
    assert found["F1"] == ("Not within the limits. It would take: P1 goes 2 h over.",)
    assert "not known in the time" in found["F3"][0]
    assert found.keys() == {"F1", "F3"}


def test_an_answer_from_before_the_last_change_says_so() -> None:
    """On a printed board nobody could tell otherwise."""
    made = plan((waiting("C1", unit="F1"),))
    answer = Explanations(
        scenario="made", explained=(explained("C1", "F1", "P1 goes 2 h over."),), seconds=1
    )
    (said,) = worked_out(made, answer, stale=True)["F1"]
    assert said.startswith("Before the last change: ")


def test_where_other_plans_put_the_children_of_the_team_as_it_stands() -> None:
    """C1 is taken on in the baseline plan, C2 still awaits there."""
    now = plan((waiting("C1", unit="F1"), waiting("C2", unit="F2")))
    other = plan((line("C1", unit="F1"), waiting("C2", unit="F2")))
    assert elsewhere(now, {"Baseline plan": other}) == {
        "F1": ("Baseline plan: with P1.",),
        "F2": ("Baseline plan: still awaiting.",),
    }


def test_sentences_are_put_together_once_each() -> None:
    """In the order in which they were given."""
    assert together({"F1": ("a", "b")}, {"F1": ("b", "c"), "F2": ("d",)}) == {
        "F1": ("a", "b", "c"),
        "F2": ("d",),
    }
