"""Certificates: the verifier, which shares nothing with them, finds the same bound."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from planner.data.plan import StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model import Clock, solve
from planner.model.arrays import Arrays, arrays_of
from planner.model.bound import Prices
from planner.model.certify import certificate, certificates, state
from planner.model.posted import post_all
from planner.policy import default_policy
from planner.report import prepare, stages_of
from planner.synthetic import generate
from planner.verify import certified_bound, verify_certificates
from tests.random_problems import problems

POLICY = default_policy()
PRICES = (0.0, 0.0, 0.0, 0.0005, 0.5, 1.0, 2.0, 10.0, 33.333, 150.0)


def arrays(given: Problem) -> Arrays:
    """Write a problem as arrays."""
    return arrays_of(given, *post_all(given))


def random_prices(table: Arrays, above: int, random: Random) -> Prices[np.float64]:
    """Price a few rows, units and stages."""
    rows, units, stages = (
        np.array([random.choice(PRICES) for _ in range(size)], np.float64)
        for size in (len(table.limits), len(table.required), above)
    )
    signs = np.array([random.choice((-1, 1)) if must else 1 for must in table.required])
    return Prices(rows, units * signs, stages)


def compare(given: Problem, stages: Sequence[Stage], seed: int, scale: int = 1000) -> None:
    """Certify random prices of a random stage, and let the verifier say what they certify."""
    random, table = Random(seed), arrays(given)
    at = random.randrange(len(stages))
    values = [random.choice((0, 0, 1, 5, 100)) for _ in stages]
    lines = [
        StageValue(id=s.id, title=s.title, value=v) for s, v in zip(stages, values, strict=True)
    ]
    stated = state(table, stages[at], stages[:at], values[:at])
    prices = random_prices(table, at, random)
    made = certificate(table, stated, prices, scale=scale)
    if any(knapsack.most < 0 for knapsack in stated.knapsacks):
        assert (made.bound, made.rows) == (0, {})
        with pytest.raises(ValueError, match="No plan exists"):
            certified_bound(given, stages, lines, made)
    else:
        assert certified_bound(given, stages, lines, made) == made.bound


@drawn(given=problems(), seed=st.integers(0, 10**6), scale=st.sampled_from((1, 1000, 10**6)))
@settings(max_examples=150, deadline=None)
def test_random_prices_of_random_teams(given: Problem, seed: int, scale: int) -> None:
    """Both dynamic programs, both ways to write a problem down: the same whole number."""
    compare(given, stages_of(POLICY, given), seed, scale)


@pytest.mark.parametrize("seed", range(6))
def test_random_prices_of_a_generated_team(seed: int) -> None:
    """The same with some thousand entries."""
    given = prepare(generate(30, 4, seed % 2), POLICY).problem
    compare(given, stages_of(POLICY, given), seed)


@pytest.mark.parametrize(("children", "people", "seed"), [(30, 4, 1), (30, 4, 2), (75, 6, 1)])
def test_found_prices_certify_what_a_plan_costs(children: int, people: int, seed: int) -> None:
    """Prices found for a proven plan: confirmed, never above it, and here nearly always at it."""
    given = prepare(generate(children, people, seed), POLICY).problem
    stages = [stage for stage in stages_of(POLICY, given) if stage.policy]
    solved = solve(given, stages, Clock(20))
    assert solved.choices is not None
    made = certificates(given, stages, solved.ledger, solved.choices.holders, Clock(20))
    assert verify_certificates(given, stages, solved.ledger, made) == ()
    values = {line.id: line.value for line in solved.ledger if line.value}
    assert sum(one.bound == values[one.stage] for one in made) >= len(values) - 1
