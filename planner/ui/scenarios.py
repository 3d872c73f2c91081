"""Saved what-ifs: kept under a name, looked at again, and made the baseline of every page."""

from collections.abc import Sequence

import streamlit as st

from planner.data.adjustment import Adjustment
from planner.data.describe import describe
from planner.data.draft import Saved
from planner.ui import state
from planner.ui.refusals import draw_refusal, refuse
from planner.ui.sides import Sides
from planner.ui.tables import bullets
from planner.ui.teams import Picked
from planner.ui.words import counted, plain

MOST_OF_NAME, MOST_OF_NOTE = 80, 2_000
_BASELINE = (
    "From then on every page compares with the plan of these changes. Nothing changes for any "
    "child or practitioner, your own data stay as they are, and you can go back at any time."
)
_OWN = "The what-if"


def draw(found: Sides) -> None:
    """Draw what is saved and what can be done with it, and the way to save the what-if."""
    st.header("Saved scenarios")
    saved, team = state.saved(found.team), found.team
    if not saved:
        st.markdown("Nothing is saved yet. A saved scenario keeps what you changed, by name.")
    for number, one in enumerate(saved):
        _saved(team, number, one, saved)
    _save(found, saved)
    _baseline(found)


def _saved(team: Picked, number: int, one: Saved, saved: Sequence[Saved]) -> None:
    changes = counted(len(one.changes), "change") if one.changes else "no change"
    with st.expander(f"{plain(one.name)}: {changes}"):
        if one.note:
            st.markdown(plain(one.note))
        bullets([describe(change) for change in one.changes])
        with st.container(horizontal=True, gap="small"):
            st.button(
                "Load into What-if",
                key=f"scenario-load-{number}",
                help="Takes the place of the what-if you have now; undo brings that back",
                on_click=_load,
                args=(team, one.changes),
            )
            _make_baseline(team, f"{number}", one.name, one.changes, "Make this the baseline")
            _forget(team, number)
        _rename(team, number, one, saved)


def _load(team: Picked, changes: Sequence[Adjustment]) -> None:
    state.load(team, changes)
    state.go_to("what-if")


def _make_baseline(
    team: Picked, place: str, name: str, changes: Sequence[Adjustment], label: str
) -> None:
    with st.popover(label):
        st.markdown(_BASELINE)
        st.button(
            "Yes, compare with this from now on",
            key=f"scenario-baseline-{place}",
            on_click=state.make_baseline,
            args=(team, name, tuple(changes)),
        )


def _forget(team: Picked, number: int) -> None:
    with st.popover("Forget"):
        st.markdown("What was changed in it is then no longer kept. This cannot be undone.")
        st.button(
            "Yes, forget it",
            key=f"scenario-forget-{number}",
            on_click=state.forget,
            args=(team, number),
        )


def _rename(team: Picked, number: int, one: Saved, saved: Sequence[Saved]) -> None:
    with st.form(f"scenario-rename-{number}"):
        name = st.text_input("Name", one.name, max_chars=MOST_OF_NAME) or ""
        note = st.text_area("Note", one.note, max_chars=MOST_OF_NOTE) or ""
        others = [other.name for place, other in enumerate(saved) if place != number]
        form = f"scenario-rename-{number}-{len(saved)}"
        if st.form_submit_button("Keep name and note") and _usable(form, name.strip(), others):
            state.rename(team, number, name.strip(), note.strip())
            st.rerun()
        draw_refusal(form)


def _save(found: Sides, saved: Sequence[Saved]) -> None:
    st.subheader("Save the what-if")
    if not found.changes:
        st.markdown("The what-if has no change yet, so there is nothing to save.")
        return
    bullets([describe(change) for change in found.changes])
    with st.form("scenario-save", clear_on_submit=False):
        # Keyed by how many there are, so that the fields are empty again once it is saved.
        name = st.text_input("Name", max_chars=MOST_OF_NAME, key=f"save-name-{len(saved)}") or ""
        note = (
            st.text_area(
                "What it is for (may stay empty)",
                max_chars=MOST_OF_NOTE,
                key=f"save-note-{len(saved)}",
            )
            or ""
        )
        wanted, form = name.strip(), f"scenario-save-{len(saved)}"
        if st.form_submit_button("Save") and _usable(form, wanted, [one.name for one in saved]):
            state.save(found.team, wanted, note.strip())
            st.rerun()
        draw_refusal(form)


def _usable(form: str, name: str, others: Sequence[str]) -> bool:
    """Say whether a name can be given; if not, keep why."""
    taken = "There is a scenario of this name already: choose another name."
    why = "Give it a name." if not name else taken if name in others else ""
    refuse(form, why)
    return not why


def _baseline(found: Sides) -> None:
    base = state.baseline(found.team)
    st.subheader("The baseline")
    st.markdown(f"Every page compares with: **{plain(base.name)}**.")
    bullets([describe(change) for change in base.changes])
    with st.container(horizontal=True, gap="small"):
        if found.changed and found.changes:
            _make_baseline(
                found.team, "what-if", _OWN, found.changes, "Make the what-if the baseline"
            )
        if base.changes:
            st.button(
                "Back to the team's own data",
                key="scenario-own",
                on_click=state.make_baseline,
                args=(found.team, base.name, ()),
            )
