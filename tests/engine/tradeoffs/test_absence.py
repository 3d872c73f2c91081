"""Absences: each line is the best plan of the team without that practitioner."""

import threading

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.engine import absence, allocate
from tests.engine.solving import POLICY, high
from tests.make import child, leave, practitioner, scenario

TEAM = scenario(
    [high("H1"), child("C1", holder="P2"), child("C2", holder="P1"), child("C3", holder="P1")],
    [practitioner("P2"), practitioner("P1"), practitioner("P3")],
    leave=(leave("P3", 0, 40),),
)


def test_each_line_is_the_plan_with_that_one_away() -> None:
    """In the order of names, with the counts of an ordinary plan of the changed team."""
    found = absence(TEAM, POLICY)
    assert [line.practitioner for line in found.lines] == ["P1", "P2", "P3"]
    for line in found.lines[:2]:
        step = Adjustment(kind=AdjustmentKind.AWAY, practitioner=line.practitioner)
        plan = allocate(adjust(TEAM, [step]), POLICY, offers=False)
        assert line.reached is not None
        assert dict(line.reached.awaiting_by_tier) == dict(plan.counts.awaiting_by_tier)
        assert line.reached.contacts_missed == plan.counts.contacts_missed
        assert line.to_cover == tuple(
            each.child for each in plan.children if each.holder == line.practitioner
        )
        assert line.proven
    assert found.proven


def test_who_is_away_already_is_said_so() -> None:
    """No plan is solved for somebody without hours in the cycle."""
    last = absence(TEAM, POLICY).lines[-1]
    assert last.away
    assert last.reached is None
    assert last.sentence == "P3 has no hours in this cycle already."


def test_a_stop_leaves_the_others_unanswered() -> None:
    """They are named, and nothing is claimed."""
    stop = threading.Event()
    stop.set()
    found = absence(TEAM, POLICY, stop=stop)
    assert not found.proven
    assert {*found.unanswered, *(line.practitioner for line in found.lines)} >= {"P3"}
