"""Entries and stores for tests, and a hand that reaches past the planner into the file."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from planner.data.decision_record import DecisionEntry
from planner.data.record_kinds import RecordKind
from planner.store import Store, append, store_at
from planner.store.chain import Row, canonical, fingerprint
from planner.store.tables import GUARDS


def note(text: str = "Seen.", **fields: object) -> DecisionEntry:
    """Make the simplest entry there is."""
    usual = {"kind": RecordKind.NOTE, "children": ("C1",), "family": "F1", "user": "Ash"}
    return DecisionEntry.model_validate({**usual, "text": text, **fields})


def kept(folder: Path, count: int = 5) -> Store:
    """Make a store of some notes."""
    store = store_at(folder / "decisions.sqlite")
    for number in range(1, count + 1):
        append(store, note(f"Note {number}."))
    return store


class Hand:
    """Somebody with a database tool, who takes the guards out first and puts them back."""

    def __init__(self, store: Store) -> None:
        assert store.file is not None
        self.file = store.file

    def does(self, *statements: str, values: tuple[object, ...] = ()) -> None:
        """Run statements with the guards out of the way."""
        with closing(sqlite3.connect(self.file)) as connection, connection:
            connection.execute("PRAGMA synchronous = OFF")
            for name in GUARDS:
                connection.execute(f"DROP TRIGGER IF EXISTS {name}")
            for statement in statements:
                connection.execute(statement, values)
            for guard in GUARDS.values():
                connection.execute(guard)

    def rows(self) -> list[Row]:
        """Read what is there."""
        with closing(sqlite3.connect(self.file)) as connection:
            query = "SELECT sequence, digest, body FROM decision_records ORDER BY sequence"
            return [Row(*row) for row in connection.execute(query)]

    def writes(self, rows: list[Row]) -> None:
        """Put other rows in the place of all those that are there."""
        self.does("DELETE FROM decision_records")
        for row in rows:
            self.does("INSERT INTO decision_records VALUES (?, ?, ?)", values=tuple(row))

    def fits_the_head(self) -> None:
        """Make the store's own account say what is there."""
        last = self.rows()[-1]
        self.does(
            "UPDATE decision_head SET count = ?, digest = ?", values=(last.sequence, last.digest)
        )


def altered(row: Row, fields: Mapping[str, object], *, sealed: bool = False) -> Row:
    """Change fields of a row; ``sealed`` gives it a digest that fits."""
    body = canonical({**json.loads(row.body), **fields})
    return row._replace(body=body, digest=fingerprint(body) if sealed else row.digest)
