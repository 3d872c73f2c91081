"""What one decision does to other children, from two plans and nothing else."""

from planner.data.comparison import ChildCompared, ChildPlace, PlanDifferences
from planner.data.plan import Choices, Conflict, GivenWay, Move, Offer, Plan
from planner.data.policy import Policy
from planner.data.vocabulary import Band, Tier
from planner.engine import compare
from planner.policy import default_policy
from planner.ui.effect_rows import decision_lines, effect, gives_lines, refused_lines
from tests.ui.made import line, plan, waiting

POLICY: Policy = default_policy()


def differing(before: Plan, tried: Plan) -> PlanDifferences:
    """Compare two hand-made plans."""
    return compare(before, tried, POLICY)


def test_who_moves_is_told_apart_by_family() -> None:
    """C1 is the family's own; C2 pays for it; C3 stays and is not listed."""
    stays = line("C3")
    before = plan((line("C1", family="F"), line("C2", holder="P2", now="P2"), stays))
    tried = plan(
        (
            line("C1", family="F", now="P1", holder="P2", move=Move.CHANGED),
            waiting("C2", family="FC2", now="P2", move=Move.DEALLOCATED),
            stays,
        )
    )
    found = effect(differing(before, tried), tried, "F")
    assert [row["With this decision"] for row in found.own] == ["P2 (change of practitioner)"]
    assert found.others == [
        {
            "Child": "C2, family FC2",
            "In the what-if": "P2 (kept)",
            "With this decision": "awaiting allocation (de-allocation)",
            "Priority": "Remaining children",
        }
    ]
    assert found.contacts == []


def test_who_is_barred_from_the_holder_does_not_await_still() -> None:
    """C1 was with P1 and awaits now; nobody was de-allocated, and C2 goes on awaiting as before."""
    before = plan((line("C1", family="F"), waiting("C2", Tier.NEXT)))
    tried = plan((waiting("C1", family="F", now="P1"), waiting("C2", Tier.HIGH, Band.C)))
    found = effect(differing(before, tried), tried, "F")
    assert [(row["In the what-if"], row["With this decision"]) for row in found.own] == [
        ("P1 (kept)", "awaiting allocation (no longer with P1)")
    ]
    (other,) = found.others
    assert other["With this decision"].startswith("awaiting allocation (still awaiting)")


def test_a_tier_that_is_raised_is_said() -> None:
    """The place is the same, the tier is not: both tiers are named."""
    before = plan((waiting("C1", Tier.NEXT),))
    tried = plan((waiting("C1", Tier.HIGH, Band.C),))
    (row,) = effect(differing(before, tried), tried, "FC1").own
    assert row["In the what-if"].endswith(", next priority")
    assert row["With this decision"].endswith(", high risk, band (c)")


def test_contacts_more_and_fewer_by_child() -> None:
    """One more for C1, two fewer for C2; a child with as many is not named."""
    before = plan((line("C1"), line("C2", contacts_missed=2), line("C3", contacts_missed=1)))
    tried = plan((line("C1", contacts_missed=1), line("C2"), line("C3", contacts_missed=1)))
    found = effect(differing(before, tried), tried, "F")
    assert found.contacts == ["C1: 1 more contact missed.", "C2: 2 fewer contacts missed."]
    assert found.own == found.others == []


def test_a_child_who_is_in_one_plan_only_is_no_move() -> None:
    """Nothing is said of somebody who cannot be compared."""
    place = ChildPlace(where="P1", move=Move.KEPT, tier=Tier.NEXT)
    tried = plan((line("C1"),))
    found = differing(tried, tried).model_copy(
        update={"children": (ChildCompared(child="C1", family="F", a=place),)}
    )
    assert effect(found, tried, "F").own == []


def given(amount: int) -> Plan:
    """Make a plan in which P1 goes over for F1 by so many half-hours."""
    way = GivenWay(limit="hours", practitioner="P1", unit="F1", amount=amount)
    return plan(choices=Choices(holders={}, gives=(way,)))


def test_limits_that_give_way_by_more_than_before() -> None:
    """Less than before is no price of the decision, the same is none either."""
    assert gives_lines(given(10), plan()) == ["P1 goes 5 h over the limit to hold F1."]
    assert gives_lines(given(10), given(4)) == ["P1 goes 5 h over the limit to hold F1."]
    assert gives_lines(given(10), given(10)) == gives_lines(given(4), given(10)) == []


def test_a_high_risk_child_let_go_needs_a_decision() -> None:
    """Said where it is new; what stands in both plans is not this decision's."""
    text = "Needs your decision: C7 is at high risk and would be de-allocated."
    tried = plan(headline=("Other words.", text))
    assert decision_lines(tried, plan()) == [text]
    assert decision_lines(tried, tried) == []


def test_a_lock_that_leaves_no_compliant_plan_is_named() -> None:
    """Which pin cannot be kept, why, and what would work; a conflict from before is not its."""
    conflict = Conflict(
        rules=("pin", "bar"),
        units=("F1",),
        sentences=("F1 is pinned to P1.", "P1 cannot hold F1: barred by the manager."),
        repairs=(Offer(kind="repair", text="Lift the bar of P1 from C1.", solved=True),),
    )
    first = "NOT COMPLIANT: what was pinned for F1 cannot be kept."
    tried = plan(conflict=conflict, headline=(first,))
    assert refused_lines(tried, plan()) == [
        first,
        *conflict.sentences,
        "Would work: Lift the bar of P1 from C1.",
    ]
    assert refused_lines(tried, tried) == []
    assert refused_lines(plan(), plan()) == []
