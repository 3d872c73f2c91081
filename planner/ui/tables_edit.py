"""A team's tables on screen: what is to be mended, and an editor to mend it in, checked at once."""

from collections.abc import Sequence

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from planner.errors import Fault
from planner.files.mending import choices, more_columns, rows_at_fault, with_columns
from planner.files.team_tables import TITLES, TeamTables, TextTable
from planner.ui import mending_words as words
from planner.ui import own_tables
from planner.ui.words import plain

_TABLE, _VIEW, _MORE = "data-table", "data-view", "data-more"
_TO_MEND, _ALL = "Rows to mend", "All rows"


def draw_tables(tables: TeamTables, faults: Sequence[Fault]) -> None:
    """Draw one table at a time to be edited; ``faults`` are those of the tables as they stand."""
    labels = words.table_labels(tables, faults)
    if st.session_state.get(_TABLE) not in labels:
        st.session_state[_TABLE] = words.first_at_fault(faults)
    name = st.segmented_control(
        "Table",
        list(labels),
        format_func=lambda name: labels[name],
        key=_TABLE,
        required=True,
        wrap=True,
        on_change=own_tables.new_round,
    )
    _editor(tables, str(name), faults, to_mend=_rows_to_mend(str(name)))
    _more(tables.find(str(name)))


def _rows_to_mend(name: str) -> bool:
    """Draw which rows are shown; true for those alone that were to be mended."""
    if not rows_at_fault(own_tables.base().find(name), own_tables.base_faults()):
        return False
    st.session_state.setdefault(_VIEW, _TO_MEND)
    chosen = st.segmented_control(
        "Rows shown", [_TO_MEND, _ALL], key=_VIEW, required=True, on_change=own_tables.new_round
    )
    return chosen != _ALL


def _editor(tables: TeamTables, name: str, faults: Sequence[Fault], *, to_mend: bool) -> None:
    key = _key(name, to_mend)
    if key not in st.session_state and tables.find(name) != own_tables.base().find(name):
        # The page was left meanwhile, and the editor forgot what its changes were.
        own_tables.new_round()
        key = _key(name, to_mend)
    one = own_tables.base().find(name)
    at_fault = rows_at_fault(one, own_tables.base_faults())
    places = sorted(at_fault) if to_mend else range(len(one.rows))
    beside = words.beside_rows(tables.find(name), faults) if to_mend else None
    st.data_editor(
        words.editor_rows(one, places, beside),
        num_rows="fixed" if to_mend else "dynamic",
        column_order=words.column_order(one, own_tables.base_faults(), to_mend=to_mend),
        column_config=_columns(one, to_mend=to_mend),
        hide_index=True,
        placeholder="",
        key=key,
        on_change=_edited,
        args=(name, tuple(places), key),
        alt=f"{TITLES[name]}: a table to edit",
    )
    st.caption(words.how_to_edit(to_mend=to_mend))


def _key(name: str, to_mend: bool) -> str:
    """Name an editor by place and round, never by what is in it."""
    view = "mend" if to_mend else "all"
    return f"data-editor-{list(TITLES).index(name)}-{view}-{own_tables.round_number()}"


def _edited(name: str, places: Sequence[int], key: str) -> None:
    own_tables.take_edits(name, places, own_tables.edits_at(key))


def _columns(one: TextTable, *, to_mend: bool) -> dict[str, ColumnConfig]:
    """Describe the columns; a list to choose from only where rows are mended one by one.

    In all rows a manager may paste many at once, and a list would drop what it
    does not know instead of showing it as a fault.
    """
    text = st.column_config.TextColumn
    found: dict[str, ColumnConfig] = {
        words.ROW: text("Row", disabled=True, pinned=True, width="small"),
        words.MEND: text("To mend", disabled=True, width="large"),
        words.ABOUT: text("What it is", disabled=True, width="large"),
    }
    for column in one.columns:
        label, about = words.column_words(column), plain(words.about_column(one.table, column))
        options = words.options(one, column, choices(one.table, column)) if to_mend else []
        found[column] = (
            st.column_config.SelectboxColumn(label, help=about, options=options)
            if options
            else text(label, help=about)
        )
    return found


def _more(one: TextTable) -> None:
    """Offer the columns that this table could have and does not."""
    more = more_columns(one)
    if not more:
        return
    with st.expander("Add a column"):
        key = f"{_MORE}-{list(TITLES).index(one.table)}-{own_tables.round_number()}"
        st.multiselect(
            "Columns to add",
            more,
            format_func=words.column_words,
            key=key,
            placeholder="Choose columns",
        )
        st.button("Add them, blank", on_click=_add, args=(one.table, key))


def _add(name: str, key: str) -> None:
    tables = own_tables.current()
    if tables is not None:
        chosen = st.session_state.get(key) or ()
        own_tables.change(tables.put(with_columns(tables.find(name), chosen)))
        own_tables.new_round()
