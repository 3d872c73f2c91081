"""Records as files: a table for a spreadsheet, lines that anyone can check."""

import csv
import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.data.decision_record import DecisionRecord
from planner.errors import UsageFault
from planner.files.safe import neutral
from planner.store import append, export, records, store_at
from planner.store.export import _cell
from tests.store.keeping import Hand, altered, kept, note


def test_lines_can_be_checked_one_by_one(tmp_path: Path) -> None:
    """Without its digest, each line is the text that the digest was taken of."""
    store = kept(tmp_path, 3)
    assert export(store, tmp_path / "out.jsonl") == 3
    lines = (tmp_path / "out.jsonl").read_text("ascii").splitlines()
    read = [json.loads(line) for line in lines]
    assert [DecisionRecord.model_validate(fields) for fields in read] == list(records(store))
    for fields in read:
        digest = fields.pop("digest")
        text = json.dumps(fields, sort_keys=True, separators=(",", ":"))
        assert hashlib.sha256(text.encode()).hexdigest() == digest


def test_a_table_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    """A row a record; names in any script; what could be a formula is text."""
    store = kept(tmp_path, 1)
    append(store, note("=1+1", consulted=("practice leader", "line manager"), user="Nguyễn"))
    export(store, tmp_path / "out.CSV")
    with (tmp_path / "out.CSV").open(encoding="utf-8-sig", newline="") as stream:
        first, second = csv.DictReader(stream)
    assert list(first) == list(DecisionRecord.model_fields)
    assert (first["sequence"], first["children"], first["about"]) == ("1", "C1", "")
    assert (second["text"], second["user"]) == ("'=1+1", "Nguyễn")
    assert second["consulted"] == "practice leader;line manager"


def test_some_of_the_records(tmp_path: Path) -> None:
    """Only those numbered, each as it is in the whole; without any, nothing is written."""
    store = kept(tmp_path, 3)
    assert export(store, tmp_path / "out.jsonl", {1, 3}) == 2
    read = (tmp_path / "out.jsonl").read_text("ascii").splitlines()
    assert [json.loads(line)["sequence"] for line in read] == [1, 3]
    with pytest.raises(UsageFault, match="nothing was written"):
        export(store, tmp_path / "none.csv", set())
    assert not (tmp_path / "none.csv").exists()


@given(st.text(alphabet="='+a@\t\uff1d ", max_size=6))
def test_formulas_are_seen_as_in_every_other_table(text: str) -> None:
    """The room for files guards its tables in the same way."""
    assert _cell(text) == neutral(text)


def test_nothing_is_written_where_nothing_can_be(tmp_path: Path) -> None:
    """Another ending, no records, a record nobody can read: the file that was there stays."""
    store, out = kept(tmp_path, 2), tmp_path / "out.jsonl"
    out.write_text("before")
    with pytest.raises(UsageFault, match=r"out.xls is neither .jsonl nor .csv"):
        export(store, tmp_path / "out.xls")
    with pytest.raises(UsageFault, match="No decision is recorded: nothing was written"):
        export(store_at(tmp_path / "none.sqlite"), out)
    hand = Hand(store)
    first, second = hand.rows()
    hand.writes([first, altered(second, {"kind": "x"})])
    with pytest.raises(UsageFault, match="Record 2 cannot be read; planner records verify"):
        export(store, out)
    assert out.read_text() == "before"
    assert {path.name for path in tmp_path.iterdir()} == {"decisions.sqlite", "out.jsonl"}
