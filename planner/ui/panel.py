"""The left of the what-if page: everything a manager may change about the team."""

from collections.abc import Mapping
from datetime import date, timedelta

import streamlit as st

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.problem import Carrier
from planner.data.scenario import Practitioner
from planner.ui import presets, state, widgets
from planner.ui.controls import carriers_of, teams_of
from planner.ui.folding import folded
from planner.ui.moves import moved, moved_duty, moved_limit
from planner.ui.scrub import draw_scrub
from planner.ui.sides import Sides
from planner.ui.teams import Picked
from planner.ui.words import full_day, hours, plain

_FEW = 8
_FAULT = "what-if-away-fault"
_FTE = (0.2, 0.4, 0.5, 0.6, 0.8, 1.0)


def draw_controls(found: Sides) -> None:
    """Draw the controls of a team, with everyone's hours as the controls stand."""
    team = found.team
    carriers = carriers_of(found.asked.scenario, found.asked.policy)
    people = {p.practitioner: p for p in team.scenario.practitioners}
    st.header("Quick what-ifs")
    presets.draw_presets(team)
    st.header("Limits", help=_LIMITS_HELP)
    draw_scrub(found)
    folded(
        "One by one",
        f"one-by-one-{team.token}",
        lambda: _limits(team, people, carriers),
        expanded=len(team.carriers) <= _FEW,
    )
    st.header("Leave")
    _away(team, people)
    st.header("The team")
    _changes_of_team(team, people)
    st.header("What I am prepared to consider")
    _prepared(team)
    st.header("Duty")
    _duty(team)


_LIMITS_HELP = (
    "The share of their own hours up to which a practitioner may take on families. "
    "What they hold already stays, also above the limit."
)


def _limits(
    team: Picked, people: Mapping[str, Practitioner], carriers: Mapping[str, Carrier]
) -> None:
    limits = state.controls(team).limits
    for name in team.carriers:
        _limit(team, people[name], carriers.get(name), limits[name])


def _limit(team: Picked, person: Practitioner, now: Carrier | None, percent: int) -> None:
    absent = now is None or not now.present
    st.slider(
        _limit_words(person, now),
        min_value=0,
        max_value=max(150, team.start.limits[person.practitioner]),
        value=percent,
        step=5,
        format="%d %%",
        key=widgets.limit_key(team, person.practitioner),
        disabled=absent,
        on_change=moved_limit,
        args=(team, person.practitioner),
    )


def _limit_words(person: Practitioner, now: Carrier | None) -> str:
    name = plain(_person(person))
    if now is None:
        return f"{name}: not in the team this cycle"
    if not now.present:
        return f"{name}: away the whole cycle"
    return f"{name}: {hours(now.limit_half_hours)} of {hours(now.capacity_half_hours)}"


def _person(person: Practitioner) -> str:
    own = person.practitioner
    return f"{own} · {person.label}" if person.label else own


def _away(team: Picked, people: Mapping[str, Practitioner]) -> None:
    cycle, cover = team.scenario.cycle_days, team.policy.standards.cover_days
    st.pills(
        "Away for the whole cycle",
        list(team.carriers),
        selection_mode="multi",
        default=sorted(state.controls(team).away),
        key=widgets.key(team, widgets.AWAY),
        on_change=moved,
        args=(team, widgets.AWAY),
        format_func=lambda name: plain(_person(people[name])),
        wrap=True,
        help=(
            f"All {cycle} days from {full_day(team.scenario.as_at)}. In leave of up to {cover} "
            "days the holder keeps the children, and cover is planned."
        ),
    )
    folded("Away for some days only", "some-days", lambda: _some_days(team, people))


def _some_days(team: Picked, people: Mapping[str, Practitioner]) -> None:
    """Draw leave of some days only, taken over when the manager says so."""
    with st.form("away-days", border=False):
        who = st.selectbox(
            "Who", list(team.carriers), format_func=lambda name: plain(_person(people[name]))
        )
        first = team.scenario.as_at
        last = first + timedelta(days=team.scenario.cycle_days - 1)
        start = st.date_input("From", first, format="DD/MM/YYYY")
        until = st.date_input("Until, that day too", last, format="DD/MM/YYYY")
        if st.form_submit_button("Mark as away"):
            _mark_away(str(who), start, until)
        # Kept, and not only said: a search that ends draws the page anew.
        if fault := state.value(_FAULT):
            st.error(str(fault))


def _mark_away(who: str, start: date, until: date) -> None:
    wrong = until < start
    state.put(_FAULT, "The last day away is before the first." if wrong else "")
    if not wrong:
        state.wish(Adjustment(kind=AdjustmentKind.AWAY, practitioner=who, start=start, until=until))
        st.rerun()


def _changes_of_team(team: Picked, people: Mapping[str, Practitioner]) -> None:
    at = state.controls(team)
    st.pills(
        "Leaves the team",
        list(team.carriers),
        selection_mode="multi",
        default=sorted(at.removed),
        key=widgets.key(team, widgets.REMOVED),
        on_change=moved,
        args=(team, widgets.REMOVED),
        format_func=lambda name: plain(_person(people[name])),
        wrap=True,
    )
    st.number_input(
        "Practitioners who join",
        min_value=0,
        max_value=5,
        value=at.added,
        key=widgets.key(team, widgets.ADDED),
        on_change=moved,
        args=(team, widgets.ADDED),
    )
    joining = bool(st.session_state[widgets.key(team, widgets.ADDED)])
    st.select_slider(
        "FTE of each who joins",
        _FTE,
        value=float(at.added_fte),
        key=widgets.key(team, widgets.ADDED_FTE),
        on_change=moved,
        args=(team, widgets.ADDED_FTE),
        disabled=not joining,
    )
    teams = teams_of(team.scenario)
    if len(teams) > 1:
        st.selectbox(
            "Team they join",
            teams,
            index=teams.index(at.added_team),
            key=widgets.key(team, widgets.ADDED_TEAM),
            disabled=not joining,
            on_change=moved,
            args=(team, widgets.ADDED_TEAM),
        )


def _prepared(team: Picked) -> None:
    start, at = team.start, state.controls(team)
    st.slider(
        "De-allocations",
        0,
        max(5, start.deallocations),
        at.deallocations,
        step=1,
        key=widgets.key(team, widgets.DEALLOCATIONS),
        on_change=moved,
        args=(team, widgets.DEALLOCATIONS),
        help="How many children who have a practitioner may be left awaiting instead.",
    )
    st.slider(
        "Changes of practitioner",
        0,
        max(12, start.changes),
        at.changes,
        step=1,
        key=widgets.key(team, widgets.CHANGES),
        on_change=moved,
        args=(team, widgets.CHANGES),
        help="How many families may move from one practitioner to another.",
    )


def _duty(team: Picked) -> None:
    start, at = team.start, state.controls(team)
    people = {p.practitioner: p for p in team.scenario.practitioners}
    for name, own in start.duty.items():
        st.slider(
            f"Duty hours of {plain(_person(people[name]))}",
            0.0,
            max(80.0, float(own)),
            float(at.duty[name]),
            step=1.0,
            format="%g h",
            key=widgets.duty_key(team, name),
            on_change=moved_duty,
            args=(team, name),
        )
    st.slider(
        "Hours kept in reserve",
        0.0,
        max(80.0, float(start.reserve)),
        float(at.reserve),
        step=5.0,
        format="%d h",
        key=widgets.key(team, widgets.RESERVE),
        on_change=moved,
        args=(team, widgets.RESERVE),
        help="Duty hours kept free for children who arrive in the cycle.",
    )
    st.number_input(
        "Children expected to arrive",
        min_value=0.0,
        max_value=max(30.0, float(start.arrivals)),
        value=float(at.arrivals),
        step=1.0,
        format="%g",
        key=widgets.key(team, widgets.ARRIVALS),
        on_change=moved,
        args=(team, widgets.ARRIVALS),
        help="Hours are kept for them: half a cycle of work each.",
    )
