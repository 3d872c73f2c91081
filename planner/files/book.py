"""The workbook a manager fills in: empty as a template, or filled from a scenario."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from planner.data.scenario import Scenario
from planner.files.cells import Column, Kind, write_cell
from planner.files.page import Value
from planner.files.schema import schema
from planner.files.sheet import HEADING, WRAPPED, put
from planner.files.tables import LIMITS, SCENARIO, TABLES, Table
from planner.files.texts import written_limits, written_tables
from planner.files.workbook import LISTS_SHEET, MEANINGS_SHEET, SETTINGS_SHEET

CHECKED_ROWS = 2_000
"""How many rows of a table offer their allowed values as a list."""
_TEXT_FORMAT = "@"
_DATE_FORMAT = "yyyy-mm-dd"
_SETTINGS = tuple(column for column in SCENARIO.columns if column.name != "extends")

Rows = Sequence[Sequence[object]]


def template_book() -> Workbook:
    """Make an empty workbook: every table with its headings, lists and meanings."""
    tables = [(table, table.columns, ()) for table in schema() if table.name in _TABLE_NAMES]
    return _book({}, tables)


def scenario_book(scenario: Scenario) -> Workbook:
    """Make a workbook that holds a scenario."""
    settings: dict[str, object] = {c.name: getattr(scenario, c.name) for c in _SETTINGS}
    settings |= {f"limits.{name}": value for name, value in written_limits(scenario).items()}
    settings |= {f"bases.{team}": zone for team, zone in scenario.bases.items()}
    return _book(settings, written_tables(scenario))


def texts_book(
    settings: Mapping[str, str], texts: Iterable[tuple[str, Sequence[str], Rows]]
) -> Workbook:
    """Make a workbook of tables that are text as yet, each with its name and its columns."""
    spec = {table.name: table for table in schema()}
    tables = [
        (spec[name], tuple(spec[name].column(column) for column in columns), rows)
        for name, columns, rows in texts
    ]
    return _book(settings, tables)


_TABLE_NAMES = frozenset(table.name for table in TABLES)


def _book(
    settings: Mapping[str, object], tables: Iterable[tuple[Table, tuple[Column, ...], Rows]]
) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    _fill(book.create_sheet(SETTINGS_SHEET), ("key", "value", "meaning"), _settings(settings))
    lists = _lists()
    for table, columns, rows in tables:
        _add_table(book.create_sheet(table.name), table, columns, rows, lists)
    headings = ("table", "column", "type", "allowed", "needed", "default", "meaning")
    _fill(book.create_sheet(MEANINGS_SHEET), headings, _meanings())
    _fill(book.create_sheet(LISTS_SHEET), tuple(lists), _across(list(lists.values())))
    return book


def _settings(settings: Mapping[str, object]) -> list[tuple[object, ...]]:
    """List every setting with its value, and its meaning beside it."""
    named = {column.name: column.meaning for column in _SETTINGS}
    named |= {f"limits.{column.name}": column.meaning for column in LIMITS.columns}
    named |= {name: "Base zone of this team." for name in settings if name not in named}
    return [(name, settings.get(name), meaning) for name, meaning in named.items()]


def _meanings() -> list[tuple[object, ...]]:
    return [
        (
            table.name,
            column.name,
            column.kind.value,
            column.allowed,
            "yes" if column.heading_needed else "no",
            column.default,
            column.meaning,
        )
        for table in schema()
        for column in table.columns
    ]


def _lists() -> dict[str, tuple[str, ...]]:
    """Give the values to choose from, for every column that has some."""
    return {
        f"{table.name}.{column.name}": _choices(column)
        for table in schema()
        if table.name in _TABLE_NAMES
        for column in table.columns
        if _choices(column)
    }


def _choices(column: Column) -> tuple[str, ...]:
    return ("yes", "no") if column.kind is Kind.FLAG else column.choices


def _across(lists: list[tuple[str, ...]]) -> list[tuple[object, ...]]:
    """Stand lists side by side, a column each."""
    longest = max(len(values) for values in lists)
    return [
        tuple(values[row] if row < len(values) else None for values in lists)
        for row in range(longest)
    ]


def _fill(sheet: Worksheet, headings: Sequence[str], rows: Rows) -> None:
    for number, values in enumerate([headings, *rows], start=1):
        for position, value in enumerate(values, start=1):
            cell = put(sheet, number, position, _value(value))
            cell.alignment = WRAPPED
            if number == 1:
                cell.font, cell.fill = Font(bold=True, color="FFFFFFFF"), HEADING
    for position in range(1, len(headings) + 1):
        sheet.column_dimensions[get_column_letter(position)].width = 24
    sheet.freeze_panes = "A2"


def _value(value: object) -> Value:
    """Give a value as a spreadsheet holds it: dates and amounts as such, else text."""
    match value:
        case None | "":
            return None
        case Decimal():
            return float(value)
        case date():
            return value
        case int() if not isinstance(value, bool):
            return value
        case _:
            return write_cell(value)


def _add_table(
    sheet: Worksheet,
    table: Table,
    columns: tuple[Column, ...],
    rows: Rows,
    lists: Mapping[str, tuple[str, ...]],
) -> None:
    _fill(sheet, tuple(column.name for column in columns), rows)
    for position, column in enumerate(columns, start=1):
        letter = get_column_letter(position)
        name = f"{table.name}.{column.name}"
        _format_column(sheet, position, column, len(rows) + 1)
        if name in lists:
            source = get_column_letter(list(lists).index(name) + 1)
            last = len(lists[name]) + 1
            check = DataValidation(
                type="list",
                formula1=f"{LISTS_SHEET}!${source}$2:${source}${last}",
                allow_blank=True,
                showErrorMessage=True,
                errorTitle=column.name,
                error="Choose one of the list, or leave the cell blank where that is allowed.",
            )
            check.add(f"{letter}2:{letter}{CHECKED_ROWS}")
            sheet.add_data_validation(check)


def _format_column(sheet: Worksheet, position: int, column: Column, rows: int) -> None:
    """Keep ids as they are typed (007) and show dates in one way, in empty cells too."""
    by_kind = {Kind.TEXT: _TEXT_FORMAT, Kind.WORDS: _TEXT_FORMAT, Kind.DATE: _DATE_FORMAT}
    shown = by_kind.get(column.kind)
    if shown is None:
        return
    sheet.column_dimensions[get_column_letter(position)].number_format = shown
    for number in range(2, rows + 1):
        sheet.cell(number, position).number_format = shown
