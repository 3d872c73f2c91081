"""Appending: a chain, one at a time, whole or not at all."""

import hashlib
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from planner.data.decision_record import Head
from planner.data.record_kinds import ReasonCode, RecordKind
from planner.errors import UsageFault
from planner.store import append, entered_on_cris, head, records, store_at, verify
from planner.store.connect import head_row
from tests.store.keeping import Hand, kept, note

APPENDING = sys.modules["planner.store.append"]
"""The module, whose name its function bears too."""


def test_each_record_carries_the_digest_of_the_one_before(tmp_path: Path) -> None:
    """Numbers run from 1, the first follows nothing, and each digest is of the text kept."""
    store = kept(tmp_path, 3)
    first, second, third = records(store)
    assert [record.sequence for record in (first, second, third)] == [1, 2, 3]
    chain = ["", first.digest, second.digest]
    assert [record.previous for record in (first, second, third)] == chain
    assert head(store) == Head(count=3, digest=third.digest)
    for row in Hand(store).rows():
        assert row.digest == hashlib.sha256(row.body.encode()).hexdigest()
        assert "digest" not in json.loads(row.body)


def test_what_is_given_back_is_what_is_kept(tmp_path: Path) -> None:
    """Every field, names in any script, quotes and line breaks come back as they went in."""
    entry = note(
        'Ngọc\'s "aunt"\n; 子\0 \U0001f600 drop table',
        kind=RecordKind.DEALLOCATED,
        children=("Zoë", "子 1"),
        practitioner_before="P1",
        reason=ReasonCode.OTHER,
        rationale='{"why": "settled"}',
        review=date(2026, 4, 1),
        consulted=("practice leader, 2 March", "line manager"),
        policy="default",
        user="Kim Nguyễn",
    )
    store = store_at(tmp_path / "nach ü?#%20.sqlite")
    made = append(store, entry)
    assert records(store) == (made,)
    assert {name: getattr(made, name) for name in type(entry).model_fields} == dict(entry)
    assert verify(store) == ()


def test_time_is_kept_in_utc(tmp_path: Path) -> None:
    """A time given on another clock is the same moment."""
    melbourne = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=11)))
    store = store_at(tmp_path / "d.sqlite")
    append(store, note(), at=melbourne)
    (record,) = records(store)
    assert record.time == datetime(2026, 3, 1, 22, 0, tzinfo=UTC)
    assert '"time":"2026-03-01T22:00:00+00:00"' in Hand(store).rows()[0].body


def test_reading_by_child_and_by_day(tmp_path: Path) -> None:
    """A child's records and those from a day on, that day included."""
    store = store_at(tmp_path / "d.sqlite")
    for day, child in ((1, "C1"), (2, "C2"), (3, "C1")):
        append(store, note(children=(child,)), at=datetime(2026, 3, day).astimezone())
    assert [r.sequence for r in records(store, child="C1")] == [1, 3]
    assert [r.sequence for r in records(store, since=date(2026, 3, 2))] == [2, 3]
    assert [r.sequence for r in records(store, "C1", date(2026, 3, 2))] == [3]
    assert records(store, child="C") == ()


def test_nothing_is_there_before_the_first(tmp_path: Path) -> None:
    """Reading makes no file; an empty one, as after a kill at the very start, has no records."""
    store = store_at(tmp_path / "sub" / "d.sqlite")
    assert (records(store), head(store)) == ((), Head())
    assert list(tmp_path.iterdir()) == []
    empty = tmp_path / "empty.sqlite"
    empty.touch()
    assert (records(store_at(empty)), head(store_at(empty))) == ((), Head())
    assert append(store_at(empty), note()).sequence == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decision_records SET body = replace(body, 'Note 2', 'Note 9') WHERE sequence = 2",
        "UPDATE decision_records SET sequence = 9 WHERE sequence = 5",
        "DELETE FROM decision_records WHERE sequence = 5",
        "INSERT INTO decision_records VALUES (9, 'd', 'b')",
        "INSERT OR REPLACE INTO decision_records VALUES (2, 'd', 'b')",
        "UPDATE decision_head SET count = 4",
        "UPDATE decision_head SET schema_version = 9, count = 6",
        "DELETE FROM decision_head",
    ],
)
def test_the_database_itself_refuses_to_alter(tmp_path: Path, statement: str) -> None:
    """Any program that opens the file is refused, until it takes the guards out."""
    store = kept(tmp_path)
    assert store.file is not None
    with (
        closing(sqlite3.connect(store.file)) as connection,
        pytest.raises(sqlite3.IntegrityError, match=r"never|at the end|only moves on"),
    ):
        connection.execute(statement)
    assert verify(store) == ()


def test_nothing_is_added_to_a_chain_that_does_not_add_up(tmp_path: Path) -> None:
    """A further record would cover up that the last ones were taken out."""
    store = kept(tmp_path)
    Hand(store).does("DELETE FROM decision_records WHERE sequence = 5")
    with pytest.raises(UsageFault, match="does not add up, so nothing was recorded"):
        append(store, note())
    assert len(records(store)) == 4


def test_an_entry_on_cris_refers_to_the_first(tmp_path: Path) -> None:
    """It is a further record of the same children; the first stays as it was."""
    store = kept(tmp_path, 2)
    first = records(store)[0]
    made = append(store, entered_on_cris(first, date(2026, 3, 3), "Bo"))
    assert (made.about, made.entered, made.user) == (1, date(2026, 3, 3), "Bo")
    assert (made.children, made.family, made.text) == (first.children, first.family, "")
    assert records(store)[0] == first
    with pytest.raises(UsageFault, match="Record 3 only says that record 1 was entered"):
        append(store, entered_on_cris(made, date(2026, 3, 3), "Bo"))


def test_an_entry_on_cris_that_is_still_to_come_is_none(tmp_path: Path) -> None:
    """The day of the entry may be the day of the record, and not the day after."""
    store = kept(tmp_path, 1)
    now = datetime(2026, 3, 3, 12).astimezone()
    (first,) = records(store)
    append(store, entered_on_cris(first, date(2026, 3, 3), "Bo"), at=now)
    with pytest.raises(UsageFault, match="2026-03-04 is still to come"):
        append(store, entered_on_cris(first, date(2026, 3, 4), "Bo"), at=now)


@pytest.mark.parametrize(
    ("about", "family", "words"),
    [(3, "F1", "There is no record 3"), (1, "F2", "Record 1 is about another family")],
)
def test_a_record_speaks_only_of_one_that_is_there(
    tmp_path: Path, about: int, family: str, words: str
) -> None:
    """Of an earlier record, and of the same family; else nothing is recorded."""
    store = kept(tmp_path, 2)
    with pytest.raises(UsageFault, match=words):
        append(store, note(about=about, family=family))
    assert len(records(store)) == 2
    assert append(store, note(about=1)).about == 1


def test_another_who_was_first_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the number was taken meanwhile, the record is made anew after that one."""
    store, taken = kept(tmp_path, 2), iter([True, True, False])

    def late(connection: Connection) -> Head | None:
        if next(taken):
            raise IntegrityError("INSERT", {}, sqlite3.IntegrityError("UNIQUE"))
        return head_row(connection)

    monkeypatch.setattr(APPENDING, "head_row", late)
    assert append(store, note()).sequence == 3
    assert verify(store) == ()


def test_many_who_are_always_first_end_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not tried for ever."""
    store = kept(tmp_path, 1)

    def never(_: Connection) -> Head:
        raise IntegrityError("INSERT", {}, sqlite3.IntegrityError("UNIQUE"))

    monkeypatch.setattr(APPENDING, "head_row", never)
    with pytest.raises(UsageFault, match="many at once; nothing was recorded"):
        append(store, note())
    assert len(records(store)) == 1


_MANY = """
import sys
from planner.store import append, store_at
from tests.store.keeping import note
for number in range(int(sys.argv[3])):
    print(append(store_at(sys.argv[1]), note(f"{sys.argv[2]} {number}")).sequence)
"""


def test_two_processes_at_once_keep_one_chain(tmp_path: Path) -> None:
    """Two times fifty, into a store that neither found there: all kept, each once, in order."""
    file, each = tmp_path / "d.sqlite", 50
    both = [
        subprocess.Popen(
            [sys.executable, "-c", _MANY, str(file), name, str(each)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("Ash", "Bo")
    ]
    said = [[int(line) for line in one.communicate()[0].split()] for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert sorted(said[0] + said[1]) == list(range(1, 2 * each + 1))
    texts = {record.sequence: record.text for record in records(store_at(file))}
    assert [texts[number] for number in said[0]] == [f"Ash {n}" for n in range(each)]
    assert verify(store_at(file)) == ()
