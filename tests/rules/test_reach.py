"""A family is held by its own team, or by a neighbour within reach."""

import pytest

from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.rules.reach import RULE
from tests.boards import allows, posted
from tests.problems import carrier, chosen, pair, problem, unit

PAIRS = [pair("A", "P", out_of_reach=True)]
TEAM = problem([unit("A"), unit("B")], [carrier("P"), carrier("Q")], PAIRS)


def lone() -> tuple[Problem, Choices]:
    """P of another team, out of reach, takes a family on."""
    return TEAM, chosen(TEAM, holders={"A": "P"})


@pytest.mark.parametrize(
    ("holders", "found"),
    [
        ({}, 0),
        ({"A": "Q"}, 0),
        ({"B": "P"}, 0),
        ({"A": "P", "B": "Q"}, 1),
    ],
)
def test_it_stands_between_one_family_and_one_person(holders: dict[str, str], found: int) -> None:
    """Others may hold A, and P may hold others."""
    plan = chosen(TEAM, holders=holders)
    expected = [Finding(rule="reach", unit="A", practitioner="P")] * found
    assert RULE.check(TEAM, plan) == expected
    assert allows(posted(RULE, TEAM), TEAM, plan) is not bool(found)


def test_it_says_who_is_out_of_reach_of_whom() -> None:
    """The sentence names both."""
    finding = Finding(rule="reach", unit="A", practitioner="P")
    assert RULE.say(finding) == "P is of another team and out of reach of A."
