"""The tables of a team as text, while a manager mends them: read by the rules of every file.

Nothing here parses a cell. ``check`` hands the texts to the same reader that
folders and workbooks go through, and gives the team or every fault.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from planner.data.record import Record
from planner.data.scenario import Scenario
from planner.errors import DataFaults, Fault
from planner.files.assemble import DEFAULT_POLICY, Team, assemble
from planner.files.cells import write_cell
from planner.files.safe import replacing
from planner.files.settings import read_settings_sheet
from planner.files.source import RawTable, Source
from planner.files.tables import LIMITS, TABLES, Table, table
from planner.files.texts import written_limits, written_tables

SETTINGS = "scenario"
KEY, VALUE = "key", "value"
UNNAMED = "My team"

TITLES: Mapping[str, str] = {
    "cases": "Children",
    "practitioners": "Practitioners",
    "leave": "Leave",
    "tasks": "Dated tasks",
    "pins": "Decisions",
    "factors": "Factors",
    "indicators": "De-allocation indicators",
    "travel": "Travel times",
    SETTINGS: "Team settings",
}
"""What each table is called on screen, in the order in which a manager meets them."""

Row = tuple[int, tuple[str, ...]]
"""The number that a spreadsheet shows, and a text for each column."""


class TextTable(Record):
    """One table of ours as text.

    ``given`` says whether it is handed on although it has no rows: an optional
    table that was supplied and is empty says more than one never supplied.
    """

    table: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    given: bool = True


class Unread(Record):
    """A cell that could not be taken over as it was, such as a formula.

    It is a fault for as long as its text stands there unchanged.
    """

    table: str
    row: int
    column: str
    text: str
    message: str


class TeamTables(Record):
    """Every table of one team as text; immutable, changed by copy."""

    tables: tuple[TextTable, ...] = ()
    unread: tuple[Unread, ...] = ()

    def find(self, name: str) -> TextTable:
        """Give a table; one that is not there yet is empty, with its usual columns."""
        for one in self.tables:
            if one.table == name:
                return one
        return empty_table(name)

    def put(self, changed: TextTable) -> "TeamTables":
        """Give the tables with one of them changed or added."""
        others = [one for one in self.tables if one.table != changed.table]
        return self.model_copy(update={"tables": (*others, changed)})


def empty_table(name: str) -> TextTable:
    """Make a table without rows: every column of a small one, what is needed of a large one."""
    if name == SETTINGS:
        return TextTable(table=SETTINGS, columns=(KEY, VALUE))
    spec = table(name)
    needed = tuple(c.name for c in spec.columns if c.heading_needed or _leads_group(c.name, spec))
    return TextTable(
        table=name, columns=needed if spec.needed else spec.names, given=bool(spec.needed)
    )


def _leads_group(column: str, spec: Table) -> bool:
    return any(column == group[0] for group in spec.one_of)


def settings_table(name: str, as_at: date, teams: Iterable[str] = ()) -> TextTable:
    """Make the settings of a team that brought none: all at their default but name and day."""
    head: dict[str, object] = {"name": name, "as_at": as_at}
    return _settings_of(head, {}, dict.fromkeys(sorted(set(teams) - {""}), ""))


def tables_of(scenario: Scenario) -> TeamTables:
    """Give the tables of a team that can be read already, as it would be written."""
    texts = tuple(
        TextTable(
            table=written.table.name,
            columns=tuple(column.name for column in written.columns),
            rows=tuple(
                (number, tuple(write_cell(value) for value in row))
                for number, row in enumerate(written.rows, start=2)
            ),
        )
        for written in written_tables(scenario)
    )
    head: dict[str, object] = {
        "name": scenario.name,
        "as_at": scenario.as_at,
        "cycle_days": scenario.cycle_days,
    }
    if scenario.policy != DEFAULT_POLICY:
        head["policy"] = scenario.policy
    settings = _settings_of(head, written_limits(scenario), scenario.bases)
    return TeamTables(tables=(*texts, settings))


def _settings_of(
    head: Mapping[str, object], limits: Mapping[str, object], bases: Mapping[str, str]
) -> TextTable:
    """List every setting by its key, those at their default with a blank value."""
    values = {**dict.fromkeys(("name", "as_at", "cycle_days")), **head}
    values |= {f"limits.{name}": limits.get(name) for name in LIMITS.names}
    values |= {f"bases.{team}": zone for team, zone in bases.items()}
    rows = enumerate(values.items(), start=2)
    return TextTable(
        table=SETTINGS,
        columns=(KEY, VALUE),
        rows=tuple((number, (key, write_cell(value))) for number, (key, value) in rows),
    )


def check(tables: TeamTables) -> Team | DataFaults:
    """Read the tables as they stand; give the team, or every fault with its cell."""
    settings, faults = read_settings_sheet(_raw(tables.find(SETTINGS)))
    raw = tuple(_raw(one) for one in tables.tables if one.table != SETTINGS and _handed_on(one))
    faults += [*_missing(raw), *_still_unread(tables)]
    try:
        return assemble(Source(UNNAMED, settings, raw, tuple(faults)))
    except DataFaults as error:
        return error


def _raw(one: TextTable) -> RawTable:
    return RawTable(one.table, TITLES[one.table], ((1, one.columns), *one.rows))


def _handed_on(one: TextTable) -> bool:
    return one.given or any(any(cells) for _, cells in one.rows)


def _missing(raw: tuple[RawTable, ...]) -> Iterator[Fault]:
    """Name tables that must be there, also where they are there without a row."""
    filled = {one.table for one in raw if any(any(cells) for _, cells in one.rows[1:])}
    for spec in TABLES:
        if spec.needed and spec.name not in filled:
            yield Fault(TITLES[spec.name], message="has no rows yet")


def _still_unread(tables: TeamTables) -> Iterator[Fault]:
    for cell in tables.unread:
        if text_at(tables, cell.table, cell.row, cell.column) == cell.text:
            yield Fault(TITLES[cell.table], cell.row, cell.column, cell.text, cell.message)


def text_at(tables: TeamTables, name: str, row: int, column: str) -> str | None:
    """Give the text of one cell; ``None`` where the row or the column is gone."""
    one = tables.find(name)
    if column not in one.columns:
        return None
    place = one.columns.index(column)
    return next((cells[place] for number, cells in one.rows if number == row), None)


def write_tables(tables: TeamTables, path: Path) -> None:
    """Write tables as they stand, faults and all, as a workbook to go on with later.

    Raises
    ------
    UsageFault
        Where the file cannot be written; then nothing of it is left.
    """
    # Imported here: it takes long to load, and most visits write nothing.
    from planner.files.book import texts_book

    settings = {cells[0]: cells[1] for _, cells in tables.find(SETTINGS).rows}
    texts = [
        (one.table, one.columns, [cells for _, cells in one.rows])
        for one in tables.tables
        if one.table != SETTINGS
    ]
    with replacing(path) as temporary:
        texts_book(settings, texts).save(temporary)
