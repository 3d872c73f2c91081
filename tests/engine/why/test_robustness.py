"""Draws of points and of hours: seeded, inside the policy's order, and counted right."""

import threading
from random import Random

import pytest

from planner.data.robustness import Robustness, Steadiness
from planner.data.scenario import Scenario
from planner.engine import robustness
from planner.engine.why.draws import drawn_hours, drawn_policy
from planner.principles import prioritise
from tests.engine.solving import POLICY, high
from tests.make import child, practitioner, scenario
from tests.make_random import random_scenario
from tests.problems import carrier, problem, unit


@pytest.mark.parametrize("seed", range(20))
def test_points_stay_within_the_spread_and_the_order(seed: int) -> None:
    """No tier, no band and no stage moves; nothing that counted stops counting."""
    drawn = drawn_policy(POLICY, Random(seed), 0.2)
    assert drawn.stages == POLICY.stages
    assert drawn.points == POLICY.points
    for before, after in zip(POLICY.factors, drawn.factors, strict=True):
        assert abs(after.points - before.points) <= 0.2 * before.points + 0.5
        assert (after.points > 0) == (before.points > 0)
    team = random_scenario(seed)
    before, after = prioritise(team, POLICY).scores, prioritise(team, drawn).scores
    assert {c: (s.tier, s.band) for c, s in before.items()} == {
        c: (s.tier, s.band) for c, s in after.items()
    }


def test_hours_stay_within_the_spread() -> None:
    """Limits vary; what people work, and so the duty pool, does not."""
    given = problem([unit("A")], [carrier("P", capacity_half_hours=100)])
    limits = set()
    for seed in range(50):
        (drawn,) = drawn_hours(given, Random(seed), 0.2).carriers
        assert drawn.capacity_half_hours == 100
        limits.add(drawn.limit_half_hours)
    assert min(limits) >= 80
    assert max(limits) <= 120
    assert len(limits) > 10


def varied(team: Scenario, draws: int = 12) -> Robustness:
    """Vary a tiny team."""
    answer = robustness(team, POLICY, draws=draws)
    assert answer.proven
    assert answer.points_drawn == answer.hours_drawn == draws
    return answer


def of(answer: Robustness, name: str) -> Steadiness:
    """Give one unit."""
    return next(unit for unit in answer.units if unit.unit == name)


def test_a_plan_that_hangs_on_nothing() -> None:
    """Room for one at high risk and far too little for the other."""
    team = scenario([high("C1"), child("C2")], [practitioner("P1", limit_hours=18)])
    answer = varied(team)
    assert of(answer, "C1").stable
    assert of(answer, "C1").by_points == of(answer, "C1").by_hours == 1.0
    assert of(answer, "C2").by_points == 0.0


def test_a_child_that_hangs_on_hours() -> None:
    """11.5 h are needed, and 12 allowed: with a little less nobody can hold the case."""
    answer = varied(scenario([child("C1")], [practitioner("P1", limit_hours=12)]), 30)
    found = of(answer, "C1")
    assert found.by_points == 1.0
    assert found.by_hours is not None
    assert 0 < found.by_hours < 1
    assert not found.stable


def test_the_smallest_change_that_flips_a_child_is_its_tipping_point() -> None:
    """C2 waits for want of points."""
    team = scenario(
        [child("C1", disability="yes"), child("C2")], [practitioner("P1", limit_hours=14)]
    )
    tips = of(varied(team), "C2").tipping
    assert tips is not None
    assert tips.points is not None
    assert tips.points > tips.own


def test_the_same_seed_gives_the_same_draws() -> None:
    """And another gives others."""
    team = random_scenario(3)
    answers = [robustness(team, POLICY, draws=8, seed=seed, flips=False).units for seed in (1, 1)]
    assert answers[0] == answers[1]


def test_a_stop_keeps_the_draws_that_were_made() -> None:
    """After the third."""
    stop, seen = threading.Event(), []

    def told(step: object) -> None:
        seen.append(step)
        if len(seen) == 3:
            stop.set()

    team = scenario([child("C1")], [practitioner("P1")])
    answer = robustness(team, POLICY, draws=50, flips=False, stop=stop, on_step=told)
    assert answer.points_drawn in (2, 3)
    assert not answer.proven
    assert of(answer, "C1").by_points == 1.0
