"""Workbooks: the same tables as a folder, and hostile ones refused in words."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from planner.errors import Fault
from planner.files import archive, read_scenario
from planner.files.archive import archive_fault
from planner.files.safe import MOST_BYTES, MOST_COLUMNS, MOST_ROWS

FaultsOf = Callable[[Path], tuple[Fault, ...]]
Sheets = dict[str, list[list[object]]]
HEADING = ["child", "family", "birth_date", "holder", "phase", "infant_response"]
HEADING += ["youth_schedule", "consequence", "probability", "aboriginal"]
CHILD = [7, "F1", datetime(2015, 6, 1), "P1", "Investigation", None, False, None, None, "Yes"]
TEAM: Sheets = {
    "Scenario": [["key", "value"], ["as_at", date(2026, 3, 2)], ["limits.strict", True]],
    "Cases": [list(HEADING), CHILD],
    "practitioners": [["practitioner", "fte"], ["P1", 0.1 + 0.2], ["P2", 1]],
}


def book(sheets: Sheets) -> Any:
    """Build a workbook of sheets."""
    made: Any = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return made


def save(made: Any, folder: Path) -> Path:
    """Save a workbook beside the test."""
    made.save(folder / "Team.xlsx")
    return folder / "Team.xlsx"


def test_reads_typed_cells_as_a_manager_sees_them(tmp_path: Path) -> None:
    """Numbers lose their binary tail, dates are dates, formats that pad ids are honoured."""
    made = book(TEAM)
    made["Cases"]["A2"].number_format = "000"
    scenario = read_scenario(save(made, tmp_path))
    (child,) = scenario.children
    assert (scenario.name, scenario.as_at) == ("Team", date(2026, 3, 2))
    assert scenario.limits.strict is True
    assert (child.child, child.birth_date, child.youth_schedule) == ("007", date(2015, 6, 1), "no")
    assert [p.fte for p in scenario.practitioners] == [Decimal("0.3"), Decimal(1)]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("=1+1", "holds a formula; paste its value"),
        ("#N/A", "holds an error of a formula"),
    ],
)
def test_formulas_are_refused(
    tmp_path: Path, faults_of: FaultsOf, value: str, message: str
) -> None:
    """What a formula last gave may be old; its value is to be pasted."""
    made = book(TEAM)
    made["Cases"]["B2"] = value
    found = [(f.file, f.row, f.column, f.message) for f in faults_of(save(made, tmp_path))]
    assert ("Team.xlsx, sheet Cases", 2, "column 2", message) in found


def test_text_that_begins_like_a_formula_is_text(tmp_path: Path) -> None:
    """An id typed as text stays an id."""
    made = book(TEAM)
    cell = made["Cases"]["B2"]
    cell.value = "=F1"
    cell.data_type = "s"
    assert read_scenario(save(made, tmp_path)).children[0].family == "=F1"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (datetime(2015, 6, 1, 9, 30), "is not a date"),
        (42156, "is not a date"),
        (0.5, "is not a date"),
    ],
)
def test_what_is_no_date(tmp_path: Path, faults_of: FaultsOf, value: object, message: str) -> None:
    """A time of day or a bare number is not taken for a day."""
    made = book(TEAM)
    made["Cases"]["C2"] = value
    if not isinstance(value, datetime):
        made["Cases"]["C2"].number_format = "General"
    (fault,) = faults_of(save(made, tmp_path))
    assert (fault.row, fault.column, fault.message) == (2, "birth_date", message)


def test_sheets_missing_unknown_and_hidden(tmp_path: Path, faults_of: FaultsOf) -> None:
    """Nothing that a manager does not see is read, and nothing misspelt is left out."""
    made = book({title: rows for title, rows in TEAM.items() if title != "practitioners"})
    made.create_sheet("Leaves")
    made.create_sheet("meanings")
    made.create_sheet("lists")
    made["Cases"].sheet_state = "hidden"
    assert [(f.file, f.message) for f in faults_of(save(made, tmp_path))] == [
        ("Team.xlsx", "sheet practitioners is missing"),
        ("Team.xlsx, sheet Leaves", "is not a sheet; did you mean leave?"),
        ("Team.xlsx, sheet Cases", "is hidden; show it, so that it is seen"),
    ]


def test_workbooks_extend_nothing(tmp_path: Path, faults_of: FaultsOf) -> None:
    """Variants are folders; a workbook stands on its own and uses the default policy."""
    rows: list[list[object]] = [["extends", "../steady"], ["policy", "ours.toml"]]
    made = book(TEAM | {"Scenario": TEAM["Scenario"] + rows})
    assert {(f.column, f.message) for f in faults_of(save(made, tmp_path))} == {
        ("extends", "is only for scenario folders"),
        ("policy", "a workbook uses the default policy"),
    }


def test_too_many_rows_and_columns(tmp_path: Path, faults_of: FaultsOf) -> None:
    """Far cells are met without making all the blank ones between."""
    made = book(TEAM)
    made["Cases"].cell(MOST_ROWS + 2, 1, "C9")
    made["practitioners"].cell(1, MOST_COLUMNS + 1, "x")
    found = {(f.file, f.row, f.message) for f in faults_of(save(made, tmp_path))}
    assert ("Team.xlsx, sheet Cases", MOST_ROWS + 2, "has more than 20000 rows") in found
    assert ("Team.xlsx, sheet practitioners", 1, "has more than 200 columns") in found


@pytest.mark.parametrize("row", [MOST_ROWS, MOST_ROWS + 1])
def test_the_last_row_that_fits(tmp_path: Path, row: int) -> None:
    """The heading and 20,000 rows: one under and exactly at the limit are read."""
    made = book(TEAM)
    for position, value in enumerate([8, *CHILD[1:]], start=1):
        made["Cases"].cell(row, position, value)
    assert [c.child for c in read_scenario(save(made, tmp_path)).children] == ["7", "8"]


def test_a_far_cell_and_a_lying_size_take_no_time(tmp_path: Path, faults_of: FaultsOf) -> None:
    """A sheet that claims a million rows of sixteen thousand columns is not believed."""
    path = save(book(TEAM), tmp_path)
    rewrite(
        path,
        "xl/worksheets/sheet2.xml",
        lambda xml: xml.replace(b'ref="A1:J2"', b'ref="A1:XFD1048576"').replace(
            b"</sheetData>", b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
        ),
    )
    (fault,) = faults_of(path)
    assert (fault.row, fault.message) == (1_048_576, "has more than 20000 rows")


def rewrite(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """Change one part inside a saved workbook."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    assert change(parts[part]) != parts[part]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, change(content) if name == part else content)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda xml: b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + xml, "holds markup"),
        (lambda xml: xml.decode().encode("utf-16"), "holds markup"),
        (lambda xml: xml[: len(xml) // 2], "cannot be read as a workbook; it may be damaged"),
        (lambda xml: xml.replace(b"<row r=", b'<row r="x" q='), "it may be damaged"),
    ],
    ids=["entities", "utf-16", "cut short", "nonsense"],
)
def test_damaged_and_hostile_markup(
    tmp_path: Path, faults_of: FaultsOf, change: Callable[[bytes], bytes], message: str
) -> None:
    """Whatever is inside, the answer is one fault in words."""
    path = save(book(TEAM), tmp_path)
    rewrite(path, "xl/worksheets/sheet2.xml", change)
    (fault,) = faults_of(path)
    assert fault.file == "Team.xlsx"
    assert message in fault.message


@pytest.mark.parametrize(
    "content",
    [b"", b"not a zip", b"PK\x03\x04" + b"\0" * 100, b"\xd0\xcf\x11\xe0" + b"\0" * 600],
    ids=["empty", "text", "cut short", "locked"],
)
def test_what_is_no_workbook(tmp_path: Path, faults_of: FaultsOf, content: bytes) -> None:
    """A renamed file or one locked with a password is said to be so."""
    (tmp_path / "Team.xlsx").write_bytes(content)
    (fault,) = faults_of(tmp_path / "Team.xlsx")
    assert "is not an .xlsx workbook" in fault.message


def zipped(**parts: bytes) -> bytes:
    """Build a zip that calls itself a workbook."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", b"<workbook/>")
        for name, content in parts.items():
            made.writestr(name.replace("__", "."), content)
    return stream.getvalue()


def test_a_workbook_that_grows_when_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six megabytes of noughts pack into a few kilobytes: refused before unpacking."""
    content = zipped(a__xml=b"0" * 6_000_000)
    fault = archive_fault(content, "t.xlsx")
    assert fault is not None
    assert fault.message == "unpacks to 6 MB, which is more than a team's tables"
    monkeypatch.setattr(archive, "MOST_RATIO", 100_000)
    monkeypatch.setattr(archive, "MOST_UNPACKED", 6_000_010)
    over = archive_fault(content, "t.xlsx")
    assert over is not None
    assert "unpacks to 6 MB" in over.message
    # The workbook part is 11 bytes, so the whole is 6,000,011: exactly at the limit it is unpacked.
    monkeypatch.setattr(archive, "MOST_UNPACKED", 6_000_011)
    inside = archive_fault(content, "t.xlsx")
    assert inside is not None
    assert "markup" in inside.message


def test_small_files_may_repeat_themselves() -> None:
    """A template is mostly the same cell; below five megabytes that is no matter."""
    assert archive_fault(zipped(a__xml=b"<a>" + b"0" * 4_000_000), "t.xlsx") is None


@pytest.mark.parametrize(("parts", "fits"), [(1_998, True), (1_999, True), (2_000, False)])
def test_number_of_parts(parts: int, fits: bool) -> None:
    """With the workbook itself one under, exactly at, one over 2,000 parts."""
    content = zipped(**{f"p{number}": b"" for number in range(parts)})
    assert (archive_fault(content, "t.xlsx") is None) is fits


def test_a_workbook_that_is_too_large(tmp_path: Path, faults_of: FaultsOf) -> None:
    """Its size on disk is looked at first."""
    (tmp_path / "Team.xlsx").write_bytes(b"0" * (MOST_BYTES + 1))
    (fault,) = faults_of(tmp_path / "Team.xlsx")
    assert fault.message == "is larger than 20 MB"


def test_a_workbook_without_its_parts(tmp_path: Path, faults_of: FaultsOf) -> None:
    """A zip with the right name inside and nothing else is damaged."""
    (tmp_path / "Team.xlsx").write_bytes(zipped())
    (fault,) = faults_of(tmp_path / "Team.xlsx")
    assert "it may be damaged" in fault.message


def test_two_sheets_of_one_name(tmp_path: Path, faults_of: FaultsOf) -> None:
    """Which of them counts would be a guess."""
    path = save(book(TEAM), tmp_path)
    rewrite(path, "xl/workbook.xml", lambda xml: xml.replace(b'"practitioners"', b'"CASES"'))
    found = [(f.file, f.message) for f in faults_of(path)]
    assert ("Team.xlsx, sheet Cases", "is there twice") in found
    assert ("Team.xlsx", "sheet practitioners is missing") in found


def test_macros_are_refused_whatever_the_name() -> None:
    """A workbook with macros that was renamed to .xlsx still has them."""
    fault = archive_fault(zipped(vbaProject__bin=b"x"), "t.xlsx")
    assert fault is not None
    assert fault.message == "holds macros; save it as .xlsx without them"


def test_a_zip_of_something_else() -> None:
    """Any other zip is not taken for a workbook."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("notes.txt", b"x")
    fault = archive_fault(stream.getvalue(), "t.xlsx")
    assert fault is not None
    assert fault.message == "is not an .xlsx workbook"
