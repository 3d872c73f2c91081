"""What follows when a control is moved: the what-if says what the control says now."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import streamlit as st

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.ui import state, widgets
from planner.ui.controls import Controls, adjustments, everyone_at
from planner.ui.teams import Picked


def moved(team: Picked, name: str) -> None:
    """Take over where one control stands now."""
    at = st.session_state.get(widgets.key(team, name))
    if at is None:
        # It was moved on a page that is left already.
        return
    now = state.controls(team)
    _take(team, now.model_copy(update={name: _READ[name](at)}))


def moved_everyone(team: Picked, percent: int) -> None:
    """Take over one limit for all; only the limits of each are other controls than before."""
    team.box.limits_put += 1
    _take(team, everyone_at(state.controls(team), percent))


def moved_limit(team: Picked, practitioner: str) -> None:
    """Take over one practitioner's limit; hours that an offer set for them give way to it."""
    at = st.session_state.get(widgets.limit_key(team, practitioner))
    if at is None:
        return
    now = state.controls(team)
    limits = {**now.limits, practitioner: int(at)}
    others = _no_hours(now, practitioner)
    _take(team, now.model_copy(update={"limits": limits, "others": others}))


def moved_duty(team: Picked, practitioner: str) -> None:
    """Take over the hours that one who holds no cases gives to duty."""
    at = st.session_state.get(widgets.duty_key(team, practitioner))
    if at is None:
        return
    now = state.controls(team)
    _take(team, now.model_copy(update={"duty": {**now.duty, practitioner: _exact(at)}}))


def _take(team: Picked, changed: Controls) -> None:
    state.load(team, adjustments(changed, team.start, team.scenario))
    # The control stands there already: it stays the one that the hand is on, and all others too.
    team.box.shown = (team.token, team.box.draft.changes, True)


def _no_hours(now: Controls, practitioner: str) -> tuple[Adjustment, ...]:
    return tuple(
        other
        for other in now.others
        if (other.kind, other.practitioner) != (AdjustmentKind.HOURS, practitioner)
    )


def _exact(at: Any) -> Decimal:
    return Decimal(str(at))


_READ: Mapping[str, Callable[[Any], object]] = {
    widgets.AWAY: frozenset,
    widgets.REMOVED: frozenset,
    widgets.ADDED: int,
    widgets.ADDED_FTE: _exact,
    widgets.ADDED_TEAM: str,
    widgets.DEALLOCATIONS: int,
    widgets.CHANGES: int,
    widgets.RESERVE: _exact,
    widgets.ARRIVALS: _exact,
}
