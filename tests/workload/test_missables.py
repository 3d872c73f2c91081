"""What may be missed, and its price: 60 points up to the awaiting minimum, 30 beyond it."""

import pytest

from planner.data.problem import Missable
from planner.data.scenario import Task
from planner.workload.contact import allocated_places
from planner.workload.facts import Facts
from planner.workload.missables import in_leave, rest, while_awaiting
from planner.workload.units import group, measure
from tests.make import child, day, leave, practitioner, task
from tests.problems import missable
from tests.workload.office import HIGH, MANDATORY, gathered

WEEKLY = {"contact": "weekly", "contact_agreed": day(-10)}
P = practitioner("P")


def awaiting(facts: Facts) -> list[Missable]:
    """List what may be missed while the one unit of a team awaits."""
    (members,) = group(facts)
    return list(while_awaiting(facts, measure(facts, members), members.children))


def covered(facts: Facts) -> list[Missable]:
    """List what may be missed of the cover in P's leave."""
    (members,) = group(facts)
    places = allocated_places(facts, members.children)
    person = next(p for p in facts.carriers if p.practitioner == "P")
    return list(in_leave(facts, measure(facts, members), members.children, places, person))


def prices(items: list[Missable]) -> list[tuple[int, int, int]]:
    """Give how many, the points of each, and the watched contacts of each."""
    return [(item.most, item.points, item.watched) for item in items]


def test_a_contact_up_to_the_minimum_costs_60() -> None:
    """A remaining child awaiting is seen once: one trip of 2.5 h, 5 half-hours."""
    (item,) = awaiting(gathered([child("A")]))
    assert prices([item]) == [(1, 60, 0)]
    assert (item.half_hours, item.contacts, item.children, item.kind) == (5, 1, ("A",), "contact")
    assert (item.unit, item.practitioner, item.team) == ("A", "", "team")


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("weekly", [(3, 30, 0), (1, 60, 0)]),  # 4 trips, the minimum is 1
        ("fortnightly", [(1, 30, 0), (1, 60, 0)]),
        ("monthly", [(1, 60, 0)]),
    ],
)
def test_contacts_beyond_the_minimum_cost_30_and_are_missed_first(
    contact: str, expected: list[tuple[int, int, int]]
) -> None:
    """An agreed frequency keeps on while awaiting."""
    facts = {**WEEKLY, "contact": contact}
    assert prices(awaiting(gathered([child("A", **facts)]))) == expected


def test_contacts_of_a_watched_child_count_in_stage_1() -> None:
    """Weekly, watched: four trips alike, no points."""
    assert prices(awaiting(gathered([child("A", **WEEKLY)], scores={"A": HIGH}))) == [(4, 0, 1)]


def test_a_trip_counts_once_for_each_child_of_it() -> None:
    """A watched and weekly, B and C remaining, all at home: 4 trips of 2 + 2 x 0.25 + 0.5 = 3 h.

    B and C have a minimum of one trip: three trips beyond it at 2 x 30, the fourth at 2 x 60.
    """
    children = [child("A", family="F", **WEEKLY), child("B", family="F"), child("C", family="F")]
    items = awaiting(gathered(children, scores={"A": HIGH}))
    assert prices(items) == [(3, 60, 1), (1, 120, 1)]
    assert {item.half_hours for item in items} == {6}
    assert {item.contacts for item in items} == {3}


def test_a_trip_for_two_remaining_children_costs_for_both() -> None:
    """B is seen fortnightly, A with B; both have a minimum of one: 30 + 30, then 60 + 60."""
    fortnightly = {**WEEKLY, "contact": "fortnightly"}
    children = [child("A", family="F"), child("B", family="F", **fortnightly)]
    assert prices(awaiting(gathered(children))) == [(1, 60, 0), (1, 120, 0)]


def test_what_a_missed_trip_frees_is_rounded_down() -> None:
    """1.25 + 0.75 + 2 x 40 min = 3.33 h: 6 half-hours."""
    (item,) = awaiting(gathered([child("A", zone="hills")], bases={"team": "town"}))
    assert item.half_hours == 6


@pytest.mark.parametrize(
    ("score", "watched", "points"), [({}, 0, 180), (HIGH, 3, 0), (MANDATORY, 3, 0)]
)
def test_an_optional_task_counts_as_three_contacts(
    score: dict[str, object], watched: int, points: int
) -> None:
    """3 x 60 points or three watched contacts; a review of 4 hours frees 8 half-hours."""
    team = gathered([child("A")], scores={"A": score}, tasks=[task("A", "case_plan_review")])
    (item,) = [item for item in awaiting(team) if item.kind == "task"]
    assert prices([item]) == [(1, points, watched)]
    assert (item.half_hours, item.contacts, item.children) == (8, 0, ("A",))


def test_hearings_and_first_visits_are_never_missed() -> None:
    """Only what is marked optional is listed, and only what falls due in the cycle."""
    rows = [
        task("A", "hearing"),
        task("A", "first_visit"),
        task("A", "case_plan_review", due=-1),
        task("A", "case_plan_review", due=28),
        task("A", "other", due=27, hours=0.7),
    ]
    items = [i for i in awaiting(gathered([child("A")], tasks=rows)) if i.kind == "task"]
    assert [item.half_hours for item in items] == [1]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (3, []),  # Friday is worked
        (6, [(1, 60, 0)]),  # one of four trips: up to the minimum of one
        (13, [(1, 30, 0), (1, 60, 0)]),
        (20, [(2, 30, 0), (1, 60, 0)]),
        (27, [(3, 30, 0), (1, 60, 0)]),
    ],
)
def test_in_leave_the_trips_without_a_working_day_may_be_missed(
    until: int, expected: list[tuple[int, int, int]]
) -> None:
    """Weekly, remaining: the minimum of one, at most as many as fall in the leave."""
    team = gathered([child("A", holder="P", **WEEKLY)], [P], leave=[leave("P", 0, until)])
    items = covered(team)
    assert prices(items) == expected
    assert {item.practitioner for item in items} == ({"P"} if expected else set())


def test_a_trip_in_leave_starts_from_the_teams_base() -> None:
    """P lives in the child's zone; cover travels from the base: 2 + 2 x 40 min, 6 half-hours."""
    team = gathered(
        [child("A", zone="hills", holder="P")],
        [practitioner("P", zone="hills")],
        leave=[leave("P", 0, 13)],
        bases={"team": "town"},
    )
    assert [item.half_hours for item in covered(team)] == [6]


def test_an_optional_task_in_leave_may_be_missed() -> None:
    """P is away on days 0 to 4: the review on day 3 falls in it, the one on day 7 does not."""
    team = gathered(
        [child("A", holder="P", phase="investigation")],
        [P],
        leave=[leave("P", 0, 4)],
        tasks=[task("A", "case_plan_review", 3), task("A", "review_risk_assessment", 7)],
    )
    (item,) = covered(team)
    assert (item.practitioner, item.half_hours, item.points) == ("P", 8, 180)


def test_ids_are_unique_and_weights_differ() -> None:
    """Two places, two prices, two tasks of one kind on one day, awaiting and in leave."""
    rows = [task("A", "other"), task("A", "other"), task("B", "other")]
    children = [
        child("A", family="F", holder="P", **WEEKLY),
        child("B", family="F", holder="P", placement="with aunt", **WEEKLY),
    ]
    team = gathered(children, [P], tasks=rows, leave=[leave("P", 0, 13)])
    items = awaiting(team) + covered(team)
    assert len({item.id for item in items}) == len(items) == 14
    assert len({item.tie_weight for item in items}) == 14


@pytest.mark.parametrize(
    ("half_hours", "tasks", "left"),
    [
        (0, [], 0),
        (15, [], 0),  # the trip of 5 twice and the review of 8 are more than there is
        (18, [], 0),
        (19, [], 1),
        (19, [task("A", "hearing", hours=0.3)], 0),  # never missed: one half-hour
    ],
)
def test_what_is_left_beside_items_and_what_is_never_missed(
    half_hours: int, tasks: list[Task], left: int
) -> None:
    """Never below zero, and to the half-hour."""
    facts = gathered([child("A")])
    items = [missable("trip", most=2, half_hours=5), missable("review", half_hours=8)]
    assert rest(facts, half_hours, items, tasks) == left
