"""What falls due in a leave, item by item, and what each takes of whoever would do it."""

from datetime import date

import pytest

from planner.data.cover import Due
from planner.data.scenario import Scenario
from planner.policy import default_policy
from planner.principles import prioritise
from planner.workload import gather
from planner.workload.falls_due import falls_due
from planner.workload.units import group
from tests.make import child, day, infant, leave, practitioner, scenario, task, travel

POLICY = default_policy()


def due(made: Scenario, next_due: date | None = None) -> tuple[Due, ...]:
    """List what falls due for the one family while P is away."""
    facts = gather(made, POLICY, prioritise(made, POLICY))
    (members,) = group(facts)
    return falls_due(facts, members, "P", {c.child: next_due for c in members.children})


def test_windows_wholly_in_the_leave() -> None:
    """Away in the second half: the second of two windows, days 14 to 27, is due by its last."""
    made = scenario(
        [child("A", holder="P")], [practitioner("P"), practitioner("Q")], leave=[leave("P", 14, 27)]
    )
    (item,) = due(made, day(7))
    assert (item.first, item.due, item.next_due, item.overdue) == (day(14), day(27), None, False)
    assert (item.watched, item.others, item.never_missed, item.contact) == (0, 1, False, True)


def test_brothers_and_sisters_of_one_home_are_one_trip() -> None:
    """An infant and a brother: one trip counts one watched child and one other."""
    children = [infant("A", "response", family="F", holder="P"), child("B", family="F", holder="P")]
    made = scenario(children, [practitioner("P"), practitioner("Q")], leave=[leave("P", 14, 27)])
    (item,) = due(made)
    assert (item.children, item.watched, item.others) == (("A", "B"), 1, 1)


@pytest.mark.parametrize(("kind", "never", "others"), [("hearing", True, 0), ("other", False, 3)])
def test_a_task_that_may_be_missed_counts_three_contacts(
    kind: str, never: bool, others: int
) -> None:
    """Hearings are never missed; an optional task counts as the policy says."""
    made = scenario(
        [child("A", holder="P")],
        [practitioner("P"), practitioner("Q")],
        leave=[leave("P", 0, 2)],
        tasks=[task("A", kind, 1)],
    )
    (item,) = due(made)
    assert (item.never_missed, item.others, item.first) == (never, others, day(1))


def test_hours_are_from_where_each_sets_out() -> None:
    """A trip is 2 h and the way there and back: 2.5 h from the same zone, 3.17 h from 35 min."""
    made = scenario(
        [child("A", holder="P", zone="hills")],
        [practitioner("P"), practitioner("Q", zone="hills"), practitioner("R", zone="town")],
        leave=[leave("P", 14, 27)],
        travel=[travel("town", "hills", 35)],
    )
    (item,) = due(made)
    found = {o.practitioner: (o.half_hours, o.travel_minutes) for o in item.options}
    assert found == {"Q": (5, 30), "R": (7, 70)}


@pytest.mark.parametrize(("until", "there"), [(26, False), (25, True)])
def test_whoever_works_on_a_day_of_the_window_is_there(until: int, there: bool) -> None:
    """Day 25 is a Friday: back by then is in time, after it only a weekend is left."""
    made = scenario(
        [child("A", holder="P")],
        [practitioner("P"), practitioner("Q")],
        leave=[leave("P", 14, 27), leave("Q", 14, until - 1)],
    )
    (item,) = due(made)
    assert bool(item.options) is there
