"""Awaiting: every child who awaits allocation on one board, to read, to note on and to print."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from planner.data.vocabulary import Tier
from planner.files.rows_csv import rows_csv
from planner.ui import board, board_notes, frame, state
from planner.ui.board import BoardRow
from planner.ui.board_heading import heading
from planner.ui.board_lets_in import lets_in
from planner.ui.board_table import board_table
from planner.ui.printing import print_button
from planner.ui.sides import WHAT_IF, Sides
from planner.ui.words import plain, title

TITLE = "Awaiting"

_HELD = (
    "The team holds these children under the team manager. The planner does not decide who is "
    "told, who is seen first, or that any child may wait: it shows what is recorded and what "
    "falls due."
)
_NOTES = (
    "Your own notes, shown on the board. They are kept with your draft on this computer for you "
    "alone, and go with it after 30 days without a change. Nothing is entered on CRIS."
)


def render() -> None:
    """Draw the page: which plan, the board, what would let each child in, the manager's notes."""
    found = frame.opened(TITLE)
    if found is None:
        return
    name = st.segmented_control(
        "Plan", list(found.named), default=WHAT_IF, required=True, key="awaiting-plan"
    )
    lines = board.awaiting_lines(found.named[name])
    if lines:
        _board(found, name)
        st.header("Told, consulted, reviewed")
        st.caption(_NOTES)
        board_notes.draw_form(found.team, lines)
    else:
        st.markdown("No child of this team awaits allocation in this plan.")
    st.caption(_HELD)


def _board(found: Sides, name: str) -> None:
    plan, filters = found.named[name], st.container(horizontal=True, gap="medium")
    st.header("The board")
    counted, tools = st.container(), st.container(horizontal=True, gap="small")
    rows = board.board_rows(plan, board_notes.notes(), lets_in(found, name))
    with filters:
        shown = _filtered(rows)
    with counted:
        st.markdown(f"**{plain(board.counted_words(rows, shown))}**")
        st.caption(board.SORTED)
    with tools:
        print_button("Print this board", key="awaiting-print")
        st.download_button(
            "Table (CSV)",
            partial(rows_csv, board.file_rows(shown)),
            file_name=f"awaiting-{plan.as_at.isoformat()}.csv",
            mime="text/csv",
            on_click="ignore",
            key="awaiting-csv",
        )
    words = heading(found, name, state.baseline(found.team), rows, shown)
    st.html(board_table(words, shown, several=len(_teams(rows)) > 1))


def _filtered(rows: Sequence[BoardRow]) -> list[BoardRow]:
    """Draw the choice of tiers and, where there are several, of teams; none chosen means all."""
    present = {row.tier for row in rows}
    tiers = st.pills(
        "Show only these tiers",
        [tier for tier in Tier if tier in present],
        selection_mode="multi",
        format_func=lambda tier: title(tier.value),
        key="awaiting-tiers",
        wrap=True,
    )
    if len(_teams(rows)) < 2:
        return board.chosen(rows, tiers)
    teams = st.pills(
        "Show only these teams",
        _teams(rows),
        selection_mode="multi",
        format_func=plain,
        key="awaiting-teams",
        wrap=True,
    )
    return board.chosen(rows, tiers, teams)


def _teams(rows: Sequence[BoardRow]) -> list[str]:
    return sorted({row.team for row in rows})
