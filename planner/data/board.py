"""What a rule and a term are, and the board they post to.

A board is the only thing a rule or a term sees of a solver. Keys name the
quantities of the model; ``planner.model`` turns them into variables, and the
verifier reads the same keys from a finished plan.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.data.record import Record


class Take(NamedTuple):
    """1 where ``practitioner`` holds ``unit`` in the plan.

    A tuple, since models of an area look up a million of them: its hash costs least.
    """

    unit: str
    practitioner: str


@dataclass(frozen=True, slots=True)
class Miss:
    """How many items of the missable with this id are missed."""

    missable: str


@dataclass(frozen=True, slots=True)
class MissOversight:
    """Half-hours of oversight and reserve missed in a team."""

    team: str


@dataclass(frozen=True, slots=True)
class Pool:
    """Half-hours that a team's duty pool has: what is spare, never below zero."""

    team: str


@dataclass(frozen=True, slots=True)
class Spare:
    """1 where a team's spare hours are not negative, so that it has a duty pool."""

    team: str


@dataclass(frozen=True, slots=True)
class Short:
    """Half-hours by which a team's duty pool cannot do what is never missed."""

    team: str


@dataclass(frozen=True, slots=True)
class Give:
    """By how much a limit gives way for one exempt unit (stage 0).

    ``limit`` is the rule's id. For limits of the whole team ``practitioner``
    and ``unit`` are blank.
    """

    limit: str
    practitioner: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Fresh:
    """1 where a practitioner takes on anything that counts under this limit."""

    limit: str
    practitioner: str


@dataclass(frozen=True, slots=True)
class Step:
    """1 where a practitioner's load reaches this ten-per-cent step."""

    practitioner: str
    step: int


Key = Take | Miss | MissOversight | Pool | Spare | Short | Give | Fresh | Step
Coefficients = Mapping[Key, int]


class Board(Protocol):
    """Where rules and terms put their constraints."""

    def forbid(self, unit: str, practitioner: str) -> None:
        """Say that the practitioner does not hold the unit."""

    def require(self, unit: str) -> None:
        """Someone holds the unit."""

    def row(self, practitioner: str, coefficients: Coefficients, limit: int) -> None:
        """Limit what one practitioner alone holds: sum <= limit."""

    def team_row(self, coefficients: Coefficients, limit: int) -> None:
        """Limit a sum across practitioners: sum <= limit."""

    def count(self, key: Key, most: int) -> None:
        """Declare a whole quantity from 0 to ``most``."""


class Rule(Record):
    """One rule of the model: ``post`` for solvers, ``check`` for the verifier.

    ``unit`` is the unit of a finding's amount. ``waivable`` marks limits,
    which may give way for a mandatory child; the others never do.
    """

    id: str
    title: str
    paragraph: str
    unit: str
    waivable: bool
    post: Callable[[Board, Problem], None]
    check: Callable[[Problem, Choices], Sequence[Finding]]
    say: Callable[[Finding], str]


class Cost(NamedTuple):
    """A linear cost: ``constant`` plus the sum of coefficient times key."""

    constant: int
    coefficients: Coefficients


class Term(Record):
    """One term of the objective: ``cost`` for solvers, ``value`` for the verifier."""

    id: str
    title: str
    paragraph: str
    unit: str
    cost: Callable[[Board, Problem], Cost]
    value: Callable[[Problem, Choices], int]
    say: Callable[[int], str]
