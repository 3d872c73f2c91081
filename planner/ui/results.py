"""The right of the page: what a plan says, drawn from rows and words."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import streamlit as st

from planner.charts import load_chart
from planner.data.plan import Plan
from planner.ui import duty, people, rows
from planner.ui.cards import attention_cards, awaiting_cards, holding_cards
from planner.ui.tiles import Tile
from planner.ui.words import Row, plain


def draw_tiles(found: Sequence[Tile]) -> None:
    """Draw the figures, each with its change in words and what it is otherwise."""
    with st.grid(4, min_column_width=170, gap="small"):
        for tile in found:
            with st.container(border=True, height="stretch", gap="xxsmall"):
                st.metric(
                    tile.title,
                    tile.value,
                    tile.change,
                    delta_color=tile.tone,
                    delta_arrow=tile.arrow,
                )
                st.caption(tile.others)


def draw_headline(plan: Plan) -> None:
    """Draw what must be read first; a plan that is not compliant says why and what would help."""
    first, *others = plan.headline or ("Nothing to say of this plan.",)
    if plan.conflict is None:
        st.markdown(f"**{plain(first)}**")
    else:
        repairs = [f"Would work: {offer.text}" for offer in plan.conflict.repairs]
        lines = [*plan.conflict.sentences, *repairs]
        st.error("\n".join([f"**{plain(first)}**\n", *(f"- {plain(line)}" for line in lines)]))
    _bullets(others)


def _bullets(lines: Sequence[str]) -> None:
    if lines:
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def draw_plan(plan: Plan) -> None:
    """Draw one plan, a tab for each question a manager asks of it."""
    for tab, draw in zip(st.tabs(list(_TABS), key="plan"), _TABS.values(), strict=True):
        with tab:
            draw(plan)


def _people(plan: Plan) -> None:
    loads = people.loads(plan)
    if not loads:
        st.markdown("Nobody in this team holds cases in this cycle.")
        return
    st.header("Load", divider=False)
    st.vega_lite_chart(
        spec=_described(tuple(loads)),
        width="stretch",
        key="load",
        alt="Case hours of each practitioner as a share of their own hours; see the table below.",
    )
    st.caption(
        "Bar: case hours as a share of own hours. Dashed line: all of their own hours. "
        "Black mark: the limit on the left."
    )
    st.header("Who holds whom")
    st.html(holding_cards(people.holdings(plan)))
    with st.expander("The same in numbers"):
        _table(people.practitioner_rows(plan), "", "Hours and children by practitioner")


@lru_cache(maxsize=128)
def _described(loads: tuple[people.Load, ...]) -> dict[str, object]:
    """Describe the chart to the browser; altair takes longer for it than for all the rest."""
    found: dict[str, object] = load_chart([load._asdict() for load in loads]).to_dict()
    return found


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
        _bullets(passed)


def _changes(plan: Plan) -> None:
    _table(rows.change_rows(plan), "Nothing changes for any child.", "Changes, one by one")


def _judgement(plan: Plan) -> None:
    cards = attention_cards(plan)
    _bullets(plan.notes)
    if not cards:
        st.markdown("Nothing in this team's data asks for your judgement.")
        return
    st.caption("What is missing, old or unclear, and what only you can settle.")
    st.html(cards)


def _duty(plan: Plan) -> None:
    for pool in plan.pools:
        _bullets(duty.pool_words(pool, several=len(plan.pools) > 1))
    st.header("Contacts that fit nobody's hours")
    _table(
        duty.missed_rows(plan), "Every contact that falls due fits.", "Contacts missed by due date"
    )
    _bullets(duty.optional_tasks(plan))


def _first(plan: Plan) -> None:
    st.caption(
        "What stands higher is settled first; nothing lower may worsen it. Points are policy, "
        "not science: they order children inside a group."
    )
    _table(rows.ledger_rows(plan), "", "What came first, stage by stage")


def _basis(plan: Plan) -> None:
    st.header("Where the children stand")
    _table(rows.standing_rows(plan), "", "Where the children stand, each kind counted apart")
    st.header("By phase")
    _table(rows.phase_rows(plan), "No child is planned here.", "Children by phase")
    findings = rows.finding_lines(plan)
    if findings:
        st.header("Not met as it stands")
        _bullets(findings)
    st.header("Assumed")
    assumed = rows.assumption_lines(plan)
    _bullets(assumed or ["Nothing had to be assumed."])
    st.header("Where this plan comes from")
    _bullets(rows.provenance_lines(plan))


_TABS: Mapping[str, Callable[[Plan], None]] = {
    "By practitioner": _people,
    "Awaiting allocation": _waiting,
    "Changes, one by one": _changes,
    "Your judgement": _judgement,
    "Duty": _duty,
    "What came first": _first,
    "Basis": _basis,
}


def _table(found: Sequence[Row], nothing: str, alt: str) -> None:
    if not found:
        st.markdown(nothing)
        return
    shown = [{name: plain(text) for name, text in row.items()} for row in found]
    st.table(shown, border="horizontal", hide_index=True, alt=alt)
