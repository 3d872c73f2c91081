"""Data and record: a team's own tables, what was decided, and what all of it rests on."""

import streamlit as st

from planner.errors import DataFaults
from planner.policy import default_policy
from planner.ui import evidence, frame, log, own_data, policy_page
from planner.ui.teams import Picked

TITLE = "Data and record"

_SECTION = "data-section"
_OWN, _LOG, _EVIDENCE, _POLICY = "Your data", "Decision log", "Workload evidence", "Policy"


def render() -> None:
    """Draw the page; all but the evidence works without a usable team."""
    st.session_state.setdefault(_SECTION, _OWN)
    if st.session_state[_SECTION] == _EVIDENCE:
        _over_plans()
        return
    team = frame.team()
    frame.plain_title(TITLE, team)
    section = _section()
    if section == _LOG:
        log.draw()
    elif section == _POLICY:
        policy_page.draw_policy(team.policy if isinstance(team, Picked) else default_policy())
    else:
        _own(team)


def _section() -> str:
    return str(
        st.segmented_control(
            "Part of this page",
            (_OWN, _LOG, _EVIDENCE, _POLICY),
            key=_SECTION,
            required=True,
            wrap=True,
        )
    )


def _over_plans() -> None:
    found = frame.opened(TITLE)
    _section()
    if found is not None:
        evidence.draw(found)


def _own(team: Picked | DataFaults | None) -> None:
    if isinstance(team, DataFaults):
        own_data.draw_refused(team)
    own_data.draw_own_data(team)
