"""The lines of a plan: what falls due for each child and by which day, who is how full.

A visit from the base in the same zone costs 2.5 h with notes and travel, oversight of a child
0.92 h a cycle.
"""

import pytest

from planner.data.plan import Move, PractitionerLine, Standing
from planner.engine import evaluate
from tests.engine.solving import POLICY, high, line_of, solved
from tests.make import AS_AT, child, day, infant, leave, practitioner, scenario, task

WEEKLY = {"contact": "weekly", "contact_agreed": day(-3)}


@pytest.mark.parametrize(
    ("duty", "missed"),
    [
        (11, ()),
        (8.5, (27,)),
        (6, (20, 27)),
        (5, (20, 27)),
        (4.5, (13, 20, 27)),
        (0, (6, 13, 20, 27)),
    ],
)
def test_the_latest_contacts_are_the_ones_missed(duty: float, missed: tuple[int, ...]) -> None:
    """Four visits and oversight come to 11 h; each visit is due on the last day of its week.

    With 8.5 h one visit is missed, with 6 h two; the hour of oversight goes before a third.
    """
    team = scenario([high("C1", **WEEKLY)], [practitioner("D", grade="CPP2", duty_hours=duty)])
    line = line_of(solved(team), "C1")
    assert line.contacts_due == 4
    assert line.missed_due == tuple(day(n) for n in missed)
    assert line.contacts_missed == len(missed)
    assert line.duty_half_hours == 22
    assert line.next_contact_due == day(0)


@pytest.mark.parametrize(("duty", "missed"), [(10, ()), (5, (20, 27)), (4.5, (13, 20, 27))])
@pytest.mark.parametrize("cover", ["D", ""])
def test_contact_missed_in_leave_has_its_dates_too(
    duty: float, missed: tuple[int, ...], cover: str
) -> None:
    """P1 is away all four weeks and keeps the case; duty covers two visits with 5 h."""
    team = scenario(
        [child("C1", holder="P1", **WEEKLY)],
        [practitioner("P1"), practitioner("D", grade="CPP2", duty_hours=duty)],
        leave=[leave("P1", 0, 27, cover=cover)],
    )
    line = line_of(solved(team), "C1")
    assert line.missed_due == tuple(day(n) for n in missed)
    assert line.standing is (Standing.AWAY_COVERED if cover else Standing.AWAY_UNCOVERED)
    assert line.cover == cover
    assert line.duty_half_hours == 0


def test_only_visits_in_the_weeks_away_can_be_missed() -> None:
    """Away for the second and third week: the second visit is due on day 13, the third on 20."""
    team = scenario(
        [child("C1", holder="P1", **WEEKLY), *(child(f"D{n}", holder="P1") for n in range(9))],
        [practitioner("P1", fte=0.2)],
        leave=[leave("P1", 7, 20)],
    )
    line = line_of(evaluate(team, POLICY), "C1")
    assert line.contacts_due == 4
    assert line.missed_due == (day(13), day(20))


def test_siblings_share_their_visits_and_their_duty_hours_are_said_once() -> None:
    """Five children at one place, seen together; another home is another visit."""
    team = scenario(
        [child(f"C{n}", family="F") for n in (1, 2)] + [child("C3", family="F", placement="aunt")],
        [practitioner("D", grade="CPP2", duty_hours=40)],
    )
    plan = solved(team)
    lines = [line_of(plan, name) for name in ("C1", "C2", "C3")]
    assert [line.contacts_due for line in lines] == [1, 1, 1]
    assert [line.duty_half_hours > 0 for line in lines] == [True, False, False]
    assert plan.pools[0].waiting_half_hours == lines[0].duty_half_hours


def test_contact_overdue_is_seen_by_its_date() -> None:
    """A watched child is due every fourteen days: last seen twenty days ago, or never."""
    plan = solved(scenario([high("C1", last_seen=day(-20)), high("C2", last_seen=None)], []))
    assert line_of(plan, "C1").next_contact_due == day(-6)
    assert line_of(plan, "C2").next_contact_due == AS_AT


def test_an_optional_task_missed_is_counted_with_its_child() -> None:
    """A review of C1 has nobody; C2 has none."""
    plan = solved(scenario([child("C1"), child("C2")], [], tasks=[task("C1", "case_plan_review")]))
    assert [line_of(plan, name).tasks_missed for name in ("C1", "C2")] == [1, 0]


def test_who_has_the_case_meanwhile() -> None:
    """The child's own team manager, or the words where nobody is named."""
    people = [practitioner(f"M{t}", grade="CPP5.2", team=t) for t in ("north", "south")]
    team = scenario(
        [
            child("C1", team="south"),
            child("C2", team="west"),
            child("C3", team="north", since=None),
        ],
        people,
    )
    plan = solved(team)
    assert [line_of(plan, n).interim for n in ("C1", "C2", "C3")] == [
        "Msouth",
        "team manager",
        "Mnorth",
    ]
    assert [line_of(plan, n).days_awaiting for n in ("C1", "C2", "C3")] == [60, 60, None]


def test_a_child_who_joins_a_sibling_is_taken_on() -> None:
    """P1 holds C1 and keeps the family; C2 had nobody, C3 somebody who has gone."""
    siblings = [
        child("C1", family="F", holder="P1"),
        child("C2", family="F"),
        child("C3", family="F", holder="gone"),
    ]
    plan = solved(scenario(siblings, [practitioner("P1")]))
    moves = [line_of(plan, name).move for name in ("C1", "C2", "C3")]
    assert moves == [Move.KEPT, Move.TAKEN_ON, Move.FORCED]


def test_a_practitioners_hours_are_what_they_hold() -> None:
    """P1 gives a family to P2: 2 h of handover; the infant taken on is 21.5 h of 106."""
    team = scenario(
        [child("C1", holder="P1"), child("C2", holder="P1"), infant("C3", family="F")],
        [practitioner("P1", label="Ash"), practitioner("P2", children_limit=1)],
    )
    plan = evaluate(team, POLICY, {"C1": "P1", "C2": "P2", "F": "P1"})
    first = next(p for p in plan.practitioners if p.practitioner == "P1")
    assert first == PractitionerLine(
        practitioner="P1",
        label="Ash",
        team="team",
        present=True,
        carries=True,
        capacity_half_hours=212,
        limit_half_hours=212,
        case_half_hours=17 + 4 + 43,
        held_half_hours=34,
        over_half_hours=0,
        children=2,
        families=2,
        high_risk=1,
        intensive=1,
    )


def test_a_duty_pool_adds_up() -> None:
    """What is spare and given to duty covers what falls due, less what is missed."""
    team = scenario(
        [child("C1", holder="P1"), high("C2", **WEEKLY), child("C3", status="contracted")],
        [practitioner("P1", fte=0.15), practitioner("D", grade="CPP2", duty_hours=2)],
        limits={"reserve_hours": 3},
    )
    pool = solved(team).pools[0]
    due = (
        pool.waiting_half_hours
        + pool.cover_half_hours
        + pool.contracted_half_hours
        + pool.reserve_half_hours
    )
    have = max(0, pool.spare_half_hours + pool.duty_half_hours)
    assert pool.missed_half_hours > 0
    assert due <= have + pool.missed_half_hours + pool.short_half_hours
    assert (pool.duty_half_hours, pool.reserve_half_hours) == (4, 6)
    assert pool.over_half_hours == 0
