"""Why one child is where the plan puts them, and what would change it: asked for, then drawn."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from planner.data.adjustment import Adjustment
from planner.data.explanation import Explanation, Explanations, Helps
from planner.data.explanation_words import fact_words, order_words
from planner.data.plan import ChildLine, Plan
from planner.engine import explain
from planner.ui import state, under_way
from planner.ui.asking import Question, digest_of
from planner.ui.cards import between_lines
from planner.ui.desk import Search
from planner.ui.explained_rows import (
    asked_lines,
    cost_lines,
    screen_rows,
    shift_rows,
)
from planner.ui.long_answer import Given, long_answer
from planner.ui.sides import Sides
from planner.ui.tables import bullets, draw_table
from planner.ui.teams import Picked
from planner.ui.words import plain

SHOW = "Show me in What-if"
LOOK = "Look for facts that would let this child in"

_EXPLAIN, _FACTS = "explain", "facts"
_SECONDS, _FACTS_SECONDS = 10.0, 30.0
_MOVING = (
    "The plan is still being improved. This is worked out once it stands, so that it speaks of "
    "the plan you see."
)


def about_plan(found: Sides) -> Question:
    """Give the what-if's question with its plan named too: an answer about it is kept for both."""
    plan = found.what_if
    key = digest_of(found.asked.key, plan.status.value, plan.choices.model_dump_json())
    return replace(found.asked, key=key)


def stands(found: Sides) -> bool:
    """Say whether the plan stands; where it may still change, say that answers follow."""
    if not found.what_if.found:
        st.markdown("No plan was found in time, so there is nothing to explain yet.")
        return False
    if under_way.improving(found.asked, found.what_if):
        st.caption(_MOVING)
        return False
    return True


def since(given: Given[Any]) -> None:
    """Say that an answer is from before the last change, or that it was stopped."""
    if given.stale:
        st.caption("From before the last change; the answer for the plan you see follows.")
    if given.early:
        st.caption("You stopped this: it is what was known by then.")


def draw(found: Sides, line: ChildLine) -> None:
    """Draw why the plan puts a child where it does, then what would change it."""
    st.subheader("Why the plan suggests this")
    reasons = between_lines(found.what_if, line)
    bullets(reasons or [f"{line.standing.value.capitalize()}: no plan of this team places them."])
    if not line.unit or not stands(found):
        return
    st.subheader("What would have to move")
    given = long_answer(
        _EXPLAIN,
        about_plan(found),
        _work(found.asked, found.what_if, line.child, facts=False),
        label="Work out what would have to move",
        extra=line.child,
        auto=True,
    )
    each = _one(given)
    if given is None or each is None:
        return
    since(given)
    _explained(each, line)
    if not line.holder and not given.stale:
        _facts(found, line)


def _work(
    asked: Question, plan: Plan, child: str, *, facts: bool
) -> Callable[[Search[Explanations]], Explanations]:
    def work(search: Search[Explanations]) -> Explanations:
        return explain(
            asked.scenario,
            asked.policy,
            (child,),
            facts=facts,
            plan=plan,
            time_limit=_FACTS_SECONDS if facts else _SECONDS,
            stop=search.stop,
            on_step=search.step,
        )

    return work


def _one(given: Given[Explanations] | None) -> Explanation | None:
    if given is None:
        return None
    if not given.answer.explained:
        st.caption("Not answered in the time given.")
        return None
    return given.answer.explained[0]


def _explained(each: Explanation, line: ChildLine) -> None:
    other = each.counterfactual
    first, *limits = asked_lines(each, line.family)
    st.markdown(plain(first))
    bullets(limits)
    if other.shifts:
        draw_table(shift_rows(other.shifts), "", "What would have to move, one after the other")
        st.markdown("What it would cost, in the order of what came first:")
        bullets(cost_lines(other))
    with st.expander("Who cannot hold the case, whatever else the team does"):
        nobody = "By the rules everybody who holds cases in this team could hold it."
        draw_table(screen_rows(each), nobody, "Who cannot hold the case, and why")
    st.subheader("What would change this")
    bullets([order_words(each)])
    if not each.proven:
        st.caption("Not all of this is proven.")


def _facts(found: Sides, line: ChildLine) -> None:
    given = long_answer(
        _FACTS,
        about_plan(found),
        _work(found.asked, found.what_if, line.child, facts=True),
        label=LOOK,
        takes="Tries one fact after the other, each with a plan of its own: up to 30 seconds.",
        extra=line.child,
    )
    each = _one(given)
    if given is None or each is None:
        return
    since(given)
    if not each.helps:
        st.markdown("None of the facts that were tried would let this child in.")
    if given.answer.seconds >= _FACTS_SECONDS:
        st.caption("The time ran out before every fact was tried.")
    for number, fact in enumerate(each.helps):
        _fact(found.team, fact, number)


def _fact(team: Picked, fact: Helps, number: int) -> None:
    words, button = st.columns([4, 1], vertical_alignment="center")
    words.markdown(plain(fact_words(fact)))
    if fact.adjustment is not None:
        button.button(
            SHOW,
            key=f"fact-{number}",
            help=f"Fact {number + 1}: add it to the what-if",
            on_click=partial(_show, team, fact.adjustment),
        )


def _show(team: Picked, change: Adjustment) -> None:
    state.apply(team, (change,))
    state.go_to("what-if")
