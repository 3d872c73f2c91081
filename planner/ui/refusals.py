"""Why a form was refused, said until it is sent again: a search that ends draws the page anew."""

import streamlit as st

from planner.ui import state


def refuse(form: str, words: str) -> None:
    """Keep why a form was refused, escaped already; ``form`` is its key and names nobody."""
    state.put(_name(form), words)


def accept(form: str) -> None:
    """Say nothing of a form any more: it was sent, and nothing was amiss."""
    state.put(_name(form), "")


def draw_refusal(form: str) -> None:
    """Say why a form was refused when it was last sent; without a refusal, nothing."""
    words = state.value(_name(form))
    if words:
        st.error(str(words))


def _name(form: str) -> str:
    return f"refused-{form}"
