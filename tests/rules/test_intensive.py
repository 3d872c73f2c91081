"""Intensive infants with one practitioner; their families are mandatory, so the limit gives way."""

import pytest

from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.rules.intensive import RULE
from tests.boards import allows, posted
from tests.problems import carrier, chosen, problem, settled, unit

TWINS = unit("T", mandatory=True, children=("T1", "T2"), intensive_infants=2)


def lone() -> tuple[Problem, Choices]:
    """Let P take on an intensive infant with a limit of none, in silence."""
    team = problem([unit("M", mandatory=True)], [carrier("P", intensive_limit=0)])
    return team, chosen(team, holders={"M": "P"})


@pytest.mark.parametrize(
    ("limit", "given"), [(3, []), (2, []), (1, [("T", 1)]), (0, [("T", 2)]), (None, [])]
)
def test_the_limit_gives_way_by_the_infants_over_it(
    limit: int | None, given: list[tuple[str, int]]
) -> None:
    """P takes on intensive twins; settled, nothing is found."""
    team = problem([TWINS], [carrier("P", intensive_limit=limit)])
    plan = settled(team, T="P")
    assert [(give.unit, give.amount) for give in plan.gives] == given
    assert RULE.check(team, plan) == []
    assert allows(posted(RULE, team), team, plan)


@pytest.mark.parametrize(("limit", "over"), [(3, []), (2, []), (1, [1])])
def test_a_limit_passed_in_silence_is_found(limit: int, over: list[int]) -> None:
    """The same plan without a word of what gives way."""
    team = problem([TWINS], [carrier("P", intensive_limit=limit)])
    plan = chosen(team, holders={"T": "P"})
    assert [finding.amount for finding in RULE.check(team, plan)] == over
    assert allows(posted(RULE, team), team, plan) is not bool(over)


def test_a_family_without_such_an_infant_does_not_count() -> None:
    """P holds twins over the limit of one and may take on a family with no intensive infant."""
    units = [TWINS.model_copy(update={"holder": "P", "held_children": 2}), unit("B")]
    team = problem(units, [carrier("P", intensive_limit=1)])
    assert RULE.check(team, settled(team, T="P", B="P")) == []


def test_it_says_who_is_over_and_by_how_much() -> None:
    """The sentence has the amount and what is allowed."""
    finding = Finding(rule="intensive", practitioner="P", amount=1, allowed=2)
    assert RULE.say(finding) == "P would hold 1 intensive infants more than the limit of 2."
