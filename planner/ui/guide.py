"""Three steps for whoever opens the planner for the first time, until she hides them."""

import streamlit as st

from planner.ui import state

HIDDEN = "lasting_guide_hidden"
HIDE = "Do not show these steps again"

_STEPS = (
    "**See where the team stands.** This page shows your data as they are: who awaits, what falls "
    "due, and what needs your judgement.",
    "**Try a change.** On *What-if* you set limits and leave; the plan that follows stands beside "
    "the team now and beside your baseline. Nothing there is applied to any case.",
    "**Decide, case by case.** On *Children and practitioners* you see why and what else is "
    "possible; on *Compare* you adopt a plan one child at a time, each with your reason.",
)


def draw_guide() -> None:
    """Draw the three steps, unless they were hidden in this draft."""
    if state.value(HIDDEN):
        return
    with st.expander("First time here? Three steps", expanded=True):
        st.markdown("\n".join(f"1. {step}" for step in _STEPS))
        st.button(HIDE, key="guide-hide", on_click=_hide)


def _hide() -> None:
    state.put(HIDDEN, True, kept=True)
