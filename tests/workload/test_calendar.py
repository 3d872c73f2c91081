"""The days of a cycle. Day 0 is Monday 2 March 2026; days 5 and 6 are a weekend."""

from datetime import date

import pytest

from planner.data.scenario import Leave, Practitioner
from planner.data.vocabulary import LeaveChoice
from planner.workload.calendar import Attendance, Cycle, Span, attendance
from tests.make import AS_AT, day, leave, practitioner

CYCLE = Cycle(AS_AT, 28)


def days_of(*rows: Leave, person: Practitioner | None = None, cycle: Cycle = CYCLE) -> Attendance:
    """Give when P is there, with these leaves."""
    return attendance(person or practitioner("P"), rows, cycle)


def spans(*rows: Leave) -> list[tuple[date, date | None]]:
    """Give P's merged leaves as pairs of days."""
    return [(span.start, span.until) for span in days_of(*rows).leave]


def test_a_cycle_of_28_days_has_20_weekdays() -> None:
    """Four weeks of five, from a Monday; a cycle that starts on a Saturday has them too."""
    assert len(CYCLE.weekdays) == 20
    assert len(Cycle(day(5), 28).weekdays) == 20
    assert Cycle(day(4), 4).weekdays == (day(4), day(7))  # Friday to Monday


@pytest.mark.parametrize(("number", "inside"), [(-1, False), (0, True), (27, True), (28, False)])
def test_a_cycle_holds_its_days(number: int, inside: bool) -> None:
    """From the as-at date to the day before the next cycle."""
    assert CYCLE.holds(day(number)) is inside
    assert CYCLE.end == day(28)


@pytest.mark.parametrize(
    ("days", "trips", "cuts"),
    [
        (28, 1, [(0, 27)]),
        (28, 2, [(0, 13), (14, 27)]),
        (28, 3, [(0, 8), (9, 17), (18, 27)]),  # cut at 28/3 = 9.3 and 56/3 = 18.7, rounded down
        (28, 4, [(0, 6), (7, 13), (14, 20), (21, 27)]),
        (10, 4, [(0, 1), (2, 4), (5, 6), (7, 9)]),  # cut at 2.5, 5 and 7.5
    ],
)
def test_trips_split_the_cycle_into_windows(
    days: int, trips: int, cuts: list[tuple[int, int]]
) -> None:
    """Every day lies in one window, both ends included."""
    found = Cycle(AS_AT, days).windows(trips)
    assert found == tuple((day(first), day(last)) for first, last in cuts)


@pytest.mark.parametrize(
    ("rows", "merged"),
    [
        ([(0, 4)], [(0, 4)]),
        ([(0, 4), (5, 6)], [(0, 6)]),  # adjoining
        ([(0, 4), (7, 11)], [(0, 11)]),  # a weekend between
        ([(0, 3), (7, 11)], [(0, 3), (7, 11)]),  # Friday between
        ([(0, 4), (8, 11)], [(0, 4), (8, 11)]),  # Monday between
        ([(0, 5), (7, 11)], [(0, 11)]),  # Sunday between
        ([(0, 20), (5, 10)], [(0, 20)]),  # one inside the other
        ([(7, 11), (0, 4)], [(0, 11)]),  # rows in any order
        ([(0, 8), (4, 12)], [(0, 12)]),
        ([(0, 4), (7, 11), (14, 18)], [(0, 18)]),
        ([(0, None), (5, 10)], [(0, None)]),
        ([(0, 8), (4, None)], [(0, None)]),
        ([(0, 3), (7, None)], [(0, 3), (7, None)]),
    ],
)
def test_leaves_that_join_are_one(
    rows: list[tuple[int, int | None]], merged: list[tuple[int, int | None]]
) -> None:
    """Overlapping, adjoining, or with a weekend between."""
    expected = [(day(a), None if b is None else day(b)) for a, b in merged]
    assert spans(*(leave("P", a, b) for a, b in rows)) == expected


def test_another_persons_leave_is_not_mine() -> None:
    """Q's leave leaves P there every day."""
    assert days_of(leave("Q", 0, 27)).leave == ()


@pytest.mark.parametrize(("until", "longer"), [(40, False), (41, False), (42, True), (None, True)])
def test_a_leave_is_counted_in_calendar_days(until: int | None, longer: bool) -> None:
    """Days 0 to 40 are 41 days, to 41 are 42, to 42 are 43; open-ended is longer than any."""
    days = days_of(leave("P", 0, until))
    assert days.leave[0].longer_than(42) is longer
    assert days.leave_longer_than(42) is longer


@pytest.mark.parametrize(
    ("start", "until", "touches"),
    [(-20, -1, False), (-20, 0, True), (27, 60, True), (28, 60, False), (28, None, False)],
)
def test_only_a_leave_that_touches_the_cycle_is_asked(
    start: int, until: int | None, touches: bool
) -> None:
    """A long leave before or after the cycle ends no holding now."""
    days = days_of(leave("P", start, until))
    assert days.leave[0].overlaps(CYCLE) is touches
    assert days.leave_longer_than(3) is touches


def test_the_length_of_joined_leaves_is_their_sum_with_the_weekend() -> None:
    """Days 0 to 4 and 7 to 11: 12 calendar days."""
    days = days_of(leave("P", 0, 4), leave("P", 7, 11))
    assert days.leave_longer_than(11)
    assert not days.leave_longer_than(12)


def test_a_choice_and_a_cover_made_for_a_part_hold_for_the_whole() -> None:
    """Whichever of the joined rows names them."""
    for first, second in (({"choice": "cover", "cover": "Q"}, {}), ({}, {"choice": "cover"})):
        (span,) = days_of(leave("P", 0, 4, **first), leave("P", 7, 11, **second)).leave
        assert span.choice is LeaveChoice.COVER
        assert span.cover == first.get("cover", "")
    both = leave("P", 0, 4, cover="Q"), leave("P", 7, 11, cover="R", choice="re-allocate")
    assert days_of(*both).leave[0] == Span(day(0), day(11), LeaveChoice.REALLOCATE, "Q")


@pytest.mark.parametrize(
    ("facts", "rows", "working"),
    [
        ({}, [], 20),
        ({}, [(0, 4)], 15),
        ({}, [(5, 6)], 20),  # a weekend off costs no working day
        ({"start": day(10)}, [], 12),  # Thursday of the second week: 2 + 5 + 5
        ({"end": day(10)}, [], 9),  # 5 + 4, the last day included
        ({"start": day(7), "end": day(7)}, [], 1),
        ({"end": day(4)}, [(0, 4)], 0),
    ],
)
def test_working_days_are_weekdays_of_the_stay_outside_leave(
    facts: dict[str, object], rows: list[tuple[int, int]], working: int
) -> None:
    """Who has one is present."""
    leaves = [leave("P", a, b) for a, b in rows]
    days = days_of(*leaves, person=practitioner("P", **facts))
    assert len(days.working_days) == working
    assert days.present is bool(working)


@pytest.mark.parametrize(
    ("facts", "there"),
    [
        ({}, True),
        ({"end": day(-1)}, False),
        ({"end": day(0)}, True),
        ({"start": day(27)}, True),
        ({"start": day(28)}, False),
    ],
)
def test_a_stay_overlaps_the_cycle_from_its_first_to_its_last_day(
    facts: dict[str, object], there: bool
) -> None:
    """Both days are included."""
    assert days_of(person=practitioner("P", **facts)).in_team is there


@pytest.mark.parametrize(
    ("number", "away"), [(-1, True), (0, False), (3, False), (4, True), (6, True), (7, False)]
)
def test_a_day_is_away_in_leave_and_outside_the_stay(number: int, away: bool) -> None:
    """P starts on day 0 and is on leave from Friday to Sunday."""
    days = days_of(leave("P", 4, 6), person=practitioner("P", start=day(0)))
    assert days.away_on(day(number)) is away


@pytest.mark.parametrize(
    ("until", "away"),
    [(3, False), (4, True), (5, True)],  # Friday is worked, or is leave
)
def test_a_window_falls_in_leave_where_no_working_day_is_left(until: int, away: bool) -> None:
    """The first of four windows, days 0 to 6; its weekend is no working day."""
    assert days_of(leave("P", 0, until)).away_for((day(0), day(6))) is away


def test_a_window_falls_away_outside_the_stay() -> None:
    """P leaves on day 6: the second window is nobody's, the first is P's."""
    days = days_of(person=practitioner("P", end=day(6)))
    assert [days.away_for(window) for window in CYCLE.windows(4)] == [False, True, True, True]


def test_the_ends_of_a_window_belong_to_it() -> None:
    """P works on day 7 and on day 11 only: each is inside a window that begins or ends there."""
    days = days_of(leave("P", 0, 6), leave("P", 8, 10), leave("P", 12, None))
    assert not days.away_for((day(11), day(20)))
    assert not days.away_for((day(0), day(7)))
    assert days.away_for((day(8), day(10)))


@pytest.mark.parametrize("first", [4, None])
def test_leaves_from_the_same_day_merge_in_either_order(first: int | None) -> None:
    """One until Friday, one open-ended: open-ended, whichever row comes first."""
    second = None if first else 4
    assert spans(leave("P", 0, first), leave("P", 0, second)) == [(day(0), None)]


@pytest.mark.parametrize(("until", "days"), [(4, 5), (6, 7), (None, 28)])
def test_days_away_count_weekends_too(until: int | None, days: int) -> None:
    """The same days away, the same hours: weekends are part of a leave."""
    found = attendance(practitioner("P"), [leave("P", 0, until)], CYCLE)
    assert found.days_away == {day(number) for number in range(days)}


@pytest.mark.parametrize(
    ("until", "trips", "away"), [(3, 4, 0), (4, 4, 1), (13, 2, 1), (24, 1, 0), (25, 1, 1)]
)
def test_trips_away_are_windows_without_a_working_day(until: int, trips: int, away: int) -> None:
    """Asked twice, the answer is the same."""
    found = attendance(practitioner("P"), [leave("P", 0, until)], CYCLE)
    assert [found.trips_away(trips), found.trips_away(trips)] == [away, away]
    assert found.trips_away(trips) == sum(map(found.away_for, CYCLE.windows(trips)))
