"""Her headings: guessed, remembered by their digest alone, and made into our columns."""

import pytest

from planner.data.match import LEFT_BLANK, Match
from planner.errors import Fault
from planner.files.bringing import Brought, bring_text
from planner.files.matching import (
    from_kept,
    guess,
    guess_table,
    headed,
    heading_digest,
    headings,
    left_out,
    matched,
    still_open,
    to_keep,
)
from planner.files.source import RawTable
from planner.files.team_tables import SETTINGS

CASELOAD = (
    "CRIS number,Family group,DOB,Legal status,Infant,High-risk youth,Consequence of harm,"
    "Likelihood,Allocated to,Favourite colour\n"
    "C1,F1,1/3/2018,none,not applicable,no,severe,likely,P1,blue\n"
)
EVERY = {
    "child": 0,
    "family": 1,
    "birth_date": 2,
    "order": 3,
    "infant_response": 4,
    "youth_schedule": 5,
    "consequence": 6,
    "probability": 7,
    "holder": 8,
}


def raw(text: str, name: str = "") -> RawTable:
    """Give pasted rows, under a name where they have one."""
    (one,) = bring_text(text).tables
    return headed(one.raw)._replace(table=name)


def test_a_caseload_is_recognised_with_every_column_it_has() -> None:
    """Nine headings are known to mean one thing in a table of children; a colour is not."""
    found = guess(raw(CASELOAD))
    assert found == Match(table="cases", columns=EVERY)
    assert left_out(raw(CASELOAD), found) == ["Favourite colour"]


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("Staff ID,FTE,Level\nP1,1,CPP4\n", "practitioners"),
        ("Worker,From,To\nP1,2026-03-02,2026-03-04\n", "leave"),
        ("Child ID,Task,Due date\nC1,review,2026-03-02\n", "tasks"),
        ("From,To,Minutes\nNorth,South,30\n", "travel"),
        ("key,value,meaning\nas_at,2026-03-02,x\n", SETTINGS),
        ("Dear,diary\nit,rains\n", ""),
    ],
)
def test_each_table_is_told_from_the_others(text: str, table: str) -> None:
    """By its headings alone; a table of nothing of ours is no guess at all."""
    assert guess_table(raw(text)) == table


def test_the_name_of_a_sheet_goes_before_its_headings() -> None:
    """A sheet called Annual leave is leave, whatever its columns look like."""
    assert guess_table(raw("Staff ID,FTE\nP1,1\n", "Annual Leave")) == "leave"


def test_a_slip_in_a_heading_is_seen_through_and_a_stranger_is_not() -> None:
    """'Famly' is one letter from family; 'Farm' is three, and stays unmatched."""
    assert "family" in guess(raw(CASELOAD.replace("Family group", "Famly"))).columns
    assert "family" not in guess(raw(CASELOAD.replace("Family group", "Farm"))).columns


def test_our_own_name_wins_over_a_synonym() -> None:
    """Where both 'since' and 'Date allocated' are there, the first is ours by name."""
    text = CASELOAD.replace("Favourite colour", "since").replace("Likelihood", "Date allocated")
    assert guess(raw(text)).columns["since"] == 9


def test_a_title_above_the_headings_is_passed_over() -> None:
    """Rows keep the numbers a spreadsheet shows: the headings stand in row 3."""
    (one,) = bring_text(f"Caseload in March\n\n{CASELOAD}").tables
    found = headed(one.raw)
    assert found.rows[0][0] == 3
    assert headings(found)[:2] == ("CRIS number", "Family group")


def test_filled_cells_without_a_heading_are_offered_by_their_place() -> None:
    """They are shown, so that they are neither lost nor taken for anything unseen."""
    found = raw("Staff ID,,FTE,\nP1,x,1,\n")
    assert headings(found) == ("Staff ID", "column 2, without a heading", "FTE", "")


def test_what_is_needed_must_be_answered_and_can_be_answered_with_no() -> None:
    """Without a heading for the youth schedule nothing is assumed; saying so is an answer."""
    text = CASELOAD.replace("High-risk youth", "Shoe size")
    found = guess(raw(text))
    assert len(still_open(found)) == 1
    assert "youth schedule" in still_open(found)[0]
    told = found.model_copy(update={"columns": {**found.columns, "youth_schedule": LEFT_BLANK}})
    assert still_open(told) == []


def test_of_birth_date_and_age_one_is_needed_with_a_heading() -> None:
    """A blank column of birth dates would not tell who is an infant."""
    columns = {c: at for c, at in EVERY.items() if c != "birth_date"}
    assert still_open(Match(table="cases", columns=columns)) == [
        "Choose a heading for birth date or age: one of them is needed."
    ]


def test_one_heading_cannot_be_two_columns() -> None:
    """Chosen twice by hand: both are named."""
    found = still_open(Match(table="cases", columns={**EVERY, "label": 1}))
    assert found == ["One heading was chosen for family and for label: choose one of them."]


def test_what_is_kept_holds_no_heading_and_fits_another_order_of_columns() -> None:
    """The digest is the same when columns change places; another heading makes another one."""
    first, match = raw(CASELOAD), Match(table="cases", columns={**EVERY, "team": LEFT_BLANK})
    lines = [line.split(",") for line in CASELOAD.splitlines()]
    turned = raw("\n".join(",".join(reversed(line)) for line in lines))
    assert heading_digest(first) == heading_digest(turned)
    assert heading_digest(first) != heading_digest(raw(CASELOAD.replace("DOB", "Born on")))
    kept = to_keep(first, match)
    assert "CRIS" not in kept.model_dump_json()
    found = from_kept(turned, kept)
    assert found is not None
    assert found.columns == {c: 9 - at for c, at in EVERY.items()} | {"team": LEFT_BLANK}


@pytest.mark.parametrize(
    "kept",
    [
        Match(table="cases", columns={"child": 99}),
        Match(table="cases", columns={"salary": 1}),
        Match(table="ledger", columns={}),
    ],
)
def test_a_kept_match_that_cannot_be_is_not_used(kept: Match) -> None:
    """Written by another version, or by hand: the headings are guessed anew."""
    assert from_kept(raw(CASELOAD), kept) is None


def test_the_table_that_follows_has_our_columns_and_her_rows() -> None:
    """Rows that are blank in every column taken over are left out; numbers stay."""
    (one,) = bring_text(f"{CASELOAD},,,,,,,,,green\nC2,F2\n").tables
    found, unread = matched(one, Match(table="cases", columns={"child": 0, "holder": 8}))
    assert found.columns == ("child", "holder")
    assert found.rows == ((2, ("C1", "P1")), (4, ("C2", "")))
    assert unread == ()


def test_a_fault_of_a_cell_goes_with_its_column() -> None:
    """A formula under a heading that was left out is nobody's concern."""
    table = RawTable("", "x.xlsx", ((1, ("Staff", "FTE", "Sum")), (2, ("P1", "=1/2", "=2"))))
    faults = tuple(
        Fault("x.xlsx", 2, f"column {at}", "=", "holds a formula; paste its value") for at in (2, 3)
    )
    match = Match(table="practitioners", columns={"practitioner": 0, "fte": 1})
    (cell,) = matched(Brought(table, faults), match)[1]
    assert (cell.row, cell.column, cell.text) == (2, "fte", "=1/2")
