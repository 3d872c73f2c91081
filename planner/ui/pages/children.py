"""Children and practitioners: one child or one practitioner, explained, and what may be tried."""

import streamlit as st

from planner.ui import frame, one_child, one_practitioner, state

TITLE = "Children and practitioners"
CHILD, PRACTITIONER = "One child", "One practitioner"

_SHOW = "children-show"
_SHOWN, _SEEN = "children_shown", "children_seen"
_DECIDES = (
    "This page explains a plan and lets you try a decision. It does not decide who holds a case, "
    "does not predict harm, and says nothing about how anybody works. What you apply goes to the "
    "what-if only; a decision is recorded on the page Compare, by a named person."
)


def render() -> None:
    """Draw the page: choose a child or a practitioner, read, try, apply to the what-if."""
    found = frame.opened(TITLE)
    if found is None:
        return
    st.session_state.setdefault(_SHOW, _wanted())
    chosen = st.segmented_control(
        "Show",
        (CHILD, PRACTITIONER),
        required=True,
        key=_SHOW,
        label_visibility="collapsed",
    )
    state.put(_SHOWN, chosen)
    if chosen == PRACTITIONER:
        one_practitioner.draw(found, open_child)
    else:
        one_child.draw(found)
    state.put(_SEEN, _named())
    st.caption(_DECIDES)


def _named() -> tuple[object, object]:
    return state.value(one_child.CHILD), state.value(one_practitioner.PRACTITIONER)


def _wanted() -> str:
    """Show what another page asked for since this one was drawn; else what was shown before."""
    child, practitioner = _named()
    seen = state.value(_SEEN, (None, None))
    if isinstance(seen, tuple):
        if child and child != seen[0]:
            return CHILD
        if practitioner and practitioner != seen[1]:
            return PRACTITIONER
    return PRACTITIONER if state.value(_SHOWN) == PRACTITIONER else CHILD


def open_child(child: str) -> None:
    """Show a child in place of a practitioner; for callbacks."""
    state.put(one_child.CHILD, child)
    st.session_state[_SHOW] = CHILD
