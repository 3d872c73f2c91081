"""What can be taken away: a plan as a workbook, a table or data, made when it is asked for."""

import tempfile
from functools import partial
from pathlib import Path

import streamlit as st

from planner.data.plan import Plan
from planner.data.scenario import Scenario
from planner.files import write_plan, write_scenario

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_FORMATS = {
    "Workbook to print": ("xlsx", WORKBOOK),
    "Table (CSV)": ("csv", "text/csv"),
    "Data (JSON)": ("json", "application/json"),
}


def draw_downloads(plan: Plan, name: str) -> None:
    """Draw the ways to take a plan away; ``name`` says which plan it is."""
    st.header("Download")
    st.caption(f"{name}: made when you click.")
    with st.container(horizontal=True, gap="small", key="downloads"):
        for label, (ending, mime) in _FORMATS.items():
            st.download_button(
                label,
                partial(written, plan, ending),
                file_name=f"plan-{plan.as_at.isoformat()}.{ending}",
                mime=mime,
                on_click="ignore",
                key=f"download-{ending}",
            )


def written(plan: Plan, ending: str) -> bytes:
    """Give a plan as the bytes of a file, by way of a private folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan.{ending}"
        write_plan(plan, path)
        return path.read_bytes()


def team_workbook(scenario: Scenario) -> bytes:
    """Give a team as the bytes of a workbook that reads back as the same team."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "team.xlsx"
        write_scenario(scenario, path)
        return path.read_bytes()
