"""What "This week" says: figures kept apart, judgement and what is due in plain words."""

from planner.data.due import DueLine
from planner.data.plan import Standing
from planner.data.vocabulary import Band, Tier
from planner.ui.week import (
    Standings,
    asking_cards,
    assumed_lines,
    due_in,
    due_rows,
    due_words,
    read_words,
    standings,
)
from tests.make import AS_AT, day
from tests.ui import made


def due(number: int, name: str = "A", **facts: object) -> DueLine:
    """Make a contact that falls due so many days after the as-at date, with P1."""
    usual = {"what": "contact", "contact": True, "family": "F", "holder": "P1"}
    overdue = number < 0
    return DueLine.model_validate(
        {"day": day(number), "children": (name,), "overdue": overdue, **usual, **facts}
    )


def test_where_children_stand_is_never_mixed() -> None:
    """Who awaits in the manager's name has a figure of their own; what is nil is left out."""
    counts = made.counts(
        standing={**dict.fromkeys(Standing, 0), Standing.AWAITING: 1, Standing.MANAGER: 1}
    )
    plan = made.plan(
        [made.waiting("A", Tier.HIGH), made.waiting("B", Tier.NEXT, standing=Standing.MANAGER)],
        counts=counts,
    )
    assert standings(plan) == [
        Standings("Allocated", "0", ""),
        Standings("In the team manager's name", "1", "1\xa0next\xa0priority"),
        Standings("Awaiting allocation", "1", "1\xa0high\xa0risk"),
    ]


def test_what_was_read() -> None:
    """One child and one practitioner."""
    assert read_words(made.plan([made.line("A")])) == (
        "Every check passed: 1 child and 1 practitioner read without a fault."
    )


def test_what_was_assumed_is_said_for_how_many() -> None:
    """What was assumed for nobody is left out; notes stand with what needs judgement."""
    plan = made.plan(banners=("B.",), assumed={"age": 1, "zone": 0}, notes=("N.",))
    assert assumed_lines(plan) == ["B.", "Age: 1 child"]


def test_a_card_for_each_who_needs_judgement_escapes_what_files_say() -> None:
    """Name, tier, with whom, and what is asked; a label is never markup."""
    held = made.line("A", label="<b>x</b>", score=made.score("A", attention=("Say <i>which</i>.",)))
    waits = made.waiting("B", Tier.HIGH, Band.A, standing=Standing.MANAGER)
    html = asking_cards([held, waits])
    assert "<h3>A · &lt;b&gt;x&lt;/b&gt;</h3>" in html
    assert "Remaining children · with P1" in html
    assert "<li>Say &lt;i&gt;which&lt;/i&gt;.</li>" in html
    assert "High risk, band (a) · in the team manager&#x27;s name" in html
    assert asking_cards([]) == ""


def test_a_week_has_seven_days_from_the_as_at_date() -> None:
    """Overdue and the seventh day are within it, the eighth is not."""
    lines = [due(-9), due(6), due(7)]
    assert due_in(lines, made.plan(), 7) == (lines[0], lines[1])


def test_how_much_is_due() -> None:
    """What is overdue is not counted again; what fits nobody's hours is said where there is any."""
    assert due_words([due(-1), due(0), due(1, missed=True)], 7) == (
        "1 overdue; 2 contacts and tasks fall due in 7 days; 1 of all these fits nobody's hours."
    )
    assert due_words([due(0)], 28) == "Nothing is overdue; 1 contact or task falls due in 28 days."
    assert due_words([due(-1)], 7) == "1 overdue; nothing else falls due in 7 days."
    assert due_words([], 7) == "Nothing is overdue; nothing falls due in 7 days."


def test_rows_say_when_for_whom_and_with_whom() -> None:
    """Overdue, by a day, on a day, never seen; held, away with cover and without, awaiting."""
    plan = made.plan(
        [made.line("A", label="Ari"), made.line("B")],
        practitioners=(made.person("P1", label="Pat"),),
    )
    hearing = due(1, what="Court hearing", contact=False, away=True)
    rows = due_rows(
        [
            due(-2),
            due(0, unseen=True, holder="", interim="TM1", missed=True),
            hearing,
            hearing.model_copy(update={"cover": "P2"}),
            due(2, children=("A", "B")),
        ],
        plan,
    )
    assert [row["Due"] for row in rows] == [
        "Overdue since Sat 28 Feb",
        "Mon 2 Mar, last seen not recorded",
        "Tue 3 Mar",
        "Tue 3 Mar",
        "By Wed 4 Mar",
    ]
    assert [row["With"] for row in rows] == [
        "P1 · Pat",
        "Awaiting allocation (TM1); fits nobody's hours",
        "P1 · Pat, away: no cover named",
        "P1 · Pat, away: P2 covers",
        "P1 · Pat",
    ]
    assert (rows[0]["What"], rows[0]["For"]) == ("Contact", "A · Ari (family F)")
    assert rows[4]["For"] == "A · Ari, B (family F)"
    assert plan.as_at == AS_AT
