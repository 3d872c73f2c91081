"""What each practitioner may hold as far as hours go: see ``docs/model.md``, section 8, K(p)."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from planner.data.board import Key, Take
from planner.data.policy import Stage
from planner.data.problem import Carrier, Problem, Unit
from planner.model.knapsack import Knapsack
from planner.rules.moves import team_limits_may_give

Forbidden = Collection[tuple[str, str]]


def hours_over(stages: Sequence[Stage], values: Sequence[int]) -> int | None:
    """Give by how many half-hours limits may be over for mandatory units; ``None`` if unknown.

    It is the value of the stage above that minimises just that.
    """
    for stage, value in zip(stages, values, strict=True):
        if tuple(stage.terms) == ("hours_over",):
            return value
    return None


def knapsacks_of(
    problem: Problem, forbidden: Forbidden, places: Mapping[Key, int], over: int | None
) -> tuple[Knapsack, ...]:
    """Give what each practitioner may hold, where hours may be over by so many in all."""
    firm = problem.deallocations_limit == 0 and not team_limits_may_give(problem)
    gives = {
        unit.id: _least_give(problem, forbidden, unit) if firm and unit.held_children else 0
        for unit in problem.units
        if unit.holder
    }
    return tuple(
        _knapsack(problem, forbidden, places, carrier, gives, over) for carrier in problem.carriers
    )


def _least_give(problem: Problem, forbidden: Forbidden, unit: Unit) -> int:
    """Give the half-hours of handing a unit over to whoever needs the fewest."""
    others = (c.id for c in problem.carriers if c.id != unit.holder)
    gives = (
        problem.pairs[unit.id, other].give_half_hours
        for other in others
        if (unit.id, other) not in forbidden
    )
    return min(gives, default=0)


def _knapsack(
    problem: Problem,
    forbidden: Forbidden,
    places: Mapping[Key, int],
    carrier: Carrier,
    gives: Mapping[str, int],
    over: int | None,
) -> Knapsack:
    held: list[tuple[int, int, bool]] = []
    eased: list[tuple[int, int, bool]] = []
    fresh: list[tuple[int, int, bool]] = []
    spent = now = pinned = mandatory = 0
    for unit in problem.units:
        hours = problem.pairs[unit.id, carrier.id].demand_half_hours
        own, meets = unit.holder == carrier.id, (unit.id, carrier.id) not in forbidden
        now += hours if own else 0
        if not meets:
            spent += gives[unit.id] if own else 0
            continue
        exempt = unit.mandatory or (unit.pin_waived and unit.pinned_to == carrier.id)
        if exempt and (problem.strict or not own):
            mandatory += hours if unit.mandatory else 0
            pinned += 0 if unit.mandatory else hours
        place = places[Take(unit.id, carrier.id)]
        if own:
            spent += min(hours, gives[unit.id])
            held.append((place, abs(hours - gives[unit.id]), hours <= gives[unit.id]))
        else:
            (eased if exempt or not hours else fresh).append((place, hours, False))
    limit = carrier.limit_half_hours
    ceiling = limit if problem.strict else max(limit, now)
    allowed = mandatory if over is None else min(mandatory, over)
    switches = [*held, *eased, *fresh]
    return Knapsack(
        places=np.array([place for place, _, _ in switches], np.int64),
        hours=np.array([hours for _, hours, _ in switches], np.int64),
        kept=np.array([kept for _, _, kept in switches], np.bool_),
        eased=len(held) + len(eased),
        limit=limit - spent,
        most=ceiling + pinned + allowed - spent,
    )
