"""The days of one cycle: who works when, and which windows fall in a leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import pairwise

from planner.data.scenario import Leave, Practitioner
from planner.data.vocabulary import LeaveChoice

_SATURDAY = 5
_DAY = timedelta(days=1)
_CHOICES = (LeaveChoice.REALLOCATE, LeaveChoice.COVER)


@dataclass(frozen=True)
class Cycle:
    """The planning period: ``days`` days from ``start``."""

    start: date
    days: int

    @property
    def end(self) -> date:
        """The first day after the cycle."""
        return self.start + timedelta(days=self.days)

    @cached_property
    def weekdays(self) -> tuple[date, ...]:
        """Every day of the cycle from Monday to Friday."""
        days = (self.start + timedelta(days=n) for n in range(self.days))
        return tuple(day for day in days if day.weekday() < _SATURDAY)

    def windows(self, trips: int) -> tuple[tuple[date, date], ...]:
        """Split the cycle into as many windows as trips; both ends included."""
        return _windows(self.start, self.days, trips)

    def holds(self, day: date) -> bool:
        """Whether the day lies in the cycle."""
        return self.start <= day < self.end


@lru_cache(maxsize=1024)
def _windows(start: date, days: int, trips: int) -> tuple[tuple[date, date], ...]:
    cuts = [start + timedelta(days=n * days // trips) for n in range(trips + 1)]
    return tuple((first, after - _DAY) for first, after in pairwise(cuts))


@dataclass(frozen=True)
class Span:
    """Merged leave: both ends included; ``until`` is ``None`` where open-ended."""

    start: date
    until: date | None
    choice: LeaveChoice | None
    cover: str

    def overlaps(self, cycle: Cycle) -> bool:
        """Whether any of the leave falls in the cycle."""
        return self.start < cycle.end and (self.until is None or self.until >= cycle.start)

    def longer_than(self, days: int) -> bool:
        """Whether the leave lasts more calendar days than this."""
        return self.until is None or (self.until - self.start).days + 1 > days

    def covers(self, day: date) -> bool:
        """Whether the day is a day of the leave."""
        return self.start <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Attendance:
    """When one practitioner is there: stay, leave and working days of the cycle."""

    cycle: Cycle
    first: date
    last: date
    leave: tuple[Span, ...]

    @cached_property
    def working_days(self) -> frozenset[date]:
        """Weekdays of the cycle inside the stay and outside every leave."""
        return frozenset(day for day in self.cycle.weekdays if not self.away_on(day))

    @cached_property
    def days_away(self) -> frozenset[date]:
        """Days of the cycle, weekends included, on which the practitioner is away."""
        days = (self.cycle.start + timedelta(days=n) for n in range(self.cycle.days))
        return frozenset(day for day in days if self.away_on(day))

    @cached_property
    def _trips_away(self) -> dict[int, int]:
        return {}

    @property
    def present(self) -> bool:
        """Whether there is at least one working day in the cycle."""
        return bool(self.working_days)

    @property
    def in_team(self) -> bool:
        """Whether the stay overlaps the cycle."""
        return self.first < self.cycle.end and self.last >= self.cycle.start

    def away_on(self, day: date) -> bool:
        """Whether the day is outside the stay or a day of leave."""
        return not self.first <= day <= self.last or any(span.covers(day) for span in self.leave)

    def away_for(self, window: tuple[date, date]) -> bool:
        """Whether no working day falls between the two days, both included."""
        return not any(window[0] <= day <= window[1] for day in self.working_days)

    def trips_away(self, trips: int) -> int:
        """Count the windows of so many trips a cycle that fall wholly in the leave."""
        if trips not in self._trips_away:
            self._trips_away[trips] = sum(map(self.away_for, self.cycle.windows(trips)))
        return self._trips_away[trips]

    def leave_longer_than(self, days: int) -> bool:
        """Whether any leave that touches the cycle lasts longer than this."""
        return any(span.longer_than(days) for span in self.leave if span.overlaps(self.cycle))


def attendance(practitioner: Practitioner, leave: Iterable[Leave], cycle: Cycle) -> Attendance:
    """Work out when a practitioner is there, from the stay and their own leave rows."""
    own = sorted(
        (row for row in leave if row.practitioner == practitioner.practitioner),
        key=lambda row: (row.start, row.until or date.max),
    )
    return Attendance(
        cycle=cycle,
        first=practitioner.start or date.min,
        last=practitioner.end or date.max,
        leave=_merge(own),
    )


def _merge(rows: Iterable[Leave]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for row in rows:
        span = Span(row.start, row.until, row.choice, row.cover)
        if spans and _joins(spans[-1], span):
            spans[-1] = _join(spans[-1], span)
        else:
            spans.append(span)
    return tuple(spans)


def _joins(earlier: Span, later: Span) -> bool:
    """Whether no weekday lies between the two; ``later`` does not start first."""
    if earlier.until is None:
        return True
    day = earlier.until + _DAY
    while day < later.start and day.weekday() >= _SATURDAY:
        day += _DAY
    return day >= later.start


def _join(earlier: Span, later: Span) -> Span:
    until = None
    if earlier.until is not None and later.until is not None:
        until = max(earlier.until, later.until)
    choices = {earlier.choice, later.choice}
    return Span(
        start=earlier.start,
        until=until,
        # A leave re-allocated in part is not covered in the rest.
        choice=next((choice for choice in _CHOICES if choice in choices), None),
        cover=earlier.cover or later.cover,
    )
