"""Headings of a table: which of our columns each one is."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planner.errors import Fault
from planner.files.cells import Column
from planner.files.source import RawTable, Words
from planner.files.suggest import nearest
from planner.files.tables import Table


class Headings(NamedTuple):
    """For each position of a row the column it holds; ``None`` is left out.

    No cell may stand at the positions in ``blank``, which have no heading.
    """

    columns: tuple[Column | None, ...] = ()
    blank: frozenset[int] = frozenset()
    faults: tuple[Fault, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Give the columns that are there."""
        return tuple(column.name for column in self.columns if column)


def read_headings(raw: RawTable, table: Table, own: Words) -> Headings:
    """Match the first row to our columns, through the manager's own headings.

    ``own`` maps a heading of the manager's to a column of ours; to blank where
    the manager's column is to be left out.
    """
    first = raw.rows[0][1] if raw.rows else ()
    if not any(first):
        return Headings(faults=(Fault(raw.file, 1, message="holds no headings"),))
    renamed = {_key(heading): name for heading, name in own.items()}
    columns: list[Column | None] = []
    faults: list[Fault] = []
    for heading in first:
        found = _find(heading, table, renamed, raw.file)
        if isinstance(found, Fault):
            faults.append(found)
        columns.append(None if isinstance(found, Fault) else found)
    faults += [*_twice(columns, raw.file), *_left_out(columns, table, raw.file)]
    blank = frozenset(position for position, heading in enumerate(first) if not heading)
    return Headings(tuple(columns), blank, tuple(faults))


def _find(
    heading: str, table: Table, renamed: Mapping[str, str], file: str
) -> Column | Fault | None:
    """Find the column of a heading; a blank heading is looked at with its cells."""
    if not heading:
        return None
    name = renamed.get(_key(heading), _key(heading))
    if not name:
        return None
    if name in table.names:
        return table.column(name)
    hint = nearest(name, table.names)
    return Fault(file, 1, heading, message=f"is not a column of {table.name}{hint}")


def _key(heading: str) -> str:
    return "_".join(heading.casefold().replace("-", " ").replace("_", " ").split())


def _twice(columns: list[Column | None], file: str) -> Iterator[Fault]:
    names = [column.name for column in columns if column]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Fault(file, 1, name, message="is there twice")


def _left_out(columns: list[Column | None], table: Table, file: str) -> Iterator[Fault]:
    """Name the columns that must be there and are not."""
    names = {column.name for column in columns if column}
    for column in table.columns:
        if column.heading_needed and column.name not in names:
            yield Fault(file, 1, column.name, message="column is missing")
    for group in table.one_of:
        if not names.intersection(group):
            yield Fault(file, 1, " or ".join(group), message="column is missing")


def unknown_targets(own: Words, table: Table, file: str) -> Iterator[Fault]:
    """Name entries of a heading map that lead to no column of ours."""
    for heading, name in own.items():
        if name and name not in table.names:
            message = f"is not a column of {table.name}{nearest(name, table.names)}"
            yield Fault(file, None, f"columns.{table.name}.{heading}", name, message)
