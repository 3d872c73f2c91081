"""The right of the page: what a plan says, drawn from rows and words."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from planner.charts import load_description
from planner.data.plan import Plan
from planner.ui import duty, people, rows, state
from planner.ui.cards import attention_cards, awaiting_cards, holding_cards
from planner.ui.downloads import draw_downloads
from planner.ui.folding import folded
from planner.ui.sides import BASELINE, NOW, WHAT_IF, Sides
from planner.ui.tables import bullets, draw_table
from planner.ui.tiles import Tile, tile_cards
from planner.ui.words import Row, plain


def draw_tiles(found: Sequence[Tile]) -> None:
    """Draw the figures, each with its change in words and what it is otherwise."""
    st.html(tile_cards(found))


def draw_headline(plan: Plan) -> None:
    """Draw what must be read first; what is not compliant stands at the top of every page."""
    first, *others = plan.headline or ("Nothing to say of this plan.",)
    if plan.conflict is None:
        st.markdown(f"**{plain(first)}**")
    bullets(others)


def draw_sides(found: Sides) -> None:
    """Draw one of the three plans in full: the one the manager picks."""
    names = [WHAT_IF, BASELINE, NOW] if found.changed else [BASELINE, NOW]
    state.show_first(names)
    name = st.segmented_control("Show in full", names, key=state.SHOWN, required=True, wrap=True)
    draw_plan(found.named[str(name)], found.baseline)
    draw_downloads(found.named[str(name)], str(name))


def draw_plan(plan: Plan, baseline: Plan) -> None:
    """Draw one plan, a part for each question a manager asks of it; only the chosen one is drawn.

    A row of choices and not of tabs: the browser takes a seventh longer to answer a step of a limit
    where there are tabs, and on a telephone it hides those that fit no more.
    """
    parts = _parts(baseline)
    first, *_ = parts
    part = st.segmented_control(
        "About this plan", list(parts), default=first, required=True, key="plan", wrap=True
    )
    # Its place is kept, so that what stands below keeps its own.
    with st.container():
        parts[str(part)](plan)


def _people(plan: Plan) -> None:
    loads = people.loads(plan)
    if not loads:
        st.markdown("Nobody in this team holds cases in this cycle.")
        return
    st.header("Load", divider=False)
    st.vega_lite_chart(
        spec=load_description([load._asdict() for load in loads]),
        width="stretch",
        key="load",
        alt="Case hours of each practitioner as a share of their own hours; see the table below.",
    )
    st.caption(
        "Bar: case hours as a share of own hours. Dashed line: all of their own hours. "
        "Thick marks: the limit on the left."
    )
    st.header("Who holds whom")
    st.html(holding_cards(people.holdings(plan)))
    folded(
        "The same in numbers",
        "plan-numbers",
        lambda: draw_table(
            people.practitioner_rows(plan), "", "Hours and children by practitioner"
        ),
    )


def _waiting(plan: Plan) -> None:
    board = awaiting_cards(plan)
    if not board:
        st.markdown("No child of this team awaits allocation in this plan.")
        return
    st.caption(
        "The team holds these children under the team manager. The order inside a group follows "
        "the policy's factors; it is not an assessment of any child."
    )
    st.html(board)
    passed = rows.passed_over_lines(plan)
    if passed:
        st.header("Passed over because their case is large")
        bullets(passed)


def _changes(baseline: Plan, plan: Plan) -> None:
    which = st.segmented_control(
        "Which children", list(_WHICH), key="which-changes", default=_AGAINST_NOW, required=True
    )
    nothing, made = _WHICH[str(which)]
    draw_table(made(plan, baseline), nothing, f"Changes: {str(which).lower()}")


_AGAINST_NOW = "Changes against now"
_WHICH: Mapping[str, tuple[str, Callable[[Plan, Plan], Sequence[Row]]]] = {
    _AGAINST_NOW: ("Nothing changes for any child.", lambda plan, _: rows.change_rows(plan)),
    "Other than in the baseline plan": (
        "Every child is where the baseline plan has them.",
        rows.differing_rows,
    ),
    "All children": ("No child is in this team.", lambda plan, _: rows.child_rows(plan)),
}


def _judgement(plan: Plan) -> None:
    cards = attention_cards(plan)
    bullets(plan.notes)
    if not cards:
        st.markdown("Nothing in this team's data asks for your judgement.")
        return
    st.caption("What is missing, old or unclear, and what only you can settle.")
    st.html(cards)


def _duty(plan: Plan) -> None:
    for pool in plan.pools:
        bullets(duty.pool_words(pool, several=len(plan.pools) > 1))
    st.header("Contacts that fit nobody's hours")
    draw_table(
        duty.missed_rows(plan), "Every contact that falls due fits.", "Contacts missed by due date"
    )
    bullets(duty.optional_tasks(plan))


def _first(plan: Plan) -> None:
    st.caption(
        "What stands higher is settled first; nothing lower may worsen it. Points are policy, "
        "not science: they order children inside a group."
    )
    draw_table(rows.ledger_rows(plan), "", "What came first, stage by stage")


def _basis(plan: Plan) -> None:
    st.header("Where the children stand")
    draw_table(rows.standing_rows(plan), "", "Where the children stand, each kind counted apart")
    st.header("By phase")
    draw_table(rows.phase_rows(plan), "No child is planned here.", "Children by phase")
    findings = rows.finding_lines(plan)
    if findings:
        st.header("Not met as it stands")
        bullets(findings)
    st.header("Assumed")
    assumed = rows.assumption_lines(plan)
    bullets(assumed or ["Nothing had to be assumed."])
    st.header("Where this plan comes from")
    bullets(rows.provenance_lines(plan))


def _parts(baseline: Plan) -> Mapping[str, Callable[[Plan], None]]:
    return {
        "By practitioner": _people,
        "Awaiting allocation": _waiting,
        "Changes, one by one": partial(_changes, baseline),
        "Your judgement": _judgement,
        "Duty": _duty,
        "What came first": _first,
        "Basis": _basis,
    }
