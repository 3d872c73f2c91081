"""Calibrate to today: the service intensity at which holders are just within their hours."""

from decimal import Decimal

from planner.data.policy import Policy
from planner.data.problem import Problem
from planner.data.scenario import Scenario
from planner.principles import prioritise
from planner.workload import build

_LEAST, _FULL = 70, 100


def calibrate(scenario: Scenario, policy: Policy) -> Scenario:
    """Give the scenario with the service intensity of its team today, dated.

    The largest whole per cent of standard casework, from 70 to 100, at which
    what is held now fits the hours of those who hold it. Departures are undone
    first: a vacancy makes nobody's work thinner on paper. What-if changes keep
    the number.
    """
    before = scenario.model_copy(
        update={
            "practitioners": tuple(
                p.model_copy(update={"end": None}) for p in scenario.practitioners
            )
        }
    )
    percents = range(_FULL, _LEAST, -1)
    percent = next((p for p in percents if _fits(_at(before, p), policy)), _LEAST)
    return _at(scenario, percent)


def _at(scenario: Scenario, percent: int) -> Scenario:
    limits = scenario.limits.model_copy(
        update={
            "service_intensity": Decimal(percent) / _FULL,
            "calibrated": scenario.as_at,
        }
    )
    return scenario.model_copy(update={"limits": limits})


def _fits(scenario: Scenario, policy: Policy) -> bool:
    problem = build(scenario, policy, prioritise(scenario, policy))
    return _held(problem) <= sum(c.capacity_half_hours for c in problem.carriers if c.present)


def _held(problem: Problem) -> int:
    present = {carrier.id for carrier in problem.carriers if carrier.present}
    return sum(
        problem.pairs[unit.id, unit.holder].demand_half_hours
        for unit in problem.units
        if unit.holder in present
    )
