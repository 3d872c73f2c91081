"""``planner records``: decisions kept, shown, handed on and checked."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import Result

from planner.cli.records import records as group
from planner.cli.records_text import list_text, record_text
from planner.data.decision_record import DecisionRecord
from planner.data.plan import ChildLine, Plan
from planner.data.record_kinds import RecordKind
from planner.data.recorded import entries
from planner.data.vocabulary import Tier
from planner.files import read_plan
from planner.store import append, head, records, store_at
from tests.commands import run
from tests.store.keeping import note


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Name a store that is not there yet."""
    return tmp_path / "kept" / "decisions.sqlite"


def held(plan: Plan) -> Iterator[ChildLine]:
    """Give the children, none mandatory, whom a present practitioner holds and keeps."""
    return (
        line
        for line in plan.children
        if line.move == "kept" and line.score.tier is not Tier.MANDATORY
    )


def add(plan: Path, store: Path, *options: object) -> Result:
    """Record a decision of Kim's."""
    return run("records", "add", "--plan", plan, "--store", store, "--by", "Kim Nguyễn", *options)


def deallocate(plan: Path, store: Path) -> Result:
    """Record that the first child held now is de-allocated, with all that belongs to it."""
    name = next(held(read_plan(plan))).child
    why = ("--reason", "capacity", "--text", "Stable at home.\nSeen weekly.")
    when = ("--review", "2030-04-01", "--consulted", "line manager, 2 March")
    return add(plan, store, "--child", name, "--kind", "de-allocated", *why, *when)


def test_a_de_allocation_is_recorded_with_its_reasons(solved: Path, store: Path) -> None:
    """The text can be pasted into a case note, and says that CRIS does not have it yet."""
    done, line = deallocate(solved, store), next(held(read_plan(solved)))
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Record 1: de-allocated\nNot recorded until entered on CRIS: ")
    (record,) = records(store_at(store))
    for words in (
        f"{line.now} to awaiting allocation",
        "practitioner capacity or wellbeing",
        "Monday 1 April 2030",
        "  Stable at home.\n  Seen weekly.\n",
        "Kim Nguyễn",
        record.plan_digest,
        record.scenario_digest,
        record.policy_digest,
        record.digest,
    ):
        assert words in done.stdout, words


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--reason", "risk", "--text", "Why."), "needs a review date"),
        (("--reason", "risk", "--review", "2030-01-01"), "needs its rationale in words"),
        (("--text", "Why.", "--review", "2030-01-01"), "A coded reason belongs to it: relationsh"),
    ],
)
def test_a_de_allocation_without_its_reasons_is_refused(
    solved: Path, store: Path, options: tuple[str, ...], words: str
) -> None:
    """In words, and no store is made."""
    name = next(held(read_plan(solved))).child
    done = add(solved, store, "--child", name, "--kind", "de-allocated", *options)
    assert (done.exit_code, done.stdout) == (1, "")
    assert words in done.stderr
    assert not store.exists()


def test_two_families_are_refused(solved: Path, store: Path) -> None:
    """One child or one family is decided at a time."""
    first, *others = read_plan(solved).children
    other = next(line for line in others if line.family != first.family)
    both = ("--child", first.child, "--child", other.child)
    done = add(solved, store, *both, "--kind", "note", "--text", "Both.")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "one child or one family is decided at a time" in done.stderr


def test_awaiting_is_said_in_words(solved: Path, store: Path) -> None:
    """``--to awaiting`` is no practitioner of that name."""
    line = next(line for line in read_plan(solved).children if line.move == "taken on")
    done = add(
        solved, store, "--child", line.child, "--kind", "decided-otherwise",
        "--to", "awaiting", "--reason", "court", "--json",
    )  # fmt: skip
    made = json.loads(done.stdout)
    assert (made["kind"], made["practitioner_after"]) == ("decided otherwise", "")
    assert (made["reason"], made["sequence"]) == ("court", 1)


def test_a_rationale_comes_from_a_file(solved: Path, store: Path, tmp_path: Path) -> None:
    """Text in UTF-8, kept as it is; anything else is refused in words."""
    file, name = tmp_path / "why.json", next(held(read_plan(solved))).child
    file.write_text('{"why": "vì sao"}', encoding="utf-8")
    options = ("--child", name, "--kind", "note", "--text", "See why.", "--rationale", file)
    assert add(solved, store, *options).exit_code == 0
    assert records(store_at(store))[0].rationale == '{"why": "vì sao"}'
    file.write_bytes(b"\xff\xfe")
    done = add(solved, store, *options)
    assert (done.exit_code, "why.json is not a text file in UTF-8" in done.stderr) == (1, True)


def test_entered_on_cris_is_a_further_record(solved: Path, store: Path) -> None:
    """The first then says so when it is shown, and in the list."""
    deallocate(solved, store)
    done = run("records", "entered", 1, "--on", "2026-03-03", "--by", "Bo", "--store", store)
    assert done.exit_code == 0
    said = "Entered on CRIS on Tuesday 3 March 2026 by Bo (record 2)."
    assert said in done.stdout
    assert said in run("records", "show", 1, "--store", store).stdout
    second = run("records", "show", 2, "--store", store).stdout
    assert "Says that record 1 was entered on CRIS." in second
    listed = run("records", "list", "--store", store).stdout
    assert "3 Mar" in listed
    assert "not yet" not in listed
    assert "entered on CRIS: record 1" in listed
    again = run("records", "entered", 2, "--on", "2026-03-03", "--by", "Bo", "--store", store)
    assert (again.exit_code, len(records(store_at(store)))) == (1, 2)


def test_the_list_can_be_narrowed(store: Path) -> None:
    """By child and by day; as JSON with the head of the whole chain."""
    place = store_at(store)
    for child in ("C1", "C2"):
        append(place, note(children=(child,)))
    told = json.loads(run("records", "list", "--child", "C2", "--store", store, "--json").stdout)
    assert [record["sequence"] for record in told["records"]] == [2]
    assert told["head"] == head(place).model_dump()
    none = run("records", "list", "--since", "2200-01-01", "--store", store)
    assert (none.exit_code, none.stdout) == (0, f"No such decision is recorded in {store}.\n")


def test_no_list_counts_or_rates_decisions(store: Path) -> None:
    """There is a line a record, and one on where the chain ends."""
    place = store_at(store)
    otherwise = {"kind": RecordKind.OTHERWISE, "practitioner_after": "P2", "reason": "court"}
    for _ in range(3):
        append(place, note("Because. " * 40, **otherwise))
    every = records(place)
    lines = list_text(every, entries(every), head(place)).splitlines()
    assert all(len(line) <= 100 for line in lines)
    assert [line.split()[0] for line in lines if "decided otherwise" in line] == ["1", "2", "3"]
    assert " ".join(lines[-3:]) == (
        f"The last record is number 3, with the digest {head(place).digest}. Kept on paper, it "
        "shows later that nothing was altered: planner records verify --head."
    )
    assert "%" not in "".join(lines)


def test_a_kept_practitioner_stays() -> None:
    """Nobody is moved from P2 to P2."""
    same = note(kind="accepted", practitioner_before="P2", practitioner_after="P2", about=1)
    more = {"sequence": 2, "time": "2026-03-02T09:00:00Z", "previous": "a", "digest": "b"}
    record = DecisionRecord.model_validate({**same.model_dump(), **more})
    text = record_text(record, {})
    assert "stays with P2" in text
    assert "record before  a\n" in text


def test_verify_finds_what_was_altered(store: Path) -> None:
    """0 where all is well, 1 with a sentence for each fault, in words and as JSON."""
    place = store_at(store)
    append(place, note())
    digest = append(place, note()).digest
    done = run("records", "verify", "--head", digest[:12], "--store", store)
    assert (done.exit_code, digest in done.stdout) == (0, True)
    assert done.stdout.startswith("Every record is as it was written.\n")
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("DROP TRIGGER decision_records_undeleted")
        connection.execute("DELETE FROM decision_records WHERE sequence = 2")
    bad = run("records", "verify", "--store", store)
    assert (bad.exit_code, bad.stdout.splitlines()) == (
        1,
        [
            "The guards against altering records were themselves altered.",
            "Record 2 is missing at the end.",
        ],
    )
    told = json.loads(run("records", "verify", "--store", store, "--json").stdout)
    assert told == {"intact": False, "faults": bad.stdout.splitlines(), "head": None}
    elsewhere = run("records", "verify", "--head", digest, "--store", store).stdout
    assert "No record has the digest that was written down" in elsewhere


def test_nothing_recorded_is_said_so(store: Path) -> None:
    """A store that is not there was not checked; an empty one has nothing in it."""
    gone = run("records", "verify", "--store", store)
    assert (gone.exit_code, "nothing could be checked" in gone.stdout) == (1, True)
    assert "No such decision" in run("records", "list", "--store", store).stdout
    shown = run("records", "show", 1, "--store", store)
    assert (shown.exit_code, shown.stderr) == (1, "There is no record 1; there are none yet.\n")
    store.parent.mkdir()
    store.touch()
    empty = run("records", "verify", "--store", store)
    assert (empty.exit_code, empty.stdout) == (0, f"Nothing is recorded in {store}.\n")


def test_records_are_exported(store: Path, tmp_path: Path) -> None:
    """The ending is the format; another is refused."""
    append(store_at(store), note())
    for ending, lines in (("csv", 2), ("jsonl", 1)):
        file = tmp_path / f"out.{ending}"
        done = run("records", "export", file, "--store", store)
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"Written: {file}\n")
        assert len(file.read_text("utf-8-sig").splitlines()) == lines
    assert run("records", "export", tmp_path / "out.xls", "--store", store).exit_code == 1


def test_a_record_that_is_not_there(store: Path) -> None:
    """The answer says which there are."""
    append(store_at(store), note())
    done = run("records", "show", 7, "--store", store)
    assert (done.exit_code, done.stderr) == (1, "There is no record 7; they go from 1 to 1.\n")


def test_every_part_of_it_has_help() -> None:
    """Each command and each option says what it is for."""
    for name, command in group.commands.items():
        assert command.help
        assert command.short_help
        assert run("records", name, "--help").exit_code == 0
        options = (option for option in command.params if isinstance(option, click.Option))
        assert all(option.help for option in options), name
