"""A workbook as text: the same tables as a folder, a sheet each."""

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple, Protocol, cast

import openpyxl
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.workbook.workbook import Workbook

from planner.errors import Fault
from planner.files.archive import archive_fault
from planner.files.safe import MOST_COLUMNS, MOST_ROWS, read_bytes
from planner.files.settings import read_settings_sheet
from planner.files.source import RawTable, Source
from planner.files.suggest import nearest
from planner.files.tables import TABLES

SETTINGS_SHEET = "scenario"
MEANINGS_SHEET = "meanings"
LISTS_SHEET = "lists"
_KNOWN = (SETTINGS_SHEET, *(table.name for table in TABLES))

AnyCell = ReadOnlyCell | EmptyCell


class _Streamed(Protocol):
    """A sheet that is read row by row and never held whole."""

    title: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, max_row: int, max_col: int) -> Iterator[tuple[AnyCell, ...]]: ...


class _Sheet(NamedTuple):
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    faults: tuple[Fault, ...]


def read_workbook(path: Path) -> Source:
    """Read every sheet of a workbook as text, with all faults of the workbook."""
    content = read_bytes(path.resolve(), within=path.resolve().parent)
    if isinstance(content, Fault):
        return Source(path.stem, None, (), (content,))
    fault = archive_fault(content, path.name)
    if fault:
        return Source(path.stem, None, (), (fault,))
    try:
        with warnings.catch_warnings():
            # The library warns of features of Excel that it leaves out; none hold data.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
            return _read_sheets(book, path)
    except Exception:
        # Whatever a damaged workbook makes the library stumble over, it is one fault.
        damaged = Fault(path.name, message="cannot be read as a workbook; it may be damaged")
        return Source(path.stem, None, (), (damaged,))


def _read_sheets(book: Workbook, path: Path) -> Source:
    streamed = cast("list[_Streamed]", book.worksheets)
    sheets = {sheet.title.strip().casefold(): sheet for sheet in streamed}
    faults = list(_sheet_faults(book, path.name))
    tables: list[RawTable] = []
    for name in _KNOWN:
        sheet = sheets.get(name)
        if sheet is not None:
            file = f"{path.name}, sheet {sheet.title}"
            found = _read_sheet(sheet, file)
            faults += found.faults
            tables.append(RawTable(name, file, found.rows))
    raw = next((table for table in tables if table.table == SETTINGS_SHEET), None)
    settings, more = read_settings_sheet(raw) if raw else (None, [])
    if settings and settings.scenario.get("extends"):
        more.append(Fault(settings.file, column="extends", message="is only for scenario folders"))
    others = tuple(table for table in tables if table.table != SETTINGS_SHEET)
    return Source(path.stem, settings, others, (*faults, *more))


def _sheet_faults(book: Workbook, file: str) -> Iterator[Fault]:
    """Name sheets that are missing, unknown, there twice, or hidden from the manager."""
    titles = [title.strip().casefold() for title in book.sheetnames]
    for needed in (SETTINGS_SHEET, *(table.name for table in TABLES if table.needed)):
        if needed not in titles:
            yield Fault(file, message=f"sheet {needed} is missing")
    for title in book.sheetnames:
        key = title.strip().casefold()
        if key not in (*_KNOWN, MEANINGS_SHEET, LISTS_SHEET):
            yield Fault(f"{file}, sheet {title}", message=f"is not a sheet{nearest(key, _KNOWN)}")
        elif titles.count(key) > 1:
            yield Fault(f"{file}, sheet {title}", message="is there twice")
        elif book[title].sheet_state != "visible":
            yield Fault(f"{file}, sheet {title}", message="is hidden; show it, so that it is seen")


def _read_sheet(sheet: _Streamed, file: str) -> _Sheet:
    """Read the cells of a sheet; what it says of its own size is not believed."""
    sheet.reset_dimensions()
    rows: list[tuple[int, tuple[str, ...]]] = []
    faults: list[Fault] = []
    # One row and one column more than allowed show that there are too many.
    cells_by_row = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS + 1)
    for number, cells in enumerate(cells_by_row, start=1):
        texts = tuple(_text(cell) for cell in cells)
        faults += _cell_faults(number, cells, file)
        if texts[MOST_COLUMNS:] and texts[MOST_COLUMNS]:
            faults.append(Fault(file, number, message=f"has more than {MOST_COLUMNS} columns"))
        rows.append((number, _without_end(texts[:MOST_COLUMNS])))
    while rows and not rows[-1][1]:
        rows.pop()
    if len(rows) > MOST_ROWS + 1:
        faults.append(Fault(file, MOST_ROWS + 2, message=f"has more than {MOST_ROWS} rows"))
        rows = rows[: MOST_ROWS + 1]
    return _Sheet(tuple(rows), tuple(faults))


def _without_end(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Drop the blank cells at the end of a row."""
    width = max((position for position, text in enumerate(texts, start=1) if text), default=0)
    return texts[:width]


def _cell_faults(number: int, cells: tuple[AnyCell, ...], file: str) -> Iterator[Fault]:
    for position, cell in enumerate(cells, start=1):
        if isinstance(cell, EmptyCell) or cell.value is None:
            continue
        where = f"column {position}"
        if cell.data_type == "f":
            message = "holds a formula; paste its value"
            yield Fault(file, number, where, _formula(cell.value), message)
        elif cell.data_type == "e":
            yield Fault(file, number, where, str(cell.value), "holds an error of a formula")


def _formula(value: object) -> str:
    return value if isinstance(value, str) else type(value).__name__


_ZEROS = re.compile(r"0{2,15}")


def _text(cell: AnyCell) -> str:
    """Give a cell as the text a manager sees: 007 stays 007, a date is a date."""
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return value.strip().replace("\r\n", "\n").replace("_x000D_", "")
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return str(value)
        case int() | float():
            return _number_text(value, cell.number_format)
        case _:
            return str(value)


def _number_text(value: int | float, shown: str | None) -> str:
    """Write a number without the traces of its binary form, with the zeros a format adds."""
    whole = float(value).is_integer() and abs(value) < 10**15
    if not whole:
        return f"{value:.10g}"
    width = len(shown) if shown and _ZEROS.fullmatch(shown) else 0
    return f"{int(value):0{width}d}" if width else str(int(value))
