"""Quick question: somebody is away - who covers, and what falls due? Nothing is re-planned."""

from datetime import date
from typing import cast

import streamlit as st

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.cover import Cover
from planner.data.plan import Plan
from planner.engine import cover
from planner.errors import PlannerError
from planner.report.cover_words import beside_words, ends_words
from planner.report.leave_known import in_data, leave_in_cycle, usual_days
from planner.ui import state, widgets
from planner.ui.asking import Question
from planner.ui.cover_rows import (
    away_lines,
    covered_rows,
    known_words,
    spare_rows,
    uncovered_rows,
)
from planner.ui.desk import Search
from planner.ui.long_answer import quick
from planner.ui.opening import draw_open
from planner.ui.tables import bullets, draw_table
from planner.ui.teams import Picked
from planner.ui.words import full_day, plain

ASK = "Who covers?"
USE = "Use in What-if"
ASKED = "this_week_away"
_SECONDS = 5.0

Days = tuple[str, date, date]


def draw_away(team: Picked, asked: Question, now: Plan) -> None:
    """Draw the question of who is away and when, and its answer."""
    people = {p.practitioner: p for p in team.scenario.practitioners}
    names = list(team.carriers)
    if not names:
        st.markdown("Nobody in this team holds cases in this cycle.")
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="away-asked"):
        who = st.selectbox(
            "Who is away",
            names,
            format_func=lambda name: " · ".join(filter(None, (name, people[name].label))),
            key=widgets.key(team, "away-who"),
            width=260,
        )
        start, until = _days(team, names.index(who))
        # Not a callback: it would be handed the days from before a date typed last.
        if st.button(ASK, key="away-ask", type="primary"):
            state.put(ASKED, (team.token, (who, start, until)))
    known = known_words(leave_in_cycle(team.scenario, who))
    if known:
        st.caption(known)
    of, about = cast("tuple[str, Days | None]", state.value(ASKED, ("", None)))
    if about is not None and of == team.token:
        _answer(team, asked, now, about)


def _days(team: Picked, number: int) -> tuple[date, date]:
    first, last = usual_days(team.scenario, list(team.carriers)[number])
    start = st.date_input(
        "From", first, format="DD/MM/YYYY", key=widgets.key(team, f"away-from-{number}"), width=150
    )
    until = st.date_input(
        "Until, that day too",
        last,
        format="DD/MM/YYYY",
        key=widgets.key(team, f"away-until-{number}"),
        width=170,
    )
    return start or first, until or last


def _answer(team: Picked, asked: Question, now: Plan, about: Days) -> None:
    who, start, until = about

    def work(search: Search[Cover]) -> Cover:
        return cover(
            asked.scenario,
            asked.policy,
            who,
            start=start,
            until=until,
            time_limit=_SECONDS,
            stop=search.stop,
        )

    try:
        found = quick("away", asked, work, extra=f"{who}|{start}|{until}")
    except PlannerError as error:
        st.warning("\n\n".join(plain(line) for line in str(error).splitlines()))
        return
    _drawn(team, found, now)
    _use(team, about)


def _drawn(team: Picked, found: Cover, now: Plan) -> None:
    st.markdown("\n\n".join(plain(line) for line in away_lines(found)))
    bullets(found.decide)
    uncovered = uncovered_rows(found)
    if uncovered:
        st.subheader("For you to decide: when, and by whom")
        draw_table(uncovered, "", "What falls due and nobody can cover within their hours")
    if found.lines:
        st.subheader("Proposed cover")
        draw_table(
            covered_rows(found), "Nobody present can cover any of it.", "Proposed cover by due date"
        )
    st.subheader("Hours to spare, at 100 % of own hours")
    draw_table(spare_rows(found), "Nobody else is there.", "Hours to spare before and after cover")
    bullets(list(beside_words(found)))
    bullets(list(ends_words(found, full_day)))
    held = {child.child for child in found.children}
    draw_open(team, [line for line in now.children if line.child in held], "away")


def _use(team: Picked, about: Days) -> None:
    who, start, until = about
    change = Adjustment(kind=AdjustmentKind.AWAY, practitioner=who, start=start, until=until)
    known = in_data(team.scenario, who, start, until)
    there = known or change in state.changes(team)
    st.button(
        USE,
        key="away-use",
        on_click=_take_over,
        args=(team, change),
        disabled=there,
        help="The leave joins the what-if; nothing is applied to any case.",
    )
    if there:
        st.caption(
            "This leave is in your data already."
            if known
            else "The what-if has this leave already."
        )


def _take_over(team: Picked, change: Adjustment) -> None:
    state.apply(team, (change,))
    state.go_to("what-if")
