"""Read what was recorded, in the order in which it was."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from planner.data.decision_record import DecisionRecord, Head
from planner.store.chain import Row, opened
from planner.store.connect import has_tables, head_row, reading
from planner.store.place import Store
from planner.store.tables import RECORDS


def records(
    store: Store, child: str | None = None, since: date | None = None
) -> tuple[DecisionRecord, ...]:
    """Give the records in order: all, those that name a child, those from a day on.

    A store that is not there yet has none.

    Raises
    ------
    UsageFault
        Where the store or one of its records cannot be read.
    """
    every = (opened(row) for row in rows(store))
    return tuple(
        record
        for record in every
        if (child is None or child in record.children)
        and (since is None or record.local_time.date() >= since)
    )


def rows(store: Store) -> Sequence[Row]:
    """Give the records as the database holds them, unread."""
    if not store.there:
        return ()
    with reading(store) as connection:
        if not has_tables(store, connection):
            return ()
        return [Row.of(row) for row in connection.execute(select(RECORDS).order_by("sequence"))]


def head(store: Store) -> Head:
    """Say where the chain ends by the store's own account, to be written down elsewhere.

    Raises
    ------
    UsageFault
        Where the store cannot be read.
    """
    if not store.there:
        return Head()
    with reading(store) as connection:
        found = head_row(connection) if has_tables(store, connection) else None
        return found or Head()
