"""No plan costs less than what is certified, whatever the prices: climbs that try to do better.

Every step of a climb goes where the bound is higher. A part of a certificate that promised more
than it may would be found and used.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest
from hypothesis import assume, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.policy import default_policy
from planner.report import prepare, stages_of
from planner.rules import RULES, settle
from planner.rules.duty import last_missed
from planner.terms import BY_ID
from planner.verify.caseload import caseloads_of
from planner.verify.sheet import write_down
from tests import oracle
from tests.climbing import climb
from tests.make_random import random_scenario
from tests.problems import every_arrangement
from tests.random_problems import problems

POLICY = default_policy()
GIVING = {
    "0a": "0 de-allocations",
    "0b": "0 changes",
    "0c": "0 new families",
    "0d": "0 counts",
    "0e": "0 hours",
    "0f": "0 short",
    "2e": "1",
}
"""The oracle's names of stages that the policy names otherwise."""


# Against the oracle: the best plan of tiny teams, stage by stage


def best(seed: int) -> tuple[Problem, tuple[Stage, ...], list[StageValue]] | None:
    """Give a random tiny team and what its best plan costs; nothing where it has none."""
    scenario = random_scenario(seed)
    found = oracle.solve(scenario, POLICY)
    if not found.compliant:
        return None
    given = prepare(scenario, POLICY).problem
    stages = tuple(stage for stage in stages_of(POLICY, given) if stage.id != "5c")
    ledger = [
        StageValue(id=s.id, title=s.title, value=found.stages[GIVING.get(s.id, s.id)])
        for s in stages
    ]
    return given, stages, ledger


@cache
def climbed(seed: int) -> tuple[tuple[int, int], ...]:
    """Climb in every policy stage in which something is given up: certified, and the best."""
    team = best(seed)
    if team is None:
        return ()
    given, stages, ledger = team
    costly = {line.id: line.value for line in ledger if line.value and line.id[0] in "0123"}
    return tuple(
        (climb(given, stages, ledger, stage, seed=seed).bound, value)
        for stage, value in costly.items()
    )


@pytest.mark.parametrize("seed", range(40))
def test_no_price_certifies_more_than_the_best_plan_costs(seed: int) -> None:
    """What trying everything finds is never below what is certified."""
    assert all(certified <= value for certified, value in climbed(seed))


def test_the_climbs_come_near_enough_to_tell() -> None:
    """In one stage of six the climb arrives, so that a bound one too high would be seen."""
    reached = [certified == value for seed in range(40) for certified, value in climbed(seed)]
    assert sum(reached) * 6 > len(reached) > 30


# Against plans of problems in whole numbers, good and bad


def plans(given: Problem) -> Iterator[Choices]:
    """Give plans that meet every rule: all or nothing missed of what each arrangement lets go."""
    for holders in every_arrangement(given):
        due = {i.id: i.most for i in given.missables if holders[i.unit] == i.practitioner}
        most = {team.team: 99 for team in given.pools}
        for missed, oversight in product((due, {}), (most, {})):
            plan = settle(given, holders, missed, _at_most(given, holders, missed, oversight))
            if not any(rule.check(given, plan) for rule in RULES):
                yield plan


def _at_most(
    given: Problem, holders: dict[str, str], missed: dict[str, int], oversight: dict[str, int]
) -> dict[str, int]:
    """Lower what is missed last to what falls due."""
    choices = settle(given, holders, missed, {})
    return {
        pool.team: min(oversight.get(pool.team, 0), last_missed(given, pool, choices))
        for pool in given.pools
    }


def values(given: Problem, plan: Choices, stages: tuple[Stage, ...]) -> list[int]:
    """Give what a plan costs in each stage."""
    return [sum(BY_ID[term].value(given, plan) for term in stage.terms) for stage in stages]


@settings(max_examples=60, deadline=None)
@drawn(problems(), st.data())
def test_no_plan_is_below_what_is_certified(given: Problem, data: st.DataObject) -> None:
    """Whoever is no worse than a plan in the stages above is at its bound or over it."""
    stages = tuple(stage for stage in stages_of(POLICY, given) if stage.policy)
    found = [values(given, plan, stages) for plan in plans(given)]
    assume(found)
    mine = data.draw(st.sampled_from(found))
    costly = [number for number, value in enumerate(mine) if value]
    assume(costly)
    number = data.draw(st.sampled_from(costly))
    ledger = [
        StageValue(id=stage.id, title=stage.title, value=value)
        for stage, value in zip(stages, mine, strict=True)
    ]
    seed = data.draw(st.integers(0, 99))
    bound = climb(given, stages, ledger, stages[number].id, seed=seed, steps=100).bound
    for other in found:
        if all(one <= two for one, two in zip(other[:number], mine[:number], strict=True)):
            assert other[number] >= bound


@drawn(problems())
def test_every_plan_has_caseloads_that_are_allowed(given: Problem) -> None:
    """With a price of -1 for what a plan holds, and 1 for the rest, its caseload is cheapest."""
    caseloads = caseloads_of(given, write_down(given))
    for plan in plans(given):
        for own in caseloads:
            prices = {u: -1 if plan.holders[u] == own.practitioner else 1 for u in own.units}
            assert own.least(prices) == -sum(price < 0 for price in prices.values())
