"""Check that nothing recorded was changed, taken out, put in or put elsewhere since."""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.data.decision_record import Head
from planner.errors import UsageFault
from planner.store.chain import Row, fingerprint, opened
from planner.store.connect import Damaged, has_tables, head_row, reading
from planner.store.place import Store
from planner.store.tables import GUARDS, RECORDS

SHORTEST_HEAD = 12
"""So many characters of a digest written down are enough to know it by."""


class _Found(NamedTuple):
    """All that the check looks at, read in one go."""

    rows: Sequence[Row]
    head: Head | None
    guards: dict[str, str] | None
    disk: tuple[str, ...] = ()


def verify(store: Store, head: str = "") -> tuple[str, ...]:
    """Say in sentences what is wrong with a store; nothing where all is well.

    ``head`` is the digest of the last record as it was written down elsewhere,
    at any time, or its first twelve characters or more. Without it, somebody
    who took the last records out and made the store's own account fit, or who
    wrote the whole chain anew, is not found.

    Raises
    ------
    UsageFault
        Where the store cannot be read at all just now, or is of a later version.
    """
    wanted = "".join(head.split()).casefold()
    if wanted and len(wanted) < SHORTEST_HEAD:
        raise UsageFault(f"Give at least the first {SHORTEST_HEAD} characters of the digest.")
    if not store.there:
        return (f"There is no store at {store.name}: nothing could be checked.",)
    try:
        with reading(store) as connection:
            found = _read(store, connection)
    except Damaged as damage:
        return (str(damage),)
    return (*found.disk, *_guards(found.guards), *_each(found.rows), *_end(found, wanted))


def _read(store: Store, connection: Connection) -> _Found:
    disk = _disk(connection) if store.file else ()
    if not has_tables(store, connection):
        return _Found((), Head(), None, disk)
    # By rowid and not through an index, which may say something else.
    rows = [Row.of(row) for row in connection.execute(select(RECORDS))]
    guards = _triggers(connection) if store.file else None
    return _Found(sorted(rows), head_row(connection), guards, disk)


def _disk(connection: Connection) -> tuple[str, ...]:
    said = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalars().all()
    return tuple(f"The file of the database is damaged: {text}." for text in said if text != "ok")


def _triggers(connection: Connection) -> dict[str, str]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    return {str(name): str(sql) for name, sql in connection.exec_driver_sql(query)}


def _guards(guards: dict[str, str] | None) -> Iterator[str]:
    if guards is not None and guards != GUARDS:
        yield "The guards against altering records were themselves altered."


def _each(rows: Sequence[Row]) -> Iterator[str]:
    """Look at each record by itself, and at each with the one before."""
    for row in rows:
        yield from _itself(row)
    first = Row(0, "", "")
    for before, row in pairwise((first, *rows)):
        gap = range(before.sequence + 1, row.sequence)
        if gap:
            yield _missing(gap)
        elif row.sequence == before.sequence:
            yield f"There are two records {row.sequence}."
        elif _field(row, "previous") != before.digest:
            yield _break(before.sequence, row.sequence)


def _missing(gap: range) -> str:
    if len(gap) == 1:
        return f"Record {gap[0]} is missing."
    return f"Records {gap[0]} to {gap[-1]} are missing."


def _break(before: int, sequence: int) -> str:
    if not before:
        return f"Record {sequence} was not written as the first: others stood before it."
    return (
        f"Record {sequence} was not written after record {before} as that stands now: one of "
        "them was put in, put elsewhere, or written anew."
    )


def _itself(row: Row) -> Iterator[str]:
    if fingerprint(row.body) != row.digest:
        yield f"Record {row.sequence} was changed: its digest does not fit what it says."
    written = _field(row, "sequence")
    if written != row.sequence:
        yield f"Record {row.sequence} was written as record {written}: it was put elsewhere."
    try:
        opened(row)
    except UsageFault:
        yield f"Record {row.sequence} cannot be read."


def _field(row: Row, name: str) -> object:
    try:
        fields = json.loads(row.body)
    except (ValueError, TypeError):
        return None
    return fields.get(name) if isinstance(fields, dict) else None


def _end(found: _Found, wanted: str) -> Iterator[str]:
    """Look at where the chain ends: by the store's own account and by the one from elsewhere."""
    if found.head is None:
        yield "The store no longer says how many records it has."
    else:
        yield from _account(found.rows, found.head)
    if wanted and not any(row.digest.casefold().startswith(wanted) for row in found.rows):
        yield (
            "No record has the digest that was written down: it was taken out or changed, "
            "with all that came after it, or this is another store."
        )


def _account(rows: Sequence[Row], head: Head) -> Iterator[str]:
    last = rows[-1] if rows else Row(0, "", "")
    if last.sequence < head.count:
        yield f"{_missing(range(last.sequence + 1, head.count + 1))[:-1]} at the end."
    elif last.sequence > head.count:
        yield f"The store counts {head.count} records, but goes on to record {last.sequence}."
    elif last.digest != head.digest:
        yield f"Record {last.sequence} is not the one that the store has as its last."
