"""De-allocations, counted in children who are held now."""

import pytest

from planner.data.plan import Choices, Finding, GivenWay
from planner.data.problem import Problem
from planner.rules.deallocations import RULE
from tests.boards import allows, posted
from tests.problems import carrier, chosen, problem, settled, unit

PEOPLE = [carrier("P"), carrier("Q")]
THREE = ("A1", "A2", "A3")


def lone() -> tuple[Problem, Choices]:
    """Let a child whom P holds await, where no de-allocation is considered."""
    team = problem([unit("A", holder="P")], PEOPLE)
    return team, settled(team)


@pytest.mark.parametrize(("limit", "over"), [(3, []), (2, []), (1, [1]), (0, [2])])
def test_held_children_count_and_their_siblings_do_not(limit: int, over: list[int]) -> None:
    """Of three siblings P holds two; the family awaits as a whole."""
    units = [unit("A", holder="P", children=THREE, held_children=2)]
    team = problem(units, PEOPLE, deallocations_limit=limit)
    plan = settled(team)
    assert [finding.amount for finding in RULE.check(team, plan)] == over
    assert allows(posted(RULE, team), team, plan) is not bool(over)


def test_de_allocations_add_up_over_families() -> None:
    """Two families of one child each, limit one: one over."""
    units = [unit("A", holder="P"), unit("B", holder="Q"), unit("C", holder="Q")]
    team = problem(units, PEOPLE, deallocations_limit=1)
    assert [f.amount for f in RULE.check(team, settled(team, C="Q"))] == [1]


@pytest.mark.parametrize(
    ("facts", "holder"), [({"holder": "P"}, "Q"), ({}, ""), ({"former": "gone"}, "")]
)
def test_what_is_no_de_allocation(facts: dict[str, str], holder: str) -> None:
    """A change, a family that awaits already, and a holder lost do not count."""
    team = problem([unit("A", **facts)], PEOPLE)
    assert RULE.check(team, settled(team, A=holder)) == []


@pytest.mark.parametrize(
    ("facts", "settings", "given"),
    [
        ({"mandatory": True}, {}, True),
        ({"mandatory": True, "holder": "P"}, {}, False),
        ({}, {}, False),
        ({}, {"strict": True}, True),
    ],
)
def test_the_limit_gives_way_only_for_a_mandatory_family_or_under_strict(
    facts: dict[str, object], settings: dict[str, object], given: bool
) -> None:
    """Siblings A of two are de-allocated, the limit being one."""
    units = [unit("A", holder="P", children=("A1", "A2")), unit("M", **facts)]
    team = problem(units, PEOPLE, deallocations_limit=1, **settings)
    plan = settled(team, M="P")
    expected = [GivenWay(limit="deallocations", amount=1)] * given
    assert [give for give in plan.gives if give.limit == "deallocations"] == expected
    assert bool(RULE.check(team, plan)) is not given
    assert allows(posted(RULE, team), team, plan) is given


@pytest.mark.parametrize(("stated", "found"), [(3, []), (2, []), (1, [(1, 2)])])
def test_a_limit_passed_in_silence_is_found(stated: int, found: list[tuple[int, int]]) -> None:
    """Under strict two children beyond a limit of one have to be stated."""
    units = [unit("A", holder="P", children=("A1", "A2", "A3"))]
    team = problem(units, PEOPLE, strict=True, deallocations_limit=1)
    plan = chosen(team, gives=(GivenWay(limit="deallocations", amount=stated),))
    assert [(f.amount, f.allowed) for f in RULE.check(team, plan)] == found


def test_it_says_how_many_more() -> None:
    """The sentence has both numbers."""
    finding = Finding(rule="deallocations", amount=2, allowed=1)
    assert RULE.say(finding) == "2 more children de-allocated than the limit of 1."


@pytest.mark.parametrize(("limit", "given"), [(0, [1]), (1, []), (2, [])])
def test_nothing_gives_way_at_the_limit(limit: int, given: list[int]) -> None:
    """Under strict one child is let go: only beyond the limit is anything stated."""
    units = [unit("A", holder="P", held_children=1)]
    team = problem(units, [carrier("P")], deallocations_limit=limit, strict=True)
    plan = settled(team)
    assert [give.amount for give in plan.gives if give.limit == "deallocations"] == given
