"""Workload evidence on the page: the hours a team's work needs beside the hours it has."""

from functools import partial

import streamlit as st

from planner.data.evidence import Evidence
from planner.data.plan import Plan
from planner.engine import evidence
from planner.files.evidence_page import evidence_page
from planner.files.rows_csv import rows_csv
from planner.ui import asking, evidence_rows
from planner.ui.asking import Question
from planner.ui.desk import Search
from planner.ui.long_answer import quick
from planner.ui.proof import status_words
from planner.ui.sides import BASELINE, NOW, WHAT_IF, Sides
from planner.ui.tables import bullets
from planner.ui.wide_table import draw_wide

_DECIDES = (
    "The hours follow from the policy's standards, never from what anybody did. The planner does "
    "not decide who does what does not fit: that is the team manager's, and her supervisor's."
)


def draw(found: Sides) -> None:
    """Draw the evidence of one of the three plans, with the document to hand over."""
    st.header("Workload evidence")
    name = st.segmented_control(
        "Arrangement", list(found.named), default=NOW, required=True, key="evidence-plan"
    )
    plan = found.named[name]
    if not plan.found:
        st.markdown("No plan was found in time, so there is no arrangement to read.")
        return
    asked = _asked(found, name)
    # A question's plan may get better behind the page; its evidence is another one then.
    read = f"{plan.status}|{plan.choices.model_dump_json()}"
    shown = quick("evidence", asked, partial(_read, asked, plan), read)
    _draw(shown, f"{name}: {status_words(plan)}.")
    st.caption(_DECIDES)


def _asked(found: Sides, name: str) -> Question:
    if name == NOW:
        return asking.question(found.team)
    return {BASELINE: found.base, WHAT_IF: found.asked}[name]


def _read(asked: Question, plan: Plan, search: Search[Evidence]) -> Evidence:
    return evidence(asked.scenario, asked.policy, plan=plan, stop=search.stop)


def _draw(shown: Evidence, arrangement: str) -> None:
    st.caption(arrangement)
    bullets(shown.says)
    _downloads(shown)
    st.subheader("Hours, by practitioner")
    draw_wide(
        evidence_rows.hours_rows(shown.practitioners),
        "Nobody in this team holds cases in this cycle.",
        "Hours that cases need beside the hours there are, by practitioner",
    )
    st.subheader("What today's hours are made of")
    draw_wide(
        evidence_rows.made_of_rows(shown.practitioners), "", "Parts of case hours, by practitioner"
    )
    st.subheader("Duty hours of the team")
    draw_wide(
        evidence_rows.duty_rows(shown.pools), "", "What duty is asked for and what is not done"
    )
    st.subheader("Not possible within these hours")
    draw_wide(
        evidence_rows.not_possible_rows(shown),
        "Every contact and dated task of the cycle fits.",
        "Contacts and tasks that fit nobody's hours, by day",
    )


def _downloads(shown: Evidence) -> None:
    stem = f"workload-evidence-{shown.as_at.isoformat()}"
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            "Page to print (HTML)",
            partial(evidence_page, shown),
            file_name=f"{stem}.html",
            mime="text/html",
            on_click="ignore",
            key="evidence-page",
        )
        st.download_button(
            "Figures (CSV)",
            partial(rows_csv, evidence_rows.figure_rows(shown)),
            file_name=f"{stem}.csv",
            mime="text/csv",
            on_click="ignore",
            key="evidence-figures",
        )
