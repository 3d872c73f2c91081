"""The best plan with one amount of something, and how two of them compare under the policy."""

from dataclasses import dataclass

from planner.data.plan import StageValue
from planner.data.problem import Problem
from planner.engine.solving import Result
from planner.report import Prepared
from planner.terms import BY_ID

_HALF_HOURS = "half-hours"


@dataclass(frozen=True)
class Point:
    """The best plan with one amount; ``prepared`` has the problem with that amount."""

    amount: int
    prepared: Prepared
    result: Result

    @property
    def found(self) -> bool:
        """Whether a plan meets everything asked, nothing more set aside for it."""
        return self.result.solved.choices is not None and not self.result.cores

    @property
    def lines(self) -> tuple[StageValue, ...]:
        """The policy stages of the ledger."""
        return tuple(line for line in self.result.solved.ledger if line.policy)

    @property
    def proven(self) -> bool:
        """Whether every policy stage that was asked for is proven, or that there is no plan."""
        if self.result.solved.infeasible or self.result.cores:
            return True
        return bool(self.lines) and all(line.proven for line in self.lines)

    @property
    def settled(self) -> bool:
        """Whether it is proven to the last stage, so that equal children are told apart."""
        ledger = self.result.solved.ledger
        whole = bool(ledger) and not ledger[-1].policy
        return whole and all(line.proven for line in ledger)


def better(new: Point, old: Point) -> bool:
    """Whether the policy prefers one plan to another with less, by the stages of the new one."""
    if not (new.found and old.found):
        return new.found
    return _values(new) < values_for(new, old)


def same(new: Point, old: Point) -> bool:
    """Whether two plans are equal under the policy."""
    if not (new.found and old.found):
        return new.found == old.found
    return _values(new) == values_for(new, old)


def gradual(new: Point, old: Point) -> bool:
    """Whether two plans differ in amounts of half-hours alone, all else equal."""
    if not (new.found and old.found):
        return False
    pairs = zip(new.lines, values_for(new, old), strict=True)
    return all(line.value == value or _in_half_hours(line) for line, value in pairs)


def _in_half_hours(line: StageValue) -> bool:
    return all(BY_ID[term].unit == _HALF_HOURS for term in line.terms)


def _values(point: Point) -> list[int]:
    return [line.value for line in point.lines]


def values_for(new: Point, old: Point) -> list[int]:
    """Give the values of one plan in the stages of another, which may be others or fewer."""
    known = {line.id: line.value for line in old.lines}
    choices = old.result.solved.choices
    problem: Problem = old.prepared.problem
    return [
        known[line.id]
        if line.id in known or choices is None
        else sum(BY_ID[term].value(problem, choices) for term in line.terms)
        for line in new.lines
    ]
