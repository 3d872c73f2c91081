"""What is wrong with a team's tables, in rows and words: the list, and what stands beside a row."""

from collections.abc import Mapping, Sequence

from planner.errors import Fault
from planner.files.meanings import LIMITS
from planner.files.mending import Group, choices, rows_at_fault, table_of
from planner.files.tables import SCENARIO, TABLES, table
from planner.files.team_tables import KEY, SETTINGS, TITLES, VALUE, TeamTables, TextTable
from planner.ui.words import Row, counted, title

ROW, MEND, ABOUT = "row", "to mend", "about"
"""The columns of an editor that are ours and not of the table."""

MENDED = "mended"
_MOST_ROWS = 12
_MOST_SINGLY = 300
_SPECIAL = {"fte": "FTE", "maram": "MARAM", KEY: "Setting", VALUE: "Value"}


def column_words(column: str) -> str:
    """Give a column's name as words: ``last_seen`` is ``Last seen``."""
    if "." in column:
        return column
    parts = column.split(" or ")
    return " or ".join(_SPECIAL.get(p, title(p.replace("_", " "))) for p in parts)


def about_column(name: str, column: str) -> str:
    """Say what a column means and what it may hold."""
    if name == SETTINGS or column not in table(name).names:
        return ""
    spec = table(name).column(column)
    allowed = ", ".join(choices(name, column)) or spec.allowed
    blank = f" Blank: {spec.default}." if spec.default else ""
    return f"{spec.meaning} Allowed: {allowed}.{blank}"


def about_setting(key: str) -> str:
    """Say what a setting means."""
    section, _, name = key.partition(".")
    if section == "limits":
        return LIMITS.get(name, "")
    if section == "bases":
        return "Base zone of this team; blank: no travel from a base is counted."
    return next((column.meaning for column in SCENARIO.columns if column.name == key), "")


# -- The list -------------------------------------------------------------------


def count_words(groups: Sequence[Group]) -> str:
    """Say how much is left to mend."""
    cells = sum(max(len(group.rows), 1) for group in groups)
    if not groups:
        return "Nothing is left to mend: every cell can be read, and the tables agree."
    one = counted(cells, "thing needs", "things need")
    return f"{one} mending before these tables can be used."


def group_rows(groups: Sequence[Group]) -> list[Row]:
    """List what is wrong, a row for each value that is wrong in the same way."""
    return [
        {
            "Where": where_words(group),
            "What is wrong": wrong_words(group),
            "What is allowed": group.allowed,
        }
        for group in groups
    ]


def where_words(group: Group) -> str:
    """Name the table, the column and the rows of a fault."""
    parts = [TITLES[group.table], column_words(group.column)]
    if group.rows:
        parts.append(f"{'row' if len(group.rows) == 1 else 'rows'} {rows_words(group.rows)}")
    return ", ".join(part for part in parts if part)


def wrong_words(group: Group) -> str:
    """Say what stands there and what is wrong with it."""
    return " ".join(part for part in (quoted(group.value), group.message) if part)


def rows_words(rows: Sequence[int]) -> str:
    """Name rows as a spreadsheet numbers them; of many, the first ones."""
    shown = ", ".join(map(str, rows[:_MOST_ROWS]))
    more = len(rows) - _MOST_ROWS
    return f"{shown} and {more} more" if more > 0 else shown


def group_label(group: Group) -> str:
    """Say one fault in a line, to choose it by."""
    return f"{where_words(group)}: {wrong_words(group)}"


def quoted(text: str) -> str:
    """Put a value between quotation marks; blank where nothing stands there."""
    if not text:
        return ""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{shortened(text)}\N{RIGHT DOUBLE QUOTATION MARK}"


def shortened(text: str, most: int = 60) -> str:
    """Show the beginning of a long text."""
    return text if len(text) <= most else f"{text[:most]}\N{HORIZONTAL ELLIPSIS}"


def to_mend_singly(groups: Sequence[Group], tables: TeamTables) -> list[Group]:
    """Give what one value would mend: the same wrong value everywhere, a blank row by row.

    Two blank cells have nothing in common, so that no answer fills both.
    """
    found: list[Group] = []
    for group in groups:
        column = _column_to_write(group, tables)
        if column:
            one = group._replace(column=column)
            each = [one._replace(rows=(row,)) for row in group.rows]
            found += [one] if group.value or not group.rows else each
    return found[:_MOST_SINGLY]


def _column_to_write(group: Group, tables: TeamTables) -> str:
    """Give the column that an answer would be written in; blank where there is no cell for it."""
    if group.table == SETTINGS:
        return "" if " " in group.column else group.column
    if not group.rows or min(group.rows) <= 1:
        return ""
    columns = tables.find(group.table).columns
    return next((part for part in group.column.split(" or ") if part in columns), "")


# -- The tables -----------------------------------------------------------------


def table_labels(tables: TeamTables, faults: Sequence[Fault]) -> Mapping[str, str]:
    """Name every table with its rows, and with what is to be mended in it."""
    wrong = [table_of(fault) for fault in faults]
    return {
        name: _label(tables.find(name), wrong.count(name))
        for name in (*(n for n in TITLES if n != SETTINGS), SETTINGS)
    }


def _label(one: TextTable, wrong: int) -> str:
    mend = f", {wrong} to mend" if wrong else ""
    return f"{TITLES[one.table]} ({len(one.rows)}{mend})"


def first_at_fault(faults: Sequence[Fault]) -> str:
    """Give the table to begin with: the first with something to mend, else the children."""
    return table_of(faults[0]) if faults else TABLES[0].name


def editor_rows(
    one: TextTable, places: Sequence[int], beside: Mapping[int, str] | None = None
) -> list[Row]:
    """Give rows for an editor; with ``beside``, what is to be mended stands beside each.

    A table without rows gives a blank one, so that there is something to write in.
    """
    found = [_editor_row(one, place, beside) for place in places]
    return found or [_blank(one)]


def _editor_row(one: TextTable, place: int, beside: Mapping[int, str] | None) -> Row:
    number, cells = one.rows[place]
    row = {ROW: str(number)}
    if beside is not None:
        row[MEND] = beside.get(place, MENDED)
    row |= {column: cells[at] if at < len(cells) else "" for at, column in enumerate(one.columns)}
    if one.table == SETTINGS:
        row[ABOUT] = about_setting(cells[0])
    return row


def _blank(one: TextTable) -> Row:
    return {ROW: "", **dict.fromkeys(one.columns, "")}


def beside_rows(one: TextTable, faults: Sequence[Fault]) -> Mapping[int, str]:
    """Give what is to be mended in each row at fault, by its place."""
    return {
        place: "; ".join(f"{column_words(fault.column)} {fault.message}" for fault in found)
        for place, found in rows_at_fault(one, faults).items()
    }


def columns_at_fault(one: TextTable, faults: Sequence[Fault]) -> list[str]:
    """Name the columns of a table in which something is to be mended, the id first."""
    named = (fault.column for fault in faults if table_of(fault) == one.table)
    wrong = {part for column in named for part in column.split(" or ")}
    if one.table == SETTINGS:
        return []
    return [*one.columns[:1], *(c for c in one.columns[1:] if c in wrong)]


def column_order(one: TextTable, faults: Sequence[Fault], *, to_mend: bool) -> list[str]:
    """Order the columns of an editor: where rows are mended, what is wrong stands in front."""
    first = [ROW]
    if to_mend:
        wrong = columns_at_fault(one, faults)
        first += [*wrong[:1], MEND, *wrong[1:]]
    about = [ABOUT] if one.table == SETTINGS else []
    return [*first, *(column for column in one.columns if column not in first), *about]


def options(one: TextTable, column: str, allowed: Sequence[str]) -> list[str]:
    """Give what may be chosen in a column; what stands there already is among it.

    A value that is no choice is shown as it is, until another is chosen.
    """
    if not allowed:
        return []
    at = one.columns.index(column)
    there = {cells[at] for _, cells in one.rows if at < len(cells) and cells[at]}
    return [*allowed, *sorted(there - set(allowed))]


def how_to_edit(*, to_mend: bool) -> str:
    """Say how an editor is used."""
    typed = "Press Enter after typing: each change is checked and kept at once."
    if to_mend:
        return f"{typed} A row that is mended stays here until you show what is left."
    return (
        f"{typed} Write a new row at the foot; mark rows at the left edge to take them out. "
        "Rows copied from a spreadsheet can be pasted."
    )


def what_use_does(*, tried: bool) -> str:
    """Say what follows when the tables are used."""
    if not tried:
        return "Until you use them, every page keeps the team it has."
    return (
        "Using them begins a new draft. Your what-if changes and saved scenarios stay in the "
        "draft of now: keep the address of this page to go back to it."
    )
