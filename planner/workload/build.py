"""From a scored scenario to the allocation problem in whole numbers."""

from fractions import Fraction

from planner.data.families import held_families
from planner.data.policy import Policy
from planner.data.problem import Missable, Pair, Problem, Unit
from planner.data.scenario import Scenario
from planner.data.score import Priorities
from planner.workload.capacity import carrier, pool
from planner.workload.facts import Facts, gather
from planner.workload.missables import rest, while_awaiting
from planner.workload.pairs import PairMaker
from planner.workload.rounding import half_hours_up
from planner.workload.units import Members, group, measure


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
    return problem_of(gather(scenario, policy, priorities))


def problem_of(facts: Facts) -> Problem:
    """Build the problem of facts already gathered."""
    scenario, policy = facts.scenario, facts.policy
    units: list[Unit] = []
    pairs: dict[tuple[str, str], Pair] = {}
    missables: list[Missable] = []
    for members in group(facts):
        unit, waiting = _waiting_unit(facts, members)
        units.append(unit)
        missables.extend(waiting)
        maker = PairMaker(facts, members, unit)
        for practitioner in facts.carriers:
            pair, away = maker.covered(practitioner)
            pairs[unit.id, practitioner.practitioner] = pair
            missables.extend(away)
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


def _waiting_unit(facts: Facts, members: Members) -> tuple[Unit, list[Missable]]:
    """Measure a unit, with what may be missed while it awaits."""
    unit = measure(facts, members)
    items = list(while_awaiting(facts, unit, members.children))
    tasks = [t for child in members.children for t in facts.tasks.get(child.child, ())]
    left = rest(facts, unit.waiting_half_hours, items, tasks)
    return unit.model_copy(update={"oversight_half_hours": left}), items


def _changes_limit(facts: Facts) -> int:
    limits = facts.scenario.limits
    if limits.changes is not None:
        return limits.changes
    families = limits.baseline_families
    if families is None:
        families = held_families(facts.scenario)
    usual = facts.policy.limits
    return max(usual.changes_least, families * usual.changes_percent // 100)


def held_half_hours(facts: Facts) -> int:
    """Add up what the families held now need of those who hold them."""
    people = {p.practitioner: p for p in facts.carriers}
    held = ((m, measure(facts, m)) for m in group(facts) if m.holder)
    return sum(
        PairMaker(facts, members, unit).pair(people[unit.holder]).demand_half_hours
        for members, unit in held
    )
