"""The limit for everyone, whose words follow the hand: plans worked out before they are wanted.

One plan for each step of the slider is solved behind the page and kept where every plan is
kept, so that letting the slider go shows at once what moving it said.
"""

import time
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, cast

import streamlit as st

from planner.data.adjustment import Adjustment
from planner.data.plan import Plan, Status
from planner.data.vocabulary import Tier
from planner.ui import asking, state, widgets
from planner.ui.controls import adjustments, everyone_at
from planner.ui.desk import Search, desk, side_room
from planner.ui.moves import moved_everyone
from planner.ui.sides import Sides
from planner.ui.teams import Picked
from planner.ui.under_way import poll_seconds
from planner.ui.words import children, counted, in_tier

LEAST, MOST, STEP = 50, 150, 5
KEY = "scrub"
_QUIET_SECONDS = 1.0
_POLL_SECONDS = 1.0
_MANY = 5
_WARM = "warm"
_NOT_YET = "let go to see who awaits."
_ONE_BY_ONE = "Limits differ now. Move it to see who awaits with one limit for everyone."
_TIERS = (Tier.MANDATORY, Tier.HIGH, Tier.NEXT, Tier.REMAINING)

_HERE = Path(__file__)
_scrub = st.components.v2.component(
    "planner_scrub",
    html='<label for="scrub"></label><input id="scrub" type="range">'
    '<output for="scrub" aria-live="polite"></output>',
    css=_HERE.with_name("scrub.css").read_text(encoding="utf-8"),
    js=_HERE.with_name("scrub.js").read_text(encoding="utf-8"),
)


def draw_scrub(found: Sides) -> None:
    """Draw the slider, and have its steps worked out once the plan on screen is settled."""
    keys = _keys(found.team)
    name = asking.digest_of("warm", *keys.values())
    settled = asking.further(found.asked) is not None
    _end_others(name if settled else "")
    if settled:
        _warm(found, keys, name)
    known = {**dict(known_steps(keys)), **_here(found)}
    # Not inside the fragment: what it is moved to concerns the whole page.
    _draw(found.team, known)
    # Its place is kept: what is unfolded, or held by a hand, below would else begin anew.
    with st.container():
        if _warming() is not None:
            every = poll_seconds(side_room(), _POLL_SECONDS)
            st.fragment(partial(_watch, keys, len(known)), run_every=every)()


def _here(found: Sides) -> Mapping[int, str]:
    """Give what is on screen in words, where one limit is everyone's."""
    limits = set(state.controls(found.team).limits.values())
    return {limits.pop(): step_words(found.what_if)} if len(limits) == 1 else {}


def _watch(keys: Mapping[int, str], before: int) -> None:
    """Draw the page anew when all steps are known, or a good many more of them."""
    search = _warming()
    if search is None or search.done.is_set():
        st.session_state[_WARM] = None
        st.rerun()
    if len(dict(known_steps(keys))) - before >= _MANY:
        st.rerun()


def _draw(team: Picked, known: Mapping[int, str]) -> None:
    at = state.controls(team)
    several = at.everyone is None and len(set(at.limits.values())) > 1
    _scrub(
        key=KEY,
        data={
            "label": "Limit for everyone" + (" (now one by one)" if several else ""),
            "value": at.everyone if at.everyone is not None else widgets.usual_limit(at),
            "least": LEAST,
            "most": MOST,
            "step": STEP,
            "known": {str(percent): words for percent, words in known.items()},
            "unknown": _NOT_YET,
            "still": _ONE_BY_ONE if several else "",
        },
        on_moved_change=partial(_moved, team),
    )


def _moved(team: Picked) -> None:
    moved = cast("Mapping[str, Any]", st.session_state.get(KEY, {})).get("moved")
    if moved is not None:
        moved_everyone(team, int(moved))


def known_steps(keys: Mapping[int, str]) -> Iterable[tuple[int, str]]:
    """Give the steps whose plan is known, each with who awaits in words."""
    for percent, key in keys.items():
        search = desk().known(key)
        if search is not None and isinstance(search.answer, Plan):
            yield percent, step_words(search.answer)


def step_words(plan: Plan) -> str:
    """Say who awaits in a plan, and what is missed; never a figure without its kind."""
    waiting = plan.counts.awaiting_by_tier
    total = sum(waiting.values())
    if not total:
        who = "no child awaits"
    else:
        kinds = [in_tier(waiting[tier], tier) for tier in _TIERS if waiting.get(tier)]
        who = f"{children(total)} await{'s' if total == 1 else ''}: {', '.join(kinds)}"
    sure = "" if plan.status is Status.BEST_POSSIBLE else " Best found so far."
    return f"{who}; {counted(plan.counts.contacts_missed, 'contact')} missed.{sure}"


def _keys(team: Picked) -> Mapping[int, str]:
    """Name the plan of each step; naming costs a few milliseconds, so it is kept."""
    about = (team.token, state.changes(team))
    kept = cast("tuple[object, Mapping[int, str]] | None", st.session_state.get("scrub_keys"))
    if kept is None or kept[0] != about:
        keys = {p: asking.key_of(team, _changes(team, p)) for p in _steps()}
        kept = (about, {p: asking.plan_key(key) for p, key in keys.items()})
        st.session_state["scrub_keys"] = kept
    return kept[1]


def _steps() -> range:
    return range(LEAST, MOST + 1, STEP)


def _changes(team: Picked, percent: int) -> tuple[Adjustment, ...]:
    wanted = everyone_at(state.controls(team), percent)
    return adjustments(wanted, team.start, team.scenario)


def _end_others(name: str) -> None:
    """End what is worked out under another name.

    It is of another what-if; or, of this one, in the way of the proof of what is on screen.
    """
    running = _warming()
    if running is not None and running.key != name:
        side_room().leave(running)
        st.session_state[_WARM] = None


def _warm(found: Sides, keys: Mapping[int, str], name: str) -> None:
    """Have the unknown steps worked out, the nearest first."""
    team, at = found.team, widgets.usual_limit(state.controls(found.team))
    wanted = sorted((p for p in keys if desk().known(keys[p]) is None), key=lambda p: abs(p - at))
    if _warming() is None and wanted:
        questions = [asking.question(team, _changes(team, percent)) for percent in wanted]
        begin = time.monotonic() + _QUIET_SECONDS
        st.session_state[_WARM] = side_room().ask(name, partial(_work, questions, begin))


def _work(questions: Iterable[asking.Question], begin: float, search: Search[int]) -> int:
    # A hand that goes on to the next step is not to wait for a processor that works ahead.
    search.stop.wait(max(0.0, begin - time.monotonic()))
    done = 0
    for question in questions:
        if search.stop.is_set():
            break
        asking.work_ahead(question, search)
        done += 1
    return done


def _warming() -> Search[int] | None:
    return cast("Search[int] | None", st.session_state.get(_WARM))
