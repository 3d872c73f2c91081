"""CSV files: hostile and merely careless ones."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.errors import Fault
from planner.files import read_scenario
from planner.files.safe import MOST_BYTES, MOST_COLUMNS, MOST_ROWS

WriteTeam = Callable[..., Path]
FaultsOf = Callable[[Path], tuple[Fault, ...]]


@pytest.mark.parametrize(
    ("content", "row", "message"),
    [
        (b"", 1, "holds no headings"),
        (b"\n\n", 1, "holds no headings"),
        ("practitioner,fte\nZoë,1\n".encode("latin-1"), 2, "is not UTF-8 text"),
        (b"practitioner,fte\nP\x001,1\n", 2, "holds a NUL byte"),
        (b'practitioner,fte\n"P1,1\nP2,1\n', 2, "cannot be read as CSV"),
        (b'practitioner,fte\n"P1"x,1\n', 2, "cannot be read as CSV"),
        (b"practitioner,fte\n" + b"x" * 200_000 + b",1\n", 2, "cannot be read as CSV"),
        (b"practitioner,fte\n" + b"x" * 40_000 + b",1\n", 2, "is longer than 32767 characters"),
        (b"x" * (MOST_BYTES + 1), None, "is larger than 20 MB"),
        (b"," * MOST_COLUMNS + b"\n", 1, "has more than 200 columns"),
        (b"practitioner,fte\n" + b"\n" * (MOST_ROWS + 1), 20_002, "has more than 20000 rows"),
    ],
)
def test_broken_files(
    write_team: WriteTeam, faults_of: FaultsOf, content: bytes, row: int | None, message: str
) -> None:
    """Each is one fault in words, with the row where there is one."""
    found = faults_of(write_team(practitioners=content))
    own = [fault for fault in found if fault.file == "practitioners.csv"]
    assert [(fault.row, message in fault.message) for fault in own] == [(row, True)]


@pytest.mark.parametrize("blank", [MOST_ROWS - 4, MOST_ROWS - 3])
def test_row_limit_is_not_met_too_early(write_team: WriteTeam, blank: int) -> None:
    """Three people and blank rows, one under and exactly at 20,000 rows, are read."""
    text = "practitioner,fte\nP1,1\nP2,1\nM1,1\n" + "\n" * blank
    assert len(read_scenario(write_team(practitioners=text)).practitioners) == 3


def test_blank_rows_count_but_are_passed_over(write_team: WriteTeam, faults_of: FaultsOf) -> None:
    """Row numbers are those of the spreadsheet, blank rows and cells of two lines included."""
    text = 'practitioner,fte,label\n\nP1,1,"two words"\n,,\nP2,none,x\n'
    (fault,) = faults_of(write_team(practitioners=text))
    assert (fault.row, fault.column) == (5, "fte")


def test_a_cell_of_two_lines_is_one_row(write_team: WriteTeam, faults_of: FaultsOf) -> None:
    """A line break inside quotation marks does not shift the rows below it."""
    pins = 'kind,child,reason\nraise,007,"one\r\ntwo"\nraise,C9,why\n'
    (fault,) = faults_of(write_team(pins=pins))
    assert (fault.row, fault.value) == (3, "C9")
    kept = read_scenario(write_team("other", pins=pins.replace("C9", "C3")))
    assert kept.decisions[0].reason == "one\ntwo"


@pytest.mark.parametrize(
    ("name", "near"),
    [("leaves.csv", "leave.csv"), ("Cases.csv", "cases.csv"), ("task.csv", "tasks.csv")],
)
def test_misnamed_files_are_not_left_out_silently(
    write_team: WriteTeam, faults_of: FaultsOf, name: str, near: str
) -> None:
    """A slip in a file name would drop a whole table unseen."""
    folder = write_team()
    (folder / name).write_text("x")
    (fault,) = faults_of(folder)
    assert (fault.file, fault.message.endswith(f"did you mean {near}?")) == (name, True)


def test_other_files_are_let_be(write_team: WriteTeam) -> None:
    """Notes and exported plans may lie in the folder."""
    folder = write_team()
    for name in ("README.md", "plan.csv", "plan.json", "leaves.txt"):
        (folder / name).write_text("x")
    assert len(read_scenario(folder).children) == 3


def test_a_table_that_is_a_link_to_outside(write_team: WriteTeam, faults_of: FaultsOf) -> None:
    """Path escapes are refused for every file of the folder."""
    folder = write_team(leave=None)
    (folder.parent / "elsewhere.csv").write_text("practitioner,start\n")
    (folder / "leave.csv").symlink_to(folder.parent / "elsewhere.csv")
    (fault,) = faults_of(folder)
    assert (fault.file, fault.message) == ("leave.csv", "leads outside the scenario folder")


def test_a_folder_reached_through_a_link(write_team: WriteTeam) -> None:
    """The folder itself may be reached as the manager likes."""
    folder = write_team()
    link = folder.parent / "link"
    link.symlink_to(folder)
    assert read_scenario(link).name == "Small team"


def test_a_broken_link_is_missing(write_team: WriteTeam, faults_of: FaultsOf) -> None:
    """A link to nothing is not passed over as if there were no table."""
    folder = write_team()
    (folder / "leave.csv").symlink_to(folder / "nothing.csv")
    (fault,) = faults_of(folder)
    assert (fault.file, fault.message) == ("leave.csv", "is missing")


def test_formula_guards_are_taken_off(write_team: WriteTeam) -> None:
    """An exported id with an apostrophe before it is the id again."""
    folder = write_team(practitioners="practitioner,fte\nP1,1\n'-2,1\n'x,1\n")
    assert [p.practitioner for p in read_scenario(folder).practitioners] == ["P1", "-2", "'x"]
