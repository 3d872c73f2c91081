"""A board that only writes down what rules and terms post; it knows no solver."""

from collections.abc import Mapping
from typing import NamedTuple

from planner.data.board import Board, Coefficients, Cost, Key
from planner.data.problem import Problem
from planner.rules import RULES
from planner.terms import BY_ID


class Row(NamedTuple):
    """sum of coefficient x key <= limit; ``practitioner`` blank for team rows."""

    practitioner: str
    coefficients: Coefficients
    limit: int


class Posted:
    """Everything posted for one problem, in the order it was posted."""

    def __init__(self) -> None:
        self.forbidden: set[tuple[str, str]] = set()
        self.required: set[str] = set()
        self.rows: list[Row] = []
        self.counts: dict[Key, int] = {}

    def forbid(self, unit: str, practitioner: str) -> None:
        """Write down that the practitioner does not hold the unit."""
        self.forbidden.add((unit, practitioner))

    def require(self, unit: str) -> None:
        """Write down that someone holds the unit."""
        self.required.add(unit)

    def row(self, practitioner: str, coefficients: Coefficients, limit: int) -> None:
        """Write down a limit on what one practitioner alone holds."""
        self.rows.append(Row(practitioner, dict(coefficients), limit))

    def team_row(self, coefficients: Coefficients, limit: int) -> None:
        """Write down a limit across practitioners."""
        self.rows.append(Row("", dict(coefficients), limit))

    def count(self, key: Key, most: int) -> None:
        """Write down a whole quantity from 0 to ``most``."""
        self.counts[key] = most


def post_all(
    problem: Problem, *, without: frozenset[str] = frozenset()
) -> tuple[Posted, Mapping[str, Cost]]:
    """Post every rule, save those named, and cost every term."""
    board = Posted()
    return board, post_to(board, problem, without)


def post_to(
    board: Board, problem: Problem, without: frozenset[str] = frozenset()
) -> Mapping[str, Cost]:
    """Post every rule, save those named, to a board; give the cost of every term."""
    for rule in RULES:
        if rule.id not in without:
            rule.post(board, problem)
    return {term.id: term.cost(board, problem) for term in BY_ID.values()}
