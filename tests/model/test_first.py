"""The first plan: at once, without a search, and either sound or not given at all."""

import pytest
from hypothesis import given as from_all
from hypothesis import settings

from planner.data.problem import Problem
from planner.model.clock import Clock
from planner.model.diagnose import feasible
from planner.model.first import everything_missed, first_plan, meets_rules
from planner.policy import default_policy
from planner.report import prepare
from planner.rules import RULES
from planner.rules.eligible import may_hold
from planner.synthetic import generate
from planner.terms import BY_ID, STAGE_0
from tests.make_random import random_scenario
from tests.problems import carrier, missable, pair, pool, problem, unit
from tests.random_problems import problems

POLICY = default_policy()


@pytest.mark.parametrize("seed", range(50))
def test_it_meets_every_rule_or_there_is_none(seed: int) -> None:
    """Random teams; where no plan exists at all, none is given."""
    given = prepare(random_scenario(seed), POLICY).problem
    plan = first_plan(given)
    if plan is None:
        return
    assert [f for rule in RULES for f in rule.check(given, plan)] == []
    assert feasible(given, Clock(10))
    kept = {u.id for u in given.units if u.holder and may_hold(given, u, u.holder)}
    assert all(plan.holders[name] == given.unit(name).holder for name in kept)


def test_it_is_found_for_most_teams() -> None:
    """Of sixty random teams more than half; of realistic ones all, since all can be kept."""
    random = [prepare(random_scenario(seed), POLICY).problem for seed in range(60)]
    assert sum(first_plan(given) is not None for given in random) > 30
    realistic = [prepare(generate(30, 3, seed), POLICY).problem for seed in range(1, 6)]
    assert all(first_plan(given) is not None for given in realistic)


def infant_between(*, excused: bool = False) -> Problem:
    """Make an infant of 10 half-hours; P has 4 left and Q 12."""
    held = [unit("F", holder="P"), unit("G", holder="Q")]
    people = [carrier("P", capacity_half_hours=20), carrier("Q", capacity_half_hours=20)]
    pairs = [
        pair("F", "P", demand_half_hours=16),
        pair("G", "Q", demand_half_hours=8),
        pair("M", "P", demand_half_hours=10),
        pair("M", "Q", demand_half_hours=10),
    ]
    return problem([*held, unit("M", mandatory=True, excused=excused)], people, pairs)


def test_an_infant_goes_where_the_fewest_limits_give_way() -> None:
    """With P 6 half-hours would be over, with Q none."""
    plan = first_plan(infant_between())
    assert plan is not None
    assert plan.holders == {"F": "P", "G": "Q", "M": "Q"}


def test_equal_places_go_by_id() -> None:
    """Neither is over: the first by id, so that the plan does not depend on row order."""
    given = problem([unit("M", mandatory=True)], [carrier("Q"), carrier("P")])
    plan = first_plan(given)
    assert plan is not None
    assert plan.holders == {"M": "P"}


def test_of_equal_places_the_one_of_fewest_hours_is_chosen() -> None:
    """Both have room; with Q it takes two half-hours less."""
    given = problem(
        [unit("M", mandatory=True)],
        [carrier("P"), carrier("Q")],
        [pair("M", "P", demand_half_hours=10), pair("M", "Q", demand_half_hours=8)],
    )
    plan = first_plan(given)
    assert plan is not None
    assert plan.holders == {"M": "Q"}


def test_an_infant_set_aside_is_not_placed() -> None:
    """Somebody else decides that; the rest is planned."""
    plan = first_plan(infant_between(excused=True))
    assert plan is not None
    assert plan.holders["M"] == ""


def test_pins_are_kept_or_there_is_no_first_plan() -> None:
    """Pinned to Q it is with Q; pinned to nobody of the team, a search has to prove it."""
    pinned = first_plan(problem([unit("F", pinned_to="Q")], [carrier("P"), carrier("Q")]))
    assert pinned is not None
    assert pinned.holders == {"F": "Q"}
    assert first_plan(problem([unit("F", pinned_to="gone")], [carrier("P")])) is None


@pytest.mark.parametrize(("room", "given"), [(9, False), (10, True), (11, True)])
def test_a_pin_that_does_not_fit_is_left_to_the_search(room: int, given: bool) -> None:
    """Ten half-hours, nine, ten or eleven of room."""
    people = [carrier("P", capacity_half_hours=room)]
    plan = first_plan(problem([unit("F", pinned_to="P")], people))
    assert (plan is not None) is given


def test_everything_missed_is_always_within_the_duty_pool() -> None:
    """Five trips of two, three of oversight and four reserved go; the hearing is short by six."""
    given = problem(
        [unit("F", waiting_half_hours=19, oversight_half_hours=3)],
        [carrier("P", capacity_half_hours=0)],
        missables=[missable("F", most=5)],
        pools=[pool(reserve_half_hours=4)],
    )
    choices = everything_missed(given, {})
    assert choices.missed == {"F|wait": 5}
    assert choices.oversight_missed == {"team": 7}
    assert choices.short == {"team": 6}
    assert meets_rules(given, choices)


def placed_by_hand(given: Problem) -> dict[str, str] | None:
    """Place as the first plan does, settling a whole plan for everyone who may hold a unit."""
    holders = {
        u.id: u.holder if u.holder and may_hold(given, u, u.holder) else "" for u in given.units
    }
    people = {person.id for person in given.carriers}
    for family in given.units:
        if family.pinned_to and family.pinned_to not in people:
            return None
        holders[family.id] = family.pinned_to or holders[family.id]
    for family in given.units:
        if family.mandatory and not family.excused and not holders[family.id]:
            costs = [
                (
                    [
                        sum(BY_ID[term].value(given, plan) for term in stage.terms)
                        for stage in STAGE_0
                    ],
                    given.pairs[family.id, person].demand_half_hours
                    + given.pairs[family.id, person].give_half_hours,
                    person,
                )
                for person in sorted(people)
                if may_hold(given, family, person)
                for plan in (everything_missed(given, {**holders, family.id: person}),)
            ]
            holders[family.id] = min(costs)[-1] if costs else ""
    return holders


@settings(max_examples=150)
@from_all(problems())
def test_a_part_of_the_team_decides_as_the_whole_does(found: Problem) -> None:
    """Settling only who and what is concerned picks the same practitioner, if any."""
    plan = first_plan(found)
    holders = placed_by_hand(found)
    if plan is not None:
        assert plan.holders == holders
    elif holders is not None:
        assert not meets_rules(found, everything_missed(found, holders))


def test_the_part_decides_as_the_whole_where_limits_give_way() -> None:
    """Random teams with an infant to be placed: among them several where a limit gives way."""
    placed = gave_way = 0
    for seed in range(200):
        found = prepare(random_scenario(seed), POLICY).problem
        plan = first_plan(found)
        if plan is None:
            continue
        assert plan.holders == placed_by_hand(found)
        fresh = [u for u in found.units if u.mandatory and plan.holders[u.id] not in ("", u.holder)]
        placed += bool(fresh)
        gave_way += bool(fresh and plan.gives)
    assert placed > 10
    assert gave_way > 0
