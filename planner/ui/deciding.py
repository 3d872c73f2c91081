"""Decide for one child in the what-if: seen first with what it does to others, then applied."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from planner.data.adjustment import Adjustment
from planner.data.plan import ChildLine, Plan, Status
from planner.data.progress import Progress, Step
from planner.data.record_kinds import ReasonCode
from planner.engine import allocate, compare
from planner.engine.watching import say
from planner.errors import DataFaults
from planner.report.waiver import waiver_words
from planner.ui import asking, state
from planner.ui.asking import Question
from planner.ui.compared import Column, figure_rows
from planner.ui.deciding_rows import (
    Act,
    Wish,
    act_words,
    along_words,
    bare,
    choices,
    may_waive,
    missing,
    possible,
    reasoned,
    source_words,
    with_change,
)
from planner.ui.desk import Search
from planner.ui.effect_rows import decision_lines, effect, gives_lines, refused_lines
from planner.ui.explaining import since
from planner.ui.lock_rows import lock_words, locks, recorded_lines
from planner.ui.long_answer import long_answer
from planner.ui.sides import Sides
from planner.ui.tables import bullets, draw_table
from planner.ui.words import plain, title

APPLY, LEAVE, BACK = "Apply to the what-if", "Leave it", "Take back"
RECORD = "Record a decision on Compare"

_ROUND = "children_round"
_EFFECT = "effect"
_SECONDS = 5.0
_WITHOUT = "What stands below is the best plan for everyone without this decision."
_UNSURE = (
    "Not proven best: small differences may come from where the search stopped, and a longer "
    "search may find a plan that moves fewer children."
)


def draw(found: Sides, line: ChildLine, place: int) -> None:
    """Draw what was decided for a child, and what may be tried; ``place`` tells children apart."""
    _decided(found, line)
    st.subheader("Try a decision")
    acts = possible(found.what_if, line, found.changes)
    if not acts:
        st.markdown("No plan of this team places this child, so there is nothing to try here.")
        return
    mark = f"{place}-{state.value(_ROUND, 0)}"
    wish = _wish(found, line, acts, mark)
    change = bare(wish, line) if wish else None
    if wish is None or change is None:
        st.caption("Nothing is applied before you have seen what it does to other children.")
        return
    _weighed(found, line, wish, change, mark)


def _decided(found: Sides, line: ChildLine) -> None:
    """Draw the locks of the family: those of the what-if can be taken back here."""
    children = [other.child for other in found.what_if.children if other.family == line.family]
    applied, recorded = (
        locks(found.changes, children),
        recorded_lines(found.team.scenario, children),
    )
    if not applied and not recorded:
        return
    st.subheader("Decided for this family")
    for number, change in enumerate(applied):
        words, button = st.columns([4, 1], vertical_alignment="center")
        words.markdown(f":material/lock: {plain(lock_words(change))}")
        button.button(
            BACK,
            key=f"lock-{number}",
            help=f"Decision {number + 1}: take it out of the what-if",
            on_click=state.drop,
            args=(found.team, change),
        )
    for text in recorded:
        st.markdown(f":material/lock: {plain(text)}, from the team's own data")


def _wish(found: Sides, line: ChildLine, acts: Sequence[Act], mark: str) -> Wish | None:
    act = st.radio(
        "What do you want to try?",
        acts,
        index=None,
        format_func=lambda one: plain(act_words(one, line)),
        key=f"act-{mark}",
    )
    if act is None:
        return None
    along = along_words(act, found.what_if, line)
    st.caption(f"{plain(along)} {plain(source_words(act, found.asked.policy))}".strip())
    wish = Wish(act, _practitioner(found.what_if, line, act, mark))
    wish = wish._replace(waiver=may_waive(wish, line) and _waiver(wish, line, mark))
    return _reason(wish, mark)


def _practitioner(plan: Plan, line: ChildLine, act: Act, mark: str) -> str:
    if not act.names_somebody:
        return line.holder if act is Act.LOCK else ""
    chosen = st.selectbox(
        "Practitioner", choices(plan, line, act), index=None, key=f"who-{act.value}-{mark}"
    )
    return chosen or ""


def _waiver(wish: Wish, line: ChildLine, mark: str) -> bool:
    who = wish.practitioner or line.holder
    lifts, never = waiver_words(who)
    asked = st.checkbox(
        f"Waive the limits of {plain(who)} for this family, on my decision", key=f"waiver-{mark}"
    )
    st.caption(f"{plain(lifts)} {plain(never)}")
    return asked


def _reason(wish: Wish, mark: str) -> Wish:
    left, right = st.columns(2)
    code = left.selectbox(
        "Reason",
        list(ReasonCode),
        index=None,
        format_func=lambda one: title(one.words),
        key=f"code-{mark}",
    )
    words = right.text_input("In words", max_chars=2_000, key=f"words-{mark}")
    return wish._replace(code=code, reason=words or "")


def _weighed(found: Sides, line: ChildLine, wish: Wish, change: Adjustment, mark: str) -> None:
    """Draw the effect, and let the manager apply the decision once it has been seen."""
    try:
        tried = _tried(found, change)
    except DataFaults as faults:
        st.error("\n\n".join(plain(fault.sentence()) for fault in faults.faults))
        return
    if tried is not None:
        _effect(found, line, tried)
    lacks = missing(wish) if tried is not None else ()
    bullets(lacks)
    with st.container(horizontal=True, gap="small"):
        st.button(
            APPLY,
            type="primary",
            disabled=tried is None or bool(lacks),
            on_click=partial(_applied, found, wish, change, mark, tried),
        )
        st.button(LEAVE, on_click=_begin_anew)
        st.button(RECORD, type="tertiary", on_click=state.go_to, args=("compare",))


def _tried(found: Sides, change: Adjustment) -> Plan | None:
    """Give the plan with the decision, or draw how far the search for it has come."""
    asked = asking.question(found.team, with_change(found.changes, change))
    st.subheader("The effect on other children")
    given = long_answer(
        _EFFECT,
        asked,
        _work(asked, found.what_if),
        label="Show the effect on other children",
        takes="A few seconds.",
        auto=True,
    )
    if given is None or given.stale:
        return None
    since(given)
    return given.answer


def _work(asked: Question, before: Plan) -> Callable[[Search[Plan]], Plan]:
    def work(search: Search[Plan]) -> Plan:
        def told(progress: Progress) -> None:
            search.step(Step(done=progress.done, of=progress.stages, words=say(progress)))

        return allocate(
            asked.scenario,
            asked.policy,
            time_limit=_SECONDS,
            warm=before.choices,
            offers=False,
            on_progress=told,
            stop=search.stop,
        )

    return work


def _effect(found: Sides, line: ChildLine, tried: Plan) -> None:
    before = found.what_if
    refused = refused_lines(tried, before)
    if refused:
        first, *others = (plain(text) for text in refused)
        st.error("\n".join([f"**{first}**\n", *(f"- {text}" for text in others)]))
        st.caption(_WITHOUT)
    if not (tried.found and before.found):
        st.markdown("No plan was found in time, so the effect is not known.")
        return
    for text in decision_lines(tried, before):
        st.warning(plain(text))
    bullets(gives_lines(tried, before))
    said = effect(compare(before, tried, found.asked.policy), tried, line.family)
    st.markdown("**This family**")
    draw_table(said.own, "Nothing changes for this family.", "What changes for this family")
    st.markdown("**Other children**")
    draw_table(said.others, "No other child is placed otherwise.", "Other children who move")
    st.markdown("**Contacts**")
    bullets(said.contacts or ["Nobody's contacts are missed more or less."])
    if Status.NOT_PROVEN in (tried.status, before.status):
        st.caption(_UNSURE)
    columns = [Column("What-if", before), Column("With this decision", tried)]
    with st.expander("The figures beside each other", expanded=True):
        draw_table(figure_rows(columns), "", "The what-if and the plan with this decision")


def _applied(found: Sides, wish: Wish, change: Adjustment, mark: str, tried: Plan | None) -> None:
    """Apply what was seen; the search for the new what-if starts from the plan that was shown.

    The reason is read anew: words just written come together with the press of the button.
    """
    code, words = st.session_state[f"code-{mark}"], st.session_state[f"words-{mark}"]
    wish = wish._replace(code=code, reason=words or "")
    if missing(wish):
        return
    state.load(found.team, with_change(found.changes, reasoned(change, wish)))
    if tried is not None and tried.found:
        state.keep_in_hand(found.team, tried.choices)
    _begin_anew()


def _begin_anew() -> None:
    """Let the form begin anew: what was entered for one decision is not kept for the next."""
    state.put(_ROUND, int(str(state.value(_ROUND, 0))) + 1)
