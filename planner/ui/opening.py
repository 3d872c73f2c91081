"""A way to a child's own page from wherever children are named."""

from collections.abc import Sequence

import streamlit as st

from planner.data.plan import ChildLine
from planner.ui import state, widgets
from planner.ui.teams import Picked
from planner.ui.words import named

OPEN = "Open this child"
_ADDRESS = "children"


def draw_open(team: Picked, lines: Sequence[ChildLine], place: str) -> None:
    """Draw a choice among some children and a button that opens the one chosen.

    ``place`` is a constant, such as ``"due"``; it reaches the browser.
    """
    if not lines:
        return
    names = {line.child: named(line) for line in lines}
    key = widgets.key(team, f"open-{place}")
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"{key}-row"):
        st.selectbox("Child's page", list(names), format_func=names.__getitem__, key=key, width=320)
        st.button(OPEN, key=f"{key}-go", on_click=_open, args=(key,))


def _open(key: str) -> None:
    state.go_to(_ADDRESS, child=st.session_state[key])
