"""What a visitor has chosen so far: the one file that knows the keys of the session."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from typing import cast

import streamlit as st

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.plan import Choices
from planner.errors import DataFaults
from planner.ui.controls import Controls
from planner.ui.desk import Search, back_room
from planner.ui.teams import Picked, uploaded_team

TEAM = "team"
WORKBOOK = "workbook"
SHOWN = "shown"
_CURRENT = "current"
_READ = "read"
_FOLLOWED = "followed"
_DRAWN = "drawn"
_HALTED = "halted"
_IN_HAND = "in_hand"
_CHOICE = "choice"

AWAY, REMOVED, ADDED, ADDED_FTE, ADDED_TEAM = "away", "removed", "added", "added_fte", "added_team"
DEALLOCATIONS, CHANGES, RESERVE, OFFERED = "deallocations", "changes", "reserve", "offered"


def key(team: Picked, name: str) -> str:
    """Give the session's key of a control; keys reach the browser and so name nobody."""
    return f"{team.token}-{name}"


def limit_key(team: Picked, practitioner: str) -> str:
    """Give the key of a practitioner's limit, by place in the team and never by name."""
    return key(team, f"limit-{list(team.carriers).index(practitioner)}")


def prepare_controls(team: Picked) -> None:
    """Put the controls of a team that was just picked where its own data set them."""
    start = _values(team, team.start)
    if st.session_state.get(_CURRENT) != team.token:
        st.session_state[_CURRENT] = team.token
        st.session_state.update(start)
    # A control that was not drawn for a while has lost its value.
    for name, value in start.items():
        st.session_state.setdefault(name, value)


def _values(team: Picked, controls: Controls) -> Mapping[str, object]:
    return {
        **{limit_key(team, name): percent for name, percent in controls.limits.items()},
        key(team, AWAY): sorted(controls.away),
        key(team, REMOVED): sorted(controls.removed),
        key(team, ADDED): controls.added,
        key(team, ADDED_FTE): float(controls.added_fte),
        key(team, ADDED_TEAM): controls.added_team,
        key(team, DEALLOCATIONS): controls.deallocations,
        key(team, CHANGES): controls.changes,
        key(team, RESERVE): float(controls.reserve),
        key(team, OFFERED): controls.offered,
    }


def controls(team: Picked) -> Controls:
    """Read where the controls stand."""
    held = st.session_state
    return Controls(
        limits={name: held[limit_key(team, name)] for name in team.carriers},
        away=frozenset(held[key(team, AWAY)]),
        removed=frozenset(held[key(team, REMOVED)]),
        added=held[key(team, ADDED)],
        added_fte=Decimal(str(held[key(team, ADDED_FTE)])),
        added_team=held[key(team, ADDED_TEAM)] or "",
        deallocations=held[key(team, DEALLOCATIONS)],
        changes=held[key(team, CHANGES)],
        reserve=Decimal(str(held[key(team, RESERVE)])),
        offered=held[key(team, OFFERED)],
    )


def reset(team: Picked) -> None:
    """Put every control back to where the team's own data set it."""
    st.session_state.update(_values(team, team.start))


def drop(team: Picked, change: Adjustment) -> None:
    """Take one what-if change back."""
    now, start = controls(team), team.start
    if change in now.offered:
        _write(team, offered=tuple(other for other in now.offered if other != change))
        return
    who = change.practitioner
    match change.kind:
        case AdjustmentKind.LIMIT:
            _write(team, limits={**now.limits, who: start.limits[who]})
        case AdjustmentKind.AWAY:
            _write(team, away=now.away - {who})
        case AdjustmentKind.BACK:
            _write(team, away=now.away | {who})
        case AdjustmentKind.REMOVE:
            _write(team, removed=now.removed - {who})
        case AdjustmentKind.ADD:
            _write(team, added=now.added - 1)
        case _:
            name = change.kind.value
            _write(team, **{name: getattr(start, name)})


def take_over(team: Picked, changes: Iterable[Adjustment]) -> None:
    """Apply an offer: move the control that says the same, or keep its change as it is."""
    for change in changes:
        now = controls(team)
        if change.kind in (AdjustmentKind.DEALLOCATIONS, AdjustmentKind.CHANGES):
            _write(team, **{change.kind.value: int(change.amount or 0)})
        elif change not in now.offered:
            _write(team, offered=(*now.offered, change))


def forget_hours(team: Picked, practitioner: str) -> None:
    """Drop hours taken over from an offer once the practitioner's own limit is moved."""
    kept = tuple(
        change
        for change in controls(team).offered
        if (change.kind, change.practitioner) != (AdjustmentKind.HOURS, practitioner)
    )
    _write(team, offered=kept)


def _write(team: Picked, **update: object) -> None:
    changed = controls(team).model_copy(update=update)
    st.session_state.update(_values(team, changed))


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


def workbook(content: bytes) -> Picked | DataFaults:
    """Read an uploaded workbook once; its faults are kept as its answer."""
    mark = sha256(content).hexdigest()
    kept = cast("tuple[str, Picked | DataFaults] | None", st.session_state.get(_READ))
    if kept is not None and kept[0] == mark:
        return kept[1]
    answer: Picked | DataFaults
    try:
        answer = uploaded_team(content)
    except DataFaults as faults:
        answer = faults
    st.session_state[_READ] = (mark, answer)
    return answer


def follow_only(keys: Collection[str]) -> None:
    """End the longer searches that were followed and are no longer wanted."""
    before = followed()
    for search in before:
        if search.key not in keys:
            back_room().leave(search)
    st.session_state[_FOLLOWED] = tuple(s for s in before if s.key in keys)


def follow(searches: Iterable[Search]) -> None:
    """Follow these longer searches from now on, in place of those followed before."""
    before = followed()
    st.session_state[_FOLLOWED] = tuple(searches)
    for search in before:
        back_room().leave(search)


def halt() -> None:
    """End the longer searches that are followed; what they have by then is kept."""
    ended = {search.key: search for search in followed()}
    follow([])
    st.session_state[_HALTED] = {**_halted(), **ended}


def halted(further: str) -> Search | None:
    """Give the longer search of this name where the visitor ended it early."""
    return _halted().get(further)


def search_on(keys: Collection[str]) -> None:
    """Let longer searches that were ended early begin anew."""
    st.session_state[_HALTED] = {k: s for k, s in _halted().items() if k not in keys}


def _halted() -> Mapping[str, Search]:
    return cast("Mapping[str, Search]", st.session_state.get(_HALTED, {}))


def keep_in_hand(team: Picked, choices: Choices) -> None:
    """Keep the best plan so far: the next search of the team starts from it."""
    st.session_state[_IN_HAND] = (team.token, choices)


def in_hand(team: Picked) -> Choices | None:
    """Give the last plan that was known of a team."""
    token, choices = st.session_state.get(_IN_HAND, ("", None))
    return cast("Choices | None", choices) if token == team.token else None


def followed() -> tuple[Search, ...]:
    """Give the longer searches that are followed now."""
    return cast("tuple[Search, ...]", st.session_state.get(_FOLLOWED, ()))
