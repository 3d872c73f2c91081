"""The decision log on the page: read, filtered, entered on CRIS, annotated, checked, handed on."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.record_kinds import RecordKind
from planner.store import Store, append, records, store_at
from planner.ui import decisions
from planner.ui import log as drawn_log
from tests.store.keeping import Hand, altered, note
from tests.ui.compare_page import chosen, field
from tests.ui.seen import button, html, labels, text

ENTER = "Say that it was entered"


@pytest.fixture
def store(own_folder: Path) -> Store:
    """Name the store in the user's own folder."""
    return store_at(own_folder / "decisions.sqlite")


def _drawn() -> None:
    """Draw the log; runs inside the test harness."""
    import streamlit as st

    from planner.ui import keeping, log

    keeping.open_draft()
    st.title("Data and record")
    log.draw()


def opened() -> AppTest:
    """Open the log."""
    page = AppTest.from_function(_drawn, default_timeout=30).run()
    assert not page.exception
    return page


def decided(store: Store, child: str = "C1", **fields: object) -> None:
    """Record that a child was taken on by P1."""
    usual = {"kind": RecordKind.ACCEPTED, "practitioner_after": "P1", "children": (child,)}
    text = str(fields.pop("text", ""))
    append(store, note(text, **{**usual, **fields}))


def test_a_log_that_is_not_there_yet_says_where_decisions_are_made(store: Store) -> None:
    """And looking makes no file."""
    assert "Nothing is decided here yet. Decisions are made on the page Compare." in text(opened())
    assert not store.there


def test_a_record_is_entered_on_cris(store: Store) -> None:
    """By whom and on which day; then it is none of those left to enter."""
    decided(store)
    decided(store, "C2")
    page = opened()
    assert "2 decisions in the log; 2 decisions not yet entered on CRIS." in text(page)
    chosen(page, "Record", "1: C1")
    field(page, "date_input", "Day of the entry").set_value(date(2026, 3, 3))
    field(page, "text_input", "Entered by").input("B. Ng")
    button(page, ENTER)
    last = records(store)[-1]
    assert (last.kind, last.about, last.user) == (RecordKind.ENTERED, 1, "B. Ng")
    assert last.entered == date(2026, 3, 3)
    assert page.success[0].value == "Record 1 is entered on CRIS, says this log now."
    assert "<dt>On CRIS</dt><dd>Tue 3 Mar 2026, by B. Ng</dd>" in html(page)
    page.checkbox[0].check().run()
    assert html(page).count("<article>") == 1
    assert "<h3>2. Accepted: awaiting allocation to P1</h3>" in html(page)


def test_what_is_missing_or_cannot_be_is_said_at_the_form(store: Store) -> None:
    """No day, no name, a day to come: nothing is recorded."""
    decided(store)
    page = chosen(opened(), "Record", "1: C1")
    assert button(page, ENTER).error[0].value == "Give the day on which it was entered."
    assert page.run().error[0].value == "Give the day on which it was entered."
    field(page, "date_input", "Day of the entry").set_value(date(2026, 3, 3))
    assert "It does not say by whom." in button(page, ENTER).error[0].value
    field(page, "date_input", "Day of the entry").set_value(date(2035, 1, 1))
    field(page, "text_input", "Entered by").input("B. Ng")
    assert "2035-01-01 is still to come" in button(page, ENTER).error[0].value
    assert len(records(store)) == 1


def test_a_note_is_added_to_a_record(store: Store) -> None:
    """The record stays as it was; a note needs words."""
    decided(store)
    page = chosen(opened(), "Record", "1: C1")
    field(page, "text_input", "By (name)").input("B. Ng")
    assert "A note needs words." in button(page, "Add the note").error[0].value
    field(page, "text_area", "Note").input("Family told.")
    button(page, "Add the note")
    last = records(store)[-1]
    assert (last.kind, last.about, last.text) == (RecordKind.NOTE, 1, "Family told.")


def test_a_note_does_not_wait_to_be_added_twice(store: Store) -> None:
    """Where the record is still in hand, as with a filter, the field is empty again."""
    decided(store)
    page = opened()
    page = chosen(page, "Kind of record", field(page, "selectbox", "Kind").options[1])
    page = chosen(page, "Record", "1: C1")
    field(page, "text_area", "Note").input("Family told.")
    field(page, "text_input", "By (name)").input("B. Ng")
    button(page, "Add the note")
    assert len(records(store)) == 2
    assert not field(page, "text_area", "Note").value


def test_the_log_is_filtered(store: Store) -> None:
    """By child and by kind; only what there is can be chosen."""
    decided(store)
    decided(store, "C2")
    append(store, note("Told.", children=("C2",)))
    page = opened()
    assert field(page, "selectbox", "Child").options == ["All children", "C1", "C2"]
    chosen(page, "Child", "C2")
    assert html(page).count("<article>") == 2
    chosen(page, "Kind of record", "Note")
    assert html(page).count("<article>") == 1
    chosen(page, "Child", "C1")
    assert "No record is of this kind." in text(page)


def test_a_long_log_is_shown_in_parts(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest first, the rest when asked for."""
    monkeypatch.setattr(drawn_log, "_A_PAGE", 2)
    for _ in range(5):
        decided(store)
    page = opened()
    assert html(page).count("<article>") == 2
    button(page, "Show more: 3 older")
    assert html(page).count("<article>") == 4
    button(page, "Show more: 1 older")
    assert html(page).count("<article>") == 5
    assert not [label for label in labels(page) if label.startswith("Show more")]


def test_the_chain_is_checked_in_words(store: Store) -> None:
    """Whole, with a digest to write down; with another digest it says what that means."""
    decided(store)
    page = opened()
    assert "The log is complete and unaltered: 1 record." in text(page)
    assert records(store)[0].digest in text(page)
    field(page, "text_input", "Digest of the last").input("short").run()
    assert "Give at least the first 12 characters" in page.error[0].value
    field(page, "text_input", "Digest of the last").input("0" * 12).run()
    assert "No record has the digest that was written down" in page.error[0].value


def test_an_altered_record_is_said_to_be(store: Store) -> None:
    """What is wrong, and what to do with the file."""
    decided(store)
    hand = Hand(store)
    (row,) = hand.rows()
    hand.writes([altered(row, {"user": "Bo"})])
    said = opened().error[0].value
    assert "Keep the file as it is." in said
    assert "Record 1 was changed" in said


def test_a_store_that_is_none_gives_words(store: Store) -> None:
    """No trace, and no form that would fail."""
    assert store.file is not None
    store.file.parent.mkdir(parents=True)
    store.file.write_bytes(b"this is no database at all, whatever its name may say" * 9)
    page = opened()
    assert "is not a store of decision records" in page.error[0].value
    assert not page.selectbox


def test_a_read_only_store_gives_words(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """It can be read; what cannot be added is said at the form."""
    decided(store)
    page = chosen(opened(), "Record", "1: C1")

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(decisions, "append", refuse)
    field(page, "text_input", "By (name)").input("B. Ng")
    field(page, "text_area", "Note").input("Family told.")
    button(page, "Add the note")
    assert "cannot be reached: Read-only file system" in page.error[0].value
    assert "The log is complete and unaltered: 1 record." in text(page)


def test_what_was_written_by_hand_is_never_markup(store: Store) -> None:
    """Neither on a card nor in the facts of one record."""
    decided(store, user="<b>![x](http://e.example/x.png)", text="*stars*")
    page = chosen(opened(), "Record", "1: C1")
    assert "<b>" not in html(page)
    assert r"!\[x\]" in text(page)
    assert r"\*stars\*" in text(page)


def test_all_records_can_be_handed_on(store: Store) -> None:
    """Under a name that names nobody."""
    decided(store)
    (found,) = opened().get("download_button")
    assert found.proto.label == "All records (CSV)"
