"""Hand-argued examples of the second source for hours.

All hours are half-hours of a 28-day cycle. A month is 28 / 30.44 = 0.91984 of it. The plain child
of `make` is on a family preservation order, seen fortnightly in the team's own zone:

- casework 3.5 x 0.91984 = 3.2194 h; a trip 1.25 + 0.75 + 2 x 15 min = 2.5 h, two of them 5 h;
- held: 8.2194 h, 17 half-hours; taken on, with 3 h of handover: 11.2194 h, 23 half-hours;
- awaiting: one trip 2.5 h + oversight 0.9198 h = 3.4198 h, 7 half-hours.
"""

import pytest

from planner.policy import default_policy
from tests.make import child, day, infant, leave, practitioner, scenario
from tests.make import task as dated
from tests.oracle_workload import Measure

POLICY = default_policy()


@pytest.mark.parametrize(
    ("facts", "leaves", "capacity"),
    [
        ({}, [], 212),  # 20 days x 7.6 h x 0.7 = 106.4 h
        ({"first_year": True}, [], 148),  # 74.48 h
        ({"rostered_hours": 10}, [], 192),  # 96.4 h
        ({"rostered_hours": 10}, [leave("P", 7, 13)], 144),  # 79.8 h - 10 h x 15 / 20
        ({"supervisees": 1}, [leave("P", 7, 13)], 147),  # 79.8 h - 8 h x 15 / 20 = 73.8 h
        ({"end": day(4)}, [], 53),  # 5 days: 26.6 h
        ({"fte": "0.1", "rostered_hours": 50}, [], 0),
    ],
)
def test_capacity_is_net_of_leave_stay_and_roster(facts, leaves, capacity):
    """Working days present count, and the roster shrinks with them."""
    team = scenario([], [practitioner("P", **facts)], leave=leaves)
    assert Measure(team, POLICY).capacity("P") == capacity


def _counted(children, *people, **settings):
    measure = Measure(scenario(children, people, **settings), POLICY)
    (unit,) = measure.units
    return measure, unit


def test_hours_of_one_child():
    """See the top of this file: 17 held, 23 taken on, 7 awaiting, 4 to hand over."""
    people = practitioner("P"), practitioner("Q")
    measure, unit = _counted([child("A", holder="P")], *people)
    assert (measure.demand(unit, "P"), measure.demand(unit, "Q")) == (17, 23)
    assert (measure.give(unit, "P"), measure.give(unit, "Q")) == (0, 4)
    assert measure.waiting(unit) == 7


def test_hours_of_siblings():
    """Casework 1.7 x 3.2194 = 5.4730 h, trips 2 x 2.75 h: 10.9730 h, 22 half-hours held.

    In two homes there are four trips of 2.5 h: 15.4730 h, 31 half-hours.
    """
    pair = [child(name, family="F", holder="P") for name in "AB"]
    measure, unit = _counted(pair, practitioner("P"))
    assert measure.demand(unit, "P") == 22
    apart = [pair[0], pair[1].model_copy(update={"placement": "an aunt"})]
    measure, unit = _counted(apart, practitioner("P"))
    assert measure.demand(unit, "P") == 31


def test_leave_moves_trips_and_tasks_from_demand_to_cover():
    """Intensive: 9 x 0.91984 = 8.2786 h and four weekly trips of 2.5 h.

    The first week's trip and a hearing of 8 h on Sunday the 8th fall in the leave: 8.2786 + 7.5 =
    15.7786 h of demand, 32; 2.5 + 8 h of cover, 21. A day back on Friday the 6th, and the trip is
    the holder's: 18.2786 h, 37.
    """
    held = infant("A", holder="P")
    work = {"tasks": [dated("A", "hearing", due=6)]}
    measure, unit = _counted([held], practitioner("P"), leave=[leave("P", 0, 6)], **work)
    assert (measure.demand(unit, "P"), measure.cover(unit, "P")) == (32, 21)
    measure, unit = _counted([held], practitioner("P"), leave=[leave("P", 0, 3)])
    assert (measure.demand(unit, "P"), measure.cover(unit, "P")) == (37, 0)


@pytest.mark.parametrize(
    ("leaves", "holder"),
    [
        ([leave("P", -8, 33)], "P"),  # 42 days
        ([leave("P", -8, 34)], ""),  # 43 days
        ([leave("P", -8, 34, choice="cover")], "P"),
        ([leave("P", -8, 33, choice="re-allocate")], ""),
        ([leave("P", 0, None)], ""),
        ([leave("P", 1, None)], "P"),  # there on the first Monday
        ([leave("P", -8, 11), leave("P", 14, 34)], ""),  # a weekend joins them
        ([leave("P", -8, 10), leave("P", 14, 34)], "P"),  # a Friday does not
    ],
)
def test_held_now_ends_after_six_weeks_away(leaves, holder):
    """Up to 42 days, or as the manager chose; adjoining leaves are one leave."""
    _, unit = _counted([child("A", holder="P")], practitioner("P"), leave=leaves)
    assert unit.holder == holder
    assert unit.former == ("" if holder else "P")
