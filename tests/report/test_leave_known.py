"""Leave that the data have already: which days to ask about, and what would be news."""

import pytest

from planner.data.scenario import Leave
from planner.report.leave_known import in_data, leave_in_cycle, usual_days
from tests.make import AS_AT, day, leave, practitioner, scenario


@pytest.mark.parametrize(
    ("rows", "until"),
    [
        ([], 27),
        ([leave("P", -3, 9)], 9),  # away already: until back
        ([leave("P", 0, 9)], 9),
        ([leave("P", -3)], 27),  # no day of return is known
        ([leave("P", 1, 9)], 27),  # leave to come says nothing of somebody sick today
        ([leave("Q", -3, 9)], 27),
    ],
)
def test_the_days_to_ask_about(rows: list[Leave], until: int) -> None:
    """From the as-at date to the end of the leave they are on, or else of the cycle."""
    team = scenario((), [practitioner("P"), practitioner("Q")], leave=rows)
    assert usual_days(team, "P") == (AS_AT, day(until))


@pytest.mark.parametrize(
    ("start", "until", "known"),
    [(2, 9, True), (3, 8, True), (1, 9, False), (2, 10, False), (20, 27, True), (19, 20, False)],
)
def test_leave_that_is_there_already(start: int, until: int, known: bool) -> None:
    """Days 2 to 9, and from 20 on: inside, and one day beyond on either side."""
    team = scenario((), [practitioner("P")], leave=[leave("P", 20), leave("P", 2, 9)])
    assert in_data(team, "P", day(start), day(until)) is known


def test_only_leave_of_this_cycle_the_earliest_first() -> None:
    """Leave that ended yesterday, or begins on day 28, is of another cycle."""
    rows = [leave("P", 27, 30), leave("P", -5, -1), leave("P", -5, 0), leave("P", 28, 30)]
    team = scenario((), [practitioner("P")], leave=rows)
    assert [row.start for row in leave_in_cycle(team, "P")] == [day(-5), day(27)]
