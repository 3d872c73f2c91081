"""What a plan says beside its numbers: intensity, long leave, siblings held apart."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from planner.data.problem import Problem
from planner.data.vocabulary import DecisionKind
from planner.report.prepare import Prepared
from planner.report.wording import hours
from planner.workload import Facts, held_half_hours


def notes_of(prepared: Prepared, problem: Problem) -> tuple[str, ...]:
    """Write the notes of a plan."""
    return (
        *_intensity(prepared, problem),
        *_long_leave(prepared.facts),
        *_held_apart(prepared.facts, problem),
    )


def _intensity(prepared: Prepared, problem: Problem) -> Iterator[str]:
    """Say what the families held now would need at standard hours, where casework is thinner."""
    limits = prepared.scenario.limits
    if limits.service_intensity == 1:
        return
    standard = prepared.scenario.model_copy(
        update={"limits": limits.model_copy(update={"service_intensity": 1})}
    )
    usual = held_half_hours(replace(prepared.facts, scenario=standard))
    dated = (
        f", set on {limits.calibrated.day} {limits.calibrated:%B %Y}" if limits.calibrated else ""
    )
    yield (
        f"Casework is counted at {100 * limits.service_intensity:.0f} % of standard hours{dated}. "
        f"The families held now need {hours(_held(problem))} a cycle so, "
        f"and {hours(usual)} at standard hours."
    )


def _held(problem: Problem) -> int:
    return sum(
        problem.pairs[unit.id, unit.holder].demand_half_hours
        for unit in problem.units
        if unit.holder
    )


def _long_leave(facts: Facts) -> Iterator[str]:
    """Ask for the manager's choice where a leave is longer than cover is meant for."""
    days = facts.policy.standards.cover_days
    for practitioner in facts.carriers:
        for span in facts.attendance[practitioner.practitioner].leave:
            if span.overlaps(facts.cycle) and span.longer_than(days) and span.choice is None:
                yield (
                    f"{practitioner.practitioner} is away for more than {days} days: "
                    "choose cover or re-allocation."
                )


def _held_apart(facts: Facts, problem: Problem) -> Iterator[str]:
    """Offer to rejoin siblings whom different practitioners hold now."""
    apart: defaultdict[str, set[str]] = defaultdict(set)
    for unit in problem.units:
        if unit.holder and unit.family not in facts.split_families:
            apart[unit.family].add(unit.holder)
    for family, holders in sorted(apart.items()):
        if len(holders) > 1:
            names = " and ".join(sorted(holders))
            yield (
                f"Siblings of {family} are held apart now, by {names}. "
                f"To rejoin them, {DecisionKind.PIN} each to one practitioner."
            )
