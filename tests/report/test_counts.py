"""Children are counted by where they stand, each kind apart, and nobody twice or never."""

import pytest

from planner.data.plan import Move, Standing
from planner.data.scenario import Scenario
from planner.data.vocabulary import Tier
from planner.engine import evaluate
from tests.engine.solving import POLICY, high, line_of, solved
from tests.make import child, decision, infant, leave, practitioner, scenario, task
from tests.make_random import random_scenario

TEAM = scenario(
    [
        child("allocated", holder="P1"),
        child("covered", holder="P2"),
        child("uncovered", holder="P3"),
        child("manager", holder="M", family="F"),
        child("awaiting", holder="", family="F"),
        child("left", holder="gone"),
        child("contracted", status="contracted", holder="P1"),
        child("outside", status="outside the pool"),
    ],
    [
        practitioner("P1", children_limit=0),
        practitioner("P2", children_limit=0),
        practitioner("P3", children_limit=0),
        practitioner("M", grade="CPP5.2"),
    ],
    leave=[leave("P2", 0, 20, cover="P1"), leave("P3", 0, 20)],
)


def test_each_standing_is_counted_apart() -> None:
    """One team with every kind; nobody takes on anyone, since no child fits the limits."""
    counts = solved(TEAM).counts
    assert counts.standing == {
        Standing.ALLOCATED: 1,
        Standing.AWAY_COVERED: 1,
        Standing.AWAY_UNCOVERED: 1,
        Standing.MANAGER: 1,
        Standing.AWAITING: 2,
        Standing.CONTRACTED: 1,
        Standing.OUTSIDE_POOL: 1,
    }
    assert sum(counts.standing.values()) == len(TEAM.children)
    assert counts.awaiting_by_tier[Tier.REMAINING] == 3
    assert counts.families_awaiting == 2


def test_moves_are_counted_in_families_and_deallocations_in_children() -> None:
    """Pairs of siblings: D gives way to H at high risk, F comes from M, G is pinned to P3.

    P1 has no hours beyond the 17 h that D or H take, and all others are with the rest.
    """
    pairs = [("D", "P1"), ("F", "M"), ("G", "P2")]
    held = [child(f"{f}{n}", family=f, holder=who) for f, who in pairs for n in (1, 2)]
    plan = solved(
        scenario(
            [*held, high("H1", family="H"), high("H2", family="H")],
            [
                practitioner("P1", limit_hours=17),
                practitioner("P2", limit_hours=0),
                practitioner("P3", children_limit=4),
                practitioner("M", grade="CPP5.2"),
            ],
            limits={"deallocations": 2},
            decisions=[decision("pin", "G1", "P3"), decision("pin", "F1", "P3")],
        )
    )
    moves = {line.child: line.move for line in plan.children}
    assert {name[0]: move for name, move in moves.items()} == {
        "D": Move.DEALLOCATED,
        "F": Move.FORCED,
        "G": Move.CHANGED,
        "H": Move.TAKEN_ON,
    }
    counts = plan.counts
    assert (counts.changes, counts.forced_changes, counts.deallocations) == (1, 1, 2)


def test_what_is_held_over_hours_has_a_line_of_its_own() -> None:
    """Four families of 8.5 h with a capacity of 21 h: all four children, 13 h over."""
    counts = solved(
        scenario([child(f"C{n}", holder="P1") for n in range(4)], [practitioner("P1", fte=0.2)])
    ).counts
    assert (counts.holder_over_hours, counts.over_half_hours) == (4, 26)


def test_what_is_missed_is_counted_by_whom_it_concerns() -> None:
    """Nobody has hours: two contacts of C1 at high risk, one of C2, and C2's review."""
    counts = solved(
        scenario([high("C1"), child("C2")], [], tasks=[task("C2", "case_plan_review")])
    ).counts
    assert (counts.contacts_missed, counts.contacts_missed_watched) == (3, 2)
    assert counts.optional_tasks_missed == 1


def test_an_infant_without_a_practitioner_is_counted() -> None:
    """Twins whom nobody may hold are two."""
    team = scenario([infant("C1", family="F"), infant("C2", family="F")], [])
    assert solved(team).counts.mandatory_unmet == 2


@pytest.mark.parametrize("seed", range(15))
def test_everyone_is_counted_once(seed: int) -> None:
    """Standings, tiers and lines agree with each other on random teams, before and after."""
    team: Scenario = random_scenario(seed)
    for plan in (solved(team), evaluate(team, POLICY)):
        counts = plan.counts
        assert sum(counts.standing.values()) == len(team.children) == len(plan.children)
        waiting = counts.standing[Standing.AWAITING] + counts.standing[Standing.MANAGER]
        assert sum(counts.awaiting_by_tier.values()) == waiting
        assert waiting == sum(bool(line.unit) and not line.holder for line in plan.children)
        assert {line_of(plan, c.child).child for c in team.children} == {
            c.child for c in team.children
        }
