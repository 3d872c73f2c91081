"""At most one practitioner a unit, and a known one."""

import pytest

from planner.data.board import Take
from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.rules.single_holder import RULE
from tests.boards import allows_values, posted
from tests.problems import carrier, chosen, problem, unit

TEAM = problem([unit("A"), unit("B")], [carrier("P"), carrier("Q")])


def lone() -> tuple[Problem, Choices]:
    """Name a family that the problem does not have."""
    return TEAM, Choices(holders={"A": "P", "B": "", "X": ""})


@pytest.mark.parametrize(("holders", "allowed"), [((), True), (("P",), True), (("P", "Q"), False)])
def test_a_board_allows_one_holder_at_most(holders: tuple[str, ...], allowed: bool) -> None:
    """Nobody and one are allowed, two are not; another family's holder is its own matter."""
    values = {Take("A", name): 1 for name in holders} | {Take("B", "Q"): 1}
    assert allows_values(posted(RULE, TEAM), values) is allowed


@pytest.mark.parametrize("holder", ["", "P", "Q"])
def test_awaiting_and_every_carrier_are_known(holder: str) -> None:
    """A plan that names each family once, with a carrier or nobody, is well formed."""
    assert RULE.check(TEAM, chosen(TEAM, holders={"A": holder})) == []


def test_a_holder_who_holds_no_cases_is_found() -> None:
    """X is no carrier of this problem."""
    assert RULE.check(TEAM, chosen(TEAM, holders={"A": "X"})) == [
        Finding(rule="single_holder", unit="A", practitioner="X")
    ]


def test_a_family_left_out_is_found() -> None:
    """The plan says nothing of A and B; both are named, in order."""
    found = RULE.check(TEAM, Choices(holders={}))
    assert [finding.unit for finding in found] == ["A", "B"]


def test_it_says_what_is_wrong() -> None:
    """One sentence for a stranger, one for a family left out."""
    stranger = Finding(rule="single_holder", unit="A", practitioner="X")
    assert RULE.say(stranger) == "A cannot be held by X, who holds no cases here."
    left_out = Finding(rule="single_holder", unit="A")
    assert RULE.say(left_out) == "The plan does not say who holds A."
