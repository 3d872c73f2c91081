"""Ceilings of de-allocations: the team's own, in every solve of a question."""

import threading

import pytest

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.assumed import requiring
from planner.data.scenario import Scenario
from planner.data.vocabulary import Tier
from planner.engine import allocate
from planner.engine.question import ask
from tests.engine.solving import POLICY, high, solved
from tests.make import child, practitioner, scenario
from tests.make_random import random_scenario


def guarded(seed: int, most: int = 2) -> Scenario:
    """Let a random team consider some de-allocations, for high-risk children only."""
    steps = (
        Adjustment(kind=AdjustmentKind.DEALLOCATIONS, amount=most),
        Adjustment(kind=AdjustmentKind.SETTING, name="deallocate_for_any", value="false"),
    )
    return adjust(random_scenario(seed), steps)


@pytest.mark.parametrize("seed", range(12))
def test_a_plan_in_hand_has_the_ceilings_it_was_made_under(seed: int) -> None:
    """Found again for a plan from a file, or stage 1 stands in its place."""
    team = guarded(seed)
    fresh, in_hand = ask(team, POLICY), ask(team, POLICY, plan=solved(team))
    assert [(line.id, line.value) for line in fresh.result.ceilings] == [
        (line.id, line.value) for line in in_hand.result.ceilings
    ]
    ids = [line.id for line in fresh.result.compared if line.id in ("1", "2a")]
    assert ids == ["1", "2a"]


@pytest.mark.parametrize("seed", range(12))
def test_a_question_keeps_the_ceiling_of_the_team_where_it_can(seed: int) -> None:
    """A forced plan stands at the ceiling, or over it by what cannot be helped."""
    question = ask(guarded(seed), POLICY)
    if not question.result.ceilings:
        return
    (ceiling,) = question.result.ceilings
    for unit in question.problem.units:
        result = question.again(requiring(question.problem, unit.id))
        for line in result.ceilings:
            assert line.value >= ceiling.value
            held = next(row for row in result.solved.ledger if row.id == "2e")
            assert held.value <= line.value


def test_no_ceiling_where_no_deallocation_is_considered() -> None:
    """Then stage 1 is minimised in its place."""
    question = ask(guarded(1, most=0), POLICY)
    assert question.result.ceilings == ()
    assert "1" in [line.id for line in question.ledger]


def test_a_plan_to_start_from_is_not_lost_where_there_is_no_time() -> None:
    """Three de-allocations admit both high-risk children: started from that plan, none awaits.

    The clock has run out before the search begins; from the plan without de-allocations
    alone, which is found first, both would await.
    """
    team = scenario(
        [high("H1"), high("H2"), *(child(f"C{n}", holder="P1") for n in range(1, 6))],
        [practitioner("P1", rostered_hours=60)],
    )
    team = team.model_copy(update={"limits": team.limits.model_copy(update={"deallocations": 3})})
    best, over = solved(team), threading.Event()
    over.set()
    late = allocate(team, POLICY, warm=best.choices, stop=over, offers=False)
    assert best.counts.awaiting_by_tier[Tier.HIGH] == 0
    assert late.counts.awaiting_by_tier[Tier.HIGH] == 0
    assert allocate(team, POLICY, stop=over, offers=False).counts.awaiting_by_tier[Tier.HIGH] == 2
