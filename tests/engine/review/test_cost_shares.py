"""Costs shared out: whatever the plan, the shares of every term add up to its value."""

from random import Random

import pytest

from planner.data.comparison import Bearer
from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.engine.review.cost_shares import Borne, CostShares
from planner.policy import default_policy
from planner.report import prepare
from planner.rules import settle
from planner.terms import BY_ID
from tests.make_random import random_scenario
from tests.problems import carrier, missable, pair, problem, settled, unit

POLICY = default_policy()


def any_choices(rng: Random, team: Problem) -> Choices:
    """Draw any arrangement of a team, with what it misses and the limits that give way."""
    people = ["", *(person.id for person in team.carriers)]
    holders = {row.id: rng.choice(people) for row in team.units}
    missed = {item.id: rng.randint(0, item.most) for item in team.missables}
    oversight = {pool.team: rng.randint(0, 9) for pool in team.pools}
    return settle(team, holders, missed, oversight)


@pytest.mark.parametrize("seed", range(100))
def test_shares_of_every_term_add_up(seed: int) -> None:
    """On any team, in any arrangement, nothing is lost and nothing counts twice."""
    team = prepare(random_scenario(seed), POLICY).problem
    choices = any_choices(Random(seed), team)
    shares = CostShares(team, choices)
    for term in BY_ID.values():
        assert sum(shares.of(term.id).values()) == term.value(team, choices), term.id


def test_the_draws_reach_every_term() -> None:
    """Among the teams drawn, every term has a share somewhere: none adds up as nought alone."""
    reached = set()
    for seed in range(40):
        team = prepare(random_scenario(seed), POLICY).problem
        shares = CostShares(team, any_choices(Random(seed), team))
        reached |= {term for term in BY_ID if any(shares.of(term).values())}
    assert set(BY_ID) - reached <= {"new_families_beyond"}


def test_who_bears_what() -> None:
    """By hand: a family that moves, one that waits unseen, hours over for an infant."""
    team = problem(
        [
            unit("A", holder="P1"),
            unit("B", points={"next": 110}),
            unit("M", mandatory=True),
        ],
        [carrier("P1", capacity_half_hours=100), carrier("P2", capacity_half_hours=15)],
        [pair("A", "P2", demand_half_hours=10, give_half_hours=4)],
        [missable("B", points=60)],
    )
    choices = settled(team, {"B|wait": 1}, {"team": 3}, A="P2", M="P2")
    shares = CostShares(team, choices)

    def borne(term: str) -> dict[Borne, int]:
        return {who: amount for who, amount in shares.of(term).items() if amount}

    assert borne("changes") == {Borne(Bearer.FAMILY, "A"): 101}
    assert borne("awaiting_next") == {Borne(Bearer.FAMILY, "B"): 110}
    assert borne("contact_missed_other") == {Borne(Bearer.FAMILY, "B"): 60}
    assert borne("oversight_missed") == {Borne(Bearer.TEAM, "team"): 3}
    assert borne("hours_over") == {Borne(Bearer.FAMILY, "M"): 5}
    # P1 spends 4 of 100 half-hours on the handover, P2 20 of 15: steps 1 and 14.
    assert borne("load") == {
        Borne(Bearer.PRACTITIONER, "P1"): 1,
        Borne(Bearer.PRACTITIONER, "P2"): 196,
    }
