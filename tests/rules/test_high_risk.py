"""High-risk and mandatory children with one practitioner, where the limit is on."""

import pytest

from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.rules.high_risk import RULE
from tests.boards import allows, posted
from tests.problems import carrier, problem, settled, unit

TWO_OF_THREE = unit("A", children=("A1", "A2", "A3"), high_children=2)


def lone() -> tuple[Problem, Choices]:
    """Let P take on two high-risk children with a limit of one."""
    team = problem([TWO_OF_THREE], [carrier("P", high_risk_limit=1)])
    return team, settled(team, A="P")


@pytest.mark.parametrize(("limit", "over"), [(3, []), (2, []), (1, [1]), (None, [])])
def test_high_risk_children_count_and_their_siblings_do_not(
    limit: int | None, over: list[int]
) -> None:
    """Two of three siblings are at high risk; ``None`` means that the limit is off."""
    team = problem([TWO_OF_THREE], [carrier("P", high_risk_limit=limit)])
    plan = settled(team, A="P")
    assert [finding.amount for finding in RULE.check(team, plan)] == over
    assert allows(posted(RULE, team), team, plan) is not bool(over)


def test_a_family_of_no_high_risk_is_not_given_more_of_them() -> None:
    """P holds two over a limit of one, keeps them, and may take on a remaining child."""
    units = [TWO_OF_THREE.model_copy(update={"holder": "P", "held_children": 3}), unit("B")]
    team = problem(units, [carrier("P", high_risk_limit=1)])
    assert RULE.check(team, settled(team, A="P", B="P")) == []


def test_it_says_who_is_over_and_by_how_much() -> None:
    """The sentence has the amount and what is allowed."""
    finding = Finding(rule="high_risk", practitioner="P", amount=1, allowed=4)
    assert RULE.say(finding) == "P would hold 1 high-risk children more than the limit of 4."
