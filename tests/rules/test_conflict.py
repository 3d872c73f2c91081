"""Nobody holds a family they have a conflict of interest with."""

import pytest

from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.rules.conflict import RULE
from tests.boards import allows, posted
from tests.problems import carrier, chosen, pair, problem, unit

PAIRS = [pair("A", "P", conflict=True)]
TEAM = problem([unit("A"), unit("B")], [carrier("P"), carrier("Q")], PAIRS)


def lone() -> tuple[Problem, Choices]:
    """Let P hold a family with which P has a conflict of interest."""
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
    expected = [Finding(rule="conflict", unit="A", practitioner="P")] * found
    assert RULE.check(TEAM, plan) == expected
    assert allows(posted(RULE, TEAM), TEAM, plan) is not bool(found)


def test_a_conflict_ends_a_holding_too() -> None:
    """Even a pair marked as held is refused."""
    team = problem([unit("A", holder="P")], [carrier("P")], PAIRS)
    assert len(RULE.check(team, chosen(team, holders={"A": "P"}))) == 1


def test_it_says_who_has_a_conflict_with_whom() -> None:
    """The sentence names both."""
    finding = Finding(rule="conflict", unit="A", practitioner="P")
    assert RULE.say(finding) == "P has a recorded conflict of interest with A."
