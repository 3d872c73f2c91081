"""Prices by column generation: true bounds, and as good as any prices give."""

from threading import Event

import numpy as np
import pytest

from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model import Clock, solve
from planner.model.arrays import Arrays, Cap, arrays_of
from planner.model.bound import weigh
from planner.model.master import Master, rows_to_price
from planner.model.posted import post_all
from planner.model.prices import Found, find_prices
from planner.policy import default_policy
from planner.report import prepare, stages_of
from planner.synthetic import generate
from tests.make_random import random_scenario
from tests.problems import carrier, problem, unit

POLICY = default_policy()
LAST = Stage(id="3b", title="remaining", terms=("awaiting_remaining",))


def master_of(given: Problem, choices: Choices) -> Master:
    """Begin with the caseloads of a plan."""
    arrays = arrays_of(given, *post_all(given))
    master = Master(arrays, rows_to_price(arrays))
    for at, caseload in enumerate(arrays.caseloads(choices.holders)):
        assert master.add(at, caseload)
        assert not master.add(at, caseload)
    return master


def find(given: Problem, choices: Choices, target: int, clock: Clock | None = None) -> Found:
    """Find prices for one stage with nothing above it."""
    master = master_of(given, choices)
    arrays = master.arrays
    return find_prices(
        master, arrays.knapsacks(None), arrays.cost(LAST), target, clock or Clock(20)
    )


def three_who_want_two_places() -> tuple[Problem, Choices]:
    """Make A (30 points), B and C (20 each); P and Q have room for one each, and C waits."""
    given = problem(
        [
            unit(name, points={"remaining": worth})
            for name, worth in zip("ABC", (30, 20, 20), strict=True)
        ],
        [carrier("P", limit_half_hours=10), carrier("Q", limit_half_hours=10)],
    )
    return given, Choices(holders={"A": "P", "B": "Q", "C": ""})


def test_prices_that_prove_a_plan() -> None:
    """At a price of 10 for A: 70 - 10 - 20 - 20. No plan is below 20."""
    given, choices = three_who_want_two_places()
    found = find(given, choices, 20)
    assert found.bound == pytest.approx(20)
    assert found.prices.units[0] == pytest.approx(10, abs=10)


def test_no_more_is_sought_than_the_target() -> None:
    """Without prices 10 is certain; whoever needs no more has it at once."""
    given, choices = three_who_want_two_places()
    assert (find(given, choices, 10).rounds, find(given, choices, 10).bound) == (0, 10)
    assert find(given, choices, 11).rounds > 0


def test_a_target_below_the_best_plan_is_not_passed_for_long() -> None:
    """A plan that nobody has, at 1,000: prices still give no more than 20."""
    given, choices = three_who_want_two_places()
    assert find(given, choices, 1000).bound == pytest.approx(20)


def test_where_time_is_over_or_a_stop_was_asked_for_the_prices_so_far_stand() -> None:
    """None at all: 10."""
    given, choices = three_who_want_two_places()
    stop = Event()
    stop.set()
    for clock in (Clock(0), Clock(20, stop=stop)):
        found = find(given, choices, 20, clock)
        assert (found.bound, found.rounds) == (10, 0)


def stages_with_values(given: Problem) -> tuple[Choices, list[tuple[Stage, int]]] | None:
    """Solve the policy stages; nothing where there is no plan."""
    stages = [stage for stage in stages_of(POLICY, given) if stage.policy]
    solved = solve(given, stages, Clock(20))
    if solved.choices is None:
        return None
    values = {line.id: line.value for line in solved.ledger}
    return solved.choices, [(stage, values[stage.id]) for stage in stages]


def bounds_are_true(arrays: Arrays, found: Found, value: int) -> None:
    """No prices pass what the best plan costs, nor the most that any can give."""
    assert found.bound <= value + 1e-6
    assert found.bound <= found.most + 1e-6
    assert (found.prices.rows >= 0).all()
    assert (found.prices.units[~arrays.required] >= 0).all()
    assert (found.prices.stages >= 0).all()


@pytest.mark.parametrize("seed", range(25))
def test_prices_of_random_teams_are_true_bounds(seed: int) -> None:
    """Every policy stage with those above it at their best: also weighed anew."""
    given = prepare(random_scenario(seed), POLICY).problem
    best = stages_with_values(given)
    if best is None:
        return
    choices, settled = best
    master = master_of(given, choices)
    arrays = master.arrays
    for stage, value in settled:
        cost, knapsacks = arrays.cost(stage), arrays.knapsacks(None)
        found = find_prices(master, knapsacks, cost, value, Clock(20))
        bounds_are_true(arrays, found, value)
        again = weigh(arrays, knapsacks, cost, master.caps, found.prices)
        assert again is not None
        assert again.bound == pytest.approx(found.bound)
        master.cap(Cap(stage.id, cost, value))


def test_prices_of_a_generated_team_prove_nearly_all() -> None:
    """Thirty children: whole costs cannot tell the bound from what the plan costs."""
    given = prepare(generate(30, 4, 2), POLICY).problem
    best = stages_with_values(given)
    assert best is not None
    choices, settled = best
    master = master_of(given, choices)
    bounds = []
    for stage, value in settled:
        cost = master.arrays.cost(stage)
        found = find_prices(master, master.arrays.knapsacks(0), cost, value, Clock(20))
        bounds.append(int(np.ceil(found.bound - 1e-6)))
        master.cap(Cap(stage.id, cost, value))
    assert bounds == [value for _, value in settled]
