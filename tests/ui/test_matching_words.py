"""How headings are matched, in words a manager can check at a glance."""

from planner.data.match import LEFT_BLANK, Match
from planner.files.bringing import Brought
from planner.files.source import RawTable
from planner.files.tables import table
from planner.ui import matching_words as words
from planner.ui.brought import Piece

RAW = RawTable(
    "",
    "team.xlsx, sheet Staff",
    ((3, ("Staff ID", "", "FTE")), (4, ("", "", "")), (5, ("P1", "x", "1")), (6, ("P2", "", ""))),
)
MATCH = Match(table="practitioners", columns={"practitioner": 0, "grade": LEFT_BLANK})
PIECE = Piece(1, Brought(RAW), Brought(RAW), MATCH)


def test_a_heading_is_shown_with_the_first_value_under_it() -> None:
    """So that a wrong guess is seen: the value tells more than the heading."""
    assert words.heading_words(RAW) == {
        0: "Staff ID (such as P1)",
        1: "column 2, without a heading (such as x)",
        2: "FTE (such as 1)",
    }


def test_a_table_says_where_it_came_from_and_how_much_it_is() -> None:
    """Blank rows are not counted; what is remembered is to be looked over all the same."""
    assert words.piece_title(PIECE) == "Practitioners: team.xlsx, sheet Staff"
    assert words.piece_words(PIECE) == "2 rows under 3 headings."
    assert "last time" in words.piece_words(PIECE._replace(remembered=True))


def test_what_is_not_taken_over_is_named() -> None:
    """Of a table that is left out as a whole, nothing needs to be said."""
    assert words.left_out_words(PIECE) == ("Not taken over: column 2, without a heading, FTE.")
    assert words.left_out_words(PIECE._replace(match=Match())) == ""


def test_every_column_is_asked_for_once() -> None:
    """First those that need an answer and both of a pair, then the others; settings have none."""
    for name in ("cases", "practitioners", "leave"):
        match = Match(table=name)
        first = [column.name for column in words.asked_first(match)]
        later = [column.name for column in words.asked_later(match)]
        assert not set(first) & set(later)
        assert sorted([*first, *later]) == sorted(table(name).names)
    assert {"birth_date", "age", "phase", "order"} <= {
        column.name for column in words.asked_first(Match(table="cases"))
    }
    assert words.asked_first(Match(table="scenario")) == []
    assert words.asked_later(Match()) == []


def test_what_is_open_is_said_table_by_table() -> None:
    """FTE has no answer yet."""
    assert words.open_lines([PIECE]) == [
        "Practitioners: team.xlsx, sheet Staff: "
        "Choose the heading that holds fte, or say that your table has none."
    ]
    assert words.more_label(MATCH) == "Other columns: 1 of 17 found"
