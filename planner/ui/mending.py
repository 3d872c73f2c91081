"""Mending a team's tables: everything that is wrong in one list, and what may be done about it."""

import tempfile
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import streamlit as st

from planner.files.mending import Group, choices, grouped, known_ids, replaced
from planner.files.team_tables import TeamTables, write_tables
from planner.ui import brought, own_tables
from planner.ui import mending_words as words
from planner.ui.downloads import WORKBOOK
from planner.ui.tables import draw_table
from planner.ui.tables_edit import draw_tables

_GROUP, _VALUE = "data-group", "data-value"
_ANSWER = "What should stand there"
_BLANK = "\N{EN DASH} leave it blank \N{EN DASH}"
_AT_ONCE, _MOST_LISTED = 12, 200


@st.fragment
def draw_mending() -> None:
    """Draw the tables that are being mended; only this part is drawn anew at an edit."""
    tables = own_tables.current()
    if tables is None:
        st.rerun()
        return
    faults = own_tables.checked(tables)
    groups = grouped(faults)
    (st.warning if groups else st.success)(words.count_words(groups))
    _ends(tables, ready=not groups)
    st.subheader("The tables")
    draw_tables(tables, faults)
    # Below the editor, which must not move while somebody writes in it.
    if groups:
        _list(groups)
        _by_form(tables, words.to_mend_singly(groups, tables))


def _list(groups: Sequence[Group]) -> None:
    st.subheader("Everything that needs mending")
    listed = words.group_rows(groups[:_MOST_LISTED])
    draw_table(listed[:_AT_ONCE], "", "What needs mending, by table, column and row")
    rest = len(groups) - _AT_ONCE
    if rest > 0:
        with st.expander(f"{rest} more"):
            draw_table(listed[_AT_ONCE:], "", "What else needs mending")
            if len(groups) > _MOST_LISTED:
                st.caption("The others appear once some of these are mended.")


def _by_form(tables: TeamTables, groups: Sequence[Group]) -> None:
    """Offer to mend a fault without the editor, in every row in which it stands."""
    if not groups:
        return
    st.subheader("Mend them one by one")
    which, what, put = st.columns([5, 3, 1], vertical_alignment="bottom")
    group = which.selectbox(
        "What to mend",
        groups,
        format_func=words.group_label,
        key=f"{_GROUP}-{own_tables.round_number()}",
    )
    # Of its own for each fault, so that an answer never moves on to the next one.
    mark = sha256(repr(group).encode()).hexdigest()[:12]
    key = f"{_VALUE}-{mark}"
    with what:
        _answer(tables, group, key)
    put.button("Mend", on_click=_put, args=(group, key), width="stretch")
    st.caption(
        "The same wrong value is mended in every row named. Or write into the table above; "
        "whatever you change is checked at once."
    )


def _answer(tables: TeamTables, group: Group, key: str) -> None:
    """Draw where the right value is given: chosen where it can be, else written."""
    allowed = choices(group.table, group.column)
    known = allowed or known_ids(tables, group.table, group.column)
    if not known:
        st.text_input(_ANSWER, key=key, placeholder="Write it")
        return
    st.selectbox(
        _ANSWER,
        [*known, _BLANK] if group.value else known,
        index=None,
        key=key,
        placeholder="Choose" if allowed else "Choose, or write and press Enter",
        accept_new_options=not allowed,
    )


def _put(group: Group, key: str) -> None:
    tables, chosen = own_tables.current(), st.session_state.get(key)
    if tables is not None and chosen:
        value = "" if chosen == _BLANK else str(chosen).strip()
        own_tables.change(replaced(tables, group, value))
        own_tables.new_round()


def _ends(tables: TeamTables, *, ready: bool) -> None:
    """Draw what can be done with the tables as a whole."""
    with st.container(horizontal=True, gap="small", key="data-ends"):
        used = st.button(
            "Use this data",
            type="primary",
            on_click=_use,
            disabled=not ready,
            help=None if ready else "What is listed below needs mending first.",
        )
        st.button(
            "Show what is left to mend",
            on_click=own_tables.new_round,
            disabled=tables == own_tables.base(),
            help="Fills the table anew with the rows that still need mending.",
        )
        st.button(
            "Take the last change back",
            on_click=own_tables.go_back,
            disabled=not own_tables.can_go_back(),
        )
        st.download_button(
            "Save these tables as a workbook",
            partial(tables_workbook, tables),
            file_name="team-tables.xlsx",
            mime=WORKBOOK,
            on_click="ignore",
            help="As they stand, mended or not: bring the workbook back to go on.",
        )
        with st.popover("Put these tables aside"):
            st.markdown("They are dropped here, with every change. The team in use stays.")
            aside = st.button("Yes, put them aside", on_click=own_tables.put_aside)
    st.caption(words.what_use_does(tried=own_tables.tried_something()))
    if used or aside:
        # The whole page is another one now.
        st.rerun()


def _use() -> None:
    own_tables.use()
    brought.forget()


def tables_workbook(tables: TeamTables) -> bytes:
    """Give tables as they stand as a workbook, by way of a private folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tables.xlsx"
        write_tables(tables, path)
        return path.read_bytes()
