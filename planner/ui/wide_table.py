"""Rows as a table that becomes a card for each row on a phone; every word is escaped here."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from planner.ui.words import Row


def draw_wide(rows: Sequence[Row], nothing: str, alt: str) -> None:
    """Draw rows of many columns; the first column names the row. Without rows, say so."""
    if rows:
        st.html(wide_table(rows, alt))
    else:
        st.markdown(nothing)


def wide_table(rows: Sequence[Row], alt: str) -> str:
    """Write rows as a table; its parts keep their roles where the style makes them blocks."""
    titles = "".join(
        f"<th role='columnheader' scope='col'>{escape(column)}</th>" for column in rows[0]
    )
    body = "".join(_row(row) for row in rows)
    return (
        f"<div class='wide'><table role='table' aria-label='{escape(alt)}'>"
        f"<thead role='rowgroup'><tr role='row'>{titles}</tr></thead>"
        f"<tbody role='rowgroup'>{body}</tbody></table></div>"
    )


def _row(row: Row) -> str:
    (_, first), *others = row.items()
    cells = "".join(
        f"<td role='cell' data-column='{escape(column)}'>{escape(text)}</td>"
        for column, text in others
    )
    return f"<tr role='row'><th role='rowheader' scope='row'>{escape(first)}</th>{cells}</tr>"
