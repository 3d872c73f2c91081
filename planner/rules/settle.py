"""What follows from who holds what and what is missed: give-way and shortfall."""

from collections.abc import Mapping

from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.rules import (
    changes,
    children,
    deallocations,
    fit,
    high_risk,
    hours,
    intensive,
    new_families,
)
from planner.rules.additive import least_gives
from planner.rules.pool import shortfall

ADDITIVE = (
    hours.LIMIT,
    children.LIMIT,
    intensive.LIMIT,
    high_risk.LIMIT,
    new_families.LIMIT,
)


def settle(
    problem: Problem,
    holders: Mapping[str, str],
    missed: Mapping[str, int],
    oversight_missed: Mapping[str, int],
) -> Choices:
    """Complete a plan's choices: the least give-way and the shortfall they need."""
    choices = Choices(
        holders={unit.id: holders.get(unit.id, "") for unit in problem.units},
        missed={item: count for item, count in sorted(missed.items()) if count},
        oversight_missed={team: count for team, count in sorted(oversight_missed.items()) if count},
    )
    gives = [
        *deallocations.least_gives(problem, choices),
        *changes.least_gives(problem, choices),
        *(give for limit in ADDITIVE for give in least_gives(limit, problem, choices)),
        *fit.least_gives(problem, choices),
    ]
    short = {
        pool.team: over for pool in problem.pools if (over := shortfall(problem, pool, choices)) > 0
    }
    return choices.model_copy(update={"gives": tuple(gives), "short": short})
