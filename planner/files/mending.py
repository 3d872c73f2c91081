"""Tables of text, mended: cells set, rows added and taken out, one value put right everywhere.

Everything gives a new record; nothing is changed in place, so that what was
there before is there until the new one is kept.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from planner.errors import Fault
from planner.files.cells import Kind
from planner.files.schema import schema
from planner.files.tables import TABLES, Table, table
from planner.files.team_tables import (
    SETTINGS,
    TITLES,
    Row,
    TeamTables,
    TextTable,
    Unread,
)

_NAMES = {title: name for name, title in TITLES.items()}

Edits = Mapping[str, Any]
"""What an editor says was changed: ``edited_rows``, ``added_rows``, ``deleted_rows``."""


class Group(NamedTuple):
    """One fault, wherever it stands: the same value and the same words in one column.

    ``rows`` are as a spreadsheet shows them; empty where it belongs to a whole table.
    """

    table: str
    column: str
    value: str
    message: str
    allowed: str
    rows: tuple[int, ...]


def grouped(faults: Iterable[Fault]) -> tuple[Group, ...]:
    """Put faults that one answer would mend together, in the order in which they came."""
    rows: dict[tuple[str, str, str, str, str], list[int]] = {}
    for fault in faults:
        key = (table_of(fault), fault.column, fault.value, fault.message, fault.allowed)
        rows.setdefault(key, []).extend([] if fault.row is None else [fault.row])
    return tuple(Group(*key, rows=tuple(found)) for key, found in rows.items())


def table_of(fault: Fault) -> str:
    """Give the table of a fault; the settings where it belongs to none."""
    return _NAMES.get(fault.file, SETTINGS)


def rows_at_fault(one: TextTable, faults: Iterable[Fault]) -> dict[int, list[Fault]]:
    """Give the faults of a table by the place of their row, counted from 0."""
    places = {number: place for place, (number, _) in enumerate(one.rows)}
    keys = {cells[0]: place for place, (_, cells) in enumerate(one.rows) if cells}
    found: dict[int, list[Fault]] = {}
    for fault in faults:
        if table_of(fault) != one.table:
            continue
        at = keys.get(fault.column) if one.table == SETTINGS else places.get(fault.row or 0)
        if at is not None:
            found.setdefault(at, []).append(fault)
    return found


# -- Edits --------------------------------------------------------------------


def edited(one: TextTable, shown: Sequence[int], edits: Edits) -> TextTable:
    """Give a table with the changes of an editor that showed these places of it.

    Parameters
    ----------
    one : TextTable
        The table as it was when the editor was filled, not as it is now:
        an editor tells all its changes anew each time.
    """
    written = {int(at): cells for at, cells in edits.get("edited_rows", {}).items()}
    changed = {shown[at]: cells for at, cells in written.items() if at < len(shown)}
    gone = {shown[int(at)] for at in edits.get("deleted_rows", ()) if int(at) < len(shown)}
    rows = [
        (number, _set(one.columns, cells, changed.get(place, {})))
        for place, (number, cells) in enumerate(one.rows)
        if place not in gone
    ]
    # A table without rows is shown with a blank one, and what is written there is a new row.
    beyond = [cells for at, cells in written.items() if at >= len(shown)]
    rows += _added(one, [*beyond, *edits.get("added_rows", ())])
    return one.model_copy(update={"rows": tuple(rows)})


def _set(
    columns: tuple[str, ...], cells: tuple[str, ...], changed: Mapping[str, object]
) -> tuple[str, ...]:
    whole = (*cells, *[""] * (len(columns) - len(cells)))
    return tuple(
        as_text(changed[column]) if column in changed else cell
        for column, cell in zip(columns, whole, strict=False)
    )


def as_text(value: object) -> str:
    """Write what was typed as a cell holds it; nothing is blank."""
    return "" if value is None else str(value).strip().replace("\r\n", "\n")


def _added(one: TextTable, added: Iterable[Mapping[str, object]]) -> list[Row]:
    """Give new rows numbers after the last; one in which nothing was typed is left out."""
    last = max((number for number, _ in one.rows), default=1)
    blank = ("",) * len(one.columns)
    made = [_set(one.columns, blank, cells) for cells in added]
    return list(enumerate(filter(any, made), start=last + 1))


def replaced(tables: TeamTables, group: Group, value: str) -> TeamTables:
    """Put a value in the place of every cell of one fault."""
    one = tables.find(group.table)
    if group.table == SETTINGS:
        return tables.put(_setting_put(one, group.column, value))
    rows = tuple(
        (number, _set(one.columns, cells, {group.column: value}))
        if number in group.rows
        else (number, cells)
        for number, cells in one.rows
    )
    return tables.put(one.model_copy(update={"rows": rows}))


def _setting_put(one: TextTable, key: str, value: str) -> TextTable:
    """Set one setting; one that is not listed is added."""
    rows = [(number, (cells[0], value)) for number, cells in one.rows if cells[0] == key]
    if not rows:
        return edited(one, (), {"added_rows": [{one.columns[0]: key, one.columns[1]: value}]})
    kept = dict(one.rows) | dict(rows)
    return one.model_copy(update={"rows": tuple(kept.items())})


def with_columns(one: TextTable, more: Collection[str]) -> TextTable:
    """Add columns, blank in every row, in the order of the schema."""
    if one.table == SETTINGS:
        return one
    wanted = {*one.columns, *more}
    columns = tuple(name for name in table(one.table).names if name in wanted)
    at = {name: place for place, name in enumerate(one.columns)}
    rows = tuple(
        (number, tuple(cells[at[name]] if name in at else "" for name in columns))
        for number, cells in one.rows
    )
    return one.model_copy(update={"columns": columns, "rows": rows, "given": True})


def more_columns(one: TextTable) -> tuple[str, ...]:
    """Name the columns that a table could have and does not."""
    if one.table == SETTINGS:
        return ()
    return tuple(name for name in table(one.table).names if name not in one.columns)


# -- Gathering -----------------------------------------------------------------


def gathered(parts: Iterable[tuple[TextTable, Sequence[Unread]]]) -> TeamTables:
    """Join what was brought: tables of one kind follow one another and are numbered on."""
    made = TeamTables()
    for one, unread in parts:
        there = next((t for t in made.tables if t.table == one.table), None)
        by = max((number for number, _ in there.rows), default=0) if there else 0
        joined = _joined(there, one, by) if there else one
        moved = tuple(cell.model_copy(update={"row": cell.row + by}) for cell in unread)
        made = made.put(joined).model_copy(update={"unread": (*made.unread, *moved)})
    return made


def _joined(first: TextTable, second: TextTable, by: int) -> TextTable:
    if first.table == SETTINGS:
        return first
    wide, narrow = with_columns(first, second.columns), with_columns(second, first.columns)
    moved = tuple((number + by, cells) for number, cells in narrow.rows)
    return wide.model_copy(update={"rows": (*wide.rows, *moved)})


# -- What a cell may hold -------------------------------------------------------


def choices(name: str, column: str) -> tuple[str, ...]:
    """Give the values to choose from in a column; none where anything may be written."""
    if name == SETTINGS or name not in {spec.name for spec in TABLES}:
        return ()
    spec = _specs()[name]
    if column not in spec.names:
        return ()
    found = spec.column(column)
    return ("yes", "no") if found.kind is Kind.FLAG else found.choices


@lru_cache(maxsize=1)
def _specs() -> Mapping[str, Table]:
    """Keep the schema at hand: it does not change, and every editor asks for it."""
    return {spec.name: spec for spec in schema()}


def known_ids(tables: TeamTables, name: str, column: str) -> tuple[str, ...]:
    """Give the ids of the team that a column may name: practitioners or children."""
    owner = {"practitioner": "practitioners", "holder": "practitioners", "cover": "practitioners"}
    target = "cases" if column == "child" else owner.get(column, "")
    if not target or target == name:
        return ()
    one, key = tables.find(target), "child" if column == "child" else "practitioner"
    if key not in one.columns:
        return ()
    at = one.columns.index(key)
    return tuple(dict.fromkeys(cells[at] for _, cells in one.rows if cells[at]))
