"""The decision log, drawn: what was decided and by whom, what CRIS has, and that it all holds."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from planner.data.decision_record import DecisionRecord
from planner.data.record_kinds import RecordKind
from planner.data.recorded import Entries, entries, still_to_enter
from planner.errors import UsageFault
from planner.ui import decisions, logged, state
from planner.ui.decisions import Log
from planner.ui.logged import Filter
from planner.ui.refusals import accept, draw_refusal, refuse
from planner.ui.row_cards import row_cards
from planner.ui.tables import bullets
from planner.ui.widgets import listing
from planner.ui.words import plain, title

SAID = "log_said"
BY = "log_by"
MOST = "log_most"
_A_PAGE = 20

_WHAT = (
    "Everything that was decided with this planner on this machine, the newest first. Records "
    "are added and never altered. The planner never writes to CRIS: enter each decision there "
    "by hand, then say here on which day that was done."
)


def draw() -> None:
    """Draw the decision log: its records, what is still to enter on CRIS, check and export."""
    st.header("Decision log")
    st.markdown(_WHAT)
    log = decisions.log()
    if log.trouble:
        st.error(plain(log.trouble))
        _check(log)
        return
    _say()
    if not log.records:
        st.markdown("Nothing is decided here yet. Decisions are made on the page Compare.")
        return
    st.markdown(f"**{logged.open_words(log.records)}**")
    entered = entries(log.records)
    shown = logged.wanted(log.records, _filter(log.records))
    _table(shown, entered)
    _one(shown, entered, len(log.records))
    _check(log)
    _export()


def _say() -> None:
    said = state.value(SAID)
    if said:
        st.success(plain(str(said)))
        state.put(SAID, None)


def _filter(records: Sequence[DecisionRecord]) -> Filter:
    first, second = st.columns(2)
    kind = first.selectbox(
        "Kind of record",
        [None, *logged.kinds_in(records)],
        format_func=lambda kind: title(kind.value) if kind else "All kinds",
        key="log-kind",
    )
    child = second.selectbox(
        "Child",
        ["", *logged.children_in(records)],
        format_func=lambda child: child or "All children",
        key="log-child",
    )
    open_only = st.checkbox("Only what is not yet entered on CRIS", key="log-open")
    return Filter(kind, child or "", open_only)


def _table(shown: Sequence[DecisionRecord], entered: Entries) -> None:
    most = int(str(state.value(MOST, _A_PAGE)))
    if shown:
        st.html(row_cards(logged.log_rows(shown[:most], entered), "Record"))
    else:
        st.markdown("No record is of this kind.")
    if len(shown) > most:
        st.button(
            f"Show more: {len(shown) - most} older",
            key="log-more",
            on_click=state.put,
            args=(MOST, most + _A_PAGE),
        )


def _one(shown: Sequence[DecisionRecord], entered: Entries, count: int) -> None:
    if not shown:
        return
    st.subheader("One record")
    names = [logged.option_words(record) for record in shown]
    number = st.selectbox(
        "Record",
        range(len(shown)),
        index=None,
        format_func=names.__getitem__,
        placeholder="Choose a record to read it in full, enter or annotate it",
        key=listing("log-record", names),
    )
    if number is None:
        return
    record = shown[number]
    lines = logged.facts(record, entered)
    st.markdown("\n".join(f"- {plain(name)}: {plain(text)}" for name, text in lines))
    if record.kind is RecordKind.ENTERED:
        return
    _enter(record, open_=still_to_enter(record, entered))
    _note(record, count)


def _enter(record: DecisionRecord, *, open_: bool) -> None:
    form = f"log-enter-{record.sequence}"
    with st.form(form):
        st.markdown(
            "**Entered on CRIS**"
            if open_
            else "**Entered on CRIS already.** A further entry takes the place of the former."
        )
        on = st.date_input("Day of the entry", value=None, format="DD/MM/YYYY")
        by = st.text_input("Entered by (name)", str(state.value(BY, "")), max_chars=200) or ""
        if st.form_submit_button("Say that it was entered"):
            if on is None:
                refuse(form, "Give the day on which it was entered.")
            else:
                words = f"Record {record.sequence} is entered on CRIS, says this log now."
                _recorded(form, partial(decisions.enter, record, on, by), words, by)
        draw_refusal(form)


def _note(record: DecisionRecord, count: int) -> None:
    # Named by how many records there are, so that the field is empty again once it is added.
    form = f"log-note-{record.sequence}-{count}"
    with st.form(form):
        st.markdown("**Add a note.** The record itself stays as it is.")
        text = st.text_area("Note", max_chars=15_000) or ""
        by = st.text_input("By (name)", str(state.value(BY, "")), max_chars=200) or ""
        if st.form_submit_button("Add the note"):
            words = f"A note on record {record.sequence} was added."
            _recorded(form, partial(decisions.note, record, text.strip(), by), words, by)
        draw_refusal(form)


def _recorded(form: str, add: "partial[DecisionRecord]", words: str, by: str) -> None:
    try:
        add()
    except UsageFault as fault:
        lines = decisions.sentences(fault)
        refuse(form, "\n".join(["**Not recorded:**\n", *(f"- {plain(line)}" for line in lines)]))
        return
    accept(form)
    state.put(BY, by.strip())
    state.put(SAID, words)
    st.rerun()


def _check(log: Log) -> None:
    st.subheader("Is the log complete and unaltered?")
    written_down = st.text_input(
        "Digest of the last record as it was written down elsewhere (may stay empty)",
        key="log-digest",
    )
    try:
        checked = decisions.check_chain(written_down or "")
    except UsageFault as fault:
        st.error("\n\n".join(plain(line) for line in decisions.sentences(fault)))
        return
    lines = logged.chain_words(checked.head, checked.faults)
    if checked.faults:
        st.error("\n".join([f"**{plain(lines[0])}**\n", *(f"- {plain(t)}" for t in lines[1:])]))
    else:
        bullets(lines)


def _export() -> None:
    st.download_button(
        "All records (CSV)",
        decisions.exported,
        file_name="decision-records.csv",
        mime="text/csv",
        on_click="ignore",
        key="log-export",
    )
