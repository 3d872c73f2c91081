"""An intensive infant's practitioner is not away longer than the contact interval."""

import pytest

from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.rules.away_too_long import RULE
from tests.boards import allows, posted
from tests.problems import carrier, chosen, pair, problem, unit

PAIRS = [pair("A", "P", away_too_long=True)]
TEAM = problem([unit("A"), unit("B")], [carrier("P"), carrier("Q")], PAIRS)


def lone() -> tuple[Problem, Choices]:
    """P, who will be away for more than a week, takes on the family of an intensive infant."""
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
    expected = [Finding(rule="away_too_long", unit="A", practitioner="P")] * found
    assert RULE.check(TEAM, plan) == expected
    assert allows(posted(RULE, TEAM), TEAM, plan) is not bool(found)


def test_a_long_leave_ends_a_holding_too() -> None:
    """Such a family is re-allocated even from who holds it now."""
    team = problem([unit("A", holder="P", mandatory=True)], [carrier("P")], PAIRS)
    assert len(RULE.check(team, chosen(team, holders={"A": "P"}))) == 1


def test_it_says_who_is_away_too_long_for_whom() -> None:
    """The sentence names both."""
    finding = Finding(rule="away_too_long", unit="A", practitioner="P")
    assert RULE.say(finding) == "P is away longer than the weekly contact of A allows."
