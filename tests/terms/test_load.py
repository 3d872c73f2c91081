"""Load squared in ten-per-cent steps, and travel."""

from itertools import product

import pytest

from planner.data.board import Step, Take
from planner.model.posted import Posted
from planner.model.values import values_of
from planner.terms import BY_ID
from planner.terms.load import MOST_STEPS, load_steps
from tests.boards import allows_values, cost_of
from tests.problems import carrier, pair, problem, settled, unit


@pytest.mark.parametrize(
    ("hours", "steps"),
    [
        (0, 0),
        (1, 1),  # 2.5 % is rounded up to 10 %
        (3, 1),
        (4, 1),
        (5, 2),
        (36, 9),
        (40, 10),
        (41, 11),
        (76, 19),
        (80, 20),
        (81, 20),  # beyond 200 % weighs no more
        (400, 20),
    ],
)
def test_load_is_rounded_up_to_ten_per_cent(hours: int, steps: int) -> None:
    """P has 40 half-hours: each step is 4."""
    people = [carrier("P", capacity_half_hours=40)]
    team = problem([unit("A")], people, [pair("A", "P", demand_half_hours=hours)])
    plan = settled(team, A="P")
    assert load_steps(team, team.carriers[0], plan) == steps
    assert BY_ID["load"].value(team, plan) == steps**2
    assert cost_of(BY_ID["load"].cost(Posted(), team), team, plan) == steps**2


@pytest.mark.parametrize(("hours", "steps"), [(0, 0), (1, 20)])
def test_who_has_no_hours_is_full_with_anything(hours: int, steps: int) -> None:
    """Capacity 0: nothing held is no load, anything is 200 %."""
    people = [carrier("P", capacity_half_hours=0)]
    team = problem([unit("A")], people, [pair("A", "P", demand_half_hours=hours)])
    assert load_steps(team, team.carriers[0], settled(team, A="P")) == steps


def test_squares_add_up_over_who_is_present() -> None:
    """P with 10 of 40 has 3 steps, Q with 10 of 20 has 5, R is away and counts for nothing.

    Spread over P and Q: 9 + 25 = 34. Both with P: 20 of 40 are 5 steps, 25.
    """
    people = [
        carrier("P", capacity_half_hours=40),
        carrier("Q", capacity_half_hours=20),
        carrier("R", present=False),
    ]
    team = problem([unit("A"), unit("B"), unit("C", holder="R")], people)
    assert BY_ID["load"].value(team, settled(team, A="P", B="Q", C="R")) == 34
    assert BY_ID["load"].value(team, settled(team, A="P", B="P", C="R")) == 25


def test_a_handover_given_is_load() -> None:
    """P hands A over to Q for 2: P has 1 step of 40, Q with 10 has 3."""
    people = [carrier("P", capacity_half_hours=40), carrier("Q", capacity_half_hours=40)]
    team = problem([unit("A", holder="P")], people, [pair("A", "Q", give_half_hours=2)])
    assert BY_ID["load"].value(team, settled(team, A="Q")) == 1 + 9


@pytest.mark.parametrize(("hours", "capacity"), [(5, 40), (80, 40), (90, 40), (3, 0), (7, 7)])
def test_no_fewer_steps_meet_what_is_posted(hours: int, capacity: int) -> None:
    """The board admits the steps of the load and not one fewer, nor steps out of order."""
    people = [carrier("P", capacity_half_hours=capacity)]
    team = problem([unit("A")], people, [pair("A", "P", demand_half_hours=hours)])
    board = Posted()
    BY_ID["load"].cost(board, team)
    assert set(board.counts.values()) == {1}
    plan = settled(team, A="P")
    steps = load_steps(team, team.carriers[0], plan)
    values = values_of(team, plan)
    for last, holds in ((steps, True), (steps - 1, False), (MOST_STEPS, True)):
        some = {Take("A", "P"): 1} | {Step("P", n): 1 for n in range(1, last + 1)}
        assert allows_values(board, some) is holds
    assert allows_values(board, values)
    assert not allows_values(board, {Take("A", "P"): 0, Step("P", 2): 1})


def test_travel_adds_up_the_minutes_of_pairs() -> None:
    """A with P 30, with Q 45; B with P 60."""
    pairs = [
        pair("A", "P", travel_minutes=30),
        pair("A", "Q", travel_minutes=45),
        pair("B", "P", travel_minutes=60),
    ]
    team = problem([unit("A"), unit("B")], [carrier("P"), carrier("Q")], pairs)
    minutes = {
        (a, b): BY_ID["travel"].value(team, settled(team, A=a, B=b))
        for a, b in product(("", "P", "Q"), ("", "P"))
    }
    assert minutes == {
        ("", ""): 0,
        ("", "P"): 60,
        ("P", ""): 30,
        ("P", "P"): 90,
        ("Q", ""): 45,
        ("Q", "P"): 105,
    }


def test_it_says_steps_and_hours() -> None:
    """Travel is said in hours with one decimal."""
    assert BY_ID["load"].say(34) == "Load, squared in ten-per-cent steps: 34"
    assert BY_ID["travel"].say(105) == "Travel to allocated children: 1.8 h"
