"""What the manager has pinned stays with the practitioner named."""

import pytest

from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.rules.pin import RULE
from tests.boards import allows, posted
from tests.problems import carrier, chosen, problem, unit

TEAM = problem([unit("A", pinned_to="P"), unit("B")], [carrier("P"), carrier("Q")])


def lone() -> tuple[Problem, Choices]:
    """Give a family pinned to P to Q."""
    return TEAM, chosen(TEAM, holders={"A": "Q"})


@pytest.mark.parametrize(("holder", "found"), [("P", 0), ("Q", 1), ("", 1)])
def test_a_pinned_family_is_with_the_person_named(holder: str, found: int) -> None:
    """With another, or awaiting, the pin is not kept; B is free."""
    plan = chosen(TEAM, holders={"A": holder, "B": "Q"})
    assert RULE.check(TEAM, plan) == [Finding(rule="pin", unit="A", practitioner="P")] * found
    assert allows(posted(RULE, TEAM), TEAM, plan) is not bool(found)


def test_a_waiver_lifts_limits_and_not_the_pin() -> None:
    """A waived pin is a pin."""
    team = problem([unit("A", pinned_to="P", pin_waived=True)], [carrier("P"), carrier("Q")])
    assert len(RULE.check(team, chosen(team, holders={"A": "Q"}))) == 1


def test_a_pin_set_aside_binds_nobody() -> None:
    """Where it cannot be met the plan says so and serves the rest."""
    team = TEAM.excusing({"A"})
    assert RULE.check(team, chosen(team, holders={"A": "Q"})) == []


def test_it_says_which_pin_is_not_kept() -> None:
    """The sentence names both."""
    finding = Finding(rule="pin", unit="A", practitioner="P")
    assert RULE.say(finding) == "The manager pinned A to P."
