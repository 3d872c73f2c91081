"""Solve and score tiny teams, so that a test reads in one line what it is about."""

from planner.data.plan import ChildLine, Plan
from planner.data.scenario import Child, Scenario
from planner.engine import allocate, verify_plan
from planner.policy import default_policy
from tests.make import child

POLICY = default_policy()


def high(name: str, **facts: object) -> Child:
    """Make a child in band (a): severe and very likely."""
    return child(name, **{"consequence": "severe", "probability": "very likely", **facts})


def solved(scenario: Scenario, *, offers: bool = False, time_limit: float = 10.0) -> Plan:
    """Allocate a tiny team and have the plan verified from the scenario once more."""
    plan = allocate(scenario, POLICY, offers=offers, time_limit=time_limit)
    assert verify_plan(plan, scenario, POLICY) == ()
    return plan


def line_of(plan: Plan, name: str) -> ChildLine:
    """Give the line of one child."""
    return next(line for line in plan.children if line.child == name)
