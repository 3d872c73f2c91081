"""What a visitor is trying out, and what pages keep between two drawings.

All of lasting meaning is one record, the draft. Every change of it can be undone, is
kept on disk at once, and is found again under the id in the page's address.
"""

from collections.abc import Iterable, Sequence
from typing import cast

import streamlit as st
from pydantic import JsonValue

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.draft import BASELINE, Draft, Saved
from planner.data.plan import Choices
from planner.data.scenario import Scenario
from planner.ui import keeping
from planner.ui.controls import Controls, adjustments, controls_of
from planner.ui.teams import Picked

LASTING = "lasting_"
"""What a kept name begins with where it is to outlast the data of one week."""

SHOWN = "shown"
_DRAWN = "drawn"
_IN_HAND = "in_hand"
_CHOICE = "choice"
_GO = "go"
_WISHED = "wished"
_MOST_UNDONE = 50


# -- The draft ---------------------------------------------------------------


def draft() -> Draft:
    """Give what the visitor is trying out."""
    return keeping.sandbox().draft


def changes(team: Picked) -> tuple[Adjustment, ...]:
    """Give the changes of the what-if against the team's own data."""
    return team.box.draft.changes


def controls(team: Picked) -> Controls:
    """Give where the controls stand for the what-if."""
    return controls_of(team.box.draft.changes, team.start, team.scenario)


def apply(team: Picked, more: Iterable[Adjustment]) -> None:
    """Add changes to the what-if; a later one takes the place of an earlier of its kind."""
    load(team, (*team.box.draft.changes, *more))


def load(team: Picked, wanted: Iterable[Adjustment]) -> None:
    """Make these changes the what-if, in place of what it was; can be undone."""
    known = controls_of(_of_the_team(team, _last_of_each(wanted)), team.start, team.scenario)
    tidy = adjustments(known, team.start, team.scenario)
    before = team.box.draft
    if tidy == before.changes:
        return
    undo = (*before.undo, before.changes)[-_MOST_UNDONE:]
    team.box.keep(changes=tidy, undo=undo, redo=())


def _of_the_team(team: Picked, wanted: Sequence[Adjustment]) -> list[Adjustment]:
    """Drop what was said of somebody who was to join and does not any more."""
    joining = {change.practitioner for change in wanted if change.kind is AdjustmentKind.ADD}
    known = joining | {"", *(person.practitioner for person in team.scenario.practitioners)}
    return [change for change in wanted if change.practitioner in known]


def _last_of_each(wanted: Iterable[Adjustment]) -> list[Adjustment]:
    """Drop what a later change says anew; two leaves of one person are both kept."""
    kept: dict[object, Adjustment] = {}
    for change in wanted:
        about: tuple[object, ...] = (change.kind, change.practitioner, change.child, change.name)
        if change.kind is AdjustmentKind.AWAY:
            about = (*about, change.start, change.until)
        elif change.kind is AdjustmentKind.PIN:
            about = (change.kind, change.child)
        kept.pop(about, None)
        kept[about] = change
    return list(kept.values())


def wish(*more: Adjustment) -> None:
    """Add changes to the what-if when the page is drawn next; for use outside a callback."""
    st.session_state[_WISHED] = more


def grant(team: Picked) -> None:
    """Add the changes that were wished for, before any control is drawn."""
    wished = st.session_state.pop(_WISHED, ())
    if wished:
        apply(team, wished)


def drop(team: Picked, change: Adjustment) -> None:
    """Take one change of the what-if back."""
    load(team, [other for other in team.box.draft.changes if other != change])


def reset(team: Picked) -> None:
    """Take every change back: the what-if is the team as its own data say."""
    load(team, ())


def undo(team: Picked) -> None:
    """Go one step back."""
    now = team.box.draft
    if now.undo:
        team.box.keep(changes=now.undo[-1], undo=now.undo[:-1], redo=(*now.redo, now.changes))


def redo(team: Picked) -> None:
    """Go one step forward again."""
    now = team.box.draft
    if now.redo:
        team.box.keep(changes=now.redo[-1], redo=now.redo[:-1], undo=(*now.undo, now.changes))


# -- Baseline and saved scenarios ---------------------------------------------


def baseline(team: Picked) -> Saved:
    """Give the changes that the baseline plan stands on, with their name."""
    return team.box.draft.baseline


def make_baseline(team: Picked, name: str, wanted: Sequence[Adjustment]) -> None:
    """Make these changes the baseline that everything is compared with."""
    team.box.keep(baseline=Saved(name=name if wanted else BASELINE, changes=tuple(wanted)))


def saved(team: Picked) -> tuple[Saved, ...]:
    """Give the scenarios that were saved, in the order they were."""
    return team.box.draft.saved


def save(team: Picked, name: str, note: str = "") -> None:
    """Save the what-if under a name; one of the same name is replaced."""
    others = [one for one in team.box.draft.saved if one.name != name]
    team.box.keep(saved=(*others, Saved(name=name, note=note, changes=team.box.draft.changes)))


def rename(team: Picked, number: int, name: str, note: str) -> None:
    """Give one saved scenario, counted from 0, another name and note."""
    said = {"name": name, "note": note}
    changed = (
        one.model_copy(update=said) if place == number else one
        for place, one in enumerate(team.box.draft.saved)
    )
    team.box.keep(saved=tuple(changed))


def forget(team: Picked, number: int) -> None:
    """Forget one saved scenario, counted from 0."""
    team.box.keep(saved=tuple(s for n, s in enumerate(team.box.draft.saved) if n != number))


# -- What pages keep of their own ---------------------------------------------


def value(name: str, default: object = None) -> object:
    """Give what a page kept under this name: in the draft, or in this session alone."""
    notes = draft().notes
    return notes[name] if name in notes else st.session_state.get(f"own-{name}", default)


def put(name: str, given: object, *, kept: bool = False) -> None:
    """Keep something of a page's own: in this session or, ``kept``, with the draft."""
    if kept:
        box = keeping.sandbox()
        box.keep(notes={**box.draft.notes, name: cast("JsonValue", given)})
    else:
        st.session_state[f"own-{name}"] = given


def go_to(address: str, **chosen: object) -> None:
    """Have another page drawn next, with what is chosen there; for callbacks."""
    for name, what in chosen.items():
        put(name, what)
    st.session_state[_GO] = address


def going() -> str:
    """Give the page that was asked for, once."""
    return str(st.session_state.pop(_GO, ""))


# -- Which team ----------------------------------------------------------------


def use_shipped(name: str) -> None:
    """Begin a draft over a team that ships."""
    keeping.sandbox().begin(Draft(team=name))


def use_scenario(scenario: Scenario) -> None:
    """Begin a draft over the manager's own data.

    What she set for good, and noted about children who are still there, goes along.
    """
    lasting = {name: n for name, n in draft().notes.items() if name.startswith(LASTING)}
    keeping.sandbox().begin(Draft(scenario=scenario, notes=lasting))


def start_afresh() -> None:
    """Begin a new draft over the same team; the one before stays as it was kept."""
    now = draft()
    keeping.sandbox().begin(Draft(team=now.team, scenario=now.scenario))


# -- What is on screen ------------------------------------------------------------


def show_first(names: Sequence[str]) -> None:
    """Show the first plan in full whenever another set of plans can be shown."""
    if st.session_state.get(_CHOICE) != tuple(names) or SHOWN not in st.session_state:
        st.session_state[_CHOICE] = tuple(names)
        st.session_state[SHOWN] = names[0]


def was_drawn(team: Picked) -> bool:
    """Whether a plan of this team is on screen already."""
    return st.session_state.get(_DRAWN) == team.token


def mark_drawn(team: Picked) -> None:
    """Note that a plan of this team is on screen."""
    st.session_state[_DRAWN] = team.token


def keep_in_hand(team: Picked, choices: Choices) -> None:
    """Keep the best plan so far: the next search of the team starts from it."""
    st.session_state[_IN_HAND] = (team.token, choices)


def in_hand(team: Picked) -> Choices | None:
    """Give the last plan that was known of a team."""
    token, choices = st.session_state.get(_IN_HAND, ("", None))
    return cast("Choices | None", choices) if token == team.token else None
