"""The number of children with one practitioner."""

import pytest

from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.rules.children import RULE
from tests.boards import allows, posted
from tests.problems import carrier, pair, problem, settled, unit

THREE = ("A1", "A2", "A3")


def lone() -> tuple[Problem, Choices]:
    """Let P take on three siblings with a limit of two children."""
    team = problem([unit("A", children=THREE)], [carrier("P", children_limit=2)])
    return team, settled(team, A="P")


@pytest.mark.parametrize(("limit", "over"), [(4, []), (3, []), (2, [1]), (0, [3]), (None, [])])
def test_every_child_of_a_family_counts(limit: int | None, over: list[int]) -> None:
    """Three siblings are three children; ``None`` means that the limit is off."""
    team = problem([unit("A", children=THREE)], [carrier("P", children_limit=limit)])
    plan = settled(team, A="P")
    assert [finding.amount for finding in RULE.check(team, plan)] == over
    assert allows(posted(RULE, team), team, plan) is not bool(over)


@pytest.mark.parametrize(("limit", "over"), [(5, []), (4, []), (3, [1])])
def test_children_held_and_taken_on_add_up(limit: int, over: list[int]) -> None:
    """P holds three siblings and takes on one child."""
    units = [unit("A", children=THREE, holder="P"), unit("B")]
    team = problem(units, [carrier("P", children_limit=limit)])
    found = RULE.check(team, settled(team, A="P", B="P"))
    assert [finding.amount for finding in found] == over


def test_children_of_others_do_not_count() -> None:
    """Each practitioner has a limit of their own."""
    people = [carrier("P", children_limit=1), carrier("Q", children_limit=3)]
    team = problem([unit("A", children=THREE), unit("B")], people)
    assert RULE.check(team, settled(team, A="Q", B="P")) == []
    assert [f.practitioner for f in RULE.check(team, settled(team, A="P", B="Q"))] == ["P"]


def test_it_says_who_is_over_and_by_how_much() -> None:
    """The sentence has the amount and what is allowed."""
    finding = Finding(rule="children", practitioner="P", amount=2, allowed=18)
    assert RULE.say(finding) == "P would hold 2 children more than the limit of 18."


def test_handing_a_family_over_is_hours_and_no_child() -> None:
    """P gives A to Q, four half-hours of handover, and takes B on: one child, as allowed."""
    units = [unit("A", holder="P"), unit("B")]
    people = [carrier("P", children_limit=1), carrier("Q")]
    team = problem(units, people, [pair("A", "Q", give_half_hours=4)], changes_limit=1)
    plan = settled(team, A="Q", B="P")
    assert RULE.check(team, plan) == []
    assert allows(posted(RULE, team), team, plan)
