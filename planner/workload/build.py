"""From a scored scenario to the allocation problem in whole numbers."""

from fractions import Fraction

from planner.data.families import held_families
from planner.data.policy import Policy
from planner.data.problem import Missable, Pair, Problem, Unit
from planner.data.scenario import Scenario
from planner.data.score import Priorities
from planner.workload.capacity import carrier, pool
from planner.workload.facts import Facts, gather
from planner.workload.missables import in_leave, while_awaiting
from planner.workload.pairs import PairMaker
from planner.workload.rounding import half_hours_up
from planner.workload.units import group, measure


def build(scenario: Scenario, policy: Policy, priorities: Priorities) -> Problem:
    """Build the problem of one scenario; see ``docs/model.md`` for every convention.

    Parameters
    ----------
    scenario : Scenario
        The team as it stands, what-if changes already made.
    policy : Policy
        Hours, standards, rates and default limits.
    priorities : Priorities
        The score of every child of the scenario.

    Returns
    -------
    Problem
        Units, carriers, every pair of the two, missables and pools, in
        half-hours and points, sorted by id.
    """
    facts = gather(scenario, policy, priorities)
    units: list[Unit] = []
    pairs: dict[tuple[str, str], Pair] = {}
    missables: list[Missable] = []
    for members in group(facts):
        unit = measure(facts, members)
        maker = PairMaker(facts, members, unit)
        units.append(unit)
        missables.extend(while_awaiting(facts, unit, members.children))
        for practitioner in facts.carriers:
            pairs[unit.id, practitioner.practitioner] = maker.pair(practitioner)
            missables.extend(in_leave(facts, unit, members.children, maker.places, practitioner))
    teams = sorted({c.team for c in scenario.children} | {p.team for p in scenario.practitioners})
    return Problem(
        units=tuple(units),
        carriers=tuple(carrier(facts, p) for p in facts.carriers),
        pairs=pairs,
        missables=tuple(missables),
        pools=tuple(pool(facts, team) for team in teams),
        strict=scenario.limits.strict,
        changes_limit=_changes_limit(facts),
        deallocations_limit=scenario.limits.deallocations,
        deallocate_for_any=scenario.limits.deallocate_for_any,
        hours_over_first=half_hours_up(Fraction(policy.limits.hours_over_first)),
        change_points=policy.rates.change,
        deallocation_points=policy.rates.deallocation,
        deallocation_high_points=policy.rates.deallocation_high,
        borrowed_points=policy.rates.borrowed,
    )


def _changes_limit(facts: Facts) -> int:
    limits = facts.scenario.limits
    if limits.changes is not None:
        return limits.changes
    families = limits.baseline_families
    if families is None:
        families = held_families(facts.scenario)
    usual = facts.policy.limits
    return max(usual.changes_least, families * usual.changes_percent // 100)
