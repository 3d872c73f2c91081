"""Add a record to the chain; nothing else is ever done to it."""

from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from planner.data.decision_record import DecisionEntry, DecisionRecord, Head
from planner.data.record_kinds import RecordKind
from planner.errors import UsageFault
from planner.store.chain import Row, opened, sealed
from planner.store.connect import has_tables, head_row, writing
from planner.store.entry import check
from planner.store.place import Store, make_place
from planner.store.tables import HEAD, RECORDS, SCHEMA_VERSION, metadata

TRIES = 20
"""How often to try again where others were first; a database file never needs it."""


def append(store: Store, entry: DecisionEntry, at: datetime | None = None) -> DecisionRecord:
    """Record a decision; once this returns, the record is on the disk.

    ``at`` is the time of the decision, now by default.

    Raises
    ------
    UsageFault
        Where the entry does not say what it must, or the store cannot take
        it; then nothing was recorded.
    """
    check(entry)
    _not_to_come(entry, at or datetime.now(UTC))
    make_place(store)
    for _ in range(TRIES):
        try:
            with writing(store) as connection:
                record = _added(store, connection, entry, at)
        except IntegrityError:
            # On a database server another process took the number first.
            continue
        return record
    raise UsageFault(f"{store.name} is written to by many at once; nothing was recorded.")


def _not_to_come(entry: DecisionEntry, time: datetime) -> None:
    if entry.entered is not None and entry.entered > time.astimezone().date():
        raise UsageFault(f"{entry.entered.isoformat()} is still to come: not entered yet.")


def _added(
    store: Store, connection: Connection, entry: DecisionEntry, at: datetime | None
) -> DecisionRecord:
    if not has_tables(store, connection):
        metadata.create_all(connection)
        connection.execute(
            insert(HEAD).values(id=1, schema_version=SCHEMA_VERSION, count=0, digest="")
        )
    head = _end(store, connection)
    _known(connection, entry)
    # The time is taken in our turn, so that it does not run backwards along the chain.
    row = sealed(entry, head, (at or datetime.now(UTC)).astimezone(UTC))
    connection.execute(insert(RECORDS).values(row._asdict()))
    connection.execute(update(HEAD).values(count=row.sequence, digest=row.digest))
    return opened(row)


def _end(store: Store, connection: Connection) -> Head:
    """Give where the chain ends, where the last record and the store's own account agree."""
    last = connection.execute(
        select(RECORDS.c.sequence, RECORDS.c.digest).order_by(RECORDS.c.sequence.desc()).limit(1)
    ).first()
    found = Head(count=last.sequence, digest=last.digest) if last else Head()
    if found != head_row(connection):
        raise UsageFault(
            f"{store.name} does not add up, so nothing was recorded: planner records verify says "
            "why. Keep the file as it is; decisions can go to another with --store."
        )
    return found


def _known(connection: Connection, entry: DecisionEntry) -> None:
    """Refuse to speak of a record that is not there, or is of another family."""
    if entry.about is None:
        return
    wanted = select(RECORDS).where(RECORDS.c.sequence == entry.about)
    row = connection.execute(wanted).first()
    if row is None:
        raise UsageFault(f"There is no record {entry.about}.")
    about = opened(Row.of(row))
    if about.kind is RecordKind.ENTERED:
        raise UsageFault(f"Record {entry.about} only says that record {about.about} was entered.")
    if about.family != entry.family:
        raise UsageFault(f"Record {entry.about} is about another family.")
