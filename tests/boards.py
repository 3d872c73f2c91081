"""What a rule or a term posts, evaluated on one plan: no solver, only arithmetic."""

from collections.abc import Mapping

from planner.data.board import Cost, Key, Rule, Take
from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.model.posted import Posted
from planner.model.values import values_of


def posted(rule: Rule, problem: Problem) -> Posted:
    """Give everything that one rule posts for a problem."""
    board = Posted()
    rule.post(board, problem)
    return board


def allows(board: Posted, problem: Problem, choices: Choices) -> bool:
    """Whether a plan meets everything on a board, its own amounts for every key taken."""
    return allows_values(board, values_of(problem, choices))


def allows_values(board: Posted, values: Mapping[Key, int]) -> bool:
    """Whether these values meet everything on a board; a key left out is zero."""
    taken = {(k.unit, k.practitioner) for k, v in values.items() if isinstance(k, Take) and v}
    return (
        not taken & board.forbidden
        and board.required <= {unit for unit, _ in taken}
        and all(0 <= values.get(key, 0) <= most for key, most in board.counts.items())
        and all(total(row.coefficients, values) <= row.limit for row in board.rows)
    )


def total(coefficients: Mapping[Key, int], values: Mapping[Key, int]) -> int:
    """Add up coefficient times value; a key left out is zero."""
    return sum(amount * values.get(key, 0) for key, amount in coefficients.items())


def cost_of(cost: Cost, problem: Problem, choices: Choices) -> int:
    """Give what a plan costs by a term's linear cost."""
    return cost.constant + total(cost.coefficients, values_of(problem, choices))
