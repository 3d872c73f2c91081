"""What falls due for each child in a plan, and which of it is missed, by date."""

from datetime import date

import pytest

from planner.data.plan import Choices
from planner.data.scenario import Scenario
from planner.workload import Diary, diaries, gather
from tests.make import child, day, leave, practitioner, scenario, task
from tests.workload.office import POLICY, built, priorities

WEEKLY = {"contact": "weekly", "contact_agreed": day(-10)}
P = practitioner("P")


def written(team: Scenario, missed: int = 0, **holders: str) -> dict[str, Diary]:
    """Write the diaries of a team; so many items of each missable in turn are missed."""
    problem = built(team)
    counts: dict[str, int] = {}
    for item in problem.missables:
        if holders.get(item.unit, "") == item.practitioner:
            counts[item.id] = min(item.most, missed - sum(counts.values()))
    names = {unit.id: holders.get(unit.id, "") for unit in problem.units}
    plan = Choices(holders=names, missed=counts)
    return dict(diaries(gather(team, POLICY, priorities(team.children)), problem, plan))


def days(*numbers: int) -> tuple[date, ...]:
    """Give some days, counted from the as-at date."""
    return tuple(day(number) for number in numbers)


def test_contacts_of_a_child_who_awaits() -> None:
    """Agreed weekly: due on the last day of each week; last seen 7 days ago, due today."""
    diary = written(scenario([child("A", **WEEKLY)]))["A"]
    assert diary.contacts == days(6, 13, 20, 27)
    assert (diary.missed, diary.next_due, diary.away) == ((), day(0), False)


@pytest.mark.parametrize(
    ("missed", "expected"), [(0, ()), (1, (27,)), (2, (20, 27)), (4, (6, 13, 20, 27))]
)
def test_the_latest_contacts_are_the_ones_missed(missed: int, expected: tuple[int, ...]) -> None:
    """Three cost 30 points and one 60: they are one list of days all the same."""
    assert written(scenario([child("A", **WEEKLY)]), missed)["A"].missed == days(*expected)


def test_an_allocated_child_is_seen_by_the_holder() -> None:
    """Fortnightly, nothing missed, nobody away; last seen 7 days ago, due in 7."""
    diary = written(scenario([child("A", holder="P")], [P]), A="P")["A"]
    assert (diary.contacts, diary.missed) == (days(13, 27), ())
    assert (diary.next_due, diary.away) == (day(7), False)


@pytest.mark.parametrize(("missed", "expected"), [(1, (13,)), (2, (6, 13))])
def test_in_leave_only_what_falls_in_it_is_missed(missed: int, expected: tuple[int, ...]) -> None:
    """P is away for the first two of four weeks."""
    team = scenario([child("A", holder="P", **WEEKLY)], [P], leave=[leave("P", 0, 13)])
    diary = written(team, missed, A="P")["A"]
    assert diary.contacts == days(6, 13, 20, 27)
    assert (diary.missed, diary.away) == (days(*expected), True)


@pytest.mark.parametrize(
    ("leaves", "tasks", "away"),
    [
        ([], [], False),
        ([leave("P", 0, 3)], [], False),  # a trip can still be made on Friday
        ([leave("P", 0, 3)], [task("A", "other", 3)], True),  # the task falls in the leave
        ([leave("P", 0, 3)], [task("A", "other", 4)], False),
        ([leave("P", 0, 27)], [], True),
    ],
)
def test_a_holder_is_away_where_something_falls_in_the_leave(
    leaves: list[object], tasks: list[object], away: bool
) -> None:
    """A is in investigation with weekly contact agreed."""
    team = scenario([child("A", holder="P", **WEEKLY)], [P], leave=leaves, tasks=tasks)
    assert written(team, A="P")["A"].away is away


def test_a_holder_who_is_not_there_is_away_though_nothing_falls_due() -> None:
    """No contact before substantiation; P has no working day."""
    row = child("A", holder="P", phase="investigation")
    diary = written(scenario([row], [P], leave=[leave("P", 0, 27)]), A="P")["A"]
    assert (diary.contacts, diary.next_due, diary.away) == ((), None, True)


@pytest.mark.parametrize(
    ("last_seen", "due"), [(day(-40), day(-12)), (day(-3), day(25)), (None, day(0))]
)
def test_the_next_contact_counts_on_from_the_last(last_seen: date | None, due: date) -> None:
    """Monthly: 28 days on, overdue where that is past; never seen: due at once."""
    assert written(scenario([child("A", last_seen=last_seen)]))["A"].next_due == due


def test_children_of_two_homes_have_their_own_trips() -> None:
    """A and B of one family, B with an aunt; one trip each, and the first place's is missed."""
    team = scenario([child("A", family="F"), child("B", family="F", placement="with aunt")])
    found = written(team, 1)
    assert (found["A"].missed, found["B"].missed) == (days(27), ())


def test_optional_tasks_missed_are_counted_by_child() -> None:
    """A's review and B's; with three items missed both trips' worth and A's review are."""
    rows = [task("A", "case_plan_review"), task("B", "case_plan_review"), task("A", "hearing")]
    team = scenario([child("A", family="F"), child("B", family="F")], tasks=rows)
    found = written(team, 2)  # the one trip, then A's review
    assert (found["A"].missed_tasks, found["B"].missed_tasks) == (1, 0)
    assert [row.task for row in found["A"].tasks] == ["case_plan_review", "hearing"]
    assert [d.missed_tasks for d in written(team, 3).values()] == [1, 1]


def test_tasks_missed_in_leave_are_the_holders() -> None:
    """P is away: A's review is covered or missed."""
    row = child("A", holder="P", phase="investigation")
    team = scenario([row], [P], leave=[leave("P", 0, 4)], tasks=[task("A", "case_plan_review")])
    assert written(team, 1, A="P")["A"].missed_tasks == 1
    assert written(team, 0, A="P")["A"].missed_tasks == 0


def test_bug_a_childs_id_that_is_a_number_gets_no_other_childs_tasks() -> None:
    """Children 0 and 1 of family F; the one review is 1's, and it is the first in the list."""
    rows = [task("1", "case_plan_review")]
    team = scenario([child("0", family="F"), child("1", family="F")], tasks=rows)
    found = written(team, 2)
    assert (found["0"].missed_tasks, found["1"].missed_tasks) == (0, 1)
