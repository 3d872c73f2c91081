"""Bringing a team's own tables: pasted or as files, matched once, and then mended and used."""

from datetime import date
from functools import partial
from typing import cast

import streamlit as st

from planner.errors import DataFaults
from planner.files.bringing import MOST_MEGABYTES
from planner.files.team_tables import UNNAMED, tables_of
from planner.ui import brought, own_tables, state
from planner.ui import matching_words as words
from planner.ui.downloads import WORKBOOK, draw_downloads, team_workbook
from planner.ui.matching_form import draw_piece
from planner.ui.mending import draw_mending
from planner.ui.sides import BASELINE, WHAT_IF, sides
from planner.ui.tables import bullets
from planner.ui.teams import Picked, empty_workbook
from planner.ui.words import counted, plain

_NAME, _AS_AT = "data-name", "data-as-at"

_GUIDE = (
    "**Bring your tables.** Paste them from your spreadsheet or choose files: one row for each "
    "child, and one for each practitioner.",
    "**Say once which heading is which.** It is remembered on this machine, without anything "
    "of a case.",
    "**Mend what is listed, then use the data.** Until you do, every page keeps the team it has.",
)


def draw_own_data(team: Picked | DataFaults | None) -> None:
    """Draw how a manager's own tables become the team of every page."""
    st.markdown("\n".join(f"{at}. {line}" for at, line in enumerate(_GUIDE, start=1)))
    own_tables.keep_on()
    used = own_tables.used()
    if used:
        st.success(f"Every page now uses {plain(used)}. What you try out begins anew with it.")
        st.button("Go to this week", on_click=state.go_to, args=("this-week",))
    if own_tables.current() is not None:
        _mending()
    else:
        _bring()
        _check()
        _edit(team)
    _take_away(team)


def _mending() -> None:
    st.header("Mend and use")
    if brought.note():
        st.warning(plain(brought.note()))
    st.caption("These tables are kept with your draft, on this machine, for you alone.")
    draw_mending()


# -- Bring ----------------------------------------------------------------------


def _bring() -> None:
    st.header("Bring your tables")
    pasted, files = st.columns(2, gap="large")
    with pasted:
        st.text_area(
            "Paste rows from your spreadsheet, with their headings",
            key=brought.PASTE,
            height=150,
            placeholder="Mark the rows in your spreadsheet, copy them, and paste them here.",
        )
        st.button("Add these rows", on_click=brought.take_text)
    with files:
        st.file_uploader(
            f"Or choose files (.xlsx or .csv, at most {MOST_MEGABYTES} MB each)",
            type=["xlsx", "csv"],
            accept_multiple_files=True,
            key=brought.files_key(),
            max_upload_size=MOST_MEGABYTES,
            on_change=brought.take_files,
            help="They are read on this machine only. Formulas are not read: paste values.",
        )
        st.caption("The names in your tables should be ids, and not names of people.")
    if brought.refused():
        st.error("\n".join(f"- {plain(fault.sentence())}" for fault in brought.refused()))


def _check() -> None:
    found = brought.pieces()
    if not found:
        return
    st.header("Say which heading is which")
    for piece in found:
        draw_piece(piece)
    _settings()
    open_lines = words.open_lines(brought.wanted())
    bullets(open_lines)
    st.button(
        "Check these tables",
        type="primary",
        on_click=_check_all,
        disabled=bool(open_lines) or not brought.wanted(),
    )


def _check_all() -> None:
    # Not as arguments: those would be from before a name that was typed last.
    given = st.session_state
    brought.check_all(
        str(given.get(_NAME) or UNNAMED), cast("date | None", given.get(_AS_AT)) or date.today()
    )


def _settings() -> None:
    """Ask for what no table says: what the team is called, and of which day it is."""
    if brought.has_settings():
        return
    st.session_state.setdefault(_NAME, UNNAMED)
    st.session_state.setdefault(_AS_AT, date.today())
    left, right = st.columns(2)
    left.text_input("Name of the team", key=_NAME, max_chars=80)
    right.date_input(
        "The day on which the tables are right",
        key=_AS_AT,
        format="DD/MM/YYYY",
        help="The plan begins on this day.",
    )


def _edit(team: Picked | DataFaults | None) -> None:
    """Offer the tables of the team in use for editing."""
    if not isinstance(team, Picked):
        return
    st.header("Or edit the team in use")
    st.markdown(
        f"Open the tables of **{plain(team.scenario.name)}**, change what has changed, "
        "and use them."
    )
    st.button("Edit its tables", on_click=own_tables.begin, args=(tables_of(team.scenario),))


def draw_refused(faults: DataFaults) -> None:
    """Say that the workbook chosen for the team cannot be used, and that it can be mended here."""
    count = counted(len(faults.faults), "thing")
    st.warning(
        f"The workbook chosen on the left cannot be used: {count} in it must be mended. "
        "Choose it below too, and mend it here."
    )


# -- Take away --------------------------------------------------------------------


def _take_away(team: Picked | DataFaults | None) -> None:
    st.header("Workbooks")
    with st.container(horizontal=True, gap="small", key="data-workbooks"):
        if isinstance(team, Picked):
            st.download_button(
                "The team in use",
                partial(team_workbook, team.scenario),
                file_name="team-in-use.xlsx",
                mime=WORKBOOK,
                on_click="ignore",
                help="All its tables and settings; it can be brought back here.",
            )
        st.download_button(
            "An empty workbook to fill in",
            empty_workbook,
            file_name="team.xlsx",
            mime=WORKBOOK,
            on_click="ignore",
            help="Every table with its headings, the values to choose from, and what they mean.",
        )
    if isinstance(team, Picked) and own_tables.current() is None:
        _plan(team)


def _plan(team: Picked) -> None:
    """Offer the plan's documents; where no plan is known yet, it is found when asked for."""
    place = st.empty()
    if not state.was_drawn(team) and not st.button("Find the plan, to take it away"):
        return
    try:
        plans = sides(team, place)
    except DataFaults as refused:
        place.error("\n\n".join(plain(fault.sentence()) for fault in refused.faults))
        return
    place.empty()
    state.mark_drawn(team)
    name = WHAT_IF if plans.changed else BASELINE
    draw_downloads(plans.named[name], name)
