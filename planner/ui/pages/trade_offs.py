"""Trade-offs: what each choice would cost, said in children, one question at a time."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from planner.data.front import FrontOf
from planner.ui import frame
from planner.ui.capacity_drawn import draw_absences, draw_curve, draw_robustness
from planner.ui.choices_drawn import Asked, asked_of, draw_loaded
from planner.ui.fronts import FRONTS
from planner.ui.fronts_drawn import draw_contacts, draw_front
from planner.ui.sides import Sides

TITLE = "Trade-offs"

_SECTIONS: Mapping[str, tuple[str, Callable[[Sides, Asked], None]]] = {
    "Contact": (FRONTS[FrontOf.CONTACTS].header, draw_contacts),
    **{
        short: (FRONTS[of].header, partial(draw_front, of=of))
        for short, of in (
            ("De-allocations", FrontOf.DEALLOCATIONS),
            ("Changes", FrontOf.CHANGES),
            ("Hours", FrontOf.HOURS),
        )
    },
    "Capacity": ("Capacity: more hours, or fewer", draw_curve),
    "Absences": ("If somebody is away", draw_absences),
    "Robustness": ("How far the plan hangs on a little more or less", draw_robustness),
}
_DECIDES = (
    "This page shows what a choice would cost. It does not say which to make: whether a child's "
    "case is de-allocated, a practitioner changed, contact missed or an hour worked beyond "
    "somebody's own is decided by the team manager, case by case."
)


def render() -> None:
    """Draw the page: one question at a time, each answered about the What-if."""
    found = frame.opened(TITLE)
    if found is None:
        return
    names = list(_SECTIONS)
    name = st.segmented_control(
        "What to weigh",
        names,
        default=names[0],
        key="trade-offs-section",
        required=True,
        wrap=True,
    )
    header, draw = _SECTIONS[str(name)]
    asked = asked_of(found, str(name).lower())
    draw_loaded(found, asked)
    st.header(header, divider=False)
    draw(found, asked)
    st.caption(_DECIDES)
