"""What the manager notes on the board, child by child, kept with the draft for her alone."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

import streamlit as st

from planner.data.board_note import BoardNote
from planner.data.plan import ChildLine
from planner.ui import state
from planner.ui.teams import Picked
from planner.ui.words import named, plain

KEPT = "lasting_board_notes"
_CHILD = "awaiting-noted"
_FORMAT = "DD/MM/YYYY"


def notes() -> Mapping[str, BoardNote]:
    """Give every note of the draft, by child."""
    kept = cast("Mapping[str, object]", state.value(KEPT, {}))
    return {child: BoardNote.model_validate(note) for child, note in kept.items()}


def keep(child: str, note: BoardNote) -> None:
    """Keep the note about a child with the draft; a blank one is taken away."""
    others = {name: kept for name, kept in notes().items() if name != child}
    wanted = others if note.blank else {**others, child: note}
    state.put(
        KEPT,
        {
            name: kept.model_dump(mode="json", exclude_defaults=True)
            for name, kept in wanted.items()
        },
        kept=True,
    )


def draw_form(team: Picked, lines: Sequence[ChildLine]) -> None:
    """Draw the form for one child at a time, out of those on the board."""
    shown = {line.child: named(line) for line in lines}
    child = st.selectbox(
        "Child", list(shown), key=_CHILD, format_func=lambda name: plain(shown[name])
    )
    if child is None:
        return
    # The place in the team stands for the child: keys reach the browser.
    place = [line.child for line in team.scenario.children].index(child)
    key = f"{team.token}-note-{place}"
    note, words = notes().get(child, BoardNote()), team.policy.deallocation
    with st.form(f"{key}-form", border=True):
        _who_and_when("Told", words.told, note.told, note.told_on, key)
        asked = (*words.consulted, words.advice_service)
        _who_and_when("Consulted", asked, note.consulted, note.consulted_on, key)
        st.date_input("Last reviewed on", note.reviewed_on, format=_FORMAT, key=f"{key}-Reviewed")
        st.form_submit_button("Keep this note", on_click=_submitted, args=(child, key))


def _who_and_when(
    what: str, roles: Sequence[str], who: Sequence[str], on: date | None, key: str
) -> None:
    offered = list(dict.fromkeys((*roles, *who)))
    st.pills(
        what,
        offered,
        selection_mode="multi",
        default=list(who),
        key=f"{key}-{what}",
        wrap=True,
    )
    st.date_input(f"{what} on", on, format=_FORMAT, key=f"{key}-{what}-on")


def _submitted(child: str, key: str) -> None:
    given = st.session_state
    note = BoardNote(
        told=tuple(given[f"{key}-Told"] or ()),
        told_on=given[f"{key}-Told-on"],
        consulted=tuple(given[f"{key}-Consulted"] or ()),
        consulted_on=given[f"{key}-Consulted-on"],
        reviewed_on=given[f"{key}-Reviewed"],
    )
    keep(child, note)
