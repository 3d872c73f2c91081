"""Who covers while somebody is away: what falls due, who could do it, and what stays open."""

from collections.abc import Mapping
from datetime import date

from planner.data.record import Record
from planner.data.vocabulary import Band, Tier


class CoverOption(Record):
    """Somebody who is there and may meet the family, and what the item takes of their time.

    ``lacks`` names the skills or grade that the family needs and they have not.
    """

    practitioner: str
    half_hours: int
    travel_minutes: int = 0
    lacks: tuple[str, ...] = ()
    tie_weight: int = 0


class Due(Record):
    """One contact trip or dated task that falls due while the holder is away.

    ``first`` is the first day on which it can be done, ``due`` the last.
    ``next_due`` is given where the day counts on from when the child was last
    seen; ``overdue`` says that it lies before the cycle. ``watched`` and
    ``others`` count its contacts with mandatory, high-risk and under-two
    children and with others; an optional task counts as the policy says.
    ``never_missed`` marks hearings and first visits.
    """

    id: str
    unit: str
    family: str
    what: str
    contact: bool
    children: tuple[str, ...]
    first: date
    due: date
    next_due: date | None = None
    overdue: bool = False
    never_missed: bool = False
    watched: int = 0
    others: int = 0
    options: tuple[CoverOption, ...] = ()


class CoverQuestion(Record):
    """What falls due, and the half-hours that each practitioner has to spare."""

    due: tuple[Due, ...] = ()
    spare: Mapping[str, int] = {}


class Covered(Record):
    """Who does what, by the id of what falls due; what is not there stays uncovered."""

    by: Mapping[str, str] = {}
    proven: bool


class CoverLine(Record):
    """One thing that falls due, and who is proposed to do it; blank where nobody can.

    ``why`` says what stands before it where nobody can; ``decides`` who must decide then.
    """

    item: Due
    cover: str = ""
    half_hours: int = 0
    lacks: tuple[str, ...] = ()
    why: str = ""
    decides: str = ""


class DaysAway(Record):
    """Days away, both ends included; ``until`` is ``None`` where no day of return is known."""

    start: date
    until: date | None = None

    def touches(self, first: date, last: date | None) -> bool:
        """Whether any day of these lies between two days, both included."""
        return (self.until is None or first <= self.until) and (last is None or last >= self.start)


class AwayChild(Record):
    """One child of the practitioner who is away."""

    child: str
    label: str = ""
    unit: str
    family: str
    tier: Tier
    band: Band | None = None
    last_seen: date | None = None
    next_contact_due: date | None = None
    due_while_away: int = 0


class CoverHours(Record):
    """One practitioner's hours to spare, of their own capacity, before and after the cover."""

    practitioner: str
    spare_half_hours: int
    given_half_hours: int

    @property
    def left_half_hours(self) -> int:
        """What is left after the cover."""
        return self.spare_half_hours - self.given_half_hours


class Cover(Record):
    """Who covers for one practitioner, and what must be decided; no child's holder changes.

    ``days`` are the days away that were asked about. ``named`` is whom the leave
    names as cover already.
    ``decide`` says what the manager must decide beside what is not covered.
    ``waiting_half_hours`` is what children awaiting ask of the same spare hours,
    ``duty_half_hours`` what those give to duty who hold no cases.
    """

    scenario: str
    as_at: date
    cycle_ends: date
    arrangement: str
    practitioner: str
    label: str = ""
    days: tuple[DaysAway, ...]
    named: str = ""
    children: tuple[AwayChild, ...] = ()
    lines: tuple[CoverLine, ...] = ()
    people: tuple[CoverHours, ...] = ()
    waiting_half_hours: int = 0
    duty_half_hours: int = 0
    decide: tuple[str, ...] = ()
    proven: bool
