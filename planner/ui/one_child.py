"""One child: who holds the case in each plan and why, what would change it, what may be tried."""

from collections.abc import Mapping

import streamlit as st

from planner.data.plan import ChildLine, Plan
from planner.ui import deciding, explaining, settling, state, widgets, worksheet
from planner.ui.child_cards import child_cards, owed_cards
from planner.ui.child_rows import line_of, option
from planner.ui.sides import BASELINE, NOW, WHAT_IF, Sides
from planner.ui.words import named, plain

CHILD = "child"
WHY, SETTLED, OWED, SHEET, DECIDE = (
    "Why, and what would change it",
    "Settled or your call",
    "Owed and consultation",
    "De-allocation worksheet",
    "Decide",
)
_SECTION = "children_section"
_SECTIONS = (WHY, SETTLED, OWED, SHEET, DECIDE)


def draw(found: Sides) -> None:
    """Draw the child that is chosen, and of the sections only the one that is open."""
    plan = found.what_if
    ids = sorted(line.child for line in plan.children)
    if not ids:
        st.markdown("This team has no children.")
        return
    child = _pick(found, ids)
    line = line_of(plan, child)
    st.header(plain(named(line)))
    st.html(child_cards(shown(found), child))
    _section(found, line, ids.index(child))


def shown(found: Sides) -> Mapping[str, Plan]:
    """Give the plans to read beside each other: without a what-if there are two."""
    plans = {NOW: found.now, BASELINE: found.baseline}
    return {**plans, WHAT_IF: found.what_if} if found.changed else plans


def _pick(found: Sides, ids: list[str]) -> str:
    options = {line.child: option(line) for line in found.now.children}
    before = str(state.value(CHILD, ""))
    picked = st.selectbox(
        "Child",
        ids,
        index=ids.index(before) if before in ids else 0,
        format_func=options.__getitem__,
        key=widgets.key(found.team, "child"),
        help="Type part of an id, a label, a tier or a practitioner to find a child.",
    )
    state.put(CHILD, picked)
    return picked


def _section(found: Sides, line: ChildLine, place: int) -> None:
    before = state.value(_SECTION, WHY)
    section = st.segmented_control(
        "About this child",
        _SECTIONS,
        default=before if before in _SECTIONS else WHY,
        required=True,
        wrap=True,
        key="children-section",
    )
    state.put(_SECTION, section)
    match section:
        case str() if section == SETTLED:
            settling.draw(found, line)
        case str() if section == OWED:
            _owed(line)
        case str() if section == SHEET:
            worksheet.draw(found, line, place)
        case str() if section == DECIDE:
            deciding.draw(found, line, place)
        case _:
            explaining.draw(found, line)


def _owed(line: ChildLine) -> None:
    st.subheader("Owed to this child, and whom to consult")
    st.caption("Obligations and prompts, each with its source. They are owed, and never a risk.")
    st.html(owed_cards(line))
