"""Verifying: every way of reaching into the file is found, and said in a sentence."""

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.data.decision_record import DecisionEntry, DecisionRecord
from planner.data.record_kinds import ReasonCode, RecordKind
from planner.errors import UsageFault
from planner.store import append, head, records, store_at, verify
from planner.store.chain import Row
from planner.store.tables import SCHEMA_VERSION
from tests.store.keeping import Hand, altered, kept, note

Rows = list[Row]


def _changed(rows: Rows) -> Rows:
    return [*rows[:2], altered(rows[2], {"text": "Another."}), *rows[3:]]


def _changed_and_sealed(rows: Rows) -> Rows:
    return [*rows[:2], altered(rows[2], {"text": "Another."}, sealed=True), *rows[3:]]


def _swapped(rows: Rows) -> Rows:
    second, third = rows[1], rows[2]
    return [rows[0], third._replace(sequence=2), second._replace(sequence=3), *rows[3:]]


def _swapped_and_renumbered(rows: Rows) -> Rows:
    second, third = rows[1], rows[2]
    return [
        rows[0],
        altered(third, {"sequence": 2}, sealed=True)._replace(sequence=2),
        altered(second, {"sequence": 3}, sealed=True)._replace(sequence=3),
        *rows[3:],
    ]


def _inserted(rows: Rows) -> Rows:
    new = altered(rows[2], {"text": "Never said.", "previous": rows[1].digest}, sealed=True)
    later = [
        altered(row, {"sequence": row.sequence + 1}, sealed=True)._replace(
            sequence=row.sequence + 1
        )
        for row in rows[2:]
    ]
    return [*rows[:2], new, *later]


CHANGED_3 = "Record 3 was changed: its digest does not fit what it says."
TAMPERING: tuple[tuple[str, Callable[[Rows], Rows], str], ...] = (
    ("changed", _changed, CHANGED_3),
    ("changed, sealed", _changed_and_sealed, "Record 4 was not written after record 3 as that"),
    ("deleted", lambda rows: [*rows[:2], *rows[3:]], "Record 3 is missing."),
    ("two deleted", lambda rows: [rows[0], *rows[3:]], "Records 2 to 3 are missing."),
    ("first deleted", lambda rows: rows[1:], "Record 1 is missing."),
    ("swapped", _swapped, "Record 2 was written as record 3: it was put elsewhere."),
    ("swapped, renumbered", _swapped_and_renumbered, "Record 2 was not written after record 1"),
    ("inserted", _inserted, "Record 4 was not written after record 3 as that stands now"),
    ("no text", lambda rows: [*rows[:2], rows[2]._replace(body="x"), *rows[3:]], CHANGED_3),
    (
        "text that is no record",
        lambda rows: [*rows[:4], altered(rows[4], {"user": 5}, sealed=True)],
        "Record 5 cannot be read.",
    ),
)


@pytest.mark.parametrize(
    ("tamper", "words"), [case[1:] for case in TAMPERING], ids=[case[0] for case in TAMPERING]
)
def test_tampering_is_found(tmp_path: Path, tamper: Callable[[Rows], Rows], words: str) -> None:
    """Whether or not the store's own account is made to fit as well."""
    store = kept(tmp_path)
    written_down, hand = head(store).digest, Hand(store)
    hand.writes(tamper(hand.rows()))
    assert any(fault.startswith(words) for fault in verify(store))
    hand.fits_the_head()
    faults = verify(store)
    assert any(fault.startswith(words) for fault in faults)
    assert all(fault.endswith(".") for fault in faults)
    assert set(faults) <= set(verify(store, written_down))


@pytest.mark.parametrize(("left", "words"), [(4, "Record 5 is"), (3, "Records 4 to 5 are")])
def test_records_taken_from_the_end_are_missed(tmp_path: Path, left: int, words: str) -> None:
    """The store counts them; once its count is made to fit, only a digest kept elsewhere tells."""
    store = kept(tmp_path)
    written_down, hand = head(store).digest, Hand(store)
    hand.writes(hand.rows()[:left])
    assert verify(store) == (f"{words} missing at the end.",)
    hand.fits_the_head()
    assert verify(store) == ()
    (fault,) = verify(store, written_down)
    assert fault.startswith("No record has the digest that was written down")


def test_a_chain_written_anew_is_found_by_a_digest_kept_elsewhere(tmp_path: Path) -> None:
    """Every digest fits, and still it is another chain."""
    store = kept(tmp_path)
    other = kept(tmp_path / "other")
    written_down = head(store).digest
    assert store.file is not None
    assert other.file is not None
    other.file.replace(store.file)
    assert verify(store) == ()
    assert len(verify(store, written_down)) == 1


@pytest.mark.parametrize("number", [1, 3, 5])
def test_a_digest_written_down_earlier_still_counts(tmp_path: Path, number: int) -> None:
    """Records added since do no harm; part of it, capitals and spaces are good enough."""
    store = kept(tmp_path)
    digest = records(store)[number - 1].digest
    assert verify(store, digest) == ()
    assert verify(store, f" {digest[:6].upper()} {digest[6:12]} ") == ()
    with pytest.raises(UsageFault, match="at least the first 12"):
        verify(store, digest[:11])


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE decision_head SET count = 4", "The store counts 4 records, but goes on to"),
        ("UPDATE decision_head SET digest = 'x'", "Record 5 is not the one that the store has"),
        ("UPDATE decision_head SET count = 'x'", "The store no longer says how many records"),
        ("DELETE FROM decision_head", "The store no longer says how many records it has."),
        ("DELETE FROM decision_records", "Records 1 to 5 are missing at the end."),
        ("UPDATE decision_records SET digest = x'00' WHERE sequence = 5", "Record 5 was changed"),
        (
            "UPDATE decision_records SET body = cast(x'ff' AS TEXT) WHERE sequence = 5",
            "Record 5 was changed: its digest",
        ),
    ],
)
def test_an_altered_table_is_found(tmp_path: Path, statement: str, words: str) -> None:
    """The store's own account, and values that are no text at all."""
    store = kept(tmp_path)
    Hand(store).does(statement)
    assert any(fault.startswith(words) for fault in verify(store))


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER decision_records_unaltered",
        "CREATE TRIGGER more AFTER INSERT ON decision_records BEGIN SELECT 1; END",
    ],
)
def test_altered_guards_are_found(tmp_path: Path, statement: str) -> None:
    """Guards taken out, or others put beside them."""
    store = kept(tmp_path)
    assert store.file is not None
    with closing(sqlite3.connect(store.file)) as connection, connection:
        connection.execute(statement)
    assert verify(store) == ("The guards against altering records were themselves altered.",)


def test_two_records_of_one_number_are_found(tmp_path: Path) -> None:
    """A table made anew without its key may hold a number twice."""
    store = kept(tmp_path)
    Hand(store).does(
        "ALTER TABLE decision_records RENAME TO old",
        "CREATE TABLE decision_records (sequence INTEGER, digest TEXT, body TEXT)",
        "INSERT INTO decision_records SELECT * FROM old",
        "INSERT INTO decision_records SELECT sequence, digest || '', body FROM old "
        "WHERE sequence = 2",
        "DROP TABLE old",
    )
    assert "There are two records 2." in verify(store)


def test_a_store_that_is_not_there_was_not_checked(tmp_path: Path) -> None:
    """A file that was deleted is no chain in order; an empty one has nothing in it."""
    (fault,) = verify(store_at(tmp_path / "gone.sqlite"))
    assert fault.endswith("gone.sqlite: nothing could be checked.")
    empty = tmp_path / "empty.sqlite"
    empty.touch()
    assert verify(store_at(empty)) == ()
    assert len(verify(store_at(empty), "0" * 12)) == 1


def test_a_damaged_file_is_found(tmp_path: Path) -> None:
    """Wherever a stretch of the file is overwritten, it does not pass for whole."""
    store = kept(tmp_path, 30)
    assert store.file is not None
    whole = store.file.read_bytes()
    # The first page says where all others are; from the second on it is records.
    for start in range(4096, len(whole) - 600, 4096):
        damaged = bytearray(whole)
        damaged[start : start + 600] = b"\xa5" * 600
        store.file.write_bytes(damaged)
        assert verify(store), start


FIELDS = 4
_NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
_ENTRIES = st.builds(
    DecisionEntry,
    kind=st.just(RecordKind.ACCEPTED),
    children=st.lists(_NAMES, min_size=1, max_size=3, unique=True).map(tuple),
    family=_NAMES,
    practitioner_after=_NAMES,
    reason=st.none() | st.sampled_from([ReasonCode.COURT, ReasonCode.RISK]),
    text=_NAMES,
    review=st.none() | st.dates(),
    user=_NAMES.filter(lambda name: bool(name.strip())),
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=st.lists(_ENTRIES, min_size=1, max_size=3), choose=st.randoms())
def test_whatever_was_appended_verifies_and_any_change_is_found(
    tmp_path_factory: pytest.TempPathFactory,
    entries: list[DecisionEntry],
    choose: random.Random,
) -> None:
    """Some field of some record, changed alone, is found; put back, all is well again."""
    store = store_at(tmp_path_factory.mktemp("any") / "d.sqlite")
    made = [append(store, entry) for entry in entries]
    assert verify(store, made[0].digest) == ()
    assert records(store) == tuple(made)
    hand = Hand(store)
    row = choose.choice(hand.rows())
    update = "UPDATE decision_records SET body = ? WHERE sequence = ?"
    fields = json.loads(row.body)
    for name in choose.sample(sorted(fields), FIELDS):
        value = fields[name]
        other = {name: f"{value} " if isinstance(value, str) else [value]}
        hand.does(update, values=(altered(row, other).body, row.sequence))
        assert CHANGED_3.replace("3", str(row.sequence)) in verify(store), name
    hand.does(update, values=(row.body, row.sequence))
    assert verify(store) == ()


def test_every_field_is_under_the_digest(tmp_path: Path) -> None:
    """Each field that a record has, changed alone, is found."""
    store = kept(tmp_path, 1)
    hand = Hand(store)
    (row,) = hand.rows()
    for name in set(DecisionRecord.model_fields) - {"digest"}:
        hand.writes([altered(row, {name: ["another"]})])
        assert CHANGED_3.replace("3", "1") in verify(store), name
    hand.writes([row])
    assert verify(store) == ()


def test_a_later_version_is_refused_in_words(tmp_path: Path) -> None:
    """Neither read nor added to, since its rules are not known here."""
    store = kept(tmp_path, 1)
    Hand(store).does("UPDATE decision_head SET schema_version = schema_version + 1")
    for ask in (records, head, verify, lambda store: append(store, note())):
        with pytest.raises(UsageFault) as refused:
            ask(store)
        assert f"(version {SCHEMA_VERSION + 1} of the store; this one reads" in str(refused.value)
    Hand(store).does("UPDATE decision_head SET schema_version = 'x'")
    assert verify(store)[0].endswith("no longer says of which version it is.")
