"""One practitioner: the families they hold, what the hours are made of, who could be added next."""

from collections.abc import Callable

import streamlit as st

from planner.data.cases_held import CasesHeld
from planner.data.fit import WhomCouldTake
from planner.data.plan import Plan
from planner.engine import whom_could_take
from planner.engine.review.cases_held import cases_held
from planner.errors import PlannerError
from planner.ui import state, widgets
from planner.ui.asking import Question
from planner.ui.desk import Search
from planner.ui.explaining import about_plan
from planner.ui.lock_rows import lock_words, locks_on, recorded_lines
from planner.ui.long_answer import quick
from planner.ui.one_child import shown
from planner.ui.practitioner_cards import made_of_cards, next_cards, person_card
from planner.ui.practitioner_rows import (
    family_rows,
    handed_lines,
    limit_rows,
    made_of_rows,
    next_lines,
    person_of,
)
from planner.ui.sides import Sides
from planner.ui.tables import bullets, draw_table
from planner.ui.words import hours, named, plain

PRACTITIONER = "practitioner"
CASES, NEXT, LOCKS = "Families and hours", "Who could be added next", "Locks and absence"
OPEN, ABSENCE = "Open this child", "What their absence would mean"

_SECTION = "practitioner_section"
_SECTIONS = (CASES, NEXT, LOCKS)


def draw(found: Sides, open_child: Callable[[str], None]) -> None:
    """Draw the practitioner that is chosen; ``open_child`` shows a child instead, in a callback."""
    plan = found.what_if
    ids = sorted(person.practitioner for person in plan.practitioners)
    if not ids:
        st.markdown("This team has no practitioners.")
        return
    who = _pick(found, ids)
    person = person_of(plan, who)
    if person is None:
        return
    st.header(plain(named(person)))
    st.html(person_card(shown(found), found.asked.scenario, who))
    _section(found, who, open_child)


def _pick(found: Sides, ids: list[str]) -> str:
    people = {person.practitioner: person for person in found.what_if.practitioners}
    first = next((who for who in ids if people[who].carries), ids[0])
    before = str(state.value(PRACTITIONER, ""))
    picked = st.selectbox(
        "Practitioner",
        ids,
        index=ids.index(before if before in ids else first),
        format_func=lambda who: named(people[who]),
        key=widgets.key(found.team, "practitioner"),
    )
    state.put(PRACTITIONER, picked)
    return picked


def _section(found: Sides, who: str, open_child: Callable[[str], None]) -> None:
    before = state.value(_SECTION, CASES)
    section = st.segmented_control(
        "About this practitioner",
        _SECTIONS,
        default=before if before in _SECTIONS else CASES,
        required=True,
        wrap=True,
        key="practitioner-section",
    )
    state.put(_SECTION, section)
    if section == LOCKS:
        _locks(found, who)
    elif section == NEXT:
        _next(found, who)
    else:
        _cases(found, who, open_child)


def _cases(found: Sides, who: str, open_child: Callable[[str], None]) -> None:
    plan = found.what_if
    if not _carries(plan, who):
        return
    held = quick("cases-held", about_plan(found), _held(found.asked, plan, who), extra=who)
    st.subheader("Families")
    draw_table(family_rows(held, plan), "Holds no family in this plan.", "Families held")
    bullets(handed_lines(held))
    _open(held, open_child)
    st.subheader("What the hours are made of")
    st.caption(" ".join(plain(text) for text in held.says))
    draw_table(made_of_rows(held.made_of), "", "What the hours are made of")
    if held.families:
        with st.expander("Family by family"):
            st.html(made_of_cards(held))
    if held.cover_half_hours:
        st.markdown(
            f"{hours(held.cover_half_hours)} of contact and tasks fall in their leave: the team's "
            "duty does them, and they are not among these hours."
        )
    st.subheader("Limits")
    draw_table(limit_rows(held), "No limit is set.", "Limits, and what the cases come to")
    st.caption("A limit binds what is taken on; what is held already stays.")


def _carries(plan: Plan, who: str) -> bool:
    person = person_of(plan, who)
    carries = person is not None and person.carries
    if not carries:
        st.markdown("Holds no cases in this cycle.")
    return carries and plan.found


def _held(asked: Question, plan: Plan, who: str) -> Callable[[Search[CasesHeld]], CasesHeld]:
    def work(_search: Search[CasesHeld]) -> CasesHeld:
        return cases_held(asked.scenario, asked.policy, who, plan=plan)

    return work


def _open(held: CasesHeld, open_child: Callable[[str], None]) -> None:
    children = [child for row in held.families for child in row.children]
    if not children:
        return
    chosen, button = st.columns([3, 1], vertical_alignment="bottom")
    child = chosen.selectbox("One of these children", children, key="practitioner-child")
    button.button(OPEN, on_click=open_child, args=(child,))


def _next(found: Sides, who: str) -> None:
    st.subheader("Who could be added next")
    plan = found.what_if
    if not _carries(plan, who):
        return
    asked = found.asked

    def work(_search: Search[WhomCouldTake]) -> WhomCouldTake:
        return whom_could_take(asked.scenario, asked.policy, who, plan=plan)

    try:
        answer = quick("whom", about_plan(found), work, extra=who)
    except PlannerError as error:
        st.markdown(plain(str(error)))
        return
    bullets(next_lines(answer))
    if answer.fits:
        st.html(next_cards(answer))
    st.caption(
        "In the order of ids. Everybody keeps what they hold and only this one family would be "
        "added; what the children need comes first, on the page of each child."
    )


def _locks(found: Sides, who: str) -> None:
    st.subheader("Locked with them, or not to be with them")
    applied = [f"{lock_words(change)}, in the what-if" for change in locks_on(found.changes, who)]
    recorded = recorded_lines(found.team.scenario, (), who)
    bullets([*applied, *(f"{text}, from the team's own data" for text in recorded)])
    if not applied and not recorded:
        st.markdown("No decision names them.")
    st.subheader("If they were away")
    st.markdown("Who would cover and what falls due is worked out on the page of trade-offs.")
    st.button(ABSENCE, on_click=state.go_to, args=("trade-offs",), kwargs={PRACTITIONER: who})
