"""Which units change practitioner or are de-allocated in a plan, and what may give way."""

from planner.data.board import Key
from planner.data.plan import Choices
from planner.data.problem import Problem, Unit
from planner.data.takes import takes_by_unit
from planner.rules.eligible import may_hold


def changes(unit: Unit, choices: Choices) -> bool:
    """Whether a unit held now has another practitioner in the plan."""
    return bool(unit.holder) and choices.holders[unit.id] not in ("", unit.holder)


def deallocated(unit: Unit, choices: Choices) -> bool:
    """Whether a unit held now awaits allocation in the plan."""
    return bool(unit.holder) and not choices.holders[unit.id]


def team_limits_may_give(problem: Problem) -> bool:
    """Whether the team's limits may give way: for a mandatory unit to be placed, or strict."""
    return problem.strict or any(
        unit.mandatory and (not unit.holder or not may_hold(problem, unit, unit.holder))
        for unit in problem.units
    )


def change_keys(problem: Problem) -> dict[Key, int]:
    """Give the keys that count changes of practitioner, one a family."""
    own = takes_by_unit(problem)
    return {
        take: 1
        for unit in problem.units
        if unit.holder
        for take in own[unit.id]
        if take.practitioner != unit.holder
    }
