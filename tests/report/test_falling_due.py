"""What falls due, day by day: overdue first, siblings together, who holds and who is away."""

from datetime import timedelta

from planner.data.due import DueLine
from planner.data.scenario import Scenario
from planner.engine import evaluate
from planner.policy import default_policy
from planner.report.falling_due import due_until, falling_due
from tests.make import AS_AT, child, day, leave, practitioner, scenario, task

POLICY = default_policy()
WEEKLY = {"contact": "weekly", "contact_agreed": day(-10)}


def due(team: Scenario) -> tuple[DueLine, ...]:
    """List what falls due in a team as it stands."""
    return falling_due(team, POLICY, evaluate(team, POLICY))


def said(team: Scenario) -> list[tuple[int, str, tuple[str, ...]]]:
    """Give the days, counted from the as-at date, what is due and for whom."""
    return [((line.day - AS_AT).days, line.what, line.children) for line in due(team)]


def test_the_first_contact_counts_on_from_when_the_child_was_seen() -> None:
    """Fortnightly, seen ten days ago: due in 4 days; then by the end of the second fortnight."""
    team = scenario([child("A", holder="P", last_seen=day(-10))], [practitioner("P")])
    assert said(team) == [(4, "contact", ("A",)), (27, "contact", ("A",))]


def test_overdue_comes_first_and_says_so() -> None:
    """B was seen 20 days ago, fortnightly: due 6 days before the as-at date."""
    team = scenario(
        [child("A", holder="P"), child("B", holder="P", last_seen=day(-20))], [practitioner("P")]
    )
    first, *others = due(team)
    assert (first.children, first.day, first.overdue) == (("B",), day(-6), True)
    assert not any(line.overdue for line in others)


def test_a_child_never_seen_is_due_at_once() -> None:
    """No day is recorded: due on the as-at date, which is not called overdue."""
    team = scenario([child("A", holder="P", last_seen=None)], [practitioner("P")])
    first, second = due(team)
    assert (first.day, first.unseen, first.overdue) == (AS_AT, True, False)
    assert not second.unseen


def test_a_contact_due_after_the_cycle_keeps_its_place_in_it() -> None:
    """Awaiting, seen monthly and seen today: one contact in the cycle, by its last day."""
    team = scenario([child("A", last_seen=AS_AT)], [practitioner("P", fte="0.5")])
    assert said(team) == [(27, "contact", ("A",))]


def test_siblings_share_a_line_where_the_same_is_due() -> None:
    """A and B were seen on the same day; C on another joins them for the second contact."""
    team = scenario(
        [
            child("A", holder="P", family="F"),
            child("B", holder="P", family="F"),
            child("C", holder="P", family="F", last_seen=day(-5)),
        ],
        [practitioner("P")],
    )
    assert said(team) == [
        (7, "contact", ("A", "B")),
        (9, "contact", ("C",)),
        (27, "contact", ("A", "B", "C")),
    ]


def test_dated_tasks_stand_on_their_day() -> None:
    """A hearing on the third day comes before the contact due on the seventh."""
    team = scenario([child("A", holder="P")], [practitioner("P")], tasks=[task("A", "hearing", 3)])
    assert said(team)[0] == (3, "Court hearing", ("A",))
    assert [line.contact for line in due(team)] == [False, True, True]


def test_who_holds_and_who_covers() -> None:
    """P is away for two weeks, Q covers; the manager holds B meanwhile."""
    team = scenario(
        [child("A", holder="P", **WEEKLY), child("B")],
        [practitioner("P"), practitioner("Q", fte="0"), practitioner("M", grade="CPP5.2")],
        leave=[leave("P", 0, 13, cover="Q")],
    )
    lines = [line for line in due(team) if line.children == ("A",)]
    assert [(line.away, line.cover) for line in lines] == [
        (True, "Q"),
        (True, "Q"),
        (False, ""),
        (False, ""),
    ]
    (awaiting,) = (line for line in due(team) if line.children == ("B",))
    assert (awaiting.holder, awaiting.interim, awaiting.away) == ("", "M", False)


def test_away_only_where_no_day_of_work_is_left_before_it() -> None:
    """P is away on Thursday and Friday of the first week only: A, due on Friday, can be seen."""
    team = scenario(
        [child("A", holder="P", last_seen=day(-10))],
        [practitioner("P")],
        leave=[leave("P", 3, 4)],
        tasks=[task("A", "hearing", 3)],
    )
    assert [(line.what, line.away) for line in due(team)] == [
        ("Court hearing", True),
        ("contact", False),
        ("contact", False),
    ]


def test_what_fits_nobodys_hours_is_marked() -> None:
    """Nobody has an hour: contact and the optional review are missed, the hearing never."""
    team = scenario(
        [child("A")],
        [practitioner("P", fte="0")],
        tasks=[task("A", "case_plan_review", 5), task("A", "hearing", 6)],
    )
    assert [(line.what, line.missed) for line in due(team)] == [
        ("Case plan review", True),
        ("Court hearing", False),
        ("contact", True),
    ]


def test_up_to_a_day() -> None:
    """The seventh day is the last of a week that begins today."""
    team = scenario(
        [child("A", holder="P")],
        [practitioner("P")],
        tasks=[task("A", "hearing", n) for n in (6, 7)],
    )
    within = due_until(due(team), AS_AT + timedelta(days=6))
    assert [line.day for line in within] == [day(6)]


def test_a_child_with_another_agency_is_not_listed() -> None:
    """Contracted children are not seen by the team."""
    team = scenario([child("A", holder="P", status="contracted")], [practitioner("P")])
    assert due(team) == ()
