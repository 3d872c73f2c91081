"""The tables of a store, and the guards that refuse to alter what was recorded.

A record is kept as the very text its digest was taken of, so that anyone can
check it without this program, and so that fields added later change no digest.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    event,
)

SCHEMA_VERSION = 1

metadata = MetaData()

RECORDS = Table(
    "decision_records",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("body", Text, nullable=False),
)

HEAD = Table(
    "decision_head",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True, autoincrement=False),
    Column("schema_version", Integer, nullable=False),
    Column("count", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
)

GUARDS: dict[str, str] = {
    "decision_records_unaltered": (
        "CREATE TRIGGER decision_records_unaltered BEFORE UPDATE ON decision_records "
        "BEGIN SELECT RAISE(ABORT, 'decision records are never altered'); END"
    ),
    "decision_records_undeleted": (
        "CREATE TRIGGER decision_records_undeleted BEFORE DELETE ON decision_records "
        "BEGIN SELECT RAISE(ABORT, 'decision records are never deleted'); END"
    ),
    "decision_records_in_order": (
        "CREATE TRIGGER decision_records_in_order BEFORE INSERT ON decision_records "
        "WHEN NEW.sequence <> (SELECT count + 1 FROM decision_head) "
        "BEGIN SELECT RAISE(ABORT, 'decision records are added at the end'); END"
    ),
    "decision_head_forward": (
        "CREATE TRIGGER decision_head_forward BEFORE UPDATE ON decision_head "
        "WHEN NEW.count <> OLD.count + 1 OR NEW.schema_version <> OLD.schema_version "
        "BEGIN SELECT RAISE(ABORT, 'the head only moves on by one'); END"
    ),
    "decision_head_undeleted": (
        "CREATE TRIGGER decision_head_undeleted BEFORE DELETE ON decision_head "
        "BEGIN SELECT RAISE(ABORT, 'the head is never deleted'); END"
    ),
}
"""Triggers by name; other databases keep the chain without them."""


def _guard(_target: object, connection: Connection, **_how: object) -> None:
    statements = GUARDS.values() if connection.dialect.name == "sqlite" else ()
    for statement in statements:
        connection.exec_driver_sql(statement)


event.listen(metadata, "after_create", _guard)
