"""The linear relaxation: its bound holds, also with no prices, and its core has good pairs."""

import pytest
from hypothesis import assume, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from planner.data.board import Cost, Take
from planner.data.problem import Problem
from planner.model import relaxation
from planner.model.blocks import blocks
from planner.model.clock import Clock
from planner.model.compact import Compact
from planner.model.first import plan_at_hand
from planner.model.lines import stage_value
from planner.model.posted import post_all
from planner.model.relaxation import relax
from planner.model.search import Found, search
from planner.policy import default_policy
from planner.report import prepare, stages_of
from tests.make_random import random_scenario
from tests.problems import carrier, pair, problem, unit
from tests.random_problems import problems

POLICY = default_policy()


def objectives(given: Problem, compact: Compact, at: int) -> Cost:
    """Give what one of a problem's blocks minimises."""
    _, costs = post_all(given)
    found = list(blocks(given, compact, costs, stages_of(POLICY, given)))
    block = found[at % len(found)]
    own = [compact.add_up([costs[term] for term in stage.terms]) for stage in block.stages]
    return compact.add_up(own, block.weights)


@pytest.mark.parametrize("seconds", [5.0, 0.0], ids=["solved", "out of time"])
@settings(max_examples=60)
@drawn(given=problems(), at=st.integers(0, 9))
def test_no_choice_costs_less(seconds: float, given: Problem, at: int) -> None:
    """The least cost, which the whole search proves, is no less than the bound."""
    compact = Compact(given, post_all(given)[0])
    objective = objectives(given, compact, at)
    compact.minimize(objective)
    answer = search(compact, Clock(20))
    assume(answer.found is Found.OPTIMAL)
    assert relax(compact, objective, seconds).bound <= answer.objective


@pytest.mark.parametrize("seed", range(8))
def test_it_holds_below_a_ceiling(seed: int) -> None:
    """Where the stages above are held to a plan's values."""
    given = prepare(random_scenario(seed), POLICY).problem
    plan = plan_at_hand(given)
    if plan is None:
        return
    posted, costs = post_all(given)
    compact = Compact(given, posted)
    stages = stages_of(POLICY, given)
    for stage in stages[:-1]:
        own = compact.add_up([costs[term] for term in stage.terms])
        compact.limit(own, stage_value(given, stage, plan))
    objective = compact.add_up([costs[term] for term in stages[-1].terms])
    compact.minimize(objective)
    answer = search(compact, Clock(20))
    assert answer.found is Found.OPTIMAL
    assert relax(compact, objective, 5).bound <= answer.objective


def three_hours_each() -> tuple[Compact, Cost]:
    """Make four families that somebody must hold, and five who may; P1 travels least, P5 most."""
    names = [f"P{n}" for n in range(1, 6)]
    families = ["F", "G", "H", "I"]
    given = problem(
        [unit(name, mandatory=True) for name in families],
        [carrier(name, capacity_half_hours=6) for name in names],
        [
            pair(family, name, demand_half_hours=6, travel_minutes=10 * int(name[1]))
            for family in families
            for name in names
        ],
    )
    posted, costs = post_all(given)
    compact = Compact(given, posted)
    compact.limit(compact.add_up([costs["hours_over"]]), 0)
    return compact, compact.add_up([costs["travel"]])


def test_where_fractions_do_not_help_the_bound_is_the_least() -> None:
    """One family each, with the four who travel least: 10 + 20 + 30 + 40."""
    assert relax(*three_hours_each(), 5).bound == 100


def test_pairs_as_good_as_the_third_best_are_in_the_core() -> None:
    """The families are alike, so that all four who are used are as good; P5 is not needed."""
    core = relax(*three_hours_each(), 5).core
    assert {take.practitioner for take in core} >= {"P1", "P2", "P3", "P4"}


def test_of_many_the_few_best_are_in_the_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is room for all with everyone: the nearest, and no more than asked."""
    monkeypatch.setattr(relaxation, "_BEST", 2)
    given = problem(
        [unit("F", mandatory=True)],
        [carrier(f"P{n}") for n in range(5)],
        [pair("F", f"P{n}", travel_minutes=10 * n) for n in range(5)],
    )
    posted, costs = post_all(given)
    compact = Compact(given, posted)
    core = relax(compact, compact.add_up([costs["travel"]]), 5).core
    assert core == {Take("F", "P0"), Take("F", "P1")}


def test_without_prices_every_pair_that_costs_the_same_is_in_the_core() -> None:
    """Out of time nothing tells pairs apart but their own costs."""
    compact, _ = three_hours_each()
    core = relax(compact, Cost(0, {}), 0).core
    assert core == {key for key in compact.variables if isinstance(key, Take)}


def test_who_only_one_practitioner_may_hold_is_held_once() -> None:
    """F takes 8 of 20 half-hours, so that fractions of hours would fit it two and a half times."""
    given = problem(
        [unit("F")],
        [carrier("P", capacity_half_hours=20)],
        [pair("F", "P", demand_half_hours=8)],
    )
    compact = Compact(given, post_all(given)[0])
    assert relax(compact, Cost(50, {Take("F", "P"): -50}), 5).bound == 0
