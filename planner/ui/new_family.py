"""Quick question: a new family - who can take it? Everybody else keeps what they hold."""

from datetime import timedelta
from typing import cast

import streamlit as st

from planner.data.fit import WhoCouldTake
from planner.data.scenario import Scenario
from planner.data.vocabulary import Consequence, InfantResponse, Living, Order, Phase, Probability
from planner.engine import new_family
from planner.errors import DataFaults, PlannerError
from planner.ui import state
from planner.ui.asking import Question
from planner.ui.controls import teams_of
from planner.ui.desk import Search
from planner.ui.family_facts import (
    Family,
    family_of,
    fault_words,
    new_family_of,
    skills_of,
    zones_of,
)
from planner.ui.fit_cards import fit_cards, fit_lines
from planner.ui.long_answer import quick
from planner.ui.tables import bullets
from planner.ui.teams import Picked
from planner.ui.words import plain, title

ASK = "Who can take them?"
ASKED = "this_week_family"
MOST = 8
_OLDEST_DAYS = 26 * 365
_RESPONSES = ("", InfantResponse.INTENSIVE.value, InfantResponse.RESPONSE.value)
_NOT_IN_A_WHAT_IF = (
    "A what-if changes the team, not which families it has: once this family is in your data, "
    "every plan counts it."
)

Facts = dict[str, object]


def draw_new_family(team: Picked, asked: Question) -> None:
    """Draw the short form of a new family, and who could take it."""
    count = st.number_input(
        "Children", min_value=1, max_value=MOST, value=1, key="family-count", width=150
    )
    with st.form("family", border=False):
        each = [_child(asked.scenario, number) for number in range(1, int(count) + 1)]
        shared = _shared(asked.scenario)
        with st.expander("More, where it is known"):
            shared |= _further(asked.scenario)
            first, second = st.columns([1, 2])
            visit = first.date_input(
                "First visit due", value=None, format="DD/MM/YYYY", key="family-visit"
            )
            conflicts = second.multiselect(
                "Conflict of interest with",
                [person.practitioner for person in asked.scenario.practitioners],
                key="family-conflict",
            )
        if st.form_submit_button(ASK, type="primary"):
            state.put(ASKED, (team.token, family_of(each, shared, visit, conflicts)))
    of, about = cast("tuple[str, Family | None]", state.value(ASKED, ("", None)))
    if about is not None and of == team.token:
        _answer(asked, about)


def _child(scenario: Scenario, number: int) -> Facts:
    """Draw what is asked of one child, and give the answers by column."""
    age, born, response, harm, chance = st.columns(5, vertical_alignment="bottom")
    return {
        "age": age.number_input(
            f"Child {number}: age",
            min_value=0,
            max_value=25,
            value=None,
            key=f"family-age-{number}",
        ),
        "birth_date": born.date_input(
            f"Child {number}: or date of birth",
            value=None,
            min_value=scenario.as_at - timedelta(days=_OLDEST_DAYS),
            max_value=scenario.as_at,
            format="DD/MM/YYYY",
            key=f"family-born-{number}",
        ),
        "infant_response": response.selectbox(
            f"Child {number}: infant response",
            _RESPONSES,
            format_func=lambda text: title(text) or "Not recorded",
            key=f"family-response-{number}",
        ),
        "consequence": harm.selectbox(
            f"Child {number}: consequence of harm",
            ("", *Consequence),
            format_func=_known,
            key=f"family-harm-{number}",
        ),
        "probability": chance.selectbox(
            f"Child {number}: probability of harm",
            ("", *Probability),
            format_func=_known,
            key=f"family-chance-{number}",
        ),
    }


def _known(text: str) -> str:
    return title(str(text)) or "Not known"


def _shared(scenario: Scenario) -> Facts:
    """Draw what is asked of the family as a whole."""
    phase, zone, language, team = st.columns([3, 3, 3, 3])
    teams = teams_of(scenario)
    found: Facts = {
        "phase": phase.selectbox(
            "Phase", list(Phase), index=1, format_func=_known, key="family-phase"
        ),
        "zone": zone.selectbox(
            "Zone",
            ("", *zones_of(scenario)),
            format_func=lambda text: text or "The team's base",
            key="family-zone",
        ),
        "language": language.text_input("Interpreter for", key="family-language", max_chars=60),
    }
    if len(teams) > 1:
        found["team"] = team.selectbox("Team", teams, key="family-team")
    return found


def _further(scenario: Scenario) -> Facts:
    living, order, skills = st.columns(3)
    youth = st.checkbox("On the high-risk youth schedule", key="family-youth")
    return {
        "living": living.selectbox(
            "Lives with", ("", *Living), format_func=_known, key="family-living"
        ),
        "order": order.selectbox("Order", list(Order), format_func=_known, key="family-order"),
        "skills": skills.multiselect("Skills needed", skills_of(scenario), key="family-skills"),
        "youth_schedule": "yes" if youth else "",
    }


def _answer(asked: Question, about: Family) -> None:
    def work(_search: Search[WhoCouldTake]) -> WhoCouldTake:
        return new_family(
            asked.scenario, asked.policy, new_family_of(about, asked.scenario, asked.policy)
        )

    try:
        found = quick("new-family", asked, work, extra=repr(about))
    except DataFaults as faults:
        bullets(fault_words(faults))
        return
    except PlannerError as error:
        st.warning("\n\n".join(plain(line) for line in str(error).splitlines()))
        return
    st.markdown(f"**{plain(about.words)}**")
    st.markdown("\n\n".join(plain(line) for line in fit_lines(found)))
    st.html(fit_cards(found))
    st.caption(_NOT_IN_A_WHAT_IF)
