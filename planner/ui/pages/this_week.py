"""Where the team stands this week, what is due, and the two questions of a Monday morning."""

from datetime import date

import streamlit as st

from planner.data.due import DueLine
from planner.data.plan import Plan
from planner.report.falling_due import falling_due
from planner.report.this_week import age_words, need_judgement
from planner.ui import asking, frame, week
from planner.ui.away import draw_away
from planner.ui.desk import Search
from planner.ui.guide import draw_guide
from planner.ui.long_answer import quick
from planner.ui.markup import tile, tiled
from planner.ui.new_family import draw_new_family
from planner.ui.opening import draw_open
from planner.ui.rails import draw_rails
from planner.ui.sides import WHAT_IF, Sides
from planner.ui.tables import bullets, draw_table
from planner.ui.teams import Picked
from planner.ui.words import days, full_day

TITLE = "This week"
DECIDES = (
    "This page shows what is due and who could help. It does not decide who is seen first, "
    "who covers, or who takes a family."
)
FAMILY, AWAY = "New family: who can take it?", "Somebody is away: who covers, what falls due?"
_PARTS = (
    "[Guard-rails](#guard-rails) · [Your judgement](#judgement) · [What falls due](#due) · "
    "[New family, or somebody away](#questions)"
)
FEW_ASKING, FEW_DUE, WEEK = 5, 12, 7
_ALL_ASKING, _ALL_DUE = "week-all-asking", "week-all-due"


def render() -> None:
    """Draw the page."""
    found = frame.opened(TITLE)
    if found is None:
        return
    with st.container():
        draw_guide()
    st.markdown(_PARTS)
    _stands(found.now)
    _rails(found)
    _judgement(found.team, found.now)
    _due(found)
    _quick(found)
    st.caption(DECIDES)


def _stands(now: Plan) -> None:
    st.header("Where the team stands")
    words, old = age_words(now.as_at, date.today())
    if old:
        st.warning(f"As at {full_day(now.as_at)}. {words}")
    else:
        st.markdown(f"As at {full_day(now.as_at)}. {words}")
    st.markdown(week.read_words(now))
    st.html(tiled(tile(one.title, one.number, one.tiers) for one in week.standings(now)))
    assumed = week.assumed_lines(now)
    if assumed:
        with st.expander(f"What was not supplied or had to be assumed ({len(assumed)})"):
            bullets(assumed)


def _rails(found: Sides) -> None:
    st.header("Guard-rails", anchor="guard-rails")
    plans = {name: plan for name, plan in found.named.items() if found.changed or name != WHAT_IF}
    draw_rails(plans, found.team.policy.standards)
    if not found.changed:
        st.caption("The what-if is the baseline plan until you change something.")


def _judgement(team: Picked, now: Plan) -> None:
    st.header("Needs your judgement today", anchor="judgement")
    found = need_judgement(now)
    bullets(now.notes)
    if not found:
        if not now.notes:
            st.markdown("Nothing in this team's data asks for your judgement.")
        return
    every = len(found) > FEW_ASKING and st.toggle(f"Show all {len(found)}", key=_ALL_ASKING)
    st.html(week.asking_cards(found if every else found[:FEW_ASKING]))
    draw_open(team, found, "asking")


def _due(found: Sides) -> None:
    st.header("What falls due", anchor="due")
    now, asked = found.now, asking.question(found.team)

    def work(_search: Search[tuple[DueLine, ...]]) -> tuple[DueLine, ...]:
        return falling_due(asked.scenario, asked.policy, now)

    lines = quick("falling-due", asked, work)
    span = st.segmented_control(
        "Within",
        [WEEK, now.cycle_days],
        default=WEEK,
        required=True,
        format_func=days,
        key="week-span",
        persist_state="session",
    )
    within = week.due_in(lines, now, span or WEEK)
    st.markdown(week.due_words(within, span or WEEK))
    if not within:
        return
    every = len(within) > FEW_DUE and st.toggle(f"Show all {len(within)}", key=_ALL_DUE)
    shown = within if every else within[:FEW_DUE]
    draw_table(week.due_rows(shown, now), "", "What falls due, the earliest first")
    due = {child for line in within for child in line.children}
    draw_open(found.team, [line for line in now.children if line.child in due], "due")


def _quick(found: Sides) -> None:
    st.header("Quick questions", anchor="questions")
    st.caption("Answered for the team as it stands. Nobody else moves and nothing is planned anew.")
    chosen = st.pills("Ask", [FAMILY, AWAY], key="week-ask", wrap=True, persist_state="session")
    asked = asking.question(found.team)
    if chosen == FAMILY:
        draw_new_family(found.team, asked)
    elif chosen == AWAY:
        draw_away(found.team, asked, found.now)
