"""Grade and skill of who takes a family on."""

import pytest

from planner.data.plan import Choices, Finding, GivenWay
from planner.data.problem import Problem
from planner.rules.fit import RULE
from tests.boards import allows, posted
from tests.problems import carrier, chosen, pair, problem, settled, unit

PEOPLE = [carrier("P"), carrier("Q")]


def lone() -> tuple[Problem, Choices]:
    """Let P take on a family that needs a skill P has not."""
    team = problem([unit("A")], PEOPLE, [pair("A", "P", missing_skills=("court",))])
    return team, settled(team, A="P")


@pytest.mark.parametrize(
    ("lacks", "amount"),
    [
        ({}, []),
        ({"missing_skills": ("court",)}, [1]),
        ({"missing_grade": True}, [1]),
        ({"missing_skills": ("court", "infants"), "missing_grade": True}, [3]),
    ],
)
def test_each_lack_is_found(lacks: dict[str, object], amount: list[int]) -> None:
    """P may hold A only without a lack; Q, who has none, may always."""
    team = problem([unit("A")], PEOPLE, [pair("A", "P", **lacks)])
    plan = settled(team, A="P")
    assert [finding.amount for finding in RULE.check(team, plan)] == amount
    assert allows(posted(RULE, team), team, plan) is not bool(amount)
    assert RULE.check(team, settled(team, A="Q")) == []


@pytest.mark.parametrize(
    ("facts", "given"),
    [
        ({"mandatory": True}, [GivenWay(limit="fit", practitioner="P", unit="A", amount=2)]),
        (
            {"pinned_to": "P", "pin_waived": True},
            [GivenWay(limit="fit", practitioner="P", unit="A", amount=2)],
        ),
        ({"pinned_to": "P"}, []),
    ],
)
def test_it_gives_way_for_a_mandatory_family_and_a_waived_pin(
    facts: dict[str, object], given: list[GivenWay]
) -> None:
    """P lacks skill and grade: settled, the plan names both; a pin alone waives nothing."""
    lacks = pair("A", "P", missing_skills=("court",), missing_grade=True)
    team = problem([unit("A", **facts)], PEOPLE, [lacks])
    plan = settled(team, A="P")
    assert [give for give in plan.gives if give.limit == "fit"] == given
    assert bool(RULE.check(team, plan)) is not bool(given)
    assert allows(posted(RULE, team), team, plan) is bool(given)


@pytest.mark.parametrize(("stated", "found"), [(3, []), (2, []), (1, [1]), (0, [2])])
def test_a_lack_passed_in_silence_is_found(stated: int, found: list[int]) -> None:
    """P lacks two for a mandatory family; what the plan states is taken off."""
    lacks = pair("A", "P", missing_skills=("court", "infants"))
    team = problem([unit("A", mandatory=True)], PEOPLE, [lacks])
    gives = (GivenWay(limit="fit", practitioner="P", unit="A", amount=stated),)
    plan = chosen(team, holders={"A": "P"}, gives=gives)
    assert [finding.amount for finding in RULE.check(team, plan)] == found
    other = GivenWay(limit="hours", practitioner="P", unit="A", amount=9)
    assert len(RULE.check(team, plan.model_copy(update={"gives": (other,)}))) == 1


def test_it_says_who_lacks_how_much_for_whom() -> None:
    """The sentence has the number of lacks."""
    finding = Finding(rule="fit", unit="A", practitioner="P", amount=2)
    assert RULE.say(finding) == "P lacks 2 of the skills or grades that A needs."
