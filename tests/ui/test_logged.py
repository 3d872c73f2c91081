"""The decision log in rows: newest first, filtered, and never without whether CRIS has it."""

from pathlib import Path

import pytest

from planner.data.decision_record import DecisionRecord, Head
from planner.data.record_kinds import RecordKind
from planner.data.recorded import entries
from planner.store import append, records, store_at
from planner.ui.logged import (
    Filter,
    chain_words,
    children_in,
    facts,
    kinds_in,
    log_rows,
    open_words,
    option_words,
    wanted,
)
from tests.store.keeping import note


@pytest.fixture
def four(tmp_path: Path) -> tuple[DecisionRecord, ...]:
    """Keep a de-allocation of C1, a note on it, its entry on CRIS, and a change of C2."""
    store = store_at(tmp_path / "d.sqlite")
    why = {"reason": "capacity", "review": "2026-04-01", "consulted": ("line manager",)}
    moved = {"kind": RecordKind.CHANGED, "practitioner_after": "P2", "reason": "court"}
    entered = {"kind": RecordKind.ENTERED, "about": 1, "entered": "2026-03-03", "user": "Bo"}
    append(store, note("Stable.", kind=RecordKind.DEALLOCATED, practitioner_before="P1", **why))
    append(store, note("Told.", about=1))
    append(store, note("", **entered))
    append(store, note("x" * 200, children=("C2",), practitioner_before="P1", **moved))
    return records(store)


def test_the_newest_stands_first(four: tuple[DecisionRecord, ...]) -> None:
    """With what was decided, why, by whom, and whether it was entered on CRIS."""
    rows = log_rows(wanted(four, Filter()), entries(four))
    assert [row["Record"] for row in rows] == [
        "4. Change of practitioner: P1 to P2",
        "3. Entered on CRIS: record 1",
        "2. Note on record 1",
        "1. De-allocated: P1 to awaiting allocation",
    ]
    assert [row["On CRIS"] for row in rows] == [
        "not yet",
        "this says so",
        "not yet",
        "Tue 3 Mar 2026, by Bo",
    ]
    assert rows[3]["Why"] == "Practitioner capacity or wellbeing: Stable."
    assert rows[0]["Why"] == f"Court: {'x' * 120}..."


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        (Filter(RecordKind.NOTE), [2]),
        (Filter(child="C2"), [4]),
        (Filter(open_only=True), [4, 2]),
        (Filter(RecordKind.CHANGED, "C1"), []),
    ],
)
def test_only_what_is_wanted(
    four: tuple[DecisionRecord, ...], asked: Filter, numbers: list[int]
) -> None:
    """By kind, by child, by what CRIS does not have yet; an entry is none to be entered."""
    assert [record.sequence for record in wanted(four, asked)] == numbers


def test_what_can_be_chosen_is_what_is_there(four: tuple[DecisionRecord, ...]) -> None:
    """No kind and no child that would give an empty list."""
    assert children_in(four) == ["C1", "C2"]
    assert RecordKind.PINNED not in kinds_in(four)
    assert len(kinds_in(four)) == 4
    assert option_words(four[0]) == "1: C1, de-allocated: P1 to awaiting allocation"


def test_one_record_in_full(four: tuple[DecisionRecord, ...]) -> None:
    """What is blank is left out; a note was not decided by anybody."""
    found = dict(facts(four[0], entries(four)))
    assert found["Decided by"] == "Ash"
    assert found["Reviewed on"] == "Wed 1 Apr 2026"
    assert found["Consulted"] == "line manager"
    assert found["Digest of this record"] == four[0].digest
    assert "Rationale" not in found
    assert dict(facts(four[1], entries(four)))["By"] == "Ash"


def test_lines_are_told_apart_where_there_is_one_line_for_them(
    four: tuple[DecisionRecord, ...],
) -> None:
    """What was said of guard-rails does not run on from the manager's own words."""
    made = four[0].model_copy(update={"text": "Seen  weekly\n\nGuard-rails overridden"})
    assert dict(facts(made, {}))["In words"] == "Seen weekly · Guard-rails overridden"
    (row,) = log_rows([made], {})
    assert row["Why"].endswith("Seen weekly · Guard-rails overridden")


def test_what_is_too_long_ends_after_a_whole_word(four: tuple[DecisionRecord, ...]) -> None:
    """Half a word could be read as another one."""
    made = four[0].model_copy(update={"text": "children " * 20})
    (row,) = log_rows([made], {})
    assert row["Why"].endswith("children children...")


def test_how_many_are_left_to_enter(four: tuple[DecisionRecord, ...]) -> None:
    """The entry itself is no decision."""
    assert open_words(four) == (
        "2 decisions and 1 note in the log; 1 decision and 1 note not yet entered on CRIS."
    )
    assert open_words(four[:1]) == "1 decision in the log; 1 decision not yet entered on CRIS."


def test_the_chain_in_words() -> None:
    """Whole, with the digest to write down; empty; or what is wrong with it."""
    whole = chain_words(Head(count=12, digest="abc"), ())
    assert whole[0] == "The log is complete and unaltered: 12 records."
    assert "abc" in whole[1]
    assert chain_words(Head(), ()) == ["Nothing is recorded yet."]
    assert chain_words(Head(), ("Record 2 is missing.",)) == [
        "Something is wrong with the log. Keep the file as it is.",
        "Record 2 is missing.",
    ]
