"""The rows of the awaiting board: who is on it, in which order, and what each row says."""

from datetime import date

import pytest

from planner.data.board_note import BoardNote
from planner.data.plan import ChildLine, Move, Plan, Standing
from planner.data.vocabulary import Band, Tier
from planner.ui.board import (
    BoardRow,
    awaiting_lines,
    board_rows,
    chosen,
    counted_words,
    file_rows,
    noted,
)
from tests.make import AS_AT, day
from tests.ui.made import line, plan, waiting


def rows(*children: ChildLine) -> list[BoardRow]:
    """Give the rows of a plan of these children."""
    return board_rows(plan(children), {}, {})


def ids(made: Plan) -> list[str]:
    """Give who is on the board, in its order."""
    return [child.child for child in awaiting_lines(made)]


def test_overdue_stands_first_then_tier_band_and_id() -> None:
    """C9 of the remaining children is overdue, so stands before C1 of band (a).

    Due on the very day is not overdue: C2 stays among the others.
    """
    made = plan(
        (
            waiting("C5"),
            waiting("C4", Tier.NEXT),
            waiting("C3", Tier.HIGH, Band.C),
            waiting("C1", Tier.HIGH, Band.A),
            waiting("C0", Tier.MANDATORY),
            waiting("C2", next_contact_due=day(0)),
            waiting("C9", next_contact_due=day(-1)),
            waiting("C8", Tier.HIGH, Band.B, next_contact_due=day(-1)),
        )
    )
    assert ids(made) == ["C8", "C9", "C0", "C1", "C3", "C4", "C2", "C5"]


def test_everyone_who_awaits_is_on_the_board_and_nobody_else() -> None:
    """Also in the manager's own name, and de-allocated in this plan; not those who are held."""
    made = plan(
        (
            line("C1"),
            waiting("C2", standing=Standing.MANAGER),
            waiting("C3", now="P1", move=Move.DEALLOCATED),
            line("C4", standing=Standing.CONTRACTED),
            line("C5", standing=Standing.AWAY_UNCOVERED, holder="P1"),
        )
    )
    assert ids(made) == ["C2", "C3"]


def test_a_row_says_what_is_known() -> None:
    """Own reasons with their paragraph, dates, overdue in words, hours, who is responsible."""
    child = waiting(
        "C1",
        label="the twins",
        unit="F1",
        last_seen=day(-14),
        next_contact_due=day(-2),
        days_awaiting=23,
        duty_half_hours=25,
        why=("Reason of C1", "Needs 12 h a cycle."),
    )
    (row,) = board_rows(plan((child,)), {}, {"F1": ("P1 with a day more.",)})
    assert (row.child, row.who) == ("C1", "C1 · the twins")
    assert row.why == ("Reason of C1 (2254-P1)",)
    assert (row.awaiting, row.last_seen) == ("23 days", "Mon 16 Feb")
    assert (row.overdue, row.due) == (True, "overdue since Sat 28 Feb")
    assert (row.duty, row.interim) == ("12.5 h a cycle", "TM1")
    assert row.between == ("Needs 12 h a cycle.",)
    assert row.lets_in == ("P1 with a day more.",)


def test_what_is_not_recorded_says_so() -> None:
    """Blank is never shown as nothing to do."""
    (row,) = rows(waiting("C1", interim=""))
    assert {row.told, row.consulted, row.reviewed, row.last_seen} == {"not recorded"}
    assert (row.interim, row.awaiting) == ("team manager", "since a day not recorded")


def test_duty_hours_of_a_family_are_counted_once() -> None:
    """C2 is of C1's family, whose hours stand with C1; C3 needs none of anybody."""
    found = rows(
        waiting("C1", unit="F1", duty_half_hours=20),
        waiting("C2", unit="F1"),
        waiting("C3", unit="F3"),
    )
    assert [row.duty for row in found] == ["10 h a cycle", "counted with C1", "0 h a cycle"]


def test_the_managers_notes_are_on_the_row_of_their_child() -> None:
    """Who was told and when; C2 has no note."""
    note = BoardNote(
        told=("parents", "carer"), told_on=day(-3), consulted=("ACSASS",), reviewed_on=day(-1)
    )
    found = board_rows(plan((waiting("C1"), waiting("C2"))), {"C1": note}, {})
    assert found[0].told == "parents, carer, Fri 27 Feb"
    assert found[0].consulted == "ACSASS, day not recorded"
    assert found[0].reviewed == "Sun 1 Mar"
    assert found[1].told == "not recorded"


@pytest.mark.parametrize(
    ("who", "on", "said"),
    [
        ((), None, "not recorded"),
        ((), day(0), "who not recorded, Mon 2 Mar"),
        (("child",), None, "child, day not recorded"),
        (("child",), day(0), "child, Mon 2 Mar"),
    ],
)
def test_half_a_note_says_which_half_is_missing(
    who: tuple[str, ...], on: date | None, said: str
) -> None:
    """Nothing, a day alone, a role alone, both."""
    assert noted(who, on, AS_AT) == said


def test_some_tiers_and_teams_are_chosen() -> None:
    """None named means all; both together mean both."""
    found = rows(
        waiting("C1", Tier.HIGH, Band.A, team="North"),
        waiting("C2", Tier.NEXT, team="North"),
        waiting("C3", Tier.NEXT, team="South"),
    )

    def shown(tiers: tuple[Tier, ...], teams: tuple[str, ...]) -> list[str]:
        return [row.child for row in chosen(found, tiers, teams)]

    assert shown((), ()) == ["C1", "C2", "C3"]
    assert shown((Tier.NEXT,), ()) == ["C2", "C3"]
    assert shown((Tier.NEXT, Tier.HIGH), ("North",)) == ["C1", "C2"]


def test_what_the_board_counts() -> None:
    """Two of one family; overdue for one; and on a part of the board, what it is a part of."""
    found = rows(
        waiting("C1", Tier.HIGH, Band.A, family="F"),
        waiting("C2", family="F", next_contact_due=day(-1)),
        waiting("C3"),
    )
    assert counted_words(found, found) == (
        "3 children of 2 families await allocation; contact is overdue for 1 child."
    )
    assert counted_words(found[:1], found[:1]) == (
        "1 child of 1 family awaits allocation; contact is overdue for 1 child."
    )
    part = chosen(found, (Tier.HIGH,))
    assert counted_words(found, part).endswith(" Shown here are 1 of the 3: high risk.")
    assert counted_words([], []) == "No child of this team awaits allocation in this plan."


def test_the_file_has_ids_and_no_label() -> None:
    """A label is for the page and for paper; every column stands apart."""
    (row,) = file_rows(rows(waiting("C1", label="the twins", days_awaiting=2)))
    assert row["Child"] == "C1"
    assert "twins" not in " ".join(row.values())
    assert row["Awaiting"] == "2 days"
    assert row["Why"] == "Reason of C1 (2254-P1)"
