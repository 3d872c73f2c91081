"""A table with typed cells: rows of values, blank cells left out, faults collected."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from planner.data.record import Record
from planner.errors import Fault
from planner.files.cells import Cell, Column, Problem, read_cell
from planner.files.headings import Headings, read_headings
from planner.files.source import RawTable, Words
from planner.files.tables import Table

_Read = TypeVar("_Read", bound=Record)


class Row(NamedTuple):
    """One row: its number as a spreadsheet shows it, and its cells that are not blank.

    ``whole`` is false where a cell could not be read; such a row makes no record.
    """

    number: int
    cells: Mapping[str, Cell]
    whole: bool = True

    def text(self, column: str) -> str:
        """Give a cell of text; blank where it is blank or could not be read."""
        cell = self.cells.get(column, "")
        return cell if isinstance(cell, str) else ""

    def day(self, column: str) -> date | None:
        """Give a cell that holds a date; ``None`` where it is blank or could not be read."""
        cell = self.cells.get(column)
        return cell if isinstance(cell, date) else None


class Grid(NamedTuple):
    """A table that was read: its columns, its rows, and what was wrong with them."""

    table: str
    file: str
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()

    def values(self, column: str) -> frozenset[str]:
        """Give every text of a column that is not blank."""
        return frozenset(row.text(column) for row in self.rows) - {""}


def read_grid(raw: RawTable, table: Table, own: Words) -> Grid:
    """Read every cell of a table; blank rows are passed over."""
    headings = read_headings(raw, table, own)
    if not headings.columns:
        return Grid(table.name, raw.file, faults=headings.faults)
    faults = list(headings.faults)
    rows = []
    for number, cells in raw.rows[1:]:
        if any(cells):
            row, found = _read_row(number, cells, headings, raw.file)
            rows.append(row)
            faults += found
    return Grid(table.name, raw.file, headings.names, tuple(rows), tuple(faults))


def _read_row(
    number: int, texts: tuple[str, ...], headings: Headings, file: str
) -> tuple[Row, list[Fault]]:
    faults = list(_beyond_headings(number, texts, headings, file))
    cells: dict[str, Cell] = {}
    for position, column in enumerate(headings.columns):
        text = texts[position] if position < len(texts) else ""
        if column is None:
            continue
        found = _read_one(column, text)
        if isinstance(found, Problem):
            faults.append(Fault(file, number, column.name, text, found.message, column.allowed))
        elif found is not None:
            cells[column.name] = found
    return Row(number, cells, whole=not faults), faults


def _read_one(column: Column, text: str) -> Cell | Problem | None:
    if text:
        return read_cell(column, text)
    return Problem("is blank") if column.filled else None


def _beyond_headings(
    number: int, texts: tuple[str, ...], headings: Headings, file: str
) -> Iterator[Fault]:
    """Name the first cell that stands under no heading: it would be left out unseen."""
    for position, text in enumerate(texts):
        if text and (position in headings.blank or position >= len(headings.columns)):
            yield Fault(file, number, f"column {position + 1}", text, "stands under no heading")
            return


def records(grid: Grid, model: type[_Read]) -> tuple[tuple[_Read, ...], tuple[Fault, ...]]:
    """Make the records of a table; what a record refuses is a fault of its row."""
    made: list[_Read] = []
    faults: list[Fault] = []
    for row in grid.rows:
        if not row.whole:
            continue
        try:
            made.append(model.model_validate(row.cells))
        except ValidationError as error:
            faults += _refused(error, grid, row.number)
    return tuple(made), tuple(faults)


def _refused(error: ValidationError, grid: Grid, number: int) -> Iterator[Fault]:
    """Put the refusal of a record into words; a column left out was named already."""
    for detail in error.errors():
        column = ".".join(str(part) for part in detail["loc"])
        if column in grid.columns:
            message = detail["msg"][:1].lower() + detail["msg"][1:]
            yield Fault(grid.file, number, column, str(detail["input"]), message)
