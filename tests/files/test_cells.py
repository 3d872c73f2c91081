"""Single cells: every kind, at and beyond its limits."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.data.vocabulary import Answer
from planner.files.cells import MOST_CHARACTERS, Column, Kind, Problem, read_cell, write_cell

TEXT = Column(name="child", kind=Kind.TEXT)
LINES = Column(name="reason", kind=Kind.TEXT, many_lines=True)
WORDS = Column(name="skills", kind=Kind.WORDS)
DATE = Column(name="due", kind=Kind.DATE)
FLAG = Column(name="waiver", kind=Kind.FLAG)
WHOLE = Column(name="age", kind=Kind.WHOLE, least=Decimal(0), most=Decimal(25))
NUMBER = Column(name="fte", kind=Kind.NUMBER, least=Decimal(0), most=Decimal(1))
ANSWER = Column(name="answer", kind=Kind.CHOICE, choices=tuple(a.value for a in Answer))


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        (TEXT, "007", "007"),
        (TEXT, "NA", "NA"),
        (TEXT, "Zoë 小", "Zoë 小"),
        (LINES, "one\ntwo\tthree", "one\ntwo\tthree"),
        (WORDS, "auslan; infants ;;driver", ("auslan", "infants", "driver")),
        (DATE, "2026-03-02", date(2026, 3, 2)),
        (DATE, "2/03/2026", date(2026, 3, 2)),
        (DATE, "29/02/2024", date(2024, 2, 29)),
        (DATE, "1950-01-01", date(1950, 1, 1)),
        (DATE, "2150-12-31", date(2150, 12, 31)),
        (FLAG, "Y", True),
        (FLAG, "no", False),
        (FLAG, "TRUE", True),
        (WHOLE, "0", 0),
        (WHOLE, "25", 25),
        (WHOLE, "3.0", 3),
        (NUMBER, "1", Decimal(1)),
        (NUMBER, "0.333", Decimal("0.333")),
        (ANSWER, "YES", "yes"),
        (ANSWER, "n", "no"),
        (ANSWER, "Not_Applicable", "not applicable"),
        (ANSWER, "unknown", "unknown"),
    ],
)
def test_what_can_be_read(column: Column, text: str, value: object) -> None:
    """Case, spaces and both ways of writing a date are forgiven; ids are never touched."""
    assert read_cell(column, text) == value


@pytest.mark.parametrize(
    ("column", "text", "message"),
    [
        (TEXT, "a\nb", "holds a line break"),
        (TEXT, "a\x1b[31mb", "holds a control character, which a screen does not show"),
        (TEXT, "a\x00b", "holds a control character, which a screen does not show"),
        (TEXT, "a\u202eb", "holds a control character, which a screen does not show"),
        (LINES, "a\rb", "holds a control character, which a screen does not show"),
        (DATE, "2/30/2026", "is not a day of the calendar"),
        (DATE, "2026-02-29", "is not a day of the calendar"),
        (DATE, "1949-12-31", "is not between 1950 and 2150"),
        (DATE, "2151-01-01", "is not between 1950 and 2150"),
        (DATE, "2 March 2026", "is not a date"),
        (DATE, "2/3/26", "is not a date"),
        (DATE, "46083", "is not a date"),
        (DATE, "٢٠٢٦-٠٣-٠٢", "is not a date"),
        (FLAG, "maybe", "is neither yes nor no"),
        (WHOLE, "-1", "is out of range"),
        (WHOLE, "26", "is out of range"),
        (WHOLE, "3.5", "is not a whole number"),
        (WHOLE, "three", "is not a whole number"),
        (NUMBER, "1.001", "is out of range"),
        (NUMBER, "80%", "is not a number"),
        (NUMBER, "NaN", "is not a number"),
        (NUMBER, "1e3", "is not a number"),
        (NUMBER, "Infinity", "is not a number"),
        (NUMBER, "0,8", "is not a number"),
        (NUMBER, "9" * 5000, "is not a number"),
        (ANSWER, "perhaps", "is not one of the allowed values"),
        (ANSWER, "u", "is not one of the allowed values"),
    ],
)
def test_what_is_refused(column: Column, text: str, message: str) -> None:
    """Each refusal says why; nothing is guessed."""
    assert read_cell(column, text) == Problem(message)


@pytest.mark.parametrize(
    ("length", "fits"),
    [(MOST_CHARACTERS - 1, True), (MOST_CHARACTERS, True), (MOST_CHARACTERS + 1, False)],
)
def test_longest_text(length: int, fits: bool) -> None:
    """One under, exactly at, one over the longest text of a spreadsheet cell."""
    assert isinstance(read_cell(TEXT, "x" * length), str) is fits


@pytest.mark.parametrize(
    ("column", "allowed"),
    [
        (TEXT, "text"),
        (WORDS, "words parted by ;"),
        (FLAG, "yes, no"),
        (WHOLE, "a whole number from 0 to 25"),
        (Column(name="n", kind=Kind.NUMBER), "a number"),
        (Column(name="n", kind=Kind.NUMBER, least=Decimal(1)), "a number, 1 or more"),
        (Column(name="n", kind=Kind.NUMBER, most=Decimal(9)), "a number, at most 9"),
        (ANSWER, "yes, no, unknown, not applicable"),
        (DATE, "a date such as 2026-03-02 or 2/03/2026"),
    ],
)
def test_what_is_allowed_is_said(column: Column, allowed: str) -> None:
    """Every kind of column says what it holds."""
    assert column.allowed == allowed


@given(
    st.one_of(
        st.tuples(st.just(DATE), st.dates(date(1950, 1, 1), date(2150, 12, 31))),
        st.tuples(st.just(FLAG), st.booleans()),
        st.tuples(st.just(WHOLE), st.integers(0, 25)),
        st.tuples(st.just(NUMBER), st.decimals(0, 1, places=3)),
        st.tuples(st.just(ANSWER), st.sampled_from(Answer)),
    )
)
def test_what_is_written_reads_back(pair: tuple[Column, object]) -> None:
    """Each value survives being text, whatever its kind."""
    column, value = pair
    assert read_cell(column, write_cell(value)) == value


def test_words_and_blanks_are_written() -> None:
    """Words are parted by semicolons; nothing is nothing."""
    assert (write_cell(("a", "b")), write_cell(None)) == ("a;b", "")
