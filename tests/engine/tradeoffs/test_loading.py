"""What makes a choice the what-if: the changes ask for just what the choice allows."""

from decimal import Decimal

import pytest

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.curve import CurveOf, Joining
from planner.data.front import FrontOf
from planner.data.scenario import Scenario
from planner.engine import allocate, curve, frontier
from planner.engine.tradeoffs.loading import (
    curve_changes,
    front_changes,
    hours_apart,
    step_gain,
    step_title,
)
from tests import priced
from tests.engine.solving import POLICY, high, solved
from tests.make import child, leave, practitioner, scenario

DEALLOCATING = scenario(
    [high("H1"), high("H2"), *(child(f"C{n}", holder="P1") for n in range(1, 6))],
    [practitioner("P1", rostered_hours=60)],
)
TIGHT = scenario([child("C1")], [practitioner("P1", limit_hours=10)])
SHORT_OF_DUTY = scenario(
    [high(f"H{n}") for n in range(1, 6)], [practitioner("P1", rostered_hours=70)]
)


@pytest.mark.parametrize(
    ("team", "of"),
    [
        (DEALLOCATING, FrontOf.DEALLOCATIONS),
        (TIGHT, FrontOf.HOURS),
        (SHORT_OF_DUTY, FrontOf.CONTACTS),
    ],
)
def test_the_what_if_that_is_loaded_comes_to_what_the_choice_did(
    team: Scenario, of: FrontOf
) -> None:
    """Every step of a front: solved anew with its changes, as many await in each tier."""
    front = frontier(team, POLICY, of)
    assert len(front.steps) > 1
    for step, wanted in zip(front.steps, front_changes(team, POLICY, front), strict=True):
        plan = solved(adjust(team, wanted))
        assert plan.counts.awaiting_by_tier == step.reached.awaiting_by_tier
        assert plan.counts.deallocations == step.reached.deallocations
        assert plan.counts.contacts_missed_watched == step.reached.contacts_missed_watched


def test_changes_are_asked_for_by_their_number() -> None:
    """As the manager would set it."""
    front = priced.front(FrontOf.CHANGES, priced.step(2, priced.reached()))
    assert front_changes(TIGHT, POLICY, front) == (
        (Adjustment(kind=AdjustmentKind.CHANGES, amount=Decimal(2)),),
    )


def test_a_choice_of_contact_pins_all_whom_it_takes_on_of_those_who_come_first() -> None:
    """Nobody in the first step; C1 is held already, and C2 comes after high risk: no pin."""
    team = scenario(
        [*(high(f"H{n}") for n in range(1, 6)), child("C1", holder="P1"), child("C2")],
        [practitioner("P1", rostered_hours=50)],
    )
    front = frontier(team, POLICY, FrontOf.CONTACTS)
    pinned = [
        [(change.child, change.practitioner) for change in wanted]
        for wanted in front_changes(team, POLICY, front)
    ]
    assert pinned[0] == []
    for step, pins in zip(front.steps[1:], pinned[1:], strict=True):
        assert len(pins) == 5 - step.reached.urgent
        assert all(name.startswith("H") and holder == "P1" for name, holder in pins)


def test_hours_of_one_and_of_everyone() -> None:
    """On the curve of one, theirs alone; as it is now nothing changes; away is left out."""
    team = scenario(
        [child("C1")],
        [practitioner("P1", limit_hours=10), practitioner("P2"), practitioner("P3")],
        leave=(leave("P3", -2, 40),),
    )
    steps = ((-4, priced.reached()), (0, priced.reached()), (5, priced.reached()))
    one = priced.curve(CurveOf.PRACTITIONER, *steps, practitioner="P1")
    asked = [
        [(change.practitioner, change.amount) for change in wanted]
        for wanted in curve_changes(team, POLICY, one)
    ]
    assert asked == [[("P1", Decimal(8))], [], [("P1", Decimal("12.5"))]]
    everyone = curve_changes(team, POLICY, priced.curve(CurveOf.EVERYONE, *steps))
    assert [change.practitioner for change in everyone[0]] == ["P1", "P2"]


def test_no_team_is_asked_for_a_limit_that_none_may_have() -> None:
    """Four hundred hours a cycle are the most that a limit may be set to."""
    steps = ((780, priced.reached()), (781, priced.reached()))
    one = priced.curve(CurveOf.PRACTITIONER, *steps, practitioner="P1")
    within, beyond = curve_changes(TIGHT, POLICY, one)
    assert within[0].amount == 400
    assert beyond == ()


def test_somebody_further_is_not_loaded() -> None:
    """Nobody is added to a team by a choice on a curve."""
    added = curve(TIGHT, POLICY, joining=Joining(), most=20)
    assert set(curve_changes(TIGHT, POLICY, added)) == {()}


def test_how_far_limits_are_apart() -> None:
    """By the same hours for everyone, or by none that one number could say."""
    team = scenario([child("C1")], [practitioner("P1"), practitioner("P2", fte="0.5")])
    front = priced.front(FrontOf.HOURS, priced.step(3, priced.reached()))
    (longer,) = front_changes(team, POLICY, front)
    assert hours_apart(team, adjust(team, longer), POLICY) == 3
    assert hours_apart(team, team, POLICY) == 0
    assert hours_apart(team, adjust(team, longer[:1]), POLICY) is None
    gone = Adjustment(kind=AdjustmentKind.REMOVE, practitioner="P2")
    assert hours_apart(team, adjust(team, (gone,)), POLICY) is None


def test_a_step_hands_over_its_plan_to_go_on_from() -> None:
    """The plan itself is in the answer, and in no file that is written of it."""
    front = frontier(DEALLOCATING, POLICY)
    last = front.steps[-1]
    (wanted,) = front_changes(DEALLOCATING, POLICY, front.model_copy(update={"steps": (last,)}))
    assert last.choices is not None
    plan = allocate(adjust(DEALLOCATING, wanted), POLICY, warm=last.choices, offers=False)
    assert plan.choices.holders == last.choices.holders
    assert "choices" not in front.model_dump()["steps"][-1]


def test_a_step_is_said_in_children() -> None:
    """Its first words are what it allows; the first step has none before it to be set against."""
    before = priced.step(0, priced.reached(2), words="None")
    after = priced.step(3, priced.reached(1), words="3 h more", gradual=True)
    assert step_title(after) == "3 h more"
    assert step_gain(before, after) == ("1 fewer high-risk child awaits, half-hour by half-hour.")
    assert step_gain(None, before) == ""
