"""An intensive infant always has a practitioner."""

import pytest

from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.rules.mandatory import RULE
from tests.boards import allows, posted
from tests.problems import carrier, problem, settled, unit


def lone() -> tuple[Problem, Choices]:
    """Let a mandatory family await allocation."""
    team = problem([unit("M", mandatory=True)], [carrier("P")])
    return team, settled(team)


@pytest.mark.parametrize(
    ("facts", "holder", "found"),
    [
        ({"mandatory": True}, "", 1),
        ({"mandatory": True}, "P", 0),
        ({"mandatory": True, "excused": True}, "", 0),  # nobody can: said elsewhere
        ({"high_children": 1}, "", 0),  # high risk alone may await
    ],
)
def test_only_a_mandatory_family_may_not_await(
    facts: dict[str, object], holder: str, found: int
) -> None:
    """Board and check agree on each."""
    team = problem([unit("M", **facts)], [carrier("P")])
    plan = settled(team, M=holder)
    assert len(RULE.check(team, plan)) == found
    assert allows(posted(RULE, team), team, plan) is not bool(found)


@pytest.mark.parametrize(("infants", "amount"), [(0, 1), (1, 1), (2, 2)])
def test_the_amount_counts_infants(infants: int, amount: int) -> None:
    """Twins that await are two; a family called mandatory is never counted as nobody."""
    team = problem([unit("M", mandatory=True, intensive_infants=infants)], [carrier("P")])
    assert RULE.check(team, settled(team)) == [
        Finding(rule="mandatory", unit="M", amount=amount),
    ]


def test_it_says_for_whom_it_is_not_met() -> None:
    """The sentence names the family."""
    finding = Finding(rule="mandatory", unit="M")
    assert RULE.say(finding) == "Mandatory allocation is not met for M."
