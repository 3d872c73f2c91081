"""What-if: what a manager may change about one team, and what follows for whom."""

import time

import streamlit as st

from planner.ui import chips, frame, panel, results
from planner.ui.sides import Sides
from planner.ui.tiles import tiles

TITLE = "What-if"

_FIGURES_FIRST_SECONDS = 0.02

_DECIDES = (
    "This page shows what would follow. It does not decide who holds a case, and it changes "
    "nothing outside your draft."
)


def render() -> None:
    """Draw the page: change what may be changed, see the plan that follows."""
    found = frame.opened(TITLE, controls=True)
    if found is None:
        return
    _figures(found)
    # A hand on a control waits for the figures. Sent with all the rest they would be drawn with it;
    # what this costs the rest is in docs/page.md.
    time.sleep(_FIGURES_FIRST_SECONDS)
    with st.sidebar:
        panel.draw_controls(found)
    with st.container():
        chips.draw_offers(found)
    results.draw_sides(found)
    st.caption(_DECIDES)


def _figures(found: Sides) -> None:
    """Draw the chips and figures; each part keeps its place, however many lines another has."""
    with st.container():
        chips.draw_chips(found)
    with st.container():
        results.draw_headline(found.what_if)
    results.draw_tiles(tiles(found.now, found.baseline, found.what_if, changed=found.changed))
