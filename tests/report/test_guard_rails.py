"""Guard-rails: what holds, by how much the rest does not, and for whom; each on its edge."""

import pytest

from planner.data.guard_rail import (
    USUAL_AMOUNTS,
    USUAL_RAILS,
    GuardRail,
    RailCheck,
    RailKind,
    usual_rail,
)
from planner.data.plan import ChildLine, Move, Plan, Standing
from planner.data.vocabulary import Band, Tier
from planner.policy import default_policy
from planner.report.guard_rails import asked, guard_rails, held
from tests.engine.solving import solved
from tests.make import child, day, practitioner, scenario
from tests.ui import made

STANDARDS = default_policy().standards


def check(plan: Plan, kind: RailKind, amount: int | None = None) -> RailCheck:
    """Check a plan against one guard-rail."""
    rail = usual_rail(kind) if amount is None else GuardRail(kind=kind, amount=amount)
    (found,) = guard_rails(plan, STANDARDS, [rail])
    return found


def test_by_tier_and_only_who_awaits() -> None:
    """Of four children at high risk two await, one in the manager's name; one is mandatory."""
    plan = made.plan(
        [
            made.line("A", score=made.score("A", Tier.HIGH, Band.A)),
            made.waiting("B", Tier.HIGH, Band.B),
            made.waiting("C", Tier.HIGH, Band.C, standing=Standing.MANAGER),
            made.line("D", score=made.score("D", Tier.HIGH), standing=Standing.OUTSIDE_POOL),
            made.waiting("E", Tier.MANDATORY),
            made.waiting("F", Tier.NEXT),
        ]
    )
    found = check(plan, RailKind.HIGH_RISK)
    assert (found.holds, found.amount, found.who) == (False, 2, ("B", "C"))
    assert held(found) == "does not hold: 2 children await"
    mandatory = check(plan, RailKind.MANDATORY)
    assert (mandatory.who, held(mandatory)) == (("E",), "does not hold: 1 child awaits")


@pytest.mark.parametrize(
    ("due", "missed", "high", "seen"),
    [
        (1, 0, False, True),
        (1, 1, False, False),  # the least is one a cycle
        (4, 3, False, True),  # what is missed was agreed beyond the least
        (4, 4, False, False),
        (2, 0, True, True),
        (2, 1, True, False),  # at high risk the least is two
        (4, 2, True, True),
        (4, 3, True, False),
    ],
)
def test_seen_at_the_minimum(due: int, missed: int, high: bool, seen: bool) -> None:
    """Only contact below the least for a child awaiting breaks it: one a cycle, or two."""
    rank = Tier.HIGH if high else Tier.REMAINING
    line = made.waiting("A", rank, contacts_due=due, contacts_missed=missed)
    assert check(made.plan([line]), RailKind.SEEN).holds is seen


def test_an_allocated_child_is_not_asked_about_the_minimum() -> None:
    """What is missed in a holder's leave is another matter."""
    line = made.line("A", contacts_due=2, contacts_missed=2)
    assert check(made.plan([line]), RailKind.SEEN).holds


def test_the_minimum_of_a_longer_cycle_is_larger() -> None:
    """Once in 28 days is twice in 56."""
    line = made.waiting("A", contacts_due=2, contacts_missed=1)
    assert not check(made.plan([line], cycle_days=56), RailKind.SEEN).holds


@pytest.mark.parametrize(("half_hours", "holds"), [(219, True), (220, True), (221, False)])
def test_load_is_of_own_hours(half_hours: int, holds: bool) -> None:
    """One under, at and over 110 per cent of 200 half-hours."""
    person = made.person("P1", capacity_half_hours=200, case_half_hours=half_hours)
    found = check(made.plan(practitioners=(person,)), RailKind.LOAD)
    assert (found.holds, found.who) == (holds, () if holds else ("P1",))


def test_load_asks_only_who_is_there_and_holds_cases() -> None:
    """Somebody away the whole cycle is not over hours, nor is the manager."""
    people = (
        made.person("P1", present=False, capacity_half_hours=0),
        made.person("TM1", carries=False, capacity_half_hours=0),
        made.person("P2", capacity_half_hours=0, case_half_hours=1),
    )
    found = check(made.plan(practitioners=people), RailKind.LOAD)
    assert held(found) == "does not hold: 1 practitioner is over"
    assert found.who == ("P2",)


def test_deallocations_and_changes() -> None:
    """Two changes are one too many for one, and just right for two; a child is de-allocated."""
    plan = made.plan(
        [
            made.line("A", move=Move.CHANGED, family="F1"),
            made.line("B", move=Move.CHANGED, family="F2"),
            made.waiting("C", move=Move.DEALLOCATED),
        ],
        counts=made.counts(changes=2, deallocations=1),
    )
    assert check(plan, RailKind.DEALLOCATIONS).who == ("C",)
    assert held(check(plan, RailKind.DEALLOCATIONS)) == "does not hold: 1 child de-allocated"
    assert held(check(plan, RailKind.CHANGES, 1)) == "does not hold: 2 changes, 1 too many"
    assert check(plan, RailKind.CHANGES, 1).who == ("F1", "F2")
    two = check(plan, RailKind.CHANGES, 2)
    assert (two.holds, two.who, held(two)) == (True, (), "holds")


def test_asked_in_words_and_always_in_one_order() -> None:
    """The manager's own amount stands in the sentence, whatever order she ticked them in."""
    rails = [GuardRail(kind=RailKind.LOAD, amount=95), usual_rail(RailKind.MANDATORY)]
    found = guard_rails(made.plan(), STANDARDS, rails)
    assert [asked(check.rail) for check in found] == [
        "Every mandatory child is allocated",
        "Nobody is over 95 % of their own hours",
    ]
    assert len({asked(usual_rail(kind)) for kind in RailKind}) == len(RailKind)


def test_where_a_manager_begins() -> None:
    """Nobody over 110 per cent; three changes; no amount where none is asked."""
    assert USUAL_AMOUNTS == {RailKind.LOAD: 110, RailKind.CHANGES: 3}
    assert [rail.kind for rail in USUAL_RAILS] == list(RailKind)[:4]
    assert usual_rail(RailKind.SEEN).amount == 0


def test_on_a_real_plan() -> None:
    """P has no hour for A, who is seen weekly by agreement and by nobody: the rail says so."""
    facts = {"contact": "weekly", "contact_agreed": day(-1)}
    plan = solved(scenario([child("A", **facts)], [practitioner("P", fte="0")]))
    (line,) = plan.children
    assert isinstance(line, ChildLine)
    assert (line.contacts_due, line.contacts_missed) == (4, 4)
    assert check(plan, RailKind.SEEN).who == ("A",)
