"""What-ifs that managers ask most, one press each."""

from collections.abc import Callable, Iterable
from decimal import Decimal

import streamlit as st

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.vocabulary import Grade
from planner.ui import state
from planner.ui.controls import new_names, whole_cycle_away
from planner.ui.teams import Picked
from planner.ui.words import plain

STARTER_PERCENT = 60
"""The limit a new starter begins with; the manager moves it from there."""


def draw_presets(team: Picked) -> None:
    """Draw the quick what-ifs; each adds to what is changed already."""
    with st.container(horizontal=True, gap="xsmall", key="presets"):
        _two_away(team)
        _one_press(team, "Vacancy filled", "Somebody full time joins (CPP4).", filled)
        _one_press(
            team,
            "New starter",
            f"Somebody full time joins (CPP3), with a limit of {STARTER_PERCENT} % to begin with.",
            starting,
        )


def _one_press(
    team: Picked, label: str, says: str, made: Callable[[Picked], Iterable[Adjustment]]
) -> None:
    st.button(
        label,
        key=f"preset-{label.split()[0].lower()}",
        help=says,
        on_click=lambda: state.apply(team, made(team)),
    )


def _two_away(team: Picked) -> None:
    small = st.popover("Two away", key="two-away", on_change="rerun")
    if not small.open:
        return
    people = {p.practitioner: p.label for p in team.scenario.practitioners}
    with small:
        st.pills(
            "Who are the two?",
            list(team.carriers),
            selection_mode="multi",
            key="preset-who",
            format_func=lambda name: plain(" · ".join(filter(None, (name, people[name])))),
            wrap=True,
        )
        chosen = st.session_state.get("preset-who") or []
        st.button(
            "See it for the whole cycle",
            key="preset-two",
            disabled=len(chosen) != 2,
            on_click=lambda: state.apply(team, away(team, st.session_state["preset-who"])),
        )


def away(team: Picked, who: Iterable[str]) -> list[Adjustment]:
    """Have these practitioners away for the whole cycle."""
    return [whole_cycle_away(team.scenario, name) for name in who]


def filled(team: Picked) -> list[Adjustment]:
    """Have somebody full time join."""
    return [
        Adjustment(
            kind=AdjustmentKind.ADD, practitioner=_next_name(team), team=team.start.added_team
        )
    ]


def starting(team: Picked) -> list[Adjustment]:
    """Have somebody new join, who takes on less than what their hours allow."""
    name = _next_name(team)
    return [
        Adjustment(
            kind=AdjustmentKind.ADD,
            practitioner=name,
            grade=Grade.CPP3,
            team=team.start.added_team,
        ),
        Adjustment(kind=AdjustmentKind.LIMIT, practitioner=name, amount=Decimal(STARTER_PERCENT)),
    ]


def _next_name(team: Picked) -> str:
    return next(new_names(team.scenario, state.changes(team)))
