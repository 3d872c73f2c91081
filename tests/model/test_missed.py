"""What is best missed for an arrangement that is given, whatever it breaks."""

from itertools import product

import pytest

from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.model import Clock, solve_missed
from planner.rules import settle
from planner.rules.duty import last_missed
from planner.terms import BY_ID
from tests.problems import carrier, missable, pair, pool, problem, unit

ORDER = ("duty_short", "contact_missed_watched", "contact_missed_other", "oversight_missed")


def one_family(capacity: int) -> Problem:
    """Make a family that waits on 12: two watched trips, two others, 2 oversight, a hearing of 2.

    Each trip is 2 half-hours. Practitioner P holds another of 10.
    """
    return problem(
        [
            unit("F", waiting_half_hours=12, oversight_half_hours=2),
            unit("G", holder="P"),
        ],
        [carrier("P", capacity_half_hours=capacity)],
        missables=[
            missable("F", id="F|wait|0", most=2, watched=1, points=0),
            missable("F", id="F|wait|1", most=2, points=60),
        ],
    )


@pytest.mark.parametrize(
    ("capacity", "missed", "oversight", "short"),
    [
        (22, {}, {}, {}),
        (21, {}, {"team": 1}, {}),
        (20, {}, {"team": 2}, {}),
        (19, {"F|wait|1": 1}, {"team": 1}, {}),
        (18, {"F|wait|1": 1}, {"team": 2}, {}),
        (16, {"F|wait|1": 2}, {"team": 2}, {}),
        (15, {"F|wait|0": 1, "F|wait|1": 2}, {"team": 1}, {}),
        (12, {"F|wait|0": 2, "F|wait|1": 2}, {"team": 2}, {}),
        (11, {"F|wait|0": 2, "F|wait|1": 2}, {"team": 2}, {"team": 1}),
        (5, {"F|wait|0": 2, "F|wait|1": 2}, {"team": 2}, {"team": 2}),
    ],
)
def test_the_least_harm_first(
    capacity: int, missed: dict[str, int], oversight: dict[str, int], short: dict[str, int]
) -> None:
    """Oversight goes first, then others' trips, then watched ones; the hearing never.

    22 fits all: 10 held and 12 due. One half-hour less costs one of oversight; at 19 a whole
    trip of two is freed, so one of oversight is done again. Below 10 nothing more is short than
    the hearing, though P is over.
    """
    choices = solve_missed(one_family(capacity), {"G": "P"}, Clock(10))
    assert (choices.missed, choices.oversight_missed, choices.short) == (missed, oversight, short)


def test_an_arrangement_that_breaks_rules_is_scored_all_the_same() -> None:
    """Absent, barred and over every limit: who holds what is taken as it is."""
    given = problem(
        [unit("F", waiting_half_hours=4)],
        [carrier("P", present=False, capacity_half_hours=0)],
        [pair("F", "P", barred=True, cover_half_hours=6)],
    )
    assert solve_missed(given, {"F": "P"}, Clock(10)).holders == {"F": "P"}


def test_without_time_everything_is_missed() -> None:
    """Never a plan that counts on hours nobody has."""
    choices = solve_missed(one_family(22), {"G": "P"}, Clock(0))
    assert choices.missed == {"F|wait|0": 2, "F|wait|1": 2}
    assert choices.oversight_missed == {"team": 2}


@pytest.mark.parametrize("capacity", [9, 13, 17, 19, 24])
@pytest.mark.parametrize("holders", [{}, {"G": "P"}, {"F": "P"}, {"F": "P", "G": "P"}], ids=str)
def test_nothing_better_is_found_by_trying_everything(
    capacity: int, holders: dict[str, str]
) -> None:
    """Every number of each kind of trip, and every amount of oversight."""
    given = one_family(capacity)
    found = solve_missed(given, holders, Clock(10))
    assert costs(given, found) == min(costs(given, c) for c in every_way(given, holders))


def costs(given: Problem, choices: Choices) -> list[int]:
    """Give the stage values that what is missed can change, in their order."""
    return [BY_ID[term].value(given, choices) for term in ORDER]


def every_way(given: Problem, holders: dict[str, str]) -> list[Choices]:
    """List every way to miss trips and oversight."""
    items = [item for item in given.missables if not holders.get(item.unit)]
    most = last_missed(given, pool(), settle(given, holders, {}, {}))
    return [
        settle(
            given,
            holders,
            {item.id: count for item, count in zip(items, counts, strict=True)},
            {"team": oversight},
        )
        for counts in product(*(range(item.most + 1) for item in items))
        for oversight in range(most + 1)
    ]
