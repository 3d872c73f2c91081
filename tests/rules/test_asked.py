"""What a question assumes: a family allocated to somebody, or to nobody."""

import pytest

from planner.data.assumed import leaving_out, requiring
from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.rules.asked import RULE
from tests.boards import allows, posted
from tests.problems import carrier, chosen, problem, unit

TEAM = problem([unit("A"), unit("B")], [carrier("P"), carrier("Q")])


def lone() -> tuple[Problem, Choices]:
    """Leave a family waiting that the question assumes allocated."""
    team = requiring(TEAM, "A")
    return team, chosen(team, holders={})


@pytest.mark.parametrize(("holder", "found"), [("P", 0), ("Q", 0), ("", 1)])
def test_what_is_required_has_somebody(holder: str, found: int) -> None:
    """Anyone will do, and awaiting will not; B is free."""
    team = requiring(TEAM, "A")
    plan = chosen(team, holders={"A": holder})
    assert RULE.check(team, plan) == [Finding(rule="asked", unit="A", subject="allocated")] * found
    assert allows(posted(RULE, team), team, plan) is not bool(found)


@pytest.mark.parametrize(("holder", "found"), [("", 0), ("P", 1)])
def test_what_is_left_out_has_nobody(holder: str, found: int) -> None:
    """Nobody holds it, not even who holds it now."""
    team = leaving_out(TEAM, "A")
    plan = chosen(team, holders={"A": holder, "B": "Q"})
    assert RULE.check(team, plan) == [Finding(rule="asked", unit="A", subject="awaiting")] * found
    assert allows(posted(RULE, team), team, plan) is not bool(found)


def test_a_team_of_which_nothing_is_asked() -> None:
    """Without a question the rule has nothing to say."""
    assert RULE.check(TEAM, chosen(TEAM, holders={})) == []


def test_it_says_what_was_assumed() -> None:
    """The sentence names the family and what was assumed."""
    finding = Finding(rule="asked", unit="A", subject="awaiting")
    assert RULE.say(finding) == "The question assumes A awaiting."
