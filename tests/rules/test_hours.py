"""Case hours, in half-hours of the cycle."""

import pytest

from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.rules.hours import RULE
from tests.boards import allows, posted
from tests.problems import carrier, chosen, pair, problem, settled, unit


def lone() -> tuple[Problem, Choices]:
    """Let P take on 21 half-hours with a limit of 20 and a capacity that has room for them."""
    people = [carrier("P", capacity_half_hours=40, limit_half_hours=20)]
    team = problem([unit("A")], people, [pair("A", "P", demand_half_hours=21)])
    return team, settled(team, A="P")


@pytest.mark.parametrize(("demand", "over"), [(19, []), (20, []), (21, [1])])
def test_what_is_taken_on_fits_the_limit(demand: int, over: list[int]) -> None:
    """P has nothing and a limit of 20."""
    people = [carrier("P", limit_half_hours=20)]
    team = problem([unit("A")], people, [pair("A", "P", demand_half_hours=demand)])
    plan = settled(team, A="P")
    assert [finding.amount for finding in RULE.check(team, plan)] == over
    assert allows(posted(RULE, team), team, plan) is not bool(over)


@pytest.mark.parametrize(("held", "over"), [(18, []), (19, []), (20, []), (21, [1])])
def test_hours_add_up_over_families(held: int, over: list[int]) -> None:
    """P holds A and takes on B of 10: with a limit of 30 there is room beside 20."""
    people = [carrier("P", limit_half_hours=30)]
    pairs = [pair("A", "P", demand_half_hours=held)]
    team = problem([unit("A", holder="P"), unit("B")], people, pairs)
    found = RULE.check(team, settled(team, A="P", B="P"))
    assert [finding.amount for finding in found] == over


@pytest.mark.parametrize(("demand", "over"), [(17, []), (18, []), (19, [1])])
def test_a_handover_given_takes_hours_of_the_holder(demand: int, over: list[int]) -> None:
    """P holds A of 30 with a limit of 20, hands it over for 2 and takes on B.

    Over the limit P is given no more, not even in exchange: 18 + 2 is the limit, 19 + 2 is 1 over.
    """
    people = [carrier("P", limit_half_hours=20), carrier("Q")]
    pairs = [
        pair("A", "P", demand_half_hours=30),
        pair("A", "Q", give_half_hours=2),
        pair("B", "P", demand_half_hours=demand),
    ]
    team = problem([unit("A", holder="P"), unit("B")], people, pairs)
    plan = settled(team, A="Q", B="P")
    assert [finding.amount for finding in RULE.check(team, plan)] == over
    assert allows(posted(RULE, team), team, plan) is not bool(over)


@pytest.mark.parametrize(("small", "over"), [(1, [1]), (2, []), (3, [])])
def test_a_handover_may_cost_more_than_it_frees(small: int, over: list[int]) -> None:
    """P holds A of 19 and B, limit 10; who hands over B of 1 for 2 has 21, where 20 were held."""
    people = [carrier("P", limit_half_hours=10), carrier("Q")]
    pairs = [
        pair("A", "P", demand_half_hours=19),
        pair("B", "P", demand_half_hours=small),
        pair("B", "Q", give_half_hours=2),
    ]
    team = problem([unit("A", holder="P"), unit("B", holder="P")], people, pairs)
    plan = settled(team, A="P", B="Q")
    assert [finding.amount for finding in RULE.check(team, plan)] == over
    assert allows(posted(RULE, team), team, plan) is not bool(over)


def test_nothing_is_handed_over_to_nobody() -> None:
    """A family that awaits costs its former holder no handover: 19 held, 19 after."""
    people = [carrier("P", limit_half_hours=10), carrier("Q")]
    pairs = [pair("A", "P", demand_half_hours=19), pair("B", "Q", give_half_hours=2)]
    team = problem([unit("A", holder="P"), unit("B", holder="P")], people, pairs)
    assert RULE.check(team, settled(team, A="P")) == []


def test_the_limit_is_the_managers_and_not_the_capacity() -> None:
    """A limit of 120 % admits 22 half-hours with a capacity of 20; 80 % does not admit 17."""
    for limit, demand, over in ((24, 22, 0), (16, 17, 1)):
        people = [carrier("P", capacity_half_hours=20, limit_half_hours=limit)]
        team = problem([unit("A")], people, [pair("A", "P", demand_half_hours=demand)])
        assert len(RULE.check(team, settled(team, A="P"))) == over


def test_a_limit_that_gives_way_is_found_where_the_plan_does_not_say_so() -> None:
    """A mandatory family takes P one over; settled, the plan says by how much."""
    people = [carrier("P", limit_half_hours=20)]
    pairs = [pair("M", "P", demand_half_hours=21)]
    team = problem([unit("M", mandatory=True)], people, pairs)
    assert RULE.check(team, settled(team, M="P")) == []
    assert RULE.check(team, chosen(team, holders={"M": "P"})) == [
        Finding(rule="hours", practitioner="P", amount=1, allowed=20)
    ]


def test_it_says_who_is_over_and_by_how_much() -> None:
    """Half-hours are said in hours."""
    finding = Finding(rule="hours", practitioner="P", amount=3, allowed=21)
    assert RULE.say(finding) == "P would be 1.5 h over the limit of 10.5 h a cycle."
