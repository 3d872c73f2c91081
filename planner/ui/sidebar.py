"""The left of the page: which team, and everything a manager may change about it."""

from collections.abc import Mapping

import streamlit as st

from planner.data.problem import Carrier
from planner.data.scenario import Practitioner
from planner.errors import DataFaults
from planner.ui import state
from planner.ui.controls import teams_of
from planner.ui.teams import (
    MOST_MEGABYTES,
    Picked,
    empty_workbook,
    shipped_names,
    shipped_team,
)
from planner.ui.words import full_day, hours, plain, title

OWN = "\N{HORIZONTAL ELLIPSIS}own"
_FTE = (0.2, 0.4, 0.5, 0.6, 0.8, 1.0)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pick_team() -> Picked | DataFaults | None:
    """Draw the team picker; ``None`` means that no workbook was chosen yet."""
    shipped = shipped_names()
    if state.TEAM not in st.session_state:
        st.session_state[state.TEAM] = shipped[0] if shipped else OWN
    name = st.selectbox("Team", [OWN, *shipped], key=state.TEAM, format_func=_team_words)
    return _own_team() if name == OWN else shipped_team(str(name))


def _team_words(name: str) -> str:
    return "My own workbook" if name == OWN else title(name.replace("_", " "))


def _own_team() -> Picked | DataFaults | None:
    given = st.file_uploader(
        f"Workbook (.xlsx, at most {MOST_MEGABYTES} MB)",
        type=["xlsx"],
        key=state.WORKBOOK,
        max_upload_size=MOST_MEGABYTES,
        help="It is read on this machine only, and forgotten when this page is closed.",
    )
    st.download_button(
        "Empty workbook to fill in",
        empty_workbook,
        file_name="team.xlsx",
        mime=_XLSX,
        on_click="ignore",
        width="stretch",
    )
    return state.workbook(given.getvalue()) if given is not None else None


def draw_controls(team: Picked, carriers: Mapping[str, Carrier]) -> None:
    """Draw the controls of a team; ``carriers`` have the hours as the controls stand."""
    people = {p.practitioner: p for p in team.scenario.practitioners}
    st.header("Limits", help=_LIMITS_HELP)
    for name in team.carriers:
        _limit(team, people[name], carriers.get(name))
    st.header("Leave")
    _away(team, people)
    st.header("The team")
    _changes_of_team(team, people)
    st.header("What I am prepared to consider")
    _prepared(team)


_LIMITS_HELP = (
    "The share of their own hours up to which a practitioner may take on families. "
    "What they hold already stays, also above the limit."
)


def _limit(team: Picked, person: Practitioner, now: Carrier | None) -> None:
    key = state.limit_key(team, person.practitioner)
    absent = now is None or not now.present
    st.slider(
        _limit_words(person, now),
        min_value=0,
        max_value=max(150, team.start.limits[person.practitioner]),
        step=5,
        format="%d %%",
        key=key,
        disabled=absent,
        on_change=state.forget_hours,
        args=(team, person.practitioner),
    )


def _limit_words(person: Practitioner, now: Carrier | None) -> str:
    name = plain(_person(person))
    if now is None:
        return f"{name}: not in the team this cycle"
    if not now.present:
        return f"{name}: away the whole cycle"
    return f"{name}: **{hours(now.limit_half_hours)}** of {hours(now.capacity_half_hours)}"


def _person(person: Practitioner) -> str:
    own = person.practitioner
    return f"{own} · {person.label}" if person.label else own


def _away(team: Picked, people: Mapping[str, Practitioner]) -> None:
    cycle, cover = team.scenario.cycle_days, team.policy.standards.cover_days
    st.pills(
        "Away for the whole cycle",
        list(team.carriers),
        selection_mode="multi",
        key=state.key(team, state.AWAY),
        format_func=lambda name: plain(_person(people[name])),
        wrap=True,
        help=(
            f"All {cycle} days from {full_day(team.scenario.as_at)}. In leave of up to {cover} "
            "days the holder keeps the children, and cover is planned."
        ),
    )


def _changes_of_team(team: Picked, people: Mapping[str, Practitioner]) -> None:
    st.pills(
        "Leaves the team",
        list(team.carriers),
        selection_mode="multi",
        key=state.key(team, state.REMOVED),
        format_func=lambda name: plain(_person(people[name])),
        wrap=True,
    )
    st.number_input(
        "Practitioners who join", min_value=0, max_value=5, key=state.key(team, state.ADDED)
    )
    joining = bool(st.session_state[state.key(team, state.ADDED)])
    st.select_slider(
        "FTE of each who joins",
        _FTE,
        key=state.key(team, state.ADDED_FTE),
        disabled=not joining,
    )
    teams = teams_of(team.scenario)
    if len(teams) > 1:
        st.selectbox(
            "Team they join", teams, key=state.key(team, state.ADDED_TEAM), disabled=not joining
        )


def _prepared(team: Picked) -> None:
    start = team.start
    st.slider(
        "De-allocations",
        0,
        max(5, start.deallocations),
        step=1,
        key=state.key(team, state.DEALLOCATIONS),
        help="How many children who have a practitioner may be left awaiting instead.",
    )
    st.slider(
        "Changes of practitioner",
        0,
        max(12, start.changes),
        step=1,
        key=state.key(team, state.CHANGES),
        help="How many families may move from one practitioner to another.",
    )
    st.slider(
        "Hours kept in reserve",
        0.0,
        max(80.0, float(start.reserve)),
        step=5.0,
        format="%d h",
        key=state.key(team, state.RESERVE),
        help="Duty hours kept free for children who arrive in the cycle.",
    )
