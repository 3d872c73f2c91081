"""Cover for somebody away, in words: how much falls due, what to decide, how sure."""

from datetime import date

import pytest

from planner.data.cover import AwayChild, Cover, CoverLine, DaysAway, Due
from planner.data.vocabulary import Tier
from planner.report.cover_words import (
    beside_words,
    counted_words,
    days_words,
    due_words,
    ends_words,
    lacks_words,
    to_decide,
)
from tests.make import AS_AT, day


def say(value: date) -> str:
    """Say a day by its place in the cycle."""
    return f"day {(value - AS_AT).days}"


def item(**facts: object) -> Due:
    """Make a contact with A by the sixth day."""
    usual = {"id": "1", "unit": "A", "family": "A", "what": "contact", "contact": True}
    days = {"first": day(0), "due": day(6), "children": ("A",)}
    return Due.model_validate({**usual, **days, **facts})


def answer(lines: int = 0, covered: int = 0, **facts: object) -> Cover:
    """Make the cover of P, who holds A, with so many items of which so many are covered."""
    usual = {
        "scenario": "s",
        "as_at": AS_AT,
        "cycle_ends": day(27),
        "arrangement": "the team as it stands",
        "practitioner": "P",
        "days": (DaysAway(start=day(0), until=day(8)),),
        "children": (AwayChild(child="A", unit="A", family="A", tier=Tier.REMAINING),),
        "lines": tuple(
            CoverLine(item=item(), cover="Q" if n < covered else "", why="no", decides="M")
            for n in range(lines)
        ),
        "proven": True,
    }
    return Cover.model_validate({**usual, **facts})


@pytest.mark.parametrize(
    ("until", "words"),
    [(2, "on day 2"), (3, "from day 2 until day 3"), (None, "from day 2 with no day of return")],
)
def test_days_away(until: int | None, words: str) -> None:
    """One day, several, and nobody knows."""
    days = DaysAway(start=day(2), until=None if until is None else day(until))
    assert days_words(days, say) == words


@pytest.mark.parametrize(
    ("lines", "covered", "words"),
    [
        (0, 0, "Nothing falls due in these days."),
        (1, 1, "1 contact or task falls due; it can be covered."),
        (1, 0, "1 contact or task falls due; 0 of them can be covered."),
        (2, 2, "2 contacts and tasks fall due; all can be covered."),
        (2, 1, "2 contacts and tasks fall due; 1 of them can be covered."),
    ],
)
def test_how_much_falls_due(lines: int, covered: int, words: str) -> None:
    """P keeps the one child, whatever falls due."""
    said = counted_words(answer(lines, covered))
    assert said == f"P holds 1 child in 1 family and keeps them. {words}"


def test_nobody_is_held() -> None:
    """Then nothing is said of what falls due."""
    assert counted_words(answer(children=())) == "P holds no child's case."


def test_what_must_be_decided_first() -> None:
    """What the length of the leave asks, then each item that nobody covers."""
    assert list(to_decide(answer(2, 1, decide=("Choose.",)), say)) == [
        "Choose.",
        "Contact for A, due by day 6: not covered (no). M decides when and by whom.",
    ]


def test_when_it_is_due_and_what_is_lacking() -> None:
    """A task on its day, a contact by its day, or overdue since another."""
    assert due_words(item(contact=False), say) == "due day 6"
    assert due_words(item(overdue=True, next_due=day(-3)), say) == "overdue since day -3"
    assert lacks_words(CoverLine(item=item(), lacks=("court",))) == "lacks: court"
    assert lacks_words(CoverLine(item=item())) == ""


def test_how_far_it_reaches_and_what_else_asks_for_the_hours() -> None:
    """Leave beyond the cycle, an answer not proven, duty on both sides."""
    long = answer(days=(DaysAway(start=day(0)),), proven=False)
    assert list(ends_words(long, say))[:2] == [
        "What falls due after day 27 is not listed: another cycle.",
        "Not proven in the time given: another cover may leave less open.",
    ]
    assert len(list(ends_words(answer(), say))) == 2
    assert list(beside_words(answer())) == []
    both = list(beside_words(answer(waiting_half_hours=3, duty_half_hours=40)))
    assert [words[:9] for words in both] == ["Duty for ", "Those who"]
