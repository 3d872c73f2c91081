"""From a plan's choices back to the values of every key, to start a search from."""

from planner.data.board import (
    Fresh,
    Give,
    Key,
    Miss,
    MissOversight,
    Pool,
    Short,
    Spare,
    Step,
    Take,
)
from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.rules import ADDITIVE
from planner.rules.additive import taken_by
from planner.rules.pool import pool_half_hours
from planner.terms.load import MOST_STEPS, steps_of


def values_of(problem: Problem, choices: Choices) -> dict[Key, int]:
    """Give the value of every key in a plan; keys left out are zero."""
    values: dict[Key, int] = {
        Take(unit, holder): 1 for unit, holder in choices.holders.items() if holder
    }
    values.update({Miss(item): count for item, count in choices.missed.items()})
    values.update({MissOversight(t): count for t, count in choices.oversight_missed.items()})
    values.update({Short(team): count for team, count in choices.short.items()})
    for pool in problem.pools:
        hours = pool_half_hours(problem, pool, choices)
        values.update({Pool(pool.team): hours, Spare(pool.team): int(hours > 0)})
    values.update(_gives(choices))
    values.update(_fresh(problem, choices))
    case_hours = problem.half_hours_by_practitioner(choices.holders)
    for carrier in problem.carriers:
        if carrier.present:
            reached = min(MOST_STEPS, steps_of(carrier, case_hours[carrier.id]))
            values.update({Step(carrier.id, step): 1 for step in range(1, reached + 1)})
    return values


def _gives(choices: Choices) -> dict[Key, int]:
    # Grade and skill give way on the pair itself, see planner.terms.giving_way.
    return {
        Give(give.limit, give.practitioner, give.unit): give.amount
        for give in choices.gives
        if give.limit != "fit"
    }


def _fresh(problem: Problem, choices: Choices) -> dict[Key, int]:
    taken = taken_by(problem, choices)
    return {
        Fresh(limit.id, carrier.id): 1
        for limit in ADDITIVE
        for carrier in problem.carriers
        if any(limit.is_fresh(problem, u, carrier.id) for u in taken.get(carrier.id, ()))
    }
