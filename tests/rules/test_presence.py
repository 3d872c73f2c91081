"""Only a practitioner who is present takes a family on."""

import pytest

from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.rules.presence import RULE
from tests.boards import allows, posted
from tests.problems import carrier, chosen, pair, problem, unit

PAIRS = [pair("A", "P", absent=True)]
TEAM = problem([unit("A"), unit("B")], [carrier("P"), carrier("Q")], PAIRS)


def lone() -> tuple[Problem, Choices]:
    """P, who has no working day in the cycle, takes a family on."""
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
    expected = [Finding(rule="presence", unit="A", practitioner="P")] * found
    assert RULE.check(TEAM, plan) == expected
    assert allows(posted(RULE, TEAM), TEAM, plan) is not bool(found)


def test_who_is_away_keeps_what_is_held_now() -> None:
    """P has no working day but returns in time: A is P's, B cannot become P's."""
    people = [carrier("P", present=False), carrier("Q")]
    team = problem([unit("A", holder="P"), unit("B")], people)
    kept = chosen(team, holders={"A": "P"})
    taken = chosen(team, holders={"A": "P", "B": "P"})
    assert RULE.check(team, kept) == []
    assert allows(posted(RULE, team), team, kept)
    assert [finding.unit for finding in RULE.check(team, taken)] == ["B"]


def test_it_says_who_has_no_working_day() -> None:
    """The sentence names both."""
    finding = Finding(rule="presence", unit="A", practitioner="P")
    assert RULE.say(finding) == "P has no working day in the cycle and cannot take on A."
