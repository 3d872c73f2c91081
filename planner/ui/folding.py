"""Parts that are drawn only while they are unfolded: what nobody looks at costs nobody time."""

from collections.abc import Callable

import streamlit as st


def folded(label: str, key: str, draw: Callable[[], object], *, expanded: bool = False) -> None:
    """Draw a part behind its label, once a visitor unfolds it; ``key`` names nobody."""
    section = st.expander(label, expanded, key=key, on_change="rerun")
    if section.open:
        with section:
            draw()
