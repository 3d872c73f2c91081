"""Capacity on a page: more hours and fewer, somebody away, and how far the plan hangs on either."""

import streamlit as st

from planner.data.curve import Absences, Curve, Joining
from planner.data.robustness import Robustness
from planner.engine import absence, curve, robustness
from planner.engine.tradeoffs.loading import curve_changes
from planner.report.price_words import EQUAL_NOTE, NOT_ALL_DRAWN, drawn_words
from planner.report.wording import families
from planner.ui import absences, curves, robust
from planner.ui.choices import all_reached, for_reading, headings, tier_panels, two_tables
from planner.ui.choices_drawn import Asked, draw_choices, draw_moved, draw_others
from planner.ui.controls import carriers_of, teams_of
from planner.ui.desk import Search
from planner.ui.fronts_drawn import SECONDS, draw_given, in_hand
from planner.ui.long_answer import Given, long_answer
from planner.ui.sides import Sides
from planner.ui.tables import bullets, draw_table
from planner.ui.words import plain

_READ_CURVE = (
    "A chart for each tier: children awaiting, by hours; the last counts contacts missed. Each "
    "filled point is the least number of hours from which the plan is better; the line goes on "
    "level where more hours change nothing. The open shape is the What-if as it is: no hours more "
    "or fewer."
)


_MANY = 12


def draw_curve(found: Sides, asked: Asked) -> None:
    """Draw who awaits with more or fewer hours of everyone, of one, or of somebody further."""
    question = asked.question
    st.markdown(curves.LEAD)
    here = [c.id for c in carriers_of(question.scenario, question.policy).values() if c.present]
    names = curves.whose(question.scenario, here)
    who = st.selectbox("Whose hours", list(names), format_func=names.__getitem__, key="curve-who")
    joins = _joining(asked) if who == curves.FURTHER else None
    practitioner = "" if who in (curves.EVERYONE, curves.FURTHER) else who
    near = None if joins else 2 * _nearby()
    plan = in_hand(found, question)

    def work(search: Search[Curve]) -> Curve:
        return curve(
            question.scenario,
            question.policy,
            practitioner,
            joining=joins,
            least=None if near is None else -near,
            most=near,
            plan=plan,
            time_limit=SECONDS,
            stop=search.stop,
            on_step=search.step,
        )

    extra = f"{who}|{near}|{joins.model_dump_json() if joins else ''}"
    given = long_answer(
        "curve", question, work, label=curves.LABEL, takes=curves.TAKES, extra=extra
    )
    if given is None:
        return
    draw_given(given)
    _drawn_curve(asked, given)


def _nearby() -> int:
    """Ask how far from now hours are to be varied."""
    return int(
        st.segmented_control(
            "Hours more, and fewer, at most",
            curves.NEARBY,
            default=curves.NEARBY[0],
            key="curve-near",
            required=True,
        )
    )


def _joining(asked: Asked) -> Joining:
    """Ask who would join: a grade, where from, and in which team where there are several."""
    scenario = asked.question.scenario
    grade, zone, team = st.columns(3)
    with grade:
        of = st.selectbox("Grade", curves.grades(), key="curve-grade")
    with zone:
        base = st.selectbox(
            "Works from",
            curves.zones(scenario),
            format_func=lambda name: name or "the team's base",
            key="curve-zone",
        )
    with team:
        own = st.selectbox("Joins team", teams_of(scenario), key="curve-team")
    return curves.joining(of, base, own)


def _drawn_curve(asked: Asked, given: Given[Curve]) -> None:
    answer = given.answer
    bullets(curves.curve_lines(answer))
    changes = curve_changes(asked.question.scenario, asked.question.policy, answer)
    choices, marks = curves.curve_choices(answer, changes), curves.curve_marks(answer)
    choices = for_reading(choices) if given.stale else choices
    draw_choices(
        asked,
        choices,
        marks,
        tier_panels(all_reached(choices, marks), curves.across_title(answer)),
        first="Hours",
        alt="Children awaiting in the best plan with so many hours; see the table below.",
        read=_READ_CURVE,
    )
    bullets(answer.notes)
    if not all(step.settled for step in answer.steps):
        st.caption(EQUAL_NOTE)


def draw_absences(found: Sides, asked: Asked) -> None:
    """Draw what each practitioner's absence would mean for children."""
    question, plan = asked.question, in_hand(found, asked.question)
    st.markdown(absences.LEAD)

    def work(search: Search[Absences]) -> Absences:
        return absence(
            question.scenario,
            question.policy,
            plan=plan,
            time_limit=SECONDS,
            stop=search.stop,
            on_step=search.step,
        )

    given = long_answer("absences", question, work, label=absences.LABEL, takes=absences.TAKES)
    if given is None:
        return
    draw_given(given)
    # Too wide for a phone: this kind of table can be scrolled with the keyboard, too.
    rows, others = two_tables(absences.absence_rows(given.answer), absences.FIRST)
    st.dataframe(
        rows,
        hide_index=True,
        column_config={
            **headings(rows),
            absences.FIRST: st.column_config.TextColumn(pinned=True),
        },
        key="absences-table",
        alt="Children awaiting with each practitioner away, in the order of ids",
    )
    draw_others(others)
    choices = absences.absence_choices(given.answer, question.scenario)
    draw_moved(asked, for_reading(choices) if given.stale else choices)
    bullets(absences.absence_notes(given.answer))


def draw_robustness(found: Sides, asked: Asked) -> None:
    """Draw which children are allocated in how many of the draws."""
    question = asked.question
    plan = in_hand(found, question)
    st.markdown(robust.LEAD)

    def work(search: Search[Robustness]) -> Robustness:
        return robustness(
            question.scenario,
            question.policy,
            draws=robust.DRAWS,
            flips=False,
            plan=plan,
            time_limit=robust.SECONDS,
            stop=search.stop,
            on_step=search.step,
        )

    given = long_answer("robustness", question, work, label=robust.LABEL, takes=robust.TAKES)
    if given is None:
        return
    draw_given(given)
    st.caption(f"{plain(drawn_words(given.answer))} {robust.READ}")
    for name, rows in robust.groups(given.answer).items():
        st.subheader(name)
        several = st.expander(families(len(rows))) if len(rows) > _MANY else st.container()
        with several:
            draw_table(rows, "No family.", f"{name}: in how many draws somebody holds the case")
    if not given.answer.proven:
        st.caption(NOT_ALL_DRAWN)
