"""Rows under their headings: nothing is left out unseen."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planner.errors import Fault
from planner.files import read_scenario
from planner.files.dates import years_before

WriteTeam = Callable[..., Path]
FaultsOf = Callable[[Path], tuple[Fault, ...]]


@pytest.mark.parametrize(
    ("text", "row", "column"),
    [
        ("practitioner,fte\nP1,1,extra\n", 2, "column 3"),
        ("practitioner,fte,\nP1,1,extra\n", 2, "column 3"),
        ("practitioner,,fte\nP2,,1\nP1,extra,1\n", 3, "column 2"),
    ],
)
def test_cells_under_no_heading(
    write_team: WriteTeam, faults_of: FaultsOf, text: str, row: int, column: str
) -> None:
    """A value that belongs to no column would be lost: it is a fault."""
    (fault,) = faults_of(write_team(practitioners=text))
    assert (fault.row, fault.column, fault.value) == (row, column, "extra")
    assert fault.message == "stands under no heading"


def test_short_rows_and_blank_columns_are_no_fault(write_team: WriteTeam) -> None:
    """Spreadsheet programs leave out blank cells at the end and add blank columns."""
    text = "practitioner,fte,,grade,\nP1,1\nP2,1,,CPP4,,\n"
    people = read_scenario(write_team(practitioners=text)).practitioners
    assert [(p.practitioner, p.grade) for p in people] == [("P1", "CPP3"), ("P2", "CPP4")]


@pytest.mark.parametrize(("fte", "fits"), [("0.33", True), ("0.333", True), ("0.3333", False)])
def test_what_only_the_record_refuses(
    write_team: WriteTeam, faults_of: FaultsOf, fte: str, fits: bool
) -> None:
    """FTE has at most three decimals: one under, exactly at, one over, with row and value."""
    folder = write_team(practitioners=f"practitioner,fte\nP1,{fte}\n")
    if fits:
        assert len(read_scenario(folder).practitioners) == 1
    else:
        (fault,) = faults_of(folder)
        assert (fault.row, fault.column, fault.value) == (2, "fte", fte)
        assert "no more than 3 decimal places" in fault.message


def test_a_column_left_out_is_one_fault_however_many_rows(
    write_team: WriteTeam, faults_of: FaultsOf
) -> None:
    """Not a fault for each child."""
    (fault,) = faults_of(write_team(practitioners="practitioner\nP1\nP2\nM1\n"))
    assert (fault.row, fault.column, fault.message) == (1, "fte", "column is missing")


@pytest.mark.parametrize(
    ("day", "years", "earlier"),
    [
        (date(2026, 3, 2), 25, date(2001, 3, 2)),
        (date(2024, 2, 29), 24, date(2000, 2, 29)),
        (date(2024, 2, 29), 25, date(1999, 2, 28)),
    ],
)
def test_years_before(day: date, years: int, earlier: date) -> None:
    """The same day some years ago, on leap days too."""
    assert years_before(day, years) == earlier
