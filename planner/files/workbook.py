"""A workbook as text: the same tables as a folder, a sheet each."""

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import datetime, time
from pathlib import Path
from typing import NamedTuple, Protocol, cast

import openpyxl
from openpyxl.cell.read_only import ReadOnlyCell
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


class _Streamed(Protocol):
    """A sheet that is read row by row and never held whole."""

    title: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, max_col: int) -> Iterator[tuple[ReadOnlyCell, ...]]: ...


class _Seen(NamedTuple):
    """A cell that holds something: its value, what kind it is, how it is shown."""

    value: object
    kind: str
    shown: str


class _Sheet(NamedTuple):
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    faults: tuple[Fault, ...]


class _Damaged(Exception):
    """The library stumbled over the workbook; how, is of no use to a manager."""


def read_workbook(path: Path) -> Source:
    """Read every sheet of a workbook as text, with all faults of the workbook."""
    content = read_bytes(path.resolve(), within=path.resolve().parent)
    if isinstance(content, Fault):
        return Source(path.stem, None, (), (content,))
    fault = archive_fault(content, path.name)
    if fault:
        return Source(path.stem, None, (), (fault,))
    try:
        return _read_sheets(_open(content), path)
    except _Damaged:
        damaged = Fault(path.name, message="cannot be read as a workbook; it may be damaged")
        return Source(path.stem, None, (), (damaged,))


def read_any_sheets(content: bytes, file: str) -> tuple[tuple[RawTable, ...], tuple[Fault, ...]]:
    """Read every sheet that is shown and holds something, whatever it is called.

    Faults name the sheet as its table does, the row and ``column`` with its number.
    """
    tables: list[RawTable] = []
    faults: list[Fault] = []
    try:
        book = _open(content)
        for sheet in cast("list[_Streamed]", book.worksheets):
            title, place = sheet.title.strip(), f"{file}, sheet {sheet.title}"
            if title.casefold() in (MEANINGS_SHEET, LISTS_SHEET):
                continue
            if book[sheet.title].sheet_state != "visible":
                faults.append(Fault(place, message="is hidden and was left out; show it first"))
                continue
            found = _read_sheet(sheet, place)
            faults += found.faults
            if any(any(cells) for _, cells in found.rows):
                tables.append(RawTable(title, place, found.rows))
    except _Damaged:
        damaged = Fault(file, message="cannot be read as a workbook; it may be damaged")
        return (), (damaged,)
    return tuple(tables), tuple(faults)


def _open(content: bytes) -> Workbook:
    try:
        with warnings.catch_warnings():
            # The library warns of features of Excel that it leaves out; none hold data.
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    except Exception as error:
        raise _Damaged from error


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
    """Read the cells of a sheet, the first row always among them."""
    rows: dict[int, tuple[str, ...]] = {1: ()}
    faults: list[Fault] = []
    for number, seen in _rows(sheet):
        if number > MOST_ROWS + 1:
            faults.append(Fault(file, number, message=f"has more than {MOST_ROWS} rows"))
            break
        if max(seen) > MOST_COLUMNS:
            faults.append(Fault(file, number, message=f"has more than {MOST_COLUMNS} columns"))
            continue
        faults += _cell_faults(number, seen, file)
        places = range(1, max(seen) + 1)
        rows[number] = tuple(_text(seen[place]) if place in seen else "" for place in places)
    return _Sheet(tuple(rows.items()), tuple(faults))


def _rows(sheet: _Streamed) -> Iterator[tuple[int, dict[int, _Seen]]]:
    """Give the rows that hold something; what a sheet says of its own size is not believed."""
    blank: tuple[ReadOnlyCell, ...] | None = None
    try:
        sheet.reset_dimensions()
        # One column more than allowed shows that there are too many.
        for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), start=1):
            # Rows left out between others are all one object: a million of them take no time.
            if cells is blank:
                continue
            seen = {place: _seen(cell) for place, cell in enumerate(cells, 1) if _holds(cell)}
            if seen:
                yield number, seen
            else:
                blank = cells
    except Exception as error:
        raise _Damaged from error


def _holds(cell: ReadOnlyCell) -> bool:
    return cell.value is not None and cell.value != ""


def _seen(cell: ReadOnlyCell) -> _Seen:
    number = isinstance(cell.value, int | float)
    return _Seen(cell.value, str(cell.data_type), str(cell.number_format) if number else "")


def _cell_faults(number: int, seen: Mapping[int, _Seen], file: str) -> Iterator[Fault]:
    for place, cell in seen.items():
        where = f"column {place}"
        if cell.kind == "f":
            formula = cell.value if isinstance(cell.value, str) else ""
            yield Fault(file, number, where, formula, "holds a formula; paste its value")
        elif cell.kind == "e":
            yield Fault(file, number, where, str(cell.value), "holds an error of a formula")


_ZEROS = re.compile(r"0{2,15}")


def _text(cell: _Seen) -> str:
    """Give a cell as the text a manager sees: 007 stays 007, a date is a date."""
    value = cell.value
    match value:
        case bool():
            return "yes" if value else "no"
        case str():
            return value.strip().replace("\r\n", "\n").replace("_x000D_", "")
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case int() | float():
            return _number_text(value, cell.shown)
        case _:
            return str(value)


def _number_text(value: int | float, shown: str) -> str:
    """Write a number without the traces of its binary form, with the zeros a format adds."""
    whole = float(value).is_integer() and abs(value) < 10**15
    if not whole:
        return f"{value:.10g}"
    width = len(shown) if _ZEROS.fullmatch(shown) else 0
    return f"{int(value):0{width}d}" if width else str(int(value))
