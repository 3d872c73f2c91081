"""What would let each child in: asked for on the board, followed, and gathered."""

from functools import partial

import streamlit as st

from planner.data.explanation import Explanations
from planner.data.plan import Plan
from planner.data.progress import Step
from planner.engine import explain
from planner.ui import letting_in
from planner.ui.asking import Question
from planner.ui.desk import Search
from planner.ui.long_answer import long_answer
from planner.ui.sides import BASELINE, NOW, WHAT_IF, Sides

_SECONDS = 60.0


def lets_in(found: Sides, name: str) -> letting_in.Lines:
    """Give what is known to let each unit in that awaits in one of the three plans.

    Draws how to have it worked out, or how far that has come. Of the team as it stands the
    plans themselves say it.
    """
    plan = found.named[name]
    if name == NOW:
        others = {BASELINE: found.baseline, **({WHAT_IF: found.what_if} if found.changed else {})}
        return letting_in.elsewhere(plan, others)
    asked = found.asked if name == WHAT_IF else found.base
    given = long_answer(
        "awaiting-explained",
        asked,
        partial(_explained, asked, plan),
        label="Work out what would let each child in",
        takes=f"Each family is worked out anew: up to {_SECONDS:.0f} seconds.",
        extra=name,
    )
    offered = letting_in.offered(plan)
    if given is None:
        return offered
    if given.stale:
        st.caption("What would let a child in is still from before the last change.")
    worked_out = letting_in.worked_out(plan, given.answer, stale=given.stale)
    return letting_in.together(offered, worked_out)


def _explained(asked: Question, plan: Plan, search: Search[Explanations]) -> Explanations:
    def told(step: Step) -> None:
        words = f"Working out {step.words}, {step.done + 1} of {step.of}"
        search.step(step.model_copy(update={"words": words}))

    return explain(
        asked.scenario,
        asked.policy,
        plan=plan,
        time_limit=_SECONDS,
        stop=search.stop,
        on_step=told,
    )
