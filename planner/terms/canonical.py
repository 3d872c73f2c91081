"""Ties: longest unseen first, then longest awaiting, then fixed neutral weights.

The weights are hashes of ids: they favour nobody, and only make one plan of many
equal ones, so that the same team always gets the same plan.
"""

from planner.data.board import Board, Cost, Key, Miss, Term
from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.data.takes import takes
from planner.terms.coverage import awaiting_cost


def cost_unseen(_board: Board, problem: Problem) -> Cost:
    """Count days since children who await were last seen."""
    return awaiting_cost(problem, {u.id: u.days_unseen for u in problem.units})


def value_unseen(problem: Problem, choices: Choices) -> int:
    """Add up days since children who await were last seen."""
    return sum(unit.days_unseen for unit in problem.units if not choices.holders[unit.id])


def say_unseen(amount: int) -> str:
    """Say how long children who await have not been seen."""
    return f"Days since children awaiting allocation were last seen: {amount}"


def cost_awaiting(_board: Board, problem: Problem) -> Cost:
    """Count days that children who wait on have awaited."""
    return awaiting_cost(problem, {u.id: u.days_awaiting for u in problem.units})


def value_awaiting(problem: Problem, choices: Choices) -> int:
    """Add up days that children who wait on have awaited."""
    return sum(unit.days_awaiting for unit in problem.units if not choices.holders[unit.id])


def say_awaiting(amount: int) -> str:
    """Say how long children who wait on have awaited."""
    return f"Days already awaited by children who go on awaiting: {amount}"


def cost_tie(_board: Board, problem: Problem) -> Cost:
    """Weigh every choice by its fixed neutral weight."""
    own = takes(problem)
    keys: dict[Key, int] = {own[pair]: row.tie_weight for pair, row in problem.pairs.items()}
    keys.update({Miss(item.id): item.tie_weight for item in problem.missables})
    return Cost(0, keys)


def value_tie(problem: Problem, choices: Choices) -> int:
    """Add up the neutral weights of a plan's choices."""
    taken = sum(
        problem.pairs[unit, holder].tie_weight for unit, holder in choices.holders.items() if holder
    )
    return taken + sum(
        item.tie_weight * choices.missed.get(item.id, 0) for item in problem.missables
    )


def say_tie(_amount: int) -> str:
    """Say that what is left was equal under the policy."""
    return "Equal under the policy: settled by a fixed neutral order"


TERMS = (
    Term(
        id="days_unseen",
        title="Days since last seen",
        paragraph="TIES",
        unit="days",
        cost=cost_unseen,
        value=value_unseen,
        say=say_unseen,
    ),
    Term(
        id="days_awaiting",
        title="Days awaiting allocation",
        paragraph="TIES",
        unit="days",
        cost=cost_awaiting,
        value=value_awaiting,
        say=say_awaiting,
    ),
    Term(
        id="tie_break",
        title="Fixed neutral order",
        paragraph="TIES",
        unit="weight",
        cost=cost_tie,
        value=value_tie,
        say=say_tie,
    ),
)
