"""The left of every page: which team."""

import streamlit as st

from planner.errors import DataFaults
from planner.ui import picking
from planner.ui.teams import (
    MOST_MEGABYTES,
    Picked,
    empty_workbook,
    shipped_names,
    shipped_team,
)
from planner.ui.words import title

OWN = "\N{HORIZONTAL ELLIPSIS}own"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pick_team() -> Picked | DataFaults | None:
    """Draw the team picker; ``None`` means that no workbook was chosen yet."""
    names = shipped_names()
    picking.show_team(OWN)
    name = st.selectbox(
        "Team",
        [OWN, *names],
        key=picking.TEAM,
        format_func=_team_words,
        on_change=picking.team_chosen,
        args=(OWN,),
    )
    return _own_team() if name == OWN else shipped_team(str(name))


def _team_words(name: str) -> str:
    return "My own workbook" if name == OWN else title(name.replace("_", " "))


def _own_team() -> Picked | DataFaults | None:
    given = st.file_uploader(
        f"Workbook (.xlsx, at most {MOST_MEGABYTES} MB)",
        type=["xlsx"],
        key=picking.WORKBOOK,
        max_upload_size=MOST_MEGABYTES,
        help="It is read on this machine only, and kept with your draft for you alone.",
    )
    st.download_button(
        "Empty workbook to fill in",
        empty_workbook,
        file_name="team.xlsx",
        mime=_XLSX,
        on_click="ignore",
        width="stretch",
    )
    return picking.own_team(given.getvalue() if given is not None else None)
