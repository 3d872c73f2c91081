"""A board that writes down, in order, what rules and terms post, for the prices to refer to."""

from dataclasses import dataclass, field
from typing import NamedTuple

from planner.data.board import Coefficients, Cost, Key
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.rules import RULES
from planner.terms import TERMS


class Row(NamedTuple):
    """sum of coefficient x key <= limit."""

    coefficients: Coefficients
    limit: int


@dataclass
class Sheet:
    """Everything posted for one problem, and the cost of every term."""

    forbidden: set[tuple[str, str]] = field(default_factory=set)
    required: set[str] = field(default_factory=set)
    rows: list[Row] = field(default_factory=list)
    counts: dict[Key, int] = field(default_factory=dict)
    costs: dict[str, Cost] = field(default_factory=dict)

    def forbid(self, unit: str, practitioner: str) -> None:
        """Write down that the practitioner does not hold the unit."""
        self.forbidden.add((unit, practitioner))

    def require(self, unit: str) -> None:
        """Write down that someone holds the unit."""
        self.required.add(unit)

    def row(self, practitioner: str, coefficients: Coefficients, limit: int) -> None:
        """Write down a limit on what one practitioner alone holds."""
        self.team_row(coefficients, limit)

    def team_row(self, coefficients: Coefficients, limit: int) -> None:
        """Write down a limit across practitioners."""
        self.rows.append(Row(coefficients, limit))

    def count(self, key: Key, most: int) -> None:
        """Write down a whole quantity from 0 to ``most``."""
        self.counts[key] = most

    def may_meet(self, unit: str, practitioner: str) -> bool:
        """Whether no rule forbids that the practitioner holds the unit."""
        return (unit, practitioner) not in self.forbidden

    def cost(self, stage: Stage) -> tuple[Cost, ...]:
        """Give the costs of a stage's terms."""
        return tuple(self.costs[term] for term in stage.terms)


def write_down(problem: Problem) -> Sheet:
    """Post every rule, then cost every term, each in its fixed order."""
    sheet = Sheet()
    for rule in RULES:
        rule.post(sheet, problem)
    for term in TERMS:
        sheet.costs[term.id] = term.cost(sheet, problem)
    return sheet
