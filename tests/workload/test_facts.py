"""One scenario, indexed: zones, travel, tasks, bars and who counts."""

import pytest

from planner.data.vocabulary import DecisionKind
from tests.make import child, day, decision, leave, practitioner, task, travel
from tests.workload.office import gathered

ROWS = [travel("town", "hills", 50), travel("hills", "town", 30), travel("port", "port", 8)]


@pytest.mark.parametrize(
    ("origin", "destination", "minutes"),
    [
        ("town", "hills", 50),  # as given first
        ("hills", "town", 30),
        ("port", "port", 8),
        ("town", "town", 15),
        ("", "", 15),  # both blank: the same zone
        ("town", "port", 40),
        ("", "town", 40),
    ],
)
def test_minutes_one_way(origin: str, destination: str, minutes: int) -> None:
    """The travel table, else 15 within a zone and 40 otherwise."""
    assert gathered(travel=ROWS).travel(origin, destination) == minutes


def test_a_row_is_read_backwards_where_there_is_no_other() -> None:
    """One row serves both ways."""
    assert gathered(travel=ROWS[:1]).travel("hills", "town") == 50


@pytest.mark.parametrize(
    ("zone", "bases", "expected"),
    [
        ("hills", {"team": "town"}, "hills"),
        ("", {"team": "town"}, "town"),
        ("", {"other": "town"}, ""),
        ("", {}, ""),
    ],
)
def test_a_blank_zone_is_the_base(zone: str, bases: dict[str, str], expected: str) -> None:
    """For a child and for a practitioner."""
    team = gathered([child("A", zone=zone)], [practitioner("P", zone=zone)], bases=bases)
    assert team.home_zone(team.open_children[0]) == expected
    assert team.zone_of(team.carriers[0]) == expected


def test_open_children_and_carriers_are_sorted_and_the_rest_left_out() -> None:
    """Contracted children and those outside the pool are no open children."""
    team = gathered(
        [
            child("C"),
            child("A"),
            child("B", status="contracted"),
            child("D", status="outside the pool"),
        ],
        [
            practitioner("Q"),
            practitioner("P", grade="CPP3"),
            practitioner("D", grade="CPP2"),
            practitioner("M", grade="CPP5.2"),
            practitioner("L", end=day(-1)),
        ],
    )
    assert [c.child for c in team.open_children] == ["A", "C"]
    assert [p.practitioner for p in team.carriers] == ["P", "Q"]


@pytest.mark.parametrize(("due", "counted"), [(-1, 0), (0, 1), (27, 1), (28, 0)])
def test_tasks_of_the_cycle(due: int, counted: int) -> None:
    """From the as-at date to the last day of the cycle."""
    team = gathered([child("A")], tasks=[task("A", "other", due)])
    assert len(team.tasks.get("A", ())) == counted


def test_tasks_are_sorted_by_day() -> None:
    """Whatever the order of the rows."""
    rows = [task("A", "other", 9), task("A", "hearing", 9), task("A", "other", 2)]
    team = gathered([child("A")], tasks=rows)
    assert [(t.due, t.task) for t in team.tasks["A"]] == [
        (day(2), "other"),
        (day(9), "hearing"),
        (day(9), "other"),
    ]


def test_decisions_are_found_by_child_and_kind() -> None:
    """A pin is no bar."""
    rows = [decision("pin", "A", "P"), decision("bar", "A", "Q"), decision("pin", "B", "Q")]
    team = gathered([child("A"), child("B")], decisions=rows)
    assert [row.practitioner for row in team.decided("A", DecisionKind.PIN)] == ["P"]
    assert team.decided("C", DecisionKind.PIN) == ()


@pytest.mark.parametrize(
    ("kind", "split", "expected"),
    [
        ("bar", False, {"A", "B"}),
        ("bar", True, {"A"}),
        ("conflict", False, {"A", "B"}),
        ("conflict", True, {"A", "B"}),
    ],
)
def test_a_bar_is_from_the_siblings_too_and_a_conflict_from_the_family(
    kind: str, split: bool, expected: set[str]
) -> None:
    """It names A; B is A's sister, C is of another family. Q is free of all."""
    rows = [decision(kind, "A", "P")] + [decision("split", "B")] * split
    children = [child("A", family="F"), child("B", family="F"), child("C")]
    team = gathered(children, decisions=rows)
    assert {c.child for c in team.open_children if team.barred(c, "P")} == expected
    assert not any(team.barred(c, "Q") for c in team.open_children)


def test_people_with_the_same_days_away_are_alike() -> None:
    """P and Q are there throughout; R is away, S is gone by the same days as R."""
    people = [practitioner("P"), practitioner("Q"), practitioner("R")]
    people.append(practitioner("S", start=day(7)))
    team = gathered(people=people, leave=[leave("R", 0, 6)])
    numbers = team.absences
    assert numbers["P"] == numbers["Q"] != numbers["R"] == numbers["S"]


def test_roads_are_read_in_both_directions() -> None:
    """A zone without a travel row has no road."""
    team = gathered(travel=[travel("a", "b", 5), travel("c", "a", 9)])
    assert team.roads == {"a": {"b", "c"}, "b": {"a"}, "c": {"a"}}


@pytest.mark.parametrize(("until", "long"), [(6, False), (7, True), (None, True)])
def test_a_long_leave_is_longer_than_seven_days(until: int | None, long: bool) -> None:
    """Seven days are not too long for an intensive infant, eight are."""
    team = gathered(people=[practitioner("P")], leave=[leave("P", 0, until)])
    assert team.away_too_long == ({"P"} if long else set())
    assert team.absent == ({"P"} if until is None else set())
