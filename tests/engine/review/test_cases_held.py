"""One practitioner's cases: hours by family add up to those of the plan, and say what they are."""

from decimal import Decimal

import pytest

from planner.data.cases_held import CasesHeld
from planner.data.vocabulary import Tier
from planner.engine import evaluate, evidence
from planner.engine.review.cases_held import cases_held
from planner.errors import UsageFault
from tests.engine.solving import POLICY, high
from tests.make import child, leave, practitioner, scenario
from tests.make_random import random_scenario

TEAM = scenario(
    [child("C1", holder="P1"), child("C2", holder="P2", family="F"), high("C3")],
    [practitioner("P1"), practitioner("P2", label="Second"), practitioner("TM", grade="CPP5.2")],
)
NOW = evaluate(TEAM, POLICY)


def test_as_it_stands_a_family_costs_what_it_is_made_of() -> None:
    """By hand: 3.5 h a month is 3.22 h a cycle; contact 2 x 2 h, travel 2 x half an hour."""
    found = cases_held(TEAM, POLICY, "P1", plan=NOW)
    (family,) = found.families
    assert (family.unit, family.children, family.held_now) == ("C1", ("C1",), True)
    assert family.tier is Tier.REMAINING
    made = family.made_of
    assert (made.casework, made.contact, made.travel) == (Decimal("3.2"), Decimal(4), Decimal(1))
    assert made.total == Decimal(family.half_hours) / 2 == Decimal("8.5")
    assert found.case_half_hours == 17
    assert found.handed_over == ()
    hours = next(line for line in found.limits if line.limit == "hours")
    assert (hours.total, hours.most) == (17, found.limit_half_hours)


def test_a_family_handed_over_stands_with_both() -> None:
    """P1 takes F over: three hours more for P1, and two with P2, who holds nobody then."""
    plan = evaluate(TEAM, POLICY, {"C1": "P1", "F": "P1"})
    one = cases_held(TEAM, POLICY, "P1", plan=plan)
    two = cases_held(TEAM, POLICY, "P2", plan=plan)
    assert [(row.unit, row.held_now) for row in one.families] == [("C1", True), ("F", False)]
    assert one.families[1].made_of.handover == 3
    assert two.families == ()
    (given,) = two.handed_over
    assert (given.unit, given.to, given.half_hours) == ("F", "P1", 4)
    assert (two.case_half_hours, two.made_of.handover, two.label) == (4, Decimal(2), "Second")


def test_what_falls_in_leave_is_said_apart() -> None:
    """Away the whole cycle: the family stays, its cover is the team's duty."""
    team = TEAM.model_copy(update={"leave": (leave("P1", -2, 30),)})
    found = cases_held(team, POLICY, "P1", plan=evaluate(team, POLICY))
    assert not found.present
    assert found.families
    assert found.cover_half_hours > 0


@pytest.mark.parametrize("seed", range(6))
def test_hours_agree_with_the_evidence(seed: int) -> None:
    """On any team: the same hours and the same parts as on the page of workload evidence."""
    team = random_scenario(seed)
    plan = evaluate(team, POLICY)
    for row in evidence(team, POLICY, plan=plan).practitioners:
        found = cases_held(team, POLICY, row.practitioner, plan=plan)
        assert found.made_of == row.made_of
        assert found.case_half_hours == row.case_half_hours
        assert found.cover_half_hours == row.cover_half_hours


def test_only_who_holds_cases_is_asked_about() -> None:
    """The team manager holds none: refused in words."""
    with pytest.raises(UsageFault, match="TM holds no cases"):
        cases_held(TEAM, POLICY, "TM", plan=NOW)


def test_hours_that_do_not_add_up_are_refused() -> None:
    """The record does not let a sum stand that is not one."""
    found = cases_held(TEAM, POLICY, "P1", plan=NOW)
    with pytest.raises(ValueError, match="not those of the families"):
        CasesHeld.model_validate({**found.model_dump(), "case_half_hours": 3})
