"""Changes of practitioner, and families newly borrowed across teams, in points.

rate x [a unit held now has another practitioner], once a family; forced changes
are free. rate x [a unit not held now goes to a practitioner of another team].
"""

from planner.data.board import Board, Cost, Key, Term
from planner.data.plan import Choices
from planner.data.problem import Problem, Unit
from planner.data.takes import takes_by_unit


def _changed(unit: Unit, holder: str) -> bool:
    return bool(unit.holder) and holder not in ("", unit.holder)


def cost_changes(_board: Board, problem: Problem) -> Cost:
    """Cost each change of practitioner."""
    own = takes_by_unit(problem)
    keys: dict[Key, int] = {
        take: problem.change_points
        for unit in problem.units
        if unit.holder
        for take in own[unit.id]
        if take.practitioner != unit.holder
    }
    return Cost(0, keys)


def value_changes(problem: Problem, choices: Choices) -> int:
    """Add up the points of changes of practitioner."""
    changed = sum(_changed(unit, choices.holders[unit.id]) for unit in problem.units)
    return changed * problem.change_points


def say_changes(amount: int) -> str:
    """Say what changes of practitioner come to."""
    return f"Changes of practitioner: {amount} points"


def _borrows(problem: Problem, unit: Unit, holder: str) -> bool:
    if holder in ("", unit.holder):
        return False
    return problem.pairs[unit.id, holder].borrowed


def cost_borrowed(_board: Board, problem: Problem) -> Cost:
    """Cost each family newly held by a practitioner of another team."""
    own = takes_by_unit(problem)
    keys: dict[Key, int] = {
        take: problem.borrowed_points
        for unit in problem.units
        for take in own[unit.id]
        if _borrows(problem, unit, take.practitioner)
    }
    return Cost(0, keys)


def value_borrowed(problem: Problem, choices: Choices) -> int:
    """Add up the points of families newly borrowed."""
    borrowed = sum(_borrows(problem, unit, choices.holders[unit.id]) for unit in problem.units)
    return borrowed * problem.borrowed_points


def say_borrowed(amount: int) -> str:
    """Say what borrowing across teams comes to."""
    return f"Families held by another team's practitioner: {amount} points"


TERMS = (
    Term(
        id="changes",
        title="Changes of practitioner",
        paragraph="LIMIT-CHANGES",
        unit="points",
        cost=cost_changes,
        value=value_changes,
        say=say_changes,
    ),
    Term(
        id="borrowed",
        title="Families newly held by another team's practitioner",
        paragraph="RULE-REACH",
        unit="points",
        cost=cost_borrowed,
        value=value_borrowed,
        say=say_borrowed,
    ),
)
