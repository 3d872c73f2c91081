"""Contacts missed, and oversight and reserve missed."""

import pytest

from planner.model.posted import Posted
from planner.terms import BY_ID
from tests.boards import cost_of
from tests.problems import carrier, missable, pool, problem, settled, unit

TEAM = problem(
    [
        unit("A", team="north", waiting_half_hours=4, oversight_half_hours=4),
        unit("B", team="south", holder="P"),
    ],
    [carrier("P", team="north")],
    missables=[
        missable("A", id="A trip", team="north", most=3, watched=2, points=30),
        missable("A", id="A task", team="north", watched=0, points=180),
        missable("B", "P", id="B trip", team="south", watched=1, points=0),
    ],
    pools=[pool("north"), pool("south", reserve_half_hours=3)],
)
NAMES = ("contact_missed_watched", "contact_missed_other", "oversight_missed")


@pytest.mark.parametrize(
    ("missed", "oversight", "expected"),
    [
        ({}, {}, (0, 0, 0)),
        ({"A trip": 1}, {}, (2, 30, 0)),  # a trip serves two watched children and one other
        ({"A trip": 3, "A task": 1}, {}, (6, 270, 0)),  # 3 x 2; 3 x 30 + 180
        ({"A trip": 2, "B trip": 1}, {"north": 4, "south": 3}, (5, 60, 7)),
    ],
)
def test_amounts_by_hand(
    missed: dict[str, int], oversight: dict[str, int], expected: tuple[int, ...]
) -> None:
    """Contacts of watched children, points of others, half-hours of oversight and reserve."""
    plan = settled(TEAM, missed, oversight, B="P")
    assert tuple(BY_ID[name].value(TEAM, plan) for name in NAMES) == expected
    costs = [BY_ID[name].cost(Posted(), TEAM) for name in NAMES]
    assert tuple(cost_of(cost, TEAM, plan) for cost in costs) == expected


def test_it_says_contacts_points_and_hours() -> None:
    """Half-hours are said in hours."""
    watched, other, oversight = (BY_ID[name].say(5) for name in NAMES)
    assert watched == "Contacts missed for mandatory, high-risk and under-two children: 5"
    assert other == "Contacts missed for other children: 5 points"
    assert oversight == "Oversight and reserve missed: 2.5 h"
