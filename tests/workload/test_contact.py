"""How often each child is seen, and the trips that makes."""

from fractions import Fraction

import pytest

from planner.data.vocabulary import Contact
from planner.workload.calendar import attendance
from planner.workload.contact import (
    agreed_contact,
    allocated_places,
    allocated_trips,
    due_dates,
    minimum_trips,
    trip_hours,
    trips,
    trips_in_leave,
    waiting_places,
    waiting_trips,
)
from planner.workload.facts import Facts
from tests.make import child, day, leave, practitioner, travel
from tests.workload.office import HIGH, MANDATORY, NEXT, UNDER_TWO, gathered


def of_one(score: dict[str, object] | None = None, **facts: object) -> Facts:
    """Give the facts of child A; ``settings`` of the scenario go under that name."""
    settings = facts.pop("settings", {})
    return gathered([child("A", **facts)], scores={"A": score or {}}, **settings)  # type: ignore[arg-type]


def agreed(contact: str, days_ago: int = 10) -> dict[str, object]:
    """Say what was agreed, and how many days before the as-at date."""
    return {"contact": contact, "contact_agreed": day(-days_ago)}


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        (agreed("weekly", 91), Contact.WEEKLY),
        (agreed("weekly", 92), Contact.WEEKLY),
        (agreed("weekly", 93), None),
        (agreed("weekly", 0), Contact.WEEKLY),
        (agreed("weekly", -1), None),  # agreed after the as-at date
        ({"contact": "weekly"}, None),  # nobody knows since when
        ({"contact_agreed": day(-5)}, None),
    ],
)
def test_an_agreement_is_in_force_for_three_months(
    facts: dict[str, object], found: Contact | None
) -> None:
    """92 days before the as-at date at most."""
    team = of_one(**facts)
    assert agreed_contact(team, team.open_children[0]) is found


@pytest.mark.parametrize(
    ("score", "facts", "times"),
    [
        (MANDATORY, {}, 4),
        (MANDATORY, agreed("monthly"), 4),  # weekly whatever was agreed
        ({}, agreed("weekly"), 4),
        ({}, agreed("fortnightly"), 2),
        ({}, agreed("monthly"), 1),
        ({}, agreed("monthly", 93), 2),  # too old: fortnightly after substantiation
        ({}, {}, 2),
        (HIGH, {}, 2),
        ({}, {"phase": "protective intervention"}, 2),
        ({}, {"phase": "closure"}, 2),
        ({}, {"phase": "investigation"}, 0),
        ({}, {"phase": "intake"}, 0),
        (HIGH, {"phase": "investigation"}, 0),
        ({}, {"phase": "investigation", **agreed("weekly")}, 4),
    ],
)
def test_contact_of_an_allocated_child(
    score: dict[str, object], facts: dict[str, object], times: int
) -> None:
    """Contacts in 28 days."""
    team = of_one(score, **facts)
    assert allocated_trips(team, team.open_children[0]) == times


@pytest.mark.parametrize(
    ("score", "facts", "least", "times"),
    [
        ({}, {}, 1, 1),
        (NEXT, {}, 1, 1),
        (HIGH, {}, 2, 2),
        (UNDER_TWO, {}, 2, 2),
        (MANDATORY, {}, 2, 2),
        ({}, {"phase": "investigation"}, 1, 1),
        ({}, agreed("weekly"), 1, 4),
        (HIGH, agreed("weekly"), 2, 4),
        (HIGH, agreed("monthly"), 2, 2),  # never under the minimum
        ({}, agreed("weekly", 93), 1, 1),
        ({}, {**agreed("weekly"), "settings": {"limits": {"waiting_at_minimum": True}}}, 1, 1),
    ],
)
def test_contact_of_a_child_awaiting(
    score: dict[str, object], facts: dict[str, object], least: int, times: int
) -> None:
    """The more frequent of the minimum and the agreement, unless waiting is at the minimum."""
    team = of_one(score, **facts)
    assert minimum_trips(team, team.open_children[0]) == least
    assert waiting_trips(team, team.open_children[0]) == times


@pytest.mark.parametrize(
    ("cycle", "weekly", "fortnightly", "monthly"),
    [
        (28, 4, 2, 1),
        (56, 8, 4, 2),
        (14, 2, 1, 1),  # half a trip is rounded up
        (13, 2, 1, 1),  # 1.86; 0.93; at least one
        (10, 1, 1, 1),  # 1.43
        (11, 2, 1, 1),  # 1.57
        (42, 6, 3, 2),  # 1.5 is rounded up
        (35, 5, 3, 1),  # 2.5 is rounded up; 1.25 down
        (7, 1, 1, 1),
    ],
)
def test_trips_scale_with_the_cycle(
    cycle: int, weekly: int, fortnightly: int, monthly: int
) -> None:
    """From 4, 2 and 1 in 28 days, rounded half up, at least one."""
    team = gathered(cycle_days=cycle)
    assert [trips(team, contact) for contact in Contact] == [weekly, fortnightly, monthly]


def test_children_in_one_home_are_seen_in_one_trip_at_the_most_frequent_standard() -> None:
    """A monthly, B weekly, C not at all at home; D elsewhere in the same zone; E in the hills."""
    team = gathered(
        [
            child("A", family="F", **agreed("monthly")),
            child("B", family="F", **agreed("weekly")),
            child("C", family="F", phase="investigation"),
            child("D", family="F", placement="with aunt"),
            child("E", family="F", zone="hills"),
        ]
    )
    found = allocated_places(team, team.open_children)
    assert [("".join(c.child for c in p.children), p.zone, p.trips) for p in found] == [
        ("AB", "", 4),
        ("D", "", 2),
        ("E", "hills", 2),
    ]


def test_a_place_without_contact_has_no_trips() -> None:
    """A in investigation, nothing agreed: no place while allocated, one while awaiting."""
    team = of_one(phase="investigation")
    assert allocated_places(team, team.open_children) == ()
    (place,) = waiting_places(team, team.open_children)
    assert place.trips == 1


def test_a_blank_zone_is_the_teams_base() -> None:
    """A names the base, B leaves it blank: one place."""
    team = gathered(
        [child("A", family="F", zone="town"), child("B", family="F")], bases={"team": "town"}
    )
    (place,) = allocated_places(team, team.open_children)
    assert (place.zone, len(place.children)) == ("town", 2)


@pytest.mark.parametrize(
    ("children", "origin", "hours"),
    [
        (1, "town", "2.5"),  # 1.25 + 0.75 + 2 x 15 min
        (2, "town", "2.75"),  # a quarter more for a sibling
        (4, "town", "3.25"),
        (1, "port", "3.5"),  # + 2 x 45 min instead
    ],
)
def test_the_hours_of_a_trip(children: int, origin: str, hours: str) -> None:
    """Contact, notes, siblings, travel there and back."""
    team = gathered(
        [child(f"A{n}", family="F", zone="town") for n in range(children)],
        travel=[travel("town", "port", 45)],
    )
    (place,) = allocated_places(team, team.open_children)
    assert trip_hours(team, place, origin) == Fraction(hours)


def test_trips_are_due_on_the_last_day_of_their_window() -> None:
    """Fortnightly: days 13 and 27."""
    team = of_one()
    (place,) = allocated_places(team, team.open_children)
    assert due_dates(team, place) == (day(13), day(27))


@pytest.mark.parametrize(("until", "count"), [(3, 0), (4, 1), (10, 1), (11, 2), (27, 4)])
def test_trips_in_leave_are_those_without_a_working_day(until: int, count: int) -> None:
    """Weekly trips; P is away from day 0: with Friday (4, 11) the week is gone."""
    team = of_one(**agreed("weekly"))
    (place,) = allocated_places(team, team.open_children)
    days = attendance(practitioner("P"), [leave("P", 0, until)], team.cycle)
    assert trips_in_leave(days, place) == count
