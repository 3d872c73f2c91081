"""What to miss at once, without a search: as little as the exact search finds, stage by stage."""

from decimal import Decimal
from functools import cache
from random import Random

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.plan import Choices
from planner.data.problem import Missable, Problem
from planner.model import Clock, solve_missed
from planner.model.first import everything_missed, meets_rules
from planner.model.missing import least_missed
from planner.policy import default_policy
from planner.report import prepare
from planner.synthetic import generate
from planner.terms import BY_ID
from tests.make_random import random_scenario
from tests.problems import carrier, missable, pair, pool, problem, unit
from tests.random_problems import problems

POLICY = default_policy()
ORDER = ("duty_short", "contact_missed_watched", "contact_missed_other", "oversight_missed")


def costs(given: Problem, choices: Choices) -> list[int]:
    """Give the stage values that what is missed can change, in their order."""
    return [BY_ID[term].value(given, choices) for term in ORDER]


def assert_least(given: Problem, holders: dict[str, str]) -> None:
    """Assert that the exact search for the same arrangement costs the same."""
    found = least_missed(given, holders)
    exact = solve_missed(given, holders, Clock(20))
    assert found.holders == exact.holders
    assert costs(given, found) == costs(given, exact), holders


@drawn(given=problems(), data=st.data())
@settings(max_examples=100)
def test_as_little_is_missed_as_the_exact_search_finds(given: Problem, data: st.DataObject) -> None:
    """Random problems of two teams, and any arrangement of each, rules or not."""
    people = st.sampled_from(("", *(person.id for person in given.carriers)))
    assert_least(given, {family.id: data.draw(people) for family in given.units})


@pytest.mark.parametrize("seed", range(40))
def test_as_little_is_missed_in_random_teams(seed: int) -> None:
    """As the team stands, and dealt out anew."""
    given = prepare(random_scenario(seed), POLICY).problem
    random, people = Random(seed), ["", *(person.id for person in given.carriers)]
    assert_least(given, {family.id: family.holder for family in given.units})
    assert_least(given, {family.id: random.choice(people) for family in given.units})


@cache
def realistic(children: int, people: int, seed: int) -> Problem:
    """Make a generated team with limits at 110 per cent, so that contact is missed."""
    more = Adjustment(kind=AdjustmentKind.LIMIT, amount=Decimal(110))
    return prepare(adjust(generate(children, people, seed), (more,)), POLICY).problem


@pytest.mark.parametrize("size", [(30, 4, 1), (30, 4, 2), (75, 6, 1), (120, 10, 1)], ids=str)
@pytest.mark.parametrize("moved", [0, 4, 20])
def test_as_little_is_missed_in_a_realistic_team(size: tuple[int, int, int], moved: int) -> None:
    """As the team stands, and with some families given to anyone at all."""
    given = realistic(*size)
    random, people = Random(moved), [person.id for person in given.carriers]
    holders = {family.id: family.holder for family in given.units}
    for family in random.sample(given.units, min(moved, len(given.units))):
        holders[family.id] = random.choice(people)
    assert_least(given, holders)


def test_a_plan_that_meets_the_rules_still_does() -> None:
    """Only what is missed differs from the plan in which everything is."""
    given = realistic(75, 6, 1)
    holders = {family.id: family.holder for family in given.units}
    everything, least = everything_missed(given, holders), least_missed(given, holders)
    assert meets_rules(given, everything)
    assert meets_rules(given, least)
    assert least.gives == everything.gives
    assert sum(least.missed.values()) < sum(everything.missed.values())


def waiting(due: int, *items: Missable, oversight: int = 0) -> Choices:
    """Let F wait on ten half-hours, ``due`` more than the pool has, and settle what is missed."""
    family = unit("F", waiting_half_hours=10, oversight_half_hours=oversight)
    spare = [pool(duty_half_hours=10 - due)]
    return least_missed(problem([family], [], missables=items, pools=spare), {})


@pytest.mark.parametrize(
    ("due", "missed"),
    [
        (-1, {}),
        (0, {}),
        (1, {"cheap": 1}),
        (2, {"cheap": 1}),
        (3, {"large": 1}),
        (4, {"large": 1}),
        (5, {"large": 1, "cheap": 1}),
        (6, {"large": 1, "cheap": 1}),
    ],
)
def test_what_frees_just_enough_for_the_fewest_points(due: int, missed: dict[str, int]) -> None:
    """Two of 30 points free 2 and one of 50 frees 4: the large one is less than two others."""
    items = (
        missable("F", id="cheap", half_hours=2, points=30, most=2),
        missable("F", id="large", half_hours=4, points=50),
    )
    found = waiting(due, *items)
    assert (found.missed, found.oversight_missed, found.short) == (missed, {}, {})


@pytest.mark.parametrize(
    ("due", "missed", "oversight", "short"),
    [
        (2, {}, {"team": 2}, {}),
        (3, {}, {"team": 3}, {}),
        (4, {"trip": 1}, {"team": 2}, {}),
        (7, {"trip": 2}, {"team": 3}, {}),
        (8, {"trip": 2}, {"team": 3}, {"team": 1}),
    ],
)
def test_oversight_goes_first_and_what_is_never_missed_is_short(
    due: int, missed: dict[str, int], oversight: dict[str, int], short: dict[str, int]
) -> None:
    """Three half-hours of oversight, two trips of two: seven may be missed, no more."""
    found = waiting(due, missable("F", id="trip", most=2), oversight=3)
    assert (found.missed, found.oversight_missed, found.short) == (missed, oversight, short)


@pytest.mark.parametrize("due", [3, 4])
def test_watched_children_are_seen_before_any_number_of_points_is_saved(due: int) -> None:
    """A watched child's one contact would free four at no points; two others cost 4000."""
    items = (
        missable("F", id="watched", half_hours=4, watched=1, points=0),
        missable("F", id="other", half_hours=2, points=2000, most=2),
    )
    assert waiting(due, *items).missed == {"other": 2}


@pytest.mark.parametrize("due", [2, 3, 9])
def test_what_frees_nothing_is_not_missed(due: int) -> None:
    """A task of a quarter of an hour is rounded down to none: missing it helps nobody."""
    items = (missable("F", id="trip"), missable("F", id="task", half_hours=0))
    found = waiting(due, *items)
    assert (found.missed, found.short.get("team", 0)) == ({"trip": 1}, due - 2)


def test_each_team_balances_its_own_pool_with_its_own_children() -> None:
    """North is two short and south has plenty; who is held misses only what falls in leave."""
    given = problem(
        [unit("N", team="north", waiting_half_hours=8), unit("S", team="south")],
        [carrier("P", team="south")],
        [pair("N", "P", cover_half_hours=2)],
        missables=[missable("N", team="north"), missable("N", "P", id="leave", team="north")],
        pools=[pool("north", duty_half_hours=6), pool("south")],
    )
    assert least_missed(given, {}).missed == {"N|wait": 1}
    assert least_missed(given, {"N": "P"}).missed == {}
    bare = given.model_copy(update={"pools": (pool("north"), pool("south"))})
    assert least_missed(bare, {"N": "P"}).missed == {"leave": 1}
