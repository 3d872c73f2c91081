"""Adopting a plan: guard-rails first, then each decision by itself, and at the end the records."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from planner.data.decision_record import DecisionRecord
from planner.data.guard_rail import GuardRail
from planner.report.adoption import Standing, standing
from planner.report.guard_rails import guard_rails
from planner.ui import adopted, decisions, state
from planner.ui.adopting import Adopting, begin, let_go, stop, under_way
from planner.ui.asking import Question
from planner.ui.compared import Column, full_name, small, sure_words
from planner.ui.confirm import SAID, Place, draw_confirmation
from planner.ui.decided import draw_decided
from planner.ui.override import draw_override, overridden
from planner.ui.results import draw_headline
from planner.ui.row_cards import row_cards
from planner.ui.sides import Sides
from planner.ui.widgets import listing
from planner.ui.words import plain

_WHAT = (
    "Adopting is deciding, child by child: every decision is confirmed by itself, and may go "
    "another way than the plan suggests. What you decide is kept in the decision log on this "
    "machine. The planner never writes to CRIS: a decision counts there once somebody has "
    "entered it by hand."
)
_LET_GO = (
    "The plan that you were adopting cannot be gone on with: it does not pass the check against "
    "every rule any more. What you recorded of it stays in the decision log. Choose a plan anew."
)


class Offered(NamedTuple):
    """A plan that may be adopted, and the question it answers."""

    column: Column
    question: Question


def draw(found: Sides, offered: Sequence[Offered], rails: Sequence[GuardRail]) -> None:
    """Draw the way to adopt one of the plans shown, or how far adopting has come."""
    st.header("Adopt a plan")
    st.markdown(_WHAT)
    log = decisions.log()
    if log.trouble:
        st.error(f"Nothing can be decided here now: {plain(log.trouble)}")
        return
    adopting = under_way(found.team)
    if adopting is None:
        if let_go(found.team):
            st.warning(_LET_GO)
        _choose(found, offered, rails, log.records)
    else:
        _go_on(found, adopting, offered, log.records)


def _choose(
    found: Sides,
    offered: Sequence[Offered],
    rails: Sequence[GuardRail],
    records: Sequence[DecisionRecord],
) -> None:
    wanted = [one.question.key == found.asked.key for one in offered]
    names = [full_name(one.column) for one in offered]
    number = st.selectbox(
        "Plan to adopt",
        range(len(offered)),
        # What she changed last is what she most likely means.
        index=wanted.index(True) if True in wanted else 0,
        format_func=names.__getitem__,
        key=listing("adopt-plan", names),
    )
    one = offered[number or 0]
    plan = one.column.plan
    if not plan.found:
        st.markdown("No plan was found in time, so there is nothing to adopt yet.")
        return
    stand = standing(plan, records)
    if not stand.decisions:
        st.markdown("This plan changes nothing for any child: there is nothing to decide.")
        return
    st.markdown(
        f"{adopted.asks_words(stand.decisions)} How sure it is: **{small(sure_words(plan))}**."
    )
    draw_headline(plan)
    _begin(found, one, stand, rails)


def _begin(found: Sides, one: Offered, stand: Standing, rails: Sequence[GuardRail]) -> None:
    """Draw the button to begin; where guard-rails do not hold, what must be said before."""
    checks = guard_rails(one.column.plan, one.question.policy.standards, rails)
    failing = not all(check.holds for check in checks)
    override = overridden(one.column.plan, checks) if failing else ""
    if failing and not override:
        draw_override(one.column.plan, checks, partial(_start, found, one))
        return
    if override:
        st.caption(plain(override))
    made = adopted.progress_words(len(stand.made), len(stand.decisions))
    st.button(
        f"Go on: {made}" if stand.made else "Begin, one decision at a time",
        type="primary",
        key="adopt-begin",
        on_click=_start,
        args=(found, one, override),
    )


def _start(found: Sides, one: Offered, override: str) -> None:
    column = one.column
    begin(found.team, full_name(column), column.plan, column.changes, override)


def _go_on(
    found: Sides,
    adopting: Adopting,
    offered: Sequence[Offered],
    records: Sequence[DecisionRecord],
) -> None:
    stand = standing(adopting.plan, records)
    # Their places are kept also when there is nothing to say: what is unfolded below would else
    # fold itself away.
    with st.container():
        _say()
    done, of = len(stand.made), len(stand.decisions)
    st.progress(done / max(of, 1), f"{plain(adopting.name)}: {adopted.progress_words(done, of)}")
    with st.container():
        _newer(adopting, offered)
    if stand.finished:
        draw_decided(found.team, adopting, stand, records)
        with st.expander("Decide one of them again"):
            _again(found, adopting, stand)
    else:
        _one(found, adopting, stand)
    st.subheader("All decisions of this plan")
    rows = adopted.decision_rows(stand.decisions, stand.records)
    st.html(row_cards(rows, "Decision"))
    st.button(
        "Close" if stand.finished else "Stop adopting for now",
        key="adopt-stop",
        on_click=stop,
        args=(found.team,),
        help="What was recorded stays in the decision log, and you can go on later",
    )


def _say() -> None:
    said = state.value(SAID)
    if said:
        st.success(plain(str(said)))
        state.put(SAID, None)


def _newer(adopting: Adopting, offered: Sequence[Offered]) -> None:
    """Say that the same question has another plan by now; the one begun with is held on to."""
    for one in offered:
        plan = one.column.plan
        same = one.question.key == adopting.question.key
        if same and plan.choices.holders != adopting.plan.choices.holders:
            st.caption(
                "The search has found another plan since you began. You go on with the plan you "
                "began with; to take up the other one, stop and begin again."
            )


def _one(found: Sides, adopting: Adopting, stand: Standing) -> None:
    """Draw the decision in hand: the first that is open, or another the manager turns to."""
    first = stand.records.index(None)
    number = st.selectbox(
        "Decision in hand",
        range(len(stand.decisions)),
        index=first,
        format_func=lambda n: adopted.option_words(n + 1, stand.decisions[n], stand.records[n]),
        key=f"adopt-in-hand-{len(stand.made)}",
    )
    _draw(found, adopting, stand, first if number is None else number)


def _draw(found: Sides, adopting: Adopting, stand: Standing, number: int) -> None:
    before = stand.records[number]
    if before is not None:
        st.caption(
            f"Decided already: record {before.sequence}. A further record would take its place; "
            "the first stays in the log."
        )
    place = Place(number + 1, len(stand.decisions), before)
    draw_confirmation(adopting, stand.decisions[number], place, found.now)


def _again(found: Sides, adopting: Adopting, stand: Standing) -> None:
    pairs = zip(stand.decisions, stand.records, strict=True)
    names = [adopted.option_words(n, one, record) for n, (one, record) in enumerate(pairs, 1)]
    number = st.selectbox(
        "Decision to change",
        range(len(stand.decisions)),
        index=None,
        format_func=names.__getitem__,
        placeholder="Choose a decision",
        key=listing("adopt-again", names),
    )
    if number is not None:
        _draw(found, adopting, stand, number)
