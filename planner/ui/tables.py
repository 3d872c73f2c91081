"""Tables and lists as every page draws them, with whatever they hold escaped."""

from collections.abc import Sequence

import streamlit as st

from planner.files.arrow import arrow_table
from planner.ui.words import Row, plain


def draw_table(found: Sequence[Row], nothing: str, alt: str) -> None:
    """Draw rows as a table that a screen reader can read; without rows, say so."""
    if not found:
        st.markdown(nothing)
        return
    shown = [{plain(name): plain(text) for name, text in row.items()} for row in found]
    st.table(arrow_table(shown), border="horizontal", hide_index=True, alt=alt)


def bullets(lines: Sequence[str]) -> None:
    """Draw lines as a list; without lines, nothing."""
    if lines:
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
