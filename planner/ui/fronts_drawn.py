"""The choices with a price on a page: asked for, drawn, and set beside the plans known already."""

from collections.abc import Mapping
from typing import cast

import streamlit as st

from planner.data.front import Front, FrontOf
from planner.data.plan import Plan, Status
from planner.engine import frontier
from planner.engine.tradeoffs.loading import front_changes, hours_apart
from planner.ui import state
from planner.ui.asking import Question
from planner.ui.choices import (
    Choice,
    all_reached,
    for_reading,
    plane_panels,
    reached_by,
    tier_panels,
)
from planner.ui.choices_drawn import Asked, draw_choices
from planner.ui.desk import Search
from planner.ui.fronts import FRONTS, front_choices, front_marks, not_drawn_words, told_headline
from planner.ui.long_answer import Given, T, long_answer
from planner.ui.sides import BASELINE, NOW, WHAT_IF, Sides
from planner.ui.tables import bullets
from planner.ui.words import plain

KNOWN = "trade_offs_known"
SECONDS = 60.0

STALE = "From before your last change: ask again for the What-if as it is now."
EARLY = "You stopped the search: this is what was known by then."
_PLANE_ALT = "Now, the baseline plan, the What-if and each choice; see the table below."
_READ_PLANE = (
    "Each point is a plan: further left fewer children await, further down less contact is "
    "missed. The lower chart counts mandatory and high-risk children, and contact with them and "
    "with children under two. Plans that you ask for in the other sections join them here."
)
_READ_FRONT = (
    "A chart for each tier: children awaiting, by how much is allowed; the last counts contacts "
    "missed. Each filled point is the "
    "best plan with so much allowed; the line goes on level where more of it buys nothing. Open "
    "shapes are the plans you have, at what they use of it."
)


def in_hand(found: Sides, asked: Question) -> Plan | None:
    """Give the plan of a question where it is known to the last draw, so that it is not sought."""
    plan = found.what_if
    whole = plan.status is Status.BEST_POSSIBLE and plan.provenance.canonical_finished
    return plan if whole and asked.key == found.asked.key else None


def draw_contacts(found: Sides, asked: Asked) -> None:
    """Draw contacts missed against children awaiting: what would be had, and what is known."""
    words = FRONTS[FrontOf.CONTACTS]
    st.markdown(words.lead)
    given = _answer(found, asked, FrontOf.CONTACTS, 0)
    choices = [*_choices(asked, given), *_known(asked)]
    if given is not None:
        _told(given)
    marks = front_marks(FrontOf.CONTACTS, reached_by(found.named), {})
    draw_choices(
        asked,
        choices,
        marks,
        plane_panels(),
        first="Plan",
        alt=_PLANE_ALT,
        read=_READ_PLANE,
    )
    if given is not None:
        bullets(given.answer.notes)
        st.caption(
            "No setting makes the planner miss contact. Loading such a point locks the mandatory "
            "and high-risk children whom it takes on; what is missed for it follows."
        )


def draw_front(found: Sides, asked: Asked, of: FrontOf) -> None:
    """Draw what each further de-allocation, change or hour would buy."""
    words = FRONTS[of]
    st.markdown(words.lead)
    most = int(
        st.segmented_control(
            words.at_most, words.amounts, default=words.amounts[0], key=f"most-{of}", required=True
        )
    )
    given = _answer(found, asked, of, most)
    if given is None:
        return
    _told(given)
    choices, front = _choices(asked, given), given.answer
    if not given.stale:
        _keep(asked, of, choices)
    hours = _hours(found, asked) if of is FrontOf.HOURS else {}
    marks = front_marks(of, reached_by(found.named), hours)
    draw_choices(
        asked,
        choices,
        marks,
        tier_panels(all_reached(choices, marks), words.allowed),
        first=words.allowed,
        alt="Children awaiting in the best plan with each amount; see the table below.",
        read=" ".join(filter(None, [_READ_FRONT, not_drawn_words(marks)])),
    )
    bullets(front.notes)


def _answer(found: Sides, asked: Asked, of: FrontOf, most: int) -> Given[Front] | None:
    question, plan = asked.question, in_hand(found, asked.question)

    def work(search: Search[Front]) -> Front:
        return frontier(
            question.scenario,
            question.policy,
            of,
            most=most or None,
            plan=plan,
            time_limit=SECONDS,
            stop=search.stop,
            on_step=search.step,
        )

    words = FRONTS[of]
    return long_answer(
        f"front-{of}", question, work, label=words.label, takes=words.takes, extra=str(most)
    )


def _choices(asked: Asked, given: Given[Front] | None) -> list[Choice]:
    if given is None:
        return []
    question, front = asked.question, given.answer
    choices = front_choices(front, front_changes(question.scenario, question.policy, front))
    return for_reading(choices) if given.stale else choices


def _told(given: Given[Front]) -> None:
    """Say what the whole of it would buy, and of when the answer is."""
    draw_given(given)
    first, *others = told_headline(given.answer)
    st.markdown(f"**{plain(first)}** {plain(' '.join(others))}")


def draw_given(given: Given[T]) -> None:
    """Say where an answer is from before the last change, or was ended early."""
    if given.stale:
        st.warning(STALE)
    elif given.early:
        st.caption(EARLY)


def _keep(asked: Asked, of: FrontOf, choices: list[Choice]) -> None:
    """Keep what is known for the picture of contact and children awaiting."""
    key, known = _kept()
    others = known if key == asked.question.key else {}
    state.put(KNOWN, (asked.question.key, {**others, of: tuple(choices)}))


def _known(asked: Asked) -> list[Choice]:
    key, known = _kept()
    if key != asked.question.key:
        return []
    return [choice for choices in known.values() for choice in choices[1:]]


def _kept() -> tuple[str, Mapping[FrontOf, tuple[Choice, ...]]]:
    return cast("tuple[str, Mapping[FrontOf, tuple[Choice, ...]]]", state.value(KNOWN, ("", {})))


def _hours(found: Sides, asked: Asked) -> dict[str, float | None]:
    """Give by how many hours each known plan's limits differ from those asked about."""
    here, policy = asked.question.scenario, asked.question.policy
    scenarios = {
        NOW: found.team.scenario,
        BASELINE: found.base.scenario,
        WHAT_IF: found.asked.scenario,
    }
    return {name: hours_apart(here, other, policy) for name, other in scenarios.items()}
