"""Compare: the baseline and what else was considered, side by side; and adopting one of them."""

from collections.abc import Sequence

import streamlit as st

from planner.errors import DataFaults
from planner.ui import adopt, asking, frame, rails, scenarios, side_by_side, sides, state, widgets
from planner.ui.adopt import Offered
from planner.ui.compared import Column, saved_name, saved_title
from planner.ui.sides import Sides
from planner.ui.words import plain, title

TITLE = "Compare"

_DRAFT, _DRAFT_TITLE = "Draft", "The what-if as it is now"
_MOST_SAVED = 2
_DECIDES = (
    "This page compares plans and keeps what you decide. It does not decide which plan is right "
    "for a child, it enters nothing on CRIS, and it says nothing about how anybody works."
)


def render() -> None:
    """Draw the page: choose what to compare, see what differs and for whom, decide."""
    found = frame.opened(TITLE)
    if found is None:
        return
    offered = _offered(found)
    columns, chosen = [one.column for one in offered], rails.chosen()
    side_by_side.draw_figures(columns)
    side_by_side.draw_rails(columns, found.base.policy.standards, chosen)
    side_by_side.draw_loads(columns)
    side_by_side.draw_children(found, offered)
    side_by_side.draw_download(found, columns, chosen)
    scenarios.draw(found)
    adopt.draw(found, offered, chosen)
    st.caption(_DECIDES)


def _offered(found: Sides) -> list[Offered]:
    """Give the baseline plan, up to two that were saved, and the what-if where it is another."""
    saved = state.saved(found.team)
    picked = _picked([one.name for one in saved]) if saved else []
    baseline = state.baseline(found.team)
    base = Column(sides.BASELINE, found.baseline, baseline.changes, title=title(baseline.name))
    offered, place = [Offered(base, found.base)], st.empty()
    for one in (saved[number] for number in picked):
        try:
            question = asking.question(found.team, one.changes)
        except DataFaults as faults:
            lines = [plain(fault.sentence()) for fault in faults.faults]
            st.warning("\n\n".join([f"{plain(one.name)} does not fit this team:", *lines]))
            continue
        plan = sides.plan_of(found, question, place)
        name = saved_name(len(offered) - 1, one.name)
        full = saved_title(name, one.name)
        offered.append(Offered(Column(name, plan, one.changes, one.note, full), question))
    if found.asked.key not in {one.question.key for one in offered}:
        draft = Column(_DRAFT, found.what_if, found.changes, title=_DRAFT_TITLE)
        offered.append(Offered(draft, found.asked))
    return offered


def _picked(names: Sequence[str]) -> list[int]:
    places = range(len(names))
    return st.multiselect(
        "Saved scenarios to compare (up to two)",
        places,
        default=places[-_MOST_SAVED:],
        format_func=lambda number: names[number],
        max_selections=_MOST_SAVED,
        # A scenario saved, renamed or forgotten makes another list: the newest are shown then.
        key=widgets.listing("compare-saved", names),
        persist_state="session",
        wrap=True,
    )
