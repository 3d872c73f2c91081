"""One decision of a plan being adopted: read, decided one way or the other, and recorded."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import streamlit as st

from planner.data.decision_record import DecisionRecord
from planner.data.fit import WhoCouldTake
from planner.data.plan import Plan, PractitionerLine
from planner.data.record_kinds import ReasonCode, RecordKind
from planner.engine import who_could_take
from planner.errors import PlannerError, UsageFault
from planner.report.adoption import Given, Owed, ToDecide, kind_of, missing, others, owed
from planner.ui import decisions, state
from planner.ui.adopted import choices, facts, fit_lines, heading, said_words, way
from planner.ui.adopting import Adopting
from planner.ui.desk import Search
from planner.ui.long_answer import quick
from planner.ui.refusals import accept, draw_refusal, refuse
from planner.ui.tables import bullets
from planner.ui.words import named, plain, title

BY = "compare_by"
SAID = "compare_said"


class Place(NamedTuple):
    """Where a decision stands among all of the plan's, and the record there is of it already."""

    number: int
    of: int
    before: DecisionRecord | None

    def key(self, name: str) -> str:
        """Name a field by place and never by child, anew for each time it is decided."""
        again = self.before.sequence if self.before else 0
        return f"confirm-{name}-{self.number}-{again}"


def draw_confirmation(adopting: Adopting, decision: ToDecide, place: Place, now: Plan) -> None:
    """Draw one decision with what bears on it, and the form that records it."""
    st.subheader(f"{place.number} of {place.of}: {plain(heading(decision))}")
    st.markdown(f"The plan suggests: **{plain(way(decision))}**.")
    lines = facts(decision, now, adopting.plan)
    st.markdown("\n".join(f"- {plain(name)}: {plain(text)}" for name, text in lines))
    to = _chosen(adopting, decision, place)
    if to and to != decision.holder:
        _draw_fit(adopting, decision, to)
    _form(adopting, decision, place, to)


def _chosen(adopting: Adopting, decision: ToDecide, place: Place) -> str | None:
    found = choices(decision, adopting.plan)
    number = st.radio(
        "What do you decide?",
        range(len(found)),
        format_func=lambda number: plain(found[number].label),
        key=place.key("choice"),
    )
    choice = found[number or 0]
    if choice.to is not None:
        return choice.to
    people = {line.practitioner: line for line in adopting.plan.practitioners}
    return st.selectbox(
        "Which practitioner?",
        others(decision, adopting.plan),
        index=None,
        format_func=lambda name: _label(people[name]),
        placeholder="Choose the practitioner",
        key=place.key("to"),
    )


def _label(person: PractitionerLine) -> str:
    return named(person)


def _draw_fit(adopting: Adopting, decision: ToDecide, to: str) -> None:
    """Show what another choice would mean, all else as in the plan."""
    asked, child = adopting.question, decision.children[0]

    def work(_search: Search[WhoCouldTake]) -> WhoCouldTake:
        return who_could_take(asked.scenario, asked.policy, child, plan=adopting.plan)

    try:
        found = quick("confirm-fit", asked, work, extra=child)
    except PlannerError as error:
        bullets(str(error).splitlines())
        return
    bullets(fit_lines(found, to))
    st.caption(
        "Only this family was looked at, with all others as this plan suggests; nothing was "
        "searched anew."
    )


def _form(adopting: Adopting, decision: ToDecide, place: Place, to: str | None) -> None:
    due = owed(decision, to)
    with st.form(place.key("form")):
        reason = _reason(place) if due.reason else None
        text = _words(place, due) if due.reason else ""
        review = _review(place) if due.review else None
        consulted = _consulted(place) if due.consulted else ()
        by = st.text_input(
            "Who decides (name)", str(state.value(BY, "")), max_chars=200, key=place.key("by")
        )
        sent = st.form_submit_button("Record this decision", type="primary")
        if sent:
            given = Given(to, by, reason, text, review, consulted)
            _record(adopting, decision, place, given)
        draw_refusal(_form_of(adopting, place))


def _form_of(adopting: Adopting, place: Place) -> str:
    """Name a form by its plan too, so that nothing is said of it to another plan's."""
    return f"{place.key('form')}-{adopting.question.key[:12]}"


def _reason(place: Place) -> ReasonCode | None:
    return st.selectbox(
        "Reason",
        list(ReasonCode),
        index=None,
        format_func=lambda reason: title(reason.words),
        placeholder="Choose the reason",
        key=place.key("reason"),
    )


def _words(place: Place, due: Owed) -> str:
    needed = "required" if due.words else "required where the reason is other"
    label = f"Why, in words ({needed})"
    return st.text_area(label, max_chars=15_000, key=place.key("text")) or ""


def _review(place: Place) -> date | None:
    found = st.date_input("Reviewed on", value=None, format="DD/MM/YYYY", key=place.key("review"))
    return found if isinstance(found, date) else None


def _consulted(place: Place) -> tuple[str, ...]:
    lines = st.text_area(
        "Who was consulted, and when (one on each line; or: nobody)",
        max_chars=5_000,
        key=place.key("consulted"),
    )
    return tuple(line.strip() for line in (lines or "").splitlines() if line.strip())


def _record(adopting: Adopting, decision: ToDecide, place: Place, given: Given) -> None:
    lacking = missing(decision, given, adopting.plan.as_at)
    if lacking or given.to is None:
        _refused(_form_of(adopting, place), lacking)
        return
    kind = kind_of(decision, given.to)
    try:
        record = decisions.record(
            adopting.plan,
            kind=kind,
            children=decision.children,
            by=given.by,
            to=given.to if kind is RecordKind.OTHERWISE else None,
            reason=given.reason,
            text="\n".join(part for part in (given.text.strip(), adopting.override) if part),
            review=given.review,
            consulted=given.consulted,
            about=place.before.sequence if place.before else None,
        )
    except UsageFault as fault:
        _refused(_form_of(adopting, place), decisions.sentences(fault))
        return
    accept(_form_of(adopting, place))
    state.put(BY, given.by.strip())
    state.put(SAID, f"Recorded as record {record.sequence}: {said_words(record)}.")
    st.rerun()


def _refused(form: str, lines: Sequence[str]) -> None:
    refuse(form, "\n".join(["**Not recorded yet:**\n", *(f"- {plain(line)}" for line in lines)]))
