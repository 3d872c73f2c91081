"""What a plan does to large families and to each phase, so that neither is hidden."""

from collections.abc import Iterable, Sequence
from statistics import mean

from planner.data.plan import ChildLine, Choices, PassedOver, PhaseLine
from planner.data.problem import Problem, Unit
from planner.data.vocabulary import Phase, Tier

_TIERS = tuple(Tier)


def passed_over(problem: Problem, choices: Choices) -> tuple[PassedOver, ...]:
    """List families that await while a smaller one of the same or a lower tier was taken on.

    Their size decided, not their need; each is shown with the family taken on
    in its place that is nearest to it in hours.
    """
    taken = [
        (unit, _hours(problem, unit, choices))
        for unit in problem.units
        if choices.holders[unit.id] and not unit.holder and not unit.mandatory
    ]
    found = []
    for unit in (u for u in problem.units if not choices.holders[u.id]):
        least = _least(problem, unit)
        smaller = [
            (needed, other.id)
            for other, needed in taken
            if needed < least and _TIERS.index(other.tier) >= _TIERS.index(unit.tier)
        ]
        if smaller:
            needed, instead = max(smaller)
            found.append(
                PassedOver(
                    unit=unit.id,
                    tier=unit.tier,
                    children=unit.children,
                    half_hours=least,
                    taken_instead=instead,
                    taken_half_hours=needed,
                )
            )
    return tuple(found)


def by_phase(
    problem: Problem, choices: Choices, lines: Sequence[ChildLine]
) -> tuple[PhaseLine, ...]:
    """Count children by phase, allocated and awaiting, with the mean hours of each child."""
    units = {child: unit for unit in problem.units for child in unit.children}
    found = []
    for phase in Phase:
        own = [line for line in lines if line.phase == phase.value and line.child in units]
        held = [units[line.child] for line in own if line.holder]
        waits = [units[line.child] for line in own if not line.holder]
        if own:
            found.append(
                PhaseLine(
                    phase=phase.value,
                    allocated=len(held),
                    awaiting=len(waits),
                    mean_half_hours_allocated=_mean(
                        _hours(problem, unit, choices) / len(unit.children) for unit in held
                    ),
                    mean_half_hours_awaiting=_mean(
                        _least(problem, unit) / len(unit.children)
                        for unit in waits
                        if problem.carriers
                    ),
                )
            )
    return tuple(found)


def _hours(problem: Problem, unit: Unit, choices: Choices) -> int:
    return problem.pairs[unit.id, choices.holders[unit.id]].demand_half_hours


def _least(problem: Problem, unit: Unit) -> int:
    """Give the fewest half-hours that anyone would need for a unit."""
    return min(
        (problem.pairs[unit.id, carrier.id].demand_half_hours for carrier in problem.carriers),
        default=0,
    )


def _mean(amounts: Iterable[float]) -> float | None:
    known = list(amounts)
    return round(mean(known), 1) if known else None
