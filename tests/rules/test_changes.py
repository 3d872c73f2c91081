"""Changes of practitioner, counted once a family."""

import pytest

from planner.data.plan import Choices, Finding, GivenWay
from planner.data.problem import Problem
from planner.rules.changes import RULE
from tests.boards import allows, posted
from tests.problems import carrier, chosen, pair, problem, settled, unit

PEOPLE = [carrier("P"), carrier("Q")]
HELD = [unit("A", holder="P", children=("A1", "A2")), unit("B", holder="P"), unit("C", holder="Q")]
GIVE = GivenWay(limit="changes", amount=1)


def lone() -> tuple[Problem, Choices]:
    """Let A go from P to Q where no change is considered."""
    team = problem(HELD, PEOPLE, changes_limit=0)
    return team, settled(team, A="Q", B="P", C="Q")


@pytest.mark.parametrize(("limit", "over"), [(3, []), (2, []), (1, [1]), (0, [2])])
def test_changes_stay_within_the_limit(limit: int, over: list[int]) -> None:
    """A (two children) and B go to Q: two families, two changes; C stays."""
    team = problem(HELD, PEOPLE, changes_limit=limit)
    plan = settled(team, A="Q", B="Q", C="Q")
    assert [finding.amount for finding in RULE.check(team, plan)] == over
    assert allows(posted(RULE, team), team, plan) is not bool(over)


@pytest.mark.parametrize("facts", [{}, {"former": "gone"}])
def test_a_family_nobody_holds_now_changes_nothing(facts: dict[str, str]) -> None:
    """Taking on who awaits, and re-homing who lost a holder, is free."""
    team = problem([unit("A", **facts)], PEOPLE, changes_limit=0)
    assert RULE.check(team, settled(team, A="Q")) == []


def test_a_de_allocation_is_no_change() -> None:
    """A awaits in the plan: counted elsewhere."""
    team = problem(HELD, PEOPLE, changes_limit=0)
    assert RULE.check(team, settled(team, B="P", C="Q")) == []


@pytest.mark.parametrize(
    ("mandatory", "settings", "given"),
    [
        ({}, {}, True),  # M awaits now: room may have to be made
        ({"holder": "P"}, {}, False),  # M has a holder who may keep it
        ({"holder": "Q"}, {}, True),  # Q is barred from M and may not keep it
        ({"mandatory": False}, {}, False),
        ({"mandatory": False}, {"strict": True}, True),
    ],
)
def test_the_limit_gives_way_only_for_a_mandatory_family_or_under_strict(
    mandatory: dict[str, object], settings: dict[str, object], given: bool
) -> None:
    """B goes from P to Q, one beyond a limit of none (M held by Q would be a second)."""
    units = [unit("B", holder="P"), unit("M", **{"mandatory": True, **mandatory})]
    team = problem(units, PEOPLE, [pair("M", "Q", barred=True)], changes_limit=0, **settings)
    plan = settled(team, B="Q", M="" if mandatory.get("holder") == "Q" else "P")
    assert [give for give in plan.gives if give.limit == "changes"] == [GIVE] * given
    assert bool(RULE.check(team, plan)) is not given
    assert allows(posted(RULE, team), team, plan) is given


@pytest.mark.parametrize(("stated", "found"), [(3, []), (2, []), (1, [(1, 2)]), (0, [(2, 1)])])
def test_a_limit_passed_in_silence_is_found(stated: int, found: list[tuple[int, int]]) -> None:
    """Under strict two changes beyond a limit of one have to be stated."""
    units = [unit(name, holder="P") for name in "ABC"]
    team = problem(units, PEOPLE, changes_limit=1, strict=True)
    gives = (GivenWay(limit="changes", amount=stated),)
    plan = chosen(team, holders=dict.fromkeys("ABC", "Q"), gives=gives)
    assert [(f.amount, f.allowed) for f in RULE.check(team, plan)] == found


def test_a_claim_means_nothing_where_the_limit_may_not_give_way() -> None:
    """No mandatory family, not strict: the statement is not heard."""
    team = problem([unit("A", holder="P")], PEOPLE, changes_limit=0)
    plan = chosen(team, holders={"A": "Q"}, gives=(GIVE,))
    assert [(f.amount, f.allowed) for f in RULE.check(team, plan)] == [(1, 0)]


def test_it_says_how_many_more() -> None:
    """The sentence has both numbers."""
    finding = Finding(rule="changes", amount=2, allowed=3)
    assert RULE.say(finding) == "2 more changes of practitioner than the limit of 3."


@pytest.mark.parametrize(("limit", "given"), [(0, [1]), (1, []), (2, [])])
def test_nothing_gives_way_at_the_limit(limit: int, given: list[int]) -> None:
    """Under strict one family moves: only beyond the limit is anything stated."""
    team = problem([unit("A", holder="P")], PEOPLE, changes_limit=limit, strict=True)
    plan = settled(team, A="Q")
    assert [give.amount for give in plan.gives if give.limit == "changes"] == given
