"""Hours counted in whole parts are those of exact fractions, rounded once."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, lcm

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.data.problem import Pair
from planner.data.scenario import Practitioner
from planner.policy import default_policy
from planner.principles import prioritise
from planner.workload import Facts, build, gather, held_half_hours
from planner.workload.casework import all_task_hours, casework
from planner.workload.contact import allocated_places, trip_hours
from planner.workload.rounding import half_hours_up, parts_up
from planner.workload.units import Members, group, measure
from tests.make_random import random_scenario

POLICY = default_policy()


def exactly(facts: Facts, members: Members, person: Practitioner) -> tuple[int, int, int]:
    """Give demand, cover and travel of one pair by adding fractions up, one after the other."""
    unit = measure(facts, members)
    days = facts.attendance[person.practitioner]
    origin, base = facts.zone_of(person), facts.base(unit.team)
    tasks = [t for c in members.children for t in facts.tasks.get(c.child, ())]
    away = [task for task in tasks if days.away_on(task.due)]
    demand = casework(facts, members.children)
    demand += all_task_hours(facts, [task for task in tasks if task not in away])
    cover, travel = all_task_hours(facts, away), 0
    for place in allocated_places(facts, members.children):
        gone = sum(days.away_for(window) for window in days.cycle.windows(place.trips))
        demand += (place.trips - gone) * trip_hours(facts, place, origin)
        cover += gone * trip_hours(facts, place, base)
        travel += (place.trips - gone) * 2 * facts.travel(origin, place.zone)
    if unit.holder != person.practitioner:
        demand += Fraction(POLICY.hours.handover_taker)
    return ceil(2 * demand), ceil(2 * cover), travel


def counted(pair: Pair) -> tuple[int, int, int]:
    """Give what the problem says of the same."""
    return pair.demand_half_hours, pair.cover_half_hours, pair.travel_minutes


@pytest.mark.parametrize("seed", range(120))
def test_a_pair_is_what_fractions_add_up_to(seed: int) -> None:
    """Random teams with leave, travel rows, tasks and siblings: every pair, every amount."""
    team = random_scenario(seed)
    scores = prioritise(team, POLICY)
    facts, problem = gather(team, POLICY, scores), build(team, POLICY, scores)
    for members in group(facts):
        for person in facts.carriers:
            pair = problem.pairs[members.id, person.practitioner]
            assert counted(pair) == exactly(facts, members, person)


@pytest.mark.parametrize("seed", range(40))
def test_what_is_held_needs_what_its_pairs_say(seed: int) -> None:
    """Without building every pair, the same sum."""
    team = random_scenario(seed)
    scores = prioritise(team, POLICY)
    problem = build(team, POLICY, scores)
    held = (problem.pairs[u.id, u.holder].demand_half_hours for u in problem.units if u.holder)
    assert held_half_hours(gather(team, POLICY, scores)) == sum(held)


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 97)), min_size=1, max_size=6))
def test_a_common_denominator_loses_nothing(amounts: Sequence[tuple[int, int]]) -> None:
    """Rounding whole parts up is rounding their exact sum up."""
    fractions = [Fraction(*amount) for amount in amounts]
    per_hour = lcm(*(f.denominator for f in fractions))
    parts = sum(f.numerator * (per_hour // f.denominator) for f in fractions)
    assert parts_up(parts, per_hour) == half_hours_up(sum(fractions)) == ceil(2 * sum(fractions))
