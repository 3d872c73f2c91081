"""Decision records in words, and which of them CRIS has."""

from pathlib import Path

import pytest

from planner.data.record_kinds import RecordKind
from planner.data.recorded import decided_words, entries, movement, still_to_enter
from planner.store import append, records, store_at
from tests.store.keeping import note


def test_of_several_entries_on_cris_the_last_stands(tmp_path: Path) -> None:
    """An entry is none to be entered itself, and other records still are."""
    store = store_at(tmp_path / "d.sqlite")
    append(store, note())
    append(store, note())
    for day in ("2026-03-03", "2026-03-04"):
        append(store, note("", kind=RecordKind.ENTERED, about=1, entered=day))
    every = records(store)
    made = entries(every)
    assert {number: record.sequence for number, record in made.items()} == {1: 4}
    assert [still_to_enter(record, made) for record in every] == [False, True, False, False]
    assert decided_words(every[2]) == "entered on CRIS: record 1"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("P1", "P2", "P1 to P2"),
        ("P1", "", "P1 to awaiting allocation"),
        ("", "P1", "awaiting allocation to P1"),
        ("P1", "P1", "stays with P1"),
        ("", "", "goes on awaiting allocation"),
    ],
)
def test_from_whom_to_whom(tmp_path: Path, before: str, after: str, words: str) -> None:
    """Staying with somebody is said so; awaiting is no practitioner."""
    store = store_at(tmp_path / "d.sqlite")
    decided = note(
        kind=RecordKind.OTHERWISE,
        reason="court",
        practitioner_before=before,
        practitioner_after=after,
    )
    record = append(store, decided)
    assert movement(record) == words
    assert decided_words(record) == f"decided otherwise: {words}"


def test_a_note_moves_nobody(tmp_path: Path) -> None:
    """It says of which record it speaks, where it speaks of one."""
    store = store_at(tmp_path / "d.sqlite")
    first, second = append(store, note()), append(store, note(about=1))
    assert movement(first) == ""
    assert [decided_words(first), decided_words(second)] == ["note", "note on record 1"]
