"""Which placements occur among equally good plans: against trying every arrangement."""

from random import Random

import pytest

from planner.data.plan import Choices
from planner.data.problem import ByStage, Problem
from planner.model import Clock, farthest, occurring
from planner.rules import RULES, settle
from planner.terms import BY_ID
from tests.problems import carrier, every_arrangement, pair, problem, unit

TERMS = ("awaiting_remaining", "changes")
NAMES = "ABCD"


def team(seed: int) -> Problem:
    """Make a small team of four families and two practitioners, without duty."""
    random = Random(seed)
    holders = [random.choice(("", "P", "Q")) for _ in NAMES]
    return problem(
        [
            unit(name, holder=holder, points=ByStage(remaining=random.choice((10, 20))))
            for name, holder in zip(NAMES, holders, strict=True)
        ],
        [carrier(name, capacity_half_hours=random.choice((20, 30, 40))) for name in "PQ"],
        [
            pair(name, who, demand_half_hours=random.choice((8, 12, 16)))
            for name in NAMES
            for who in "PQ"
        ],
        changes_limit=1,
    )


def cost(given: Problem, choices: Choices) -> int:
    """Add up what a plan costs."""
    return sum(BY_ID[term].value(given, choices) for term in TERMS)


def plans(given: Problem) -> list[Choices]:
    """Give every arrangement that meets every rule."""
    arranged = (settle(given, holders, {}, {}) for holders in every_arrangement(given))
    return [c for c in arranged if not any(rule.check(given, c) for rule in RULES)]


def apart(one: Choices, other: Choices) -> int:
    """Count the families placed differently."""
    return sum(one.holders[name] != other.holders[name] for name in one.holders)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("more", [0, 10])
def test_all_placements_and_no_others(seed: int, more: int) -> None:
    """Those that occur in some plan that costs no more than the ceiling, each with a witness."""
    given = team(seed)
    every = plans(given)
    ceiling = min(cost(given, plan) for plan in every) + more
    good = [plan for plan in every if cost(given, plan) <= ceiling]
    found = occurring(given, [(TERMS, ceiling)], good[0], Clock(10))
    assert found.proven
    for name in NAMES:
        assert found.placements[name] == {plan.holders[name] for plan in good}
        assert found.placements[name] == {plan.holders[name] for plan in found.witnesses}
    assert all(cost(given, plan) <= ceiling for plan in found.witnesses)


@pytest.mark.parametrize("seed", range(40))
def test_the_farthest_plan_is_as_far_as_any(seed: int) -> None:
    """And where there is no other plan, it says so."""
    given = team(seed)
    every = plans(given)
    ceiling = min(cost(given, plan) for plan in every)
    good = [plan for plan in every if cost(given, plan) <= ceiling]
    far = farthest(given, [(TERMS, ceiling)], good[:1], Clock(10))
    assert far.proven
    assert far.differing == max(apart(plan, good[0]) for plan in good)
    assert (far.choices is None) == (far.differing == 0)


def test_the_farthest_from_two_is_far_from_both() -> None:
    """With one family and three who may hold it, the third is the only one far from two."""
    given = problem([unit("A")], [carrier(name) for name in "PQR"])
    first, second = (settle(given, {"A": name}, {}, {}) for name in "PQ")
    far = farthest(given, [(("awaiting_remaining",), 0)], [first, second], Clock(10))
    assert far.choices is not None
    assert far.choices.holders["A"] in ("R", "")


def test_without_time_nothing_is_claimed() -> None:
    """What is in hand is known, and no more."""
    given = problem([unit("A")], [carrier("P"), carrier("Q")])
    held = settle(given, {"A": "P"}, {}, {})
    found = occurring(given, [], held, Clock(0))
    assert not found.proven
    assert found.placements == {"A": {"P"}}
    far = farthest(given, [], [held], Clock(0))
    assert (far.choices, far.proven) == (None, False)
