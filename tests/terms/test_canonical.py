"""Ties: days unseen, days awaiting, then fixed neutral weights."""

import pytest

from planner.model.posted import Posted
from planner.terms import BY_ID
from tests.boards import cost_of
from tests.problems import carrier, missable, pair, problem, settled, unit

TEAM = problem(
    [unit("A", days_unseen=9, days_awaiting=60), unit("B", days_unseen=999)],
    [carrier("P"), carrier("Q")],
    [
        pair("A", "P", tie_weight=1),
        pair("A", "Q", tie_weight=20),
        pair("B", "P", tie_weight=300),
        pair("B", "Q", tie_weight=4000),
    ],
    [missable("B", most=3, tie_weight=50000)],
)
NAMES = ("days_unseen", "days_awaiting", "tie_break")


@pytest.mark.parametrize(
    ("holders", "missed", "expected"),
    [
        ({}, 0, (1008, 60, 0)),
        ({"A": "Q"}, 2, (999, 0, 100020)),
        ({"B": "P"}, 0, (9, 60, 300)),
        ({"A": "P", "B": "Q"}, 0, (0, 0, 4001)),
    ],
)
def test_amounts_by_hand(holders: dict[str, str], missed: int, expected: tuple[int, ...]) -> None:
    """Days of children who await; weights of who holds what and of what is missed."""
    plan = settled(TEAM, {"B|wait": missed}, **holders)
    assert tuple(BY_ID[name].value(TEAM, plan) for name in NAMES) == expected
    costs = [BY_ID[name].cost(Posted(), TEAM) for name in NAMES]
    assert tuple(cost_of(cost, TEAM, plan) for cost in costs) == expected


def test_it_says_days_and_that_the_rest_was_equal() -> None:
    """A neutral weight is never shown as an amount."""
    assert BY_ID["days_unseen"].say(9) == (
        "Days since children awaiting allocation were last seen: 9"
    )
    assert BY_ID["days_awaiting"].say(60) == (
        "Days already awaited by children who go on awaiting: 60"
    )
    assert "4001" not in BY_ID["tie_break"].say(4001)
