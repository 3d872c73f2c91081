"""The end of adopting: what was decided in all, what to enter by hand, what to take away."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from planner.data.adjustment import Adjustment
from planner.data.decision_record import DecisionRecord
from planner.data.recorded import entries
from planner.report.adoption import Standing, pins
from planner.ui import decisions, state
from planner.ui.adopted import summary_lines
from planner.ui.adopting import Adopting
from planner.ui.downloads import written
from planner.ui.tables import bullets
from planner.ui.teams import Picked


def draw_decided(
    team: Picked, adopting: Adopting, stand: Standing, records: Sequence[DecisionRecord]
) -> None:
    """Draw what was decided in all, and what can be taken away of it."""
    st.subheader("Everything in this plan is decided")
    bullets(summary_lines(stand.decisions, stand.made, entries(records)))
    numbers = sorted({record.sequence for record in stand.made})
    day = adopting.plan.as_at.isoformat()
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            "Decision records (CSV)",
            partial(decisions.exported, numbers),
            file_name=f"decisions-{day}.csv",
            mime="text/csv",
            on_click="ignore",
            key="adopt-records",
        )
        st.download_button(
            "The plan as it was adopted (JSON)",
            partial(written, adopting.plan, "json"),
            file_name=f"adopted-plan-{day}.json",
            mime="application/json",
            on_click="ignore",
            key="adopt-plan-file",
        )
    _follow(team, adopting, stand)


def _follow(team: Picked, adopting: Adopting, stand: Standing) -> None:
    """Offer to see the plan that follows from what was decided otherwise."""
    held = pins(stand.decisions, stand.made)
    if held:
        st.button(
            "See in What-if what follows from what you decided otherwise",
            key="adopt-follow",
            help="Takes the place of the what-if you have now; undo brings that back",
            on_click=_see,
            args=(team, (*adopting.changes, *held)),
        )


def _see(team: Picked, changes: tuple[Adjustment, ...]) -> None:
    state.load(team, changes)
    state.go_to("what-if")
