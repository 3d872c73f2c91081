"""Stage 0: limits that give way for mandatory children, in order."""

import pytest

from planner.data.plan import GivenWay
from planner.data.problem import Problem
from planner.model.posted import Posted
from planner.terms import BY_ID, STAGE_0
from tests.boards import cost_of
from tests.problems import TEAM, carrier, chosen, pair, problem, settled, unit

# M and N are mandatory, W is pinned to P with the manager's waiver, A is none of these.
UNITS = [
    unit("A"),
    unit("M", mandatory=True),
    unit("N", mandatory=True),
    unit("W", pinned_to="P", pin_waived=True),
]
PEOPLE = [carrier("P"), carrier("Q")]


def given(limit: str, unit: str = "", amount: int = 1, who: str = "P") -> GivenWay:
    """Say that a limit gives way for a family with P, or for the whole team."""
    return GivenWay(limit=limit, practitioner=who if unit else "", unit=unit, amount=amount)


def value(term: str, *gives: GivenWay) -> int:
    """Give the value of a term where these limits give way; the first 20 half-hours are hours."""
    team = problem(UNITS, PEOPLE)
    return BY_ID[term].value(team, chosen(team, gives=gives))


def test_the_order_in_which_limits_give_way() -> None:
    """Minimised first is what gives way last; hours before any other limit."""
    assert [(stage.id, *stage.terms) for stage in STAGE_0] == [
        ("0a", "deallocations_beyond"),
        ("0b", "changes_beyond"),
        ("0c", "new_families_beyond"),
        ("0d", "counts_beyond"),
        ("0e", "hours_over"),
        ("0f", "duty_short"),
    ]


@pytest.mark.parametrize(
    ("term", "limit"),
    [("deallocations_beyond", "deallocations"), ("changes_beyond", "changes")],
)
def test_limits_of_the_team_count_what_is_beyond(term: str, limit: str) -> None:
    """Two beyond is two; another limit is another term."""
    assert value(term, given(limit, amount=2), given("hours", "M")) == 2
    assert value(term) == 0


@pytest.mark.parametrize(
    ("term", "limits"),
    [
        ("new_families_beyond", ["new_families"]),
        ("counts_beyond", ["children", "intensive", "high_risk", "fit"]),
        ("hours_over", ["hours"]),
    ],
)
def test_limits_of_people_count_for_mandatory_families_only(term: str, limits: list[str]) -> None:
    """For M 3, for N with Q 4, and nothing for a waived pin: the manager gave it."""
    for limit in limits:
        some = (given(limit, "M", 3), given(limit, "N", 4, "Q"), given(limit, "W", 50))
        assert value(term, *some) == 7
    others = [given(name, "M", 9) for name in ("deallocations", "hours", "fit", "new_families")]
    assert value(term, *others) == 9


def test_hours_over_add_up_over_people() -> None:
    """P 21 for M and Q 23 for N: 44; a waived pin's are the manager's."""
    gives = (given("hours", "M", 21), given("hours", "N", 23, "Q"), given("hours", "W", 60))
    assert value("hours_over", *gives) == 44


def placed() -> Problem:
    """Make M of 25 for P, whose limit is 0 in every count; P lacks a skill and the grade."""
    people = [
        carrier("P", limit_half_hours=0, children_limit=0, intensive_limit=0, high_risk_limit=0)
    ]
    lacks = {"missing_skills": ("court",), "missing_grade": True}
    pairs = [pair("M", "P", demand_half_hours=25, **lacks)]
    return problem([unit("M", mandatory=True)], people, pairs)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("deallocations_beyond", 0),
        ("changes_beyond", 0),
        ("new_families_beyond", 0),  # the limit is off
        ("counts_beyond", 5),  # a child, an infant, a high-risk child, a skill, the grade
        ("hours_over", 25),
        ("duty_short", 0),
    ],
)
def test_a_family_placed_beyond_every_limit(term: str, expected: int) -> None:
    """Both faces, on a settled plan."""
    team = placed()
    plan = settled(team, M="P")
    assert BY_ID[term].value(team, plan) == expected
    assert cost_of(BY_ID[term].cost(Posted(), team), team, plan) == expected


def test_hours_short_add_up_over_teams() -> None:
    """3 in one team and 4 in another are 7."""
    team = problem(
        [unit("A", waiting_half_hours=3), unit("B", team="south", waiting_half_hours=4)], []
    )
    plan = settled(team)
    assert plan.short == {TEAM: 3, "south": 4}
    assert BY_ID["duty_short"].value(team, plan) == 7
    assert cost_of(BY_ID["duty_short"].cost(Posted(), team), team, plan) == 7


def test_it_says_counts_and_hours() -> None:
    """Half-hours are said in hours."""
    assert BY_ID["hours_over"].say(5) == "Hours over a limit: 2.5 h"
    assert BY_ID["changes_beyond"].say(2) == (
        "Changes of practitioner beyond the limit: 2 families"
    )
    assert BY_ID["duty_short"].say(3) == (
        "Hearings and first visits that do not fit the duty pool: 1.5 h"
    )
