"""Dates and ages that cannot be: each is a fault of its row."""

from collections.abc import Iterator
from datetime import date

from planner.errors import Fault
from planner.files.grid import Grid
from planner.files.references import Grids

OLDEST = 25
"""A child's case is never open beyond this age, in years."""
_PAST = ("birth_date", "last_seen", "since", "risk_date")
_SPANS = (("leave", "start", "until"), ("practitioners", "start", "end"))


def date_faults(grids: Grids, as_at: date | None) -> Iterator[Fault]:
    """Name impossible dates; without an as-at date only spans can be looked at."""
    for table, first, last in _SPANS:
        if table in grids:
            yield from _backwards(grids[table], first, last)
    yield from _ageless(grids["cases"])
    if as_at:
        yield from _in_the_future(grids["cases"], as_at)
        yield from _too_old(grids["cases"], as_at)


def _backwards(grid: Grid, first: str, last: str) -> Iterator[Fault]:
    for row in grid.rows:
        start, end = row.day(first), row.day(last)
        if start and end and end < start:
            message = f"is before {first}, {start.isoformat()}"
            yield Fault(grid.file, row.number, last, end.isoformat(), message)


def _ageless(grid: Grid) -> Iterator[Fault]:
    """Name children of unknown age: nobody could say whether they are infants."""
    if not {"birth_date", "age"}.intersection(grid.columns):
        return
    for row in grid.rows:
        if row.whole and not {"birth_date", "age"}.intersection(row.cells):
            column = "birth_date or age"
            yield Fault(grid.file, row.number, column, message="is blank; give one of them")


def _in_the_future(grid: Grid, as_at: date) -> Iterator[Fault]:
    for row in grid.rows:
        for column in _PAST:
            day = row.day(column)
            if day and day > as_at:
                message = f"is after the as-at date, {as_at.isoformat()}"
                yield Fault(grid.file, row.number, column, day.isoformat(), message)


def _too_old(grid: Grid, as_at: date) -> Iterator[Fault]:
    earliest = years_before(as_at, OLDEST)
    for row in grid.rows:
        born = row.day("birth_date")
        if born and born < earliest:
            message = f"is more than {OLDEST} years before the as-at date"
            yield Fault(grid.file, row.number, "birth_date", born.isoformat(), message)


def years_before(day: date, years: int) -> date:
    """Give the same day some years earlier; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
