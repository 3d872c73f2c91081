"""Children awaiting allocation, by points, one term for each stage."""

import pytest

from planner.model.posted import Posted
from planner.terms import BY_ID
from planner.terms.coverage import STAGES
from tests.boards import cost_of
from tests.problems import carrier, problem, settled, unit

TEAM = problem(
    [
        unit("A", points={"high_a": 130, "remaining": 20}),  # siblings, each in their own stage
        unit("B", points={"high_a": 110, "next": 105}),
        unit("C", points={"high_b": 101, "high_c": 102}),
    ],
    [carrier("P"), carrier("Q")],
)


@pytest.mark.parametrize(
    ("holders", "expected"),
    [
        ({}, (240, 101, 102, 105, 20)),  # 130 + 110
        ({"A": "P"}, (110, 101, 102, 105, 0)),
        ({"B": "Q", "C": "P"}, (130, 0, 0, 0, 20)),
        ({"A": "P", "B": "P", "C": "Q"}, (0, 0, 0, 0, 0)),
    ],
)
def test_points_add_up_child_by_child(holders: dict[str, str], expected: tuple[int, ...]) -> None:
    """In the order high a, b, c, next, remaining."""
    plan = settled(TEAM, **holders)
    terms = [BY_ID[f"awaiting_{stage}"] for stage, _, _ in STAGES]
    assert tuple(term.value(TEAM, plan) for term in terms) == expected
    assert tuple(cost_of(term.cost(Posted(), TEAM), TEAM, plan) for term in terms) == expected


def test_it_says_what_awaits() -> None:
    """The stage and its points."""
    assert BY_ID["awaiting_next"].say(210) == (
        "Next-priority children awaiting allocation: 210 points"
    )
