"""Which team is picked: one that ships, or the manager's own, read once from her workbook."""

from hashlib import sha256
from typing import cast

import streamlit as st

from planner.errors import DataFaults
from planner.ui import state
from planner.ui.teams import Picked, uploaded_team
from planner.ui.teams import own_team as make_ready

TEAM = "team"
WORKBOOK = "workbook"
_BRINGING = "bringing"
_READ = "read"
_OWN = "own_team"


def show_team(own: str) -> None:
    """Have the team picker show the draft's team, whatever the page before left in it."""
    draft = state.draft()
    bringing = draft.scenario is not None or st.session_state.get(_BRINGING, False)
    st.session_state[TEAM] = own if bringing else draft.team or own


def team_chosen(own: str) -> None:
    """Begin a draft over the team that was picked; one's own begins with its workbook."""
    name = str(st.session_state[TEAM])
    st.session_state[_BRINGING] = name == own
    if name != own:
        state.use_shipped(name)


def own_team(content: bytes | None) -> Picked | DataFaults | None:
    """Give the manager's own team: a workbook just chosen, or the data of her draft."""
    mark = sha256(content).hexdigest() if content else ""
    if content and st.session_state.get(_READ, ("", None))[0] != mark:
        answer = _read(content)
        st.session_state[_READ] = (mark, answer if isinstance(answer, DataFaults) else None)
        if not isinstance(answer, DataFaults):
            st.session_state[_OWN] = answer
            state.use_scenario(answer.scenario)
    faults = st.session_state.get(_READ, ("", None))[1] if content else None
    return cast("DataFaults", faults) if faults is not None else _kept_team()


def _read(content: bytes) -> Picked | DataFaults:
    try:
        return uploaded_team(content)
    except DataFaults as faults:
        return faults


def _kept_team() -> Picked | None:
    """Give the team of the draft's own data, made ready once."""
    scenario = state.draft().scenario
    if scenario is None:
        return None
    ready = cast("Picked | None", st.session_state.get(_OWN))
    if ready is None or ready.scenario is not scenario:
        ready = make_ready(scenario)
        st.session_state[_OWN] = ready
    return ready
