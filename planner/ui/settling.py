"""Settled, your call or not possible: what equally good plans share, for one child."""

import streamlit as st

from planner.data.explanation import Placed, Settled
from planner.data.explanation_words import equally_good_words
from planner.data.plan import ChildLine
from planner.engine import settled
from planner.ui.desk import Search
from planner.ui.explained_rows import call_rows, latitude_lines, other_plans, placed_of
from planner.ui.explaining import about_plan, since, stands
from planner.ui.long_answer import long_answer
from planner.ui.sides import Sides
from planner.ui.tables import bullets, draw_table
from planner.ui.words import plain, title

_SETTLED = "settled"
_SECONDS = 10.0


def draw(found: Sides, line: ChildLine) -> None:
    """Draw whether a child's place is settled, and who could equally hold the case."""
    st.subheader("Settled or your call")
    if not line.unit:
        st.markdown("No plan of this team places this child.")
        return
    if not stands(found):
        return
    asked, plan = found.asked, found.what_if

    def work(search: Search[Settled]) -> Settled:
        return settled(
            asked.scenario,
            asked.policy,
            plan=plan,
            time_limit=_SECONDS,
            stop=search.stop,
            on_step=search.step,
        )

    given = long_answer(
        _SETTLED,
        about_plan(found),
        work,
        label="Find what equally good plans share",
        takes="For the whole team at once: up to 10 seconds, then it is known for every child.",
        auto=True,
    )
    if given is None:
        return
    since(given)
    unit = placed_of(given.answer, line.child)
    if unit is not None:
        _placed(given.answer, unit)
    _team(given.answer)


def _placed(answer: Settled, unit: Placed) -> None:
    first, *others = latitude_lines(unit)
    st.markdown(f"**{plain(first)}**")
    bullets(others)
    for name, rows in other_plans(answer, unit):
        with st.expander(plain(name)):
            draw_table(rows, "", "What differs in that plan")


def _team(answer: Settled) -> None:
    st.caption(plain(title(equally_good_words(answer))))
    if not answer.proven:
        st.caption("Not all of this is proven.")
    with st.expander("Every family of the team that is your call"):
        draw_table(
            call_rows(answer),
            "None: equally good plans agree about every family, as far as is known.",
            "Families that are the manager's call",
        )
