"""Headings: our names, the manager's own, and those that are nobody's."""

from planner.files.headings import Headings, read_headings, unknown_targets
from planner.files.source import RawTable, Words
from planner.files.tables import CASES, LEAVE, PRACTITIONERS


def headings(*first: str, own: Words | None = None) -> Headings:
    """Read headings of the leave table."""
    return read_headings(RawTable("leave", "leave.csv", ((1, first),)), LEAVE, own or {})


def test_spelling_of_headings_is_forgiven() -> None:
    """Capitals, spaces and hyphens say nothing."""
    assert headings("Practitioner", "START").names == ("practitioner", "start")
    raw = RawTable("practitioners", "p.csv", ((1, ("PRACTITIONER", "Fte", "First-Year")),))
    assert read_headings(raw, PRACTITIONERS, {}).names == ("practitioner", "fte", "first_year")


def test_unknown_headings_name_the_nearest() -> None:
    """A column that would be left out is a fault, with what was probably meant."""
    found = headings("practitioner", "start", "untill", "weather").faults
    assert [(fault.row, fault.column, fault.message) for fault in found] == [
        (1, "untill", "is not a column of leave; did you mean until?"),
        (1, "weather", "is not a column of leave"),
    ]


def test_own_headings_are_mapped_and_left_out() -> None:
    """Case number is the child's id here; remarks are not read at all."""
    own = {"Who": "practitioner", "from": "start", "Remarks": ""}
    read = headings("WHO", "From", "remarks", own=own)
    assert (read.names, read.faults) == (("practitioner", "start"), ())
    assert read.columns[2] is None
    assert read.blank == frozenset()


def test_the_same_column_twice() -> None:
    """Two headings for one column: which of them counts would be a guess."""
    (fault,) = headings("practitioner", "start", "Start").faults
    assert (fault.column, fault.message) == ("start", "is there twice")


def test_missing_columns() -> None:
    """Each needed column is named; of birth date and age one is enough."""
    assert [fault.column for fault in headings("until").faults] == ["practitioner", "start"]
    raw = RawTable("cases", "cases.csv", ((1, ("child", "family")),))
    assert [fault.column for fault in read_headings(raw, CASES, {}).faults] == [
        "infant_response",
        "youth_schedule",
        "consequence",
        "probability",
        "holder",
        "birth_date or age",
        "phase or order",
    ]


def test_entries_of_a_map_that_lead_nowhere() -> None:
    """A slip in the map is named where it stands."""
    (fault,) = unknown_targets({"From": "begin", "X": "", "To": "until"}, LEAVE, "scenario.toml")
    assert (fault.column, fault.value) == ("columns.leave.From", "begin")
