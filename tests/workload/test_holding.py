"""Who holds a child now. The cycle is days 0 to 27; the cover period is 42 days."""

import pytest

from planner.workload.holding import holders_now
from tests.make import child, day, decision, leave, practitioner
from tests.workload.office import gathered


def held(*people: object, holder: str = "P", **settings: object) -> str:
    """Give who holds A now, whose holder by name is P."""
    return holders_now(gathered([child("A", holder=holder)], people, **settings))["A"]  # type: ignore[arg-type]


P = practitioner("P")


@pytest.mark.parametrize(
    ("start", "until", "holder"),
    [
        (0, 27, "P"),  # away all the cycle, for 28 days
        (-13, 27, "P"),  # 41 days
        (-14, 27, "P"),  # 42 days
        (-15, 27, ""),  # 43 days
        (-30, 25, ""),  # 56 days; only the weekend is left
        (-30, 24, "P"),  # present on the last Friday
        (0, None, ""),  # open-ended
        (1, None, "P"),  # present on day 0
    ],
)
def test_a_holder_is_present_or_returns_within_the_cover_period(
    start: int, until: int | None, holder: str
) -> None:
    """Day 27 is a Sunday: the last working day is Friday, day 25."""
    assert held(P, leave=[leave("P", start, until)]) == holder


@pytest.mark.parametrize(
    ("until", "choice", "holder"),
    [
        (None, "cover", "P"),
        (100, "cover", "P"),
        (None, "re-allocate", ""),
        (27, "re-allocate", ""),  # chosen, though short enough to be covered
        (20, "re-allocate", "P"),  # a leave that leaves a working day ends nothing
    ],
)
def test_the_manager_chooses_cover_or_re_allocation(
    until: int | None, choice: str, holder: str
) -> None:
    """For a leave without a working day in the cycle."""
    assert held(P, leave=[leave("P", 0, until, choice=choice)]) == holder


def test_leaves_that_join_are_counted_as_one() -> None:
    """P is away for 14 days, works one Monday, and is away for 60 days more: present.

    With that Monday away too it is one leave of 75 days, and nobody holds A.
    """
    first, second = leave("P", 0, 13), leave("P", 15, 74)
    assert held(P, leave=[first, second]) == "P"
    assert held(P, leave=[first, leave("P", 14, 14), second]) == ""


def test_two_leaves_are_counted_apart_where_a_stay_begins_between() -> None:
    """P starts on day 7 and is away from day 7 to day 48, 42 days; an earlier leave is over."""
    person = practitioner("P", start=day(7))
    assert held(person, leave=[leave("P", 7, 48), leave("P", -90, -20)]) == "P"
    assert held(person, leave=[leave("P", 7, 49), leave("P", -90, -20)]) == ""


@pytest.mark.parametrize(
    ("until", "end", "holder"),
    [
        (27, 27, ""),  # the stay ends with the cycle: P does not return
        (27, 28, "P"),
        (35, 35, ""),  # P leaves the team on the last day of leave
        (35, 36, "P"),
        (20, 27, "P"),  # present
    ],
)
def test_who_does_not_return_to_the_team_holds_nothing(until: int, end: int, holder: str) -> None:
    """Away from day 0, short enough to be covered, and then gone."""
    assert held(practitioner("P", end=day(end)), leave=[leave("P", 0, until)]) == holder


def test_a_stay_without_a_working_day_holds_nothing() -> None:
    """P is in the team on the last Saturday of the cycle only; then on its last Friday only."""
    assert held(practitioner("P", start=day(26), end=day(26))) == ""
    assert held(practitioner("P", start=day(25), end=day(25))) == "P"


def test_re_allocation_of_a_part_is_of_the_whole() -> None:
    """Two leaves that join, one to be covered and one re-allocated, in either order."""
    for first, second in (("cover", "re-allocate"), ("re-allocate", "cover")):
        rows = [leave("P", 0, 13, choice=first), leave("P", 14, 27, choice=second)]
        assert held(P, leave=rows) == ""


@pytest.mark.parametrize(
    ("facts", "holder"),
    [
        ({"grade": "CPP3"}, "P"),
        ({"grade": "CPP5.1"}, "P"),
        ({"grade": "CPP2"}, ""),
        ({"grade": "CPP5.2"}, ""),  # in the team manager's name: awaiting
        ({"grade": "CPP6"}, ""),
        ({"end": day(-1)}, ""),  # has left
        ({"end": day(0)}, "P"),
        ({"start": day(28)}, ""),
        ({"fte": 0}, "P"),
    ],
)
def test_a_holder_is_of_the_team_and_carries_cases(facts: dict[str, object], holder: str) -> None:
    """Grade and stay."""
    assert held(practitioner("P", **facts)) == holder


def test_a_name_nobody_knows_and_no_name_hold_nothing() -> None:
    """Somebody who left long ago is not in the tables."""
    assert held(P, holder="long gone") == ""
    assert held(P, holder="") == ""


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ({"A": "bar"}, ("", "")),  # a bar from one is a bar from the siblings
        ({"B": "bar"}, ("", "")),
        ({"A": "conflict"}, ("", "")),
        ({"A": "bar", "B": "split"}, ("", "P")),  # split: each for themselves
        ({"A": "conflict", "B": "split"}, ("", "")),  # a conflict is with the family
        ({"A": "pin", "B": "raise"}, ("P", "P")),
    ],
)
def test_a_bar_and_a_conflict_end_a_holding(
    kinds: dict[str, str], expected: tuple[str, str]
) -> None:
    """A and B are siblings with P; the decision names P."""
    team = gathered(
        [child("A", family="F", holder="P"), child("B", family="F", holder="P")],
        [P],
        decisions=[decision(kind, name, "P") for name, kind in kinds.items()],
    )
    now = holders_now(team)
    assert (now["A"], now["B"]) == expected


def test_only_open_children_are_held_here() -> None:
    """Contracted children and children outside the pool are counted elsewhere."""
    team = gathered([child("A", holder="P", status="contracted"), child("B", holder="P")], [P])
    assert holders_now(team) == {"B": "P"}
