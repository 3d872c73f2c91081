"""One table that was brought, on screen: what it is, and which heading holds what."""

from collections.abc import Mapping, Sequence

import streamlit as st

from planner.data.match import LEFT_BLANK
from planner.files.cells import Column
from planner.files.team_tables import TITLES
from planner.ui import brought
from planner.ui import matching_words as words
from planner.ui.brought import Piece
from planner.ui.words import plain


def draw_piece(piece: Piece) -> None:
    """Draw how one table is matched; what is guessed stands there to be looked over."""
    with st.container(border=True):
        st.subheader(plain(words.piece_title(piece)))
        st.caption(plain(words.piece_words(piece)))
        _what_it_is(piece)
        first, later = words.asked_first(piece.match), words.asked_later(piece.match)
        if first:
            _choices(piece, first, needed=True)
        if later:
            with st.expander(words.more_label(piece.match)):
                _choices(piece, later, needed=False)
        not_taken = words.left_out_words(piece)
        if not_taken:
            st.caption(plain(not_taken))


def _what_it_is(piece: Piece) -> None:
    what, where, out = st.columns([3, 2, 2], vertical_alignment="bottom")
    key = _key(piece, "table")
    st.session_state[key] = piece.match.table
    what.selectbox(
        "What this table holds",
        ["", *TITLES],
        format_func=words.table_words,
        key=key,
        on_change=_table_chosen,
        args=(piece.number, key),
    )
    rows = [number for number, cells in piece.whole.raw.rows[:20] if any(cells)]
    key = _key(piece, "row")
    st.session_state[key] = piece.brought.raw.rows[0][0]
    where.selectbox(
        "Row with the headings",
        rows,
        key=key,
        on_change=_row_chosen,
        args=(piece.number, key),
    )
    out.button(
        "Remove",
        key=_key(piece, "out"),
        on_click=brought.leave_out,
        args=(piece.number,),
        width="stretch",
    )


def _choices(piece: Piece, columns: Sequence[Column], *, needed: bool) -> None:
    named = words.heading_words(piece.brought.raw)
    with st.grid(3, min_column_width=240, gap="small"):
        for column in columns:
            _choice(piece, column, named, needed=needed and column.heading_needed)


def _choice(piece: Piece, column: Column, named: Mapping[int, str], *, needed: bool) -> None:
    key = _key(piece, column.name)
    st.session_state[key] = piece.match.columns.get(column.name)
    offered = {**named, LEFT_BLANK: words.BLANK} if needed else named
    st.selectbox(
        words.column_label(column),
        list(offered),
        format_func=lambda place: offered.get(place, ""),
        key=key,
        index=None,
        placeholder=words.CHOOSE if needed else words.NOT_THERE,
        required=needed,
        help=plain(words.column_help(piece.match, column)),
        on_change=_column_chosen,
        args=(piece.number, column.name, key),
    )


def _key(piece: Piece, name: str) -> str:
    """Name a widget by the number of its table and by our own words."""
    return f"data-match-{piece.number}-{name}"


def _table_chosen(number: int, key: str) -> None:
    brought.is_table(number, str(st.session_state[key]))


def _row_chosen(number: int, key: str) -> None:
    brought.read_from(number, int(st.session_state[key]))


def _column_chosen(number: int, column: str, key: str) -> None:
    brought.is_column(number, column, st.session_state[key])
