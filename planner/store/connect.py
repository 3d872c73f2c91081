"""One transaction with the database of a store, and in words why there was none."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from pydantic import ValidationError
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, inspect, select
from sqlalchemy.exc import IntegrityError, NoSuchModuleError, SQLAlchemyError

from planner.data.decision_record import Head
from planner.errors import UsageFault
from planner.store.place import Store
from planner.store.tables import HEAD, RECORDS, SCHEMA_VERSION

WAIT_SECONDS = 30
"""How long one process waits for another that is writing."""

_AT_ONCE = "planner_at_once"

_WORDS: Mapping[int, str] = {
    sqlite3.SQLITE_BUSY: "is being written to by another program; try again",
    sqlite3.SQLITE_LOCKED: "is being written to by another program; try again",
    sqlite3.SQLITE_READONLY: "cannot be written to",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened, or its folder cannot be written to",
    sqlite3.SQLITE_PERM: "cannot be opened",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports a fault",
}
_DAMAGE: Mapping[int, str] = {
    sqlite3.SQLITE_NOTADB: "is not a store of decision records",
    sqlite3.SQLITE_CORRUPT: "is damaged: the file of the database does not hold together",
}


class Damaged(UsageFault):
    """What is at the place is no store, or none that can be read as a whole."""


@contextmanager
def reading(store: Store) -> Iterator[Connection]:
    """Give a connection that sees one state of the store throughout."""
    with _connection(store, {}) as connection:
        yield connection


@contextmanager
def writing(store: Store) -> Iterator[Connection]:
    """Give a connection alone with the right to write; done and on the disk once it ends well."""
    with _connection(store, {_AT_ONCE: True}) as connection:
        yield connection


@contextmanager
def _connection(store: Store, options: Mapping[str, object]) -> Iterator[Connection]:
    try:
        connected = _engine(store).connect().execution_options(**options)
        with connected as connection, connection.begin():
            yield connection
    except IntegrityError:
        raise
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise _refusal(store, error) from error


def _engine(store: Store) -> Engine:
    try:
        if store.file is None:
            return create_engine(store.url, poolclass=NullPool)
        waiting = {"timeout": WAIT_SECONDS}
        engine = create_engine(store.url, poolclass=NullPool, connect_args=waiting)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        kind = store.url.get_backend_name()
        raise UsageFault(f"There is no driver for {kind} here; name a file.") from error
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    """Let us begin transactions ourselves, and let a commit mean that it is on the disk.

    EXTRA is FULL and the folder too: without it, a loss of power could bring
    the journal of a finished transaction back, which would undo it.
    """
    connection.isolation_level = None
    # What we write is plain ASCII: a byte that is no text is for the digests to find.
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    connection.execute("PRAGMA synchronous = EXTRA")


def _begin(connection: Connection) -> None:
    at_once = connection.get_execution_options().get(_AT_ONCE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if at_once else "BEGIN")


def _refusal(store: Store, error: Exception) -> UsageFault:
    cause = getattr(error, "orig", None) or error
    # The lowest byte is the kind of fault, the others say more closely which.
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGE:
        return Damaged(f"{store.name} {_DAMAGE[code]}.")
    return UsageFault(f"{store.name} {_WORDS.get(code, f'cannot be used: {cause}')}.")


def has_tables(store: Store, connection: Connection) -> bool:
    """Say whether anything was ever recorded; what belongs to another program is refused.

    Raises
    ------
    UsageFault
        Where the database is not a store, or one of a later version.
    """
    names = set(inspect(connection).get_table_names())
    if not names:
        return False
    if HEAD.name not in names or RECORDS.name not in names:
        raise Damaged(f"{store.name} is a database, but not a store of decision records.")
    version = connection.scalar(select(HEAD.c.schema_version))
    if version is not None and not isinstance(version, int):
        raise Damaged(f"{store.name} no longer says of which version it is.")
    if version is not None and version > SCHEMA_VERSION:
        raise UsageFault(
            f"{store.name} was written by a later version of the planner (version {version} "
            f"of the store; this one reads version {SCHEMA_VERSION}). Nothing was changed."
        )
    return True


def head_row(connection: Connection) -> Head | None:
    """Read where the chain ends by the store's own account; ``None`` where it has none."""
    row = connection.execute(select(HEAD.c.count, HEAD.c.digest)).first()
    try:
        return Head(count=row.count, digest=row.digest) if row else None
    except ValidationError:
        return None
