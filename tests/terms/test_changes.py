"""Changes of practitioner and families newly borrowed, in points."""

import pytest

from planner.model.posted import Posted
from planner.terms import BY_ID
from tests.boards import cost_of
from tests.problems import carrier, problem, settled, unit

TEAM = problem(
    [
        unit("A", team="north", holder="P", children=("A1", "A2")),
        unit("B", team="north", holder="S"),
        unit("C", team="north", former="gone"),
    ],
    [carrier("P", team="north"), carrier("Q", team="north"), carrier("S", team="south")],
)


@pytest.mark.parametrize(
    ("holders", "changes", "borrowed"),
    [
        ({"A": "P", "B": "S", "C": "P"}, 0, 0),  # all kept, C re-homed: B was borrowed before
        ({"A": "Q", "B": "S"}, 101, 0),  # once a family, not a child
        ({"A": "Q", "B": "P", "C": "S"}, 202, 30),  # C newly with the south
        ({"A": "S", "B": "S", "C": "S"}, 101, 60),
        ({}, 0, 0),  # de-allocations are counted elsewhere
    ],
)
def test_points_by_hand(holders: dict[str, str], changes: int, borrowed: int) -> None:
    """101 a change, 30 a family newly borrowed."""
    plan = settled(TEAM, **holders)
    for name, expected in (("changes", changes), ("borrowed", borrowed)):
        assert BY_ID[name].value(TEAM, plan) == expected
        assert cost_of(BY_ID[name].cost(Posted(), TEAM), TEAM, plan) == expected


def test_rates_are_the_problems() -> None:
    """7 a change, 3 a family borrowed."""
    given = TEAM.model_copy(update={"change_points": 7, "borrowed_points": 3})
    plan = settled(given, A="S", B="P", C="S")
    assert BY_ID["changes"].value(given, plan) == 14
    assert BY_ID["borrowed"].value(given, plan) == 6


def test_it_says_points() -> None:
    """Both are said in points."""
    assert BY_ID["changes"].say(202) == "Changes of practitioner: 202 points"
    assert BY_ID["borrowed"].say(30) == "Families held by another team's practitioner: 30 points"
