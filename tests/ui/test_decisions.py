"""The page's door to the records: what is decided is kept, and every refusal is in words."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from planner.data.record_kinds import ReasonCode, RecordKind
from planner.errors import UsageFault
from planner.store import store_at
from planner.ui import decisions
from tests.report.test_adoption import gone, made, moved, taken
from tests.store.keeping import Hand, altered

pytestmark = pytest.mark.usefixtures("own_folder")

DAY = date(2026, 3, 16)


def accept(name: str = "A") -> None:
    """Accept that a child is taken on as suggested."""
    decisions.record(made(taken(name)), kind=RecordKind.ACCEPTED, children=(name,), by=" Ash ")


def test_a_decision_is_kept_in_the_user_s_own_folder(own_folder: Path) -> None:
    """With what the plan knows, and the name without blanks around it."""
    accept()
    (record,) = decisions.log().records
    assert (record.user, record.practitioner_after) == ("Ash", "P1")
    assert decisions.store().file == own_folder / "decisions.sqlite"


def test_another_way_than_suggested_says_with_whom() -> None:
    """Blank is awaiting allocation, which is not the same as not said."""
    team, why = made(moved("M")), ReasonCode.COURT
    kind = RecordKind.OTHERWISE
    record = decisions.record(team, kind=kind, children=("M",), by="Ash", to="P3", reason=why)
    assert (record.practitioner_before, record.practitioner_after) == ("P1", "P3")
    with pytest.raises(UsageFault, match="record it as de-allocated"):
        decisions.record(team, kind=kind, children=("M",), by="Ash", to="", reason=why)
    with pytest.raises(UsageFault, match="Say with whom"):
        decisions.record(team, kind=kind, children=("M",), by="Ash", reason=why)


def test_what_is_missing_is_said_and_nothing_is_recorded() -> None:
    """A sentence each, without the words that a command begins with."""
    with pytest.raises(UsageFault) as refused:
        decisions.record(made(gone("D")), kind=RecordKind.DEALLOCATED, children=("D",), by="")
    said = decisions.sentences(refused.value)
    assert "It does not say by whom." in said
    assert "A de-allocation needs a review date." in said
    assert not any("Not recorded" in sentence for sentence in said)
    assert decisions.log().records == ()


def test_entered_on_cris_and_a_note_are_further_records() -> None:
    """Both speak of the first, which stays as it was."""
    accept()
    (first,) = decisions.log().records
    decisions.enter(first, DAY, "Bo")
    decisions.note(first, "Told the family.", "Bo")
    every = decisions.log().records
    assert [(record.kind.value, record.about) for record in every] == [
        ("accepted", None),
        ("entered on CRIS", 1),
        ("note", 1),
    ]
    assert every[0] == first
    assert every[2].text == "Told the family."


def test_a_day_to_come_is_refused() -> None:
    """Nothing was entered tomorrow."""
    accept()
    (first,) = decisions.log().records
    with pytest.raises(UsageFault, match="is still to come"):
        decisions.enter(first, date(2999, 1, 1), "Bo")


def test_a_log_that_is_whole_says_where_it_ends() -> None:
    """Without a log there is nothing to check."""
    assert decisions.check_chain() == decisions.Checked(decisions.Head())
    accept()
    (first,) = decisions.log().records
    assert decisions.check_chain().faults == ()
    assert decisions.check_chain().head.digest == first.digest
    (fault,) = decisions.check_chain("0" * 12).faults
    assert "No record has the digest that was written down" in fault


def test_an_altered_record_is_found() -> None:
    """And the log is still shown, since the record can be read."""
    accept()
    hand = Hand(store_at())
    (row,) = hand.rows()
    hand.writes([altered(row, {"user": "Bo"})])
    assert "Record 1 was changed" in decisions.check_chain().faults[0]
    assert decisions.log().trouble == ""


def test_a_store_that_is_none_gives_words(own_folder: Path) -> None:
    """No trace, no command, and nothing that can be decided meanwhile."""
    own_folder.mkdir(parents=True)
    (own_folder / "decisions.sqlite").write_bytes(b"not a database, but long enough to be read" * 9)
    log = decisions.log()
    assert log.records == ()
    assert "is not a store of decision records" in log.trouble
    assert "--store" not in log.trouble
    with pytest.raises(UsageFault, match="is not a store of decision records"):
        accept()


def test_what_a_disk_refuses_gives_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as a folder that may not be looked into."""

    def refuse(_store: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(decisions, "records", refuse)
    assert decisions.log().trouble == "The decision log cannot be reached: Permission denied."


def test_words_of_the_command_line_are_said_as_on_a_page() -> None:
    """Nobody on a page can type a command or an option."""
    fault = UsageFault(
        "D does not add up, so nothing was recorded: planner records verify says why. "
        "Keep the file as it is; decisions can go to another with --store."
    )
    (said,) = decisions.sentences(fault)
    assert said == (
        "D does not add up, so nothing was recorded: the check under the decision log says why. "
        "Keep the file as it is."
    )


def test_some_or_all_records_are_handed_on() -> None:
    """As a table; without any there is none."""
    with pytest.raises(UsageFault, match="No decision is recorded"):
        decisions.exported()
    accept("A")
    accept("B")
    whole, some = (
        list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
        for content in (decisions.exported(), decisions.exported({2}))
    )
    assert [row["children"] for row in whole] == ["A", "B"]
    assert [row["children"] for row in some] == ["B"]
