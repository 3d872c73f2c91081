"""One unit with one practitioner, in half-hours of a cycle of 28 days.

The plain child of `make` is on a family preservation order and seen fortnightly; a month is
28 / 30.44 = 0.91984 of itself:

- casework 3.5 x 0.91984 = 3.2194 h; a trip 1.25 + 0.75 + 2 x 15 min = 2.5 h, two are 5 h;
- held: 8.2194 h, 17 half-hours; taken on, with 3 h of handover: 11.2194 h, 23 half-hours.
"""

import pytest

from planner.workload.pairs import missing_skills
from tests.make import child, day, decision, leave, practitioner, task, travel
from tests.workload.office import HIGH, MANDATORY, gathered, only_pair

P, Q = practitioner("P"), practitioner("Q")
WEEKLY = {"contact": "weekly", "contact_agreed": day(-10)}


def test_who_holds_spends_demand_and_who_takes_over_a_handover_too() -> None:
    """17 and 23; P gives 2 h, 4 half-hours, when Q takes A."""
    team = gathered([child("A", holder="P")], [P, Q])
    held, taken = only_pair(team, "P"), only_pair(team, "Q")
    assert (held.held, held.demand_half_hours, held.give_half_hours) == (True, 17, 0)
    assert (taken.held, taken.demand_half_hours, taken.give_half_hours) == (False, 23, 4)


@pytest.mark.parametrize(
    ("holder", "leaves", "give"),
    [
        ("", [], 0),
        ("gone", [], 0),
        ("P", [leave("P", 0, 24)], 4),  # there on the last Friday
        ("P", [leave("P", 0, 25)], 0),  # away all the cycle: still P's, but nobody hands over
    ],
)
def test_a_handover_is_given_by_a_holder_who_is_there(
    holder: str, leaves: list[object], give: int
) -> None:
    """To Q; the taker's 3 h are spent all the same: 23."""
    pair = only_pair(gathered([child("A", holder=holder)], [P, Q], leave=leaves), "Q")
    assert (pair.give_half_hours, pair.demand_half_hours) == (give, 23)


@pytest.mark.parametrize(
    ("facts", "settings", "demand"),
    [
        ({}, {"tasks": [task("A", "case_plan_review")]}, 25),  # 8.2194 + 4 = 12.2194
        ({}, {"tasks": [task("A", "hearing", hours=0.25)]}, 17),  # 8.4694, 16.94 half-hours
        ({}, {"tasks": [task("A", "hearing", hours=0.3)]}, 18),  # 8.5194, 17.04 half-hours
        ({}, {"tasks": [task("A", "case_plan_review", due=28)]}, 17),  # after the cycle
        (WEEKLY, {}, 27),  # 3.2194 + 4 x 2.5 = 13.2194
        ({"phase": "investigation"}, {}, 13),  # 7 x 0.91984 = 6.4389 and no contact agreed
        ({}, {"limits": {"service_intensity": "0.7"}}, 15),  # 2.2536 + 5 = 7.2536
        ({"zone": "hills"}, {}, 20),  # 3.2194 + 2 x (2 + 80 min) = 9.8861
        ({"language": "Dinka"}, {}, 19),  # 4.1393 + 5 = 9.1393
    ],
)
def test_demand_is_casework_contact_and_tasks(
    facts: dict[str, object], settings: dict[str, object], demand: int
) -> None:
    """Summed as fractions and rounded up once."""
    team = gathered([child("A", holder="P", **facts)], [P], **settings)
    assert only_pair(team, "P").demand_half_hours == demand


def test_demand_of_siblings() -> None:
    """Casework 1.7 x 3.2194 = 5.4730 h and 2 trips of 2.75 h: 10.9730 h, 22 half-hours.

    In two homes there are 4 trips of 2.5 h: 15.4730 h, 31 half-hours.
    """
    together = [child(name, family="F", holder="P") for name in "AB"]
    apart = [together[0], child("B", family="F", holder="P", placement="with aunt")]
    assert only_pair(gathered(together, [P]), "P").demand_half_hours == 22
    assert only_pair(gathered(apart, [P]), "P").demand_half_hours == 31


@pytest.mark.parametrize(
    ("until", "demand", "cover"),
    [
        (3, 27, 0),  # Friday is worked: the trip is made
        (4, 22, 5),  # one trip of 2.5 h goes from 13.2194 h to the cover
        (13, 17, 10),
        (25, 7, 20),  # 3.2194 h of casework stay
    ],
)
def test_trips_in_leave_go_from_demand_to_cover(until: int, demand: int, cover: int) -> None:
    """Weekly trips of 2.5 h."""
    team = gathered([child("A", holder="P", **WEEKLY)], [P], leave=[leave("P", 0, until)])
    pair = only_pair(team, "P")
    assert (pair.demand_half_hours, pair.cover_half_hours) == (demand, cover)


@pytest.mark.parametrize(
    ("due", "demand", "cover"),
    [
        (4, 33, 0),  # 8.2194 + 8 = 16.2194
        (7, 17, 16),
        (11, 17, 16),
        (12, 33, 0),  # the Saturday after is no leave
    ],
)
def test_a_task_in_leave_goes_from_demand_to_cover(due: int, demand: int, cover: int) -> None:
    """P is away from Monday, day 7, to Friday, day 11; a hearing of 8 hours."""
    team = gathered(
        [child("A", holder="P")],
        [P],
        leave=[leave("P", 7, 11)],
        tasks=[task("A", "hearing", due, hours=8)],
    )
    pair = only_pair(team, "P")
    assert (pair.demand_half_hours, pair.cover_half_hours) == (demand, cover)


def test_what_falls_outside_a_stay_is_covered_too() -> None:
    """P leaves the team on Friday, day 11: the first of two trips is P's, the second is not."""
    pair = only_pair(gathered([child("A", holder="P")], [practitioner("P", end=day(11))]), "P")
    assert (pair.demand_half_hours, pair.cover_half_hours) == (12, 5)  # 5.7194; 2.5


def test_cover_travels_from_the_base_and_the_practitioner_from_home() -> None:
    """P in the hills, base in town, 60 minutes one way; A in the hills; two trips.

    P: 3.2194 + 1 x (2 + 30 min) = 5.7194 h; cover: 1 x (2 h + 120 min) = 4 h. Travel 30 min.
    """
    team = gathered(
        [child("A", zone="hills", holder="P")],
        [practitioner("P", zone="hills")],
        bases={"team": "town"},
        travel=[travel("town", "hills", 60)],
        leave=[leave("P", 0, 13)],
    )
    pair = only_pair(team, "P")
    assert (pair.demand_half_hours, pair.cover_half_hours, pair.travel_minutes) == (12, 8, 30)


def test_travel_counts_every_trip_there_and_back() -> None:
    """Two homes, two trips each: 2 x 2 x 15 + 2 x 2 x 40 = 220 minutes."""
    children = [child("A", family="F"), child("B", family="F", zone="hills")]
    assert only_pair(gathered(children, [P]), "P").travel_minutes == 220


@pytest.mark.parametrize(
    ("leaves", "absent"), [([], False), ([(0, 24)], False), ([(0, 25)], True), ([(0, None)], True)]
)
def test_absent_is_who_has_no_working_day(leaves: list[tuple[int, int]], absent: bool) -> None:
    """The last working day is day 25."""
    team = gathered([child("A")], [P], leave=[leave("P", a, b) for a, b in leaves])
    assert only_pair(team, "P").absent is absent


@pytest.mark.parametrize(
    ("until", "score", "too_long"),
    [
        (9, MANDATORY, False),  # days 4 to 9: 6 days
        (10, MANDATORY, False),  # 7 days
        (11, MANDATORY, True),  # 8 days
        (11, HIGH, False),
        (None, MANDATORY, True),
    ],
)
def test_away_too_long_is_more_than_a_week_for_an_intensive_infant(
    until: int | None, score: dict[str, object], too_long: bool
) -> None:
    """P is away from day 4."""
    team = gathered([child("A")], [P], {"A": score}, leave=[leave("P", 4, until)])
    assert only_pair(team, "P").away_too_long is too_long


@pytest.mark.parametrize("kind", ["bar", "conflict"])
def test_a_bar_or_conflict_with_one_child_binds_the_unit(kind: str) -> None:
    """It names B; A is B's brother. Q is free."""
    children = [child("A", family="F"), child("B", family="F")]
    team = gathered(children, [P, Q], decisions=[decision(kind, "B", "P")])
    pair, other = only_pair(team, "P"), only_pair(team, "Q")
    assert (pair.barred, pair.conflict) == (kind == "bar", kind == "conflict")
    assert (other.barred, other.conflict) == (False, False)


@pytest.mark.parametrize(("minutes", "out"), [(None, True), (24, True), (25, False), (26, False)])
def test_another_team_reaches_as_far_as_borrowing_goes(minutes: int | None, out: bool) -> None:
    """P of the south is 25 minutes from A's zone, 15 from B's; every child has to be in reach."""
    team = gathered(
        [
            child("A", family="F", team="north", zone="hills"),
            child("B", family="F", team="north", zone="port"),
        ],
        [practitioner("P", team="south")],
        bases={"south": "port"},
        travel=[travel("hills", "port", 25)],
        limits={"borrow_minutes": minutes},
    )
    pair = only_pair(team, "P")
    assert (pair.out_of_reach, pair.borrowed) == (out, True)


@pytest.mark.parametrize(
    ("facts", "out", "borrowed"),
    [
        ({"team": "north"}, True, True),
        ({"team": "north", "holder": "P"}, False, True),  # what is held stays
        ({"team": "south"}, False, False),
    ],
)
def test_ones_own_team_is_always_in_reach(facts: dict[str, str], out: bool, borrowed: bool) -> None:
    """P is of the south and borrowing is off."""
    pair = only_pair(gathered([child("A", **facts)], [practitioner("P", team="south")]), "P")
    assert (pair.out_of_reach, pair.borrowed) == (out, borrowed)


@pytest.mark.parametrize(
    ("holder", "score", "first_year", "skills", "grade"),
    [
        ("", {}, False, ("court",), False),
        ("P", {}, False, (), False),  # what is held is not asked for
        ("", MANDATORY, True, ("court",), True),
        ("", MANDATORY, False, ("court",), False),
        ("", HIGH, True, ("court",), False),
        ("P", MANDATORY, True, (), False),
    ],
)
def test_grade_and_skill_are_asked_of_who_takes_on(
    holder: str, score: dict[str, object], first_year: bool, skills: tuple[str, ...], grade: bool
) -> None:
    """A needs court, B needs infants; P has infants."""
    team = gathered(
        [
            child("A", family="F", holder=holder, skills=("court",)),
            child("B", family="F", holder=holder, skills=("infants",)),
        ],
        [practitioner("P", skills=("infants",), first_year=first_year)],
        {"A": score},
    )
    pair = only_pair(team, "P")
    assert (pair.missing_skills, pair.missing_grade) == (skills, grade)
    assert pair.lacks == len(skills) + grade


def test_skills_are_named_in_order() -> None:
    """What any of the children needs and P has not."""
    children = [child("A", skills=("youth", "court")), child("B", skills=("court", "infants"))]
    person = practitioner("P", skills=("youth",))
    assert missing_skills(children, person) == ("court", "infants")


def test_weights_of_pairs_differ() -> None:
    """So that a tie between P and Q is settled, always in the same way."""
    team = gathered([child("A")], [P, Q])
    assert only_pair(team, "P").tie_weight != only_pair(team, "Q").tie_weight
