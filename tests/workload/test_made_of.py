"""What hours are made of: the parts of every pair come to the demand that was counted."""

from fractions import Fraction

import pytest

from planner.policy import default_policy
from planner.report import prepare
from planner.workload.made_of import amounts_of, made_of
from planner.workload.parts import Amounts
from planner.workload.rounding import half_hours_up
from planner.workload.units import group
from tests.make import child, practitioner, scenario, task
from tests.make_random import random_scenario

POLICY = default_policy()


@pytest.mark.parametrize("seed", range(100))
def test_the_parts_of_every_pair_come_to_its_demand(seed: int) -> None:
    """Rounded up once, what a unit asks of anybody is the pair's demand."""
    prepared = prepare(random_scenario(seed), POLICY)
    for members in group(prepared.facts):
        for person in prepared.facts.carriers:
            amounts = amounts_of(prepared.facts, members, person.practitioner)
            pair = prepared.problem.pairs[members.id, person.practitioner]
            assert half_hours_up(sum(amounts, Fraction(0))) == pair.demand_half_hours
            assert min(amounts) >= 0


def test_two_families_by_hand() -> None:
    """Family preservation 3.5 h a month; two trips of 2 h and half an hour of travel each."""
    team = scenario(
        [child("C1", holder="P1"), child("C2")],
        [practitioner("P1"), practitioner("P2")],
        tasks=(task("C2", "hearing", hours=4),),
    )
    facts = prepare(team, POLICY).facts
    casework = Fraction(7, 2) * Fraction(2800, 3044)
    kept = Amounts(casework, Fraction(4), Fraction(1), Fraction(0), Fraction(0))
    taken = Amounts(casework, Fraction(4), Fraction(1), Fraction(4), Fraction(3))
    found = made_of(facts, {"C1": "P1", "C2": "P1"})
    assert found["P1"] == Amounts(*(one + two for one, two in zip(kept, taken, strict=True)))
    assert set(found["P2"]) == {0}
