"""New families a practitioner takes on; forced changes are exempt."""

import pytest

from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.rules.new_families import RULE
from tests.boards import allows, posted
from tests.problems import carrier, problem, settled, unit


def lone() -> tuple[Problem, Choices]:
    """Let P take on a family where none may be taken on."""
    team = problem([unit("A")], [carrier("P", new_families_limit=0)])
    return team, settled(team, A="P")


@pytest.mark.parametrize(("limit", "over"), [(3, []), (2, []), (1, [1]), (None, [])])
def test_new_families_stay_within_the_limit(limit: int | None, over: list[int]) -> None:
    """P takes on two families of several children: families count, not children."""
    units = [unit("A", children=("A1", "A2")), unit("B")]
    team = problem(units, [carrier("P", new_families_limit=limit)])
    plan = settled(team, A="P", B="P")
    assert [finding.amount for finding in RULE.check(team, plan)] == over
    assert allows(posted(RULE, team), team, plan) is not bool(over)


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"holder": "P"}, 0),  # held already
        ({"former": "gone"}, 0),  # a forced change
        ({"holder": "Q"}, 1),  # a change of practitioner is a new family for P
        ({}, 1),
    ],
)
def test_what_is_held_and_what_is_forced_is_not_new(facts: dict[str, str], found: int) -> None:
    """P may take on no new family."""
    people = [carrier("P", new_families_limit=0), carrier("Q")]
    team = problem([unit("A", **facts)], people)
    assert len(RULE.check(team, settled(team, A="P"))) == found


def test_a_mandatory_family_is_new_and_the_limit_gives_way() -> None:
    """P may take on none: the limit gives way by one for M, and in the open."""
    team = problem([unit("M", mandatory=True)], [carrier("P", new_families_limit=0)])
    plan = settled(team, M="P")
    assert [(g.limit, g.practitioner, g.unit, g.amount) for g in plan.gives] == [
        ("new_families", "P", "M", 1)
    ]
    assert RULE.check(team, plan) == []


def test_it_says_who_is_over_and_by_how_much() -> None:
    """The sentence has the amount and what is allowed."""
    finding = Finding(rule="new_families", practitioner="P", amount=1, allowed=2)
    assert RULE.say(finding) == "P would hold 1 new families more than the limit of 2."
