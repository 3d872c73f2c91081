"""De-allocated children, by impact and rate, each in their own stage."""

import pytest

from planner.data.problem import Problem
from planner.model.posted import Posted
from planner.terms import BY_ID
from planner.terms.coverage import STAGES
from tests.boards import cost_of
from tests.problems import carrier, problem, settled, unit


def team(**settings: object) -> Problem:
    """Let P hold A and B, A with one child whom P does not hold; C is held by nobody."""
    units = [
        unit(
            "A",
            holder="P",
            children=("A1", "A2", "A3"),
            held_children=2,
            impact={"high_b": 40, "next": 30},
            held_by_stage={"high_b": 1, "next": 1},
        ),
        unit("B", holder="P", impact={"remaining": 5}, held_by_stage={"remaining": 1}),
        unit("C"),
    ]
    return problem(units, [carrier("P"), carrier("Q")], **settings)


@pytest.mark.parametrize(
    ("holders", "expected"),
    [
        # 40; 30 + 200; 5 + 200; three children
        ({}, (0, 40, 0, 230, 205, 3)),
        ({"A": "P"}, (0, 0, 0, 0, 205, 1)),
        ({"A": "Q", "B": "P"}, (0, 0, 0, 0, 0, 0)),  # a change is no de-allocation
        ({"B": "P", "C": "P"}, (0, 40, 0, 230, 0, 2)),
    ],
)
def test_rate_and_impact_add_up_in_each_stage(
    holders: dict[str, str], expected: tuple[int, ...]
) -> None:
    """High a, b, c, next, remaining, and the plain count of children."""
    given = team()
    plan = settled(given, **holders)
    names = [f"deallocated_{stage}" for stage, _, _ in STAGES] + ["deallocated_children"]
    assert tuple(BY_ID[name].value(given, plan) for name in names) == expected
    costs = [BY_ID[name].cost(Posted(), given) for name in names]
    assert tuple(cost_of(cost, given, plan) for cost in costs) == expected


def test_the_rate_of_high_risk_is_its_own() -> None:
    """9 a high-risk child instead of 0, and 50 a next-priority child instead of 200."""
    given = team(deallocation_high_points=9, deallocation_points=50)
    plan = settled(given)
    assert BY_ID["deallocated_high_b"].value(given, plan) == 49
    assert BY_ID["deallocated_next"].value(given, plan) == 80


def test_nobody_is_de_allocated_who_was_not_held() -> None:
    """Amounts of a unit without a holder count for nothing."""
    given = problem([unit("A", impact={"next": 30}, held_by_stage={"next": 1})], [carrier("P")])
    assert BY_ID["deallocated_next"].value(given, settled(given)) == 0


def test_it_says_points_or_children() -> None:
    """Points by stage, children in the count."""
    assert BY_ID["deallocated_remaining"].say(205) == "Remaining children de-allocated: 205 points"
    assert BY_ID["deallocated_children"].say(3) == "Children de-allocated: 3"
