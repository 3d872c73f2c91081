"""The cards: everyone who awaits with why and when, and no markup from a manager's files."""

import re

from planner.data.plan import Move, Standing
from planner.data.score import Obligation, PointLine
from planner.data.vocabulary import Answer, Band, Tier
from planner.ui.cards import attention_cards, awaiting_cards, holding_cards
from planner.ui.people import Holding
from tests.make import day
from tests.ui.made import line, plan, score, waiting


def headings(html: str, level: int) -> list[str]:
    """Give the headings of a level in order."""
    return re.findall(rf"<h{level}>(.*?)</h{level}>", html)


def test_who_awaits_stands_by_tier_and_band() -> None:
    """Highest first; allocated children are not on the board."""
    made = plan(
        (
            waiting("C1"),
            waiting("C2", Tier.HIGH, Band.C),
            waiting("C3", Tier.HIGH, Band.A),
            waiting("C4", Tier.NEXT, standing=Standing.MANAGER),
            line("C5"),
        )
    )
    html = awaiting_cards(made)
    assert headings(html, 2) == [
        "High risk, band (a): 1 child",
        "High risk, band (c): 1 child",
        "Next priority: 1 child",
        "Remaining children: 1 child",
    ]
    assert headings(html, 3) == ["C3", "C2", "C4", "C1"]


def test_nobody_awaits() -> None:
    """A board without children is empty, not a heading over nothing."""
    assert awaiting_cards(plan((line("C1"),))) == ""


def test_a_card_says_when_and_who_and_why() -> None:
    """Days, interim responsibility, the reason with its source, and what stands between."""
    child = waiting(
        "C1",
        label="the twins",
        last_seen=day(-14),
        next_contact_due=day(0),
        days_awaiting=23,
        why=("Reason of C1", "Needs 12 h a cycle."),
    )
    html = awaiting_cards(plan((child,)))
    for text in (
        "C1 · the twins",
        "<dt>Last seen</dt><dd>Mon 16 Feb</dd>",
        "<dt>Next contact due</dt><dd>Mon 2 Mar</dd>",
        "<dt>Awaiting</dt><dd>23 days</dd>",
        "<dt>Interim responsibility</dt><dd>TM1</dd>",
        "<li>Reason of C1 (2254-P1)</li><li>Needs 12 h a cycle.</li>",
    ):
        assert text in html
    assert html.count("Reason of C1") == 1


def test_contact_overdue_is_said_so() -> None:
    """Due the day before the plan's day is overdue; due on it is not."""
    html = awaiting_cards(plan((waiting("C1", next_contact_due=day(-1)),)))
    assert "overdue since Sun 1 Mar" in html
    assert "none in this cycle" in awaiting_cards(plan((waiting("C1"),)))


def test_contact_that_fits_nobody_is_said_on_the_card() -> None:
    """One of two contacts fits nobody's hours."""
    child = waiting("C1", next_contact_due=day(3), contacts_due=2, contacts_missed=1)
    assert "Thu 5 Mar; 1 of 2 fit nobody&#x27;s hours" in awaiting_cards(plan((child,)))


def test_the_reasons_of_brothers_and_sisters_are_on_their_own_cards() -> None:
    """The plan gives a family's reasons to each child; a card keeps to its own."""
    both = ("Reason of C1", "Reason of C2", "Needs 12 h a cycle.")
    html = awaiting_cards(plan((waiting("C1", why=both), waiting("C2", why=both))))
    assert html.count("Reason of C1") == html.count("Reason of C2") == 1


def test_a_child_who_is_deallocated_awaits_from_this_plan_on() -> None:
    """There are no days yet, and the present practitioner is named."""
    html = awaiting_cards(plan((waiting("C1", now="P1", move=Move.DEALLOCATED),)))
    assert "<dd>from this plan on</dd>" in html
    assert "<dt>Now with</dt><dd>P1</dd>" in html
    assert "since a day not recorded" in awaiting_cards(plan((waiting("C1"),)))


def test_what_is_recorded_owed_and_asked() -> None:
    """Only a yes is recorded; no points are shown; each has its source."""
    lines = (
        PointLine(
            factor="a",
            title="Escalating crises",
            paragraph="2254-C4",
            answer=Answer.YES,
            points=8,
            dated=day(-10),
        ),
        PointLine(
            factor="b", title="Not known", paragraph="2254-C5", answer=Answer.UNKNOWN, points=3
        ),
    )
    given = score(
        "C1",
        lines=lines,
        obligations=(Obligation(text="Consult", paragraph="1802-1"),),
        attention=("No risk judgement",),
    )
    html = awaiting_cards(plan((waiting("C1").model_copy(update={"score": given}),)))
    assert "<li>Escalating crises [20/02/2026] (2254-C4)</li>" in html
    assert "Not known" not in html
    assert "<li>Consult (1802-1)</li>" in html
    assert "<li>No risk judgement</li>" in html
    assert "points" not in html


def test_markup_in_a_managers_files_is_shown_as_text() -> None:
    """A label that is an image or a script stays words."""
    hostile = "<img src=//e.example onerror=x()>"
    child = waiting(hostile, label=hostile, family=hostile, phase=hostile, interim=hostile)
    cards = (
        awaiting_cards(plan((child,))),
        attention_cards(
            plan((child.model_copy(update={"score": score("C", attention=(hostile,))}),))
        ),
        holding_cards([Holding(hostile, hostile, (hostile,), (), ())]),
    )
    assert all("<img" not in html and "&lt;img" in html for html in cards)


def test_what_needs_judgement_stands_by_tier() -> None:
    """Children who ask for nothing have no card."""
    asking = score("C2", Tier.HIGH, Band.B, attention=("No risk judgement",))
    made = plan(
        (line("C1", score=score("C1", attention=("No age",))), line("C2", score=asking), line("C3"))
    )
    html = attention_cards(made)
    assert headings(html, 2) == ["High risk: 1 child", "Remaining children: 1 child"]
    assert headings(html, 3) == ["C2", "C1"]
    assert attention_cards(plan((line("C3"),))) == ""


def test_who_holds_whom() -> None:
    """What changes stands before what stays; somebody without children holds nobody."""
    html = holding_cards([Holding("P1", "85 %", ("C1", "C2"), ("C3",), ())])
    assert "<dt>Comes</dt><dd>C3</dd><dt>Stays</dt><dd>C1, C2</dd>" in html
    assert "Goes" not in html
    assert "<dt>Holds</dt><dd>nobody</dd>" in holding_cards([Holding("P1", "", (), (), ())])
    assert holding_cards([]) == ""
