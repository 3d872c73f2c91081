"""Capacity: which children await with more or fewer hours, and with somebody away."""

from enum import StrEnum

from pydantic import Field

from planner.data.explanation import Shift
from planner.data.front import Reached
from planner.data.plan import Choices
from planner.data.record import Record
from planner.data.vocabulary import Grade


class CurveOf(StrEnum):
    """Whose hours are varied."""

    PRACTITIONER = "practitioner"
    EVERYONE = "everyone"
    ADDED = "added"


class Joining(Record):
    """A further practitioner, as far as a curve needs to know."""

    grade: Grade = Grade.CPP4
    zone: str = ""
    skills: tuple[str, ...] = ()
    team: str = ""


class CurveStep(Record):
    """The least hours with which so much can be reached, exact to the half-hour.

    Attributes
    ----------
    half_hours : int
        More (or fewer, negative) than now in each limit that is varied; for a
        further practitioner, all of their hours.
    limit_half_hours : int or None
        The practitioner's limit at this step; ``None`` where everyone's is varied.
    full_time : float
        The same difference as a share of a full-time practitioner's case hours.
    gradual, settled, moved, choices
        As in a step of a front; against the step before, which has fewer hours.
    """

    half_hours: int
    limit_half_hours: int | None = None
    full_time: float
    reached: Reached
    gradual: bool = False
    proven: bool
    settled: bool
    moved: tuple[Shift, ...] = ()
    sentence: str = ""
    choices: Choices | None = Field(default=None, exclude=True, repr=False)

    @property
    def admitted(self) -> tuple[Shift, ...]:
        """Families allocated at this step and awaiting just below it."""
        return tuple(shift for shift in self.moved if not shift.before)

    @property
    def left(self) -> tuple[Shift, ...]:
        """Families awaiting at this step and allocated just below it."""
        return tuple(shift for shift in self.moved if not shift.after)


class Curve(Record):
    """Children awaiting against hours: steps upwards, the first the fewest hours tried.

    ``least`` and ``most`` are the half-hours tried; ``flat_below`` and
    ``flat_above`` say that nothing changes beyond them. ``enough`` is the least
    difference with which no high-risk child awaits, where one was found;
    ``not_enough`` says why none is, child by child.
    """

    scenario: str
    of: CurveOf
    practitioner: str = ""
    label: str = ""
    joining: Joining | None = None
    now: Reached | None = None
    least: int
    most: int
    flat_below: bool = False
    flat_above: bool = False
    steps: tuple[CurveStep, ...] = ()
    enough: int | None = None
    not_enough: tuple[str, ...] = ()
    complete: bool
    proven: bool
    headline: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float


class Absent(Record):
    """What it would mean for children if one practitioner were away for the cycle.

    ``to_cover`` are children who stay with the practitioner meanwhile and would
    need cover; ``moved`` is who is placed otherwise than in the plan in hand.
    """

    practitioner: str
    label: str = ""
    away: bool = False
    reached: Reached | None = None
    to_cover: tuple[str, ...] = ()
    moved: tuple[Shift, ...] = ()
    conflict: bool = False
    proven: bool
    sentence: str
    choices: Choices | None = Field(default=None, exclude=True, repr=False)


class Absences(Record):
    """Each practitioner's absence, in the order of their ids; never an order of worth."""

    scenario: str
    now: Reached | None = None
    lines: tuple[Absent, ...] = ()
    unanswered: tuple[str, ...] = ()
    proven: bool
    notes: tuple[str, ...] = ()
    seconds: float
