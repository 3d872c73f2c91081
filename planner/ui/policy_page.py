"""The policy on the page: every tier, point, number and paragraph with its source, to search."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from planner.data.policy import Policy
from planner.ui import policy_rows
from planner.ui.folding import folded
from planner.ui.sides import Sides
from planner.ui.wide_table import draw_wide
from planner.ui.words import Row, counted, plain

_SOURCES = (
    "2254 is the advice *Case allocation*, 1802 the procedure *Enacting a case plan*; a local "
    "setting is this tool's own choice, open to change. Points are policy, not science: they "
    "order children inside a group, and are no assessment of a child."
)
_DECIDES = (
    "The policy orders what the planner suggests. It does not decide for any child: the team "
    "manager does, case by case, and may decide otherwise with a reason."
)


def draw(found: Sides) -> None:
    """Draw the policy that this team's plans are made with."""
    draw_policy(found.team.policy)


def draw_policy(policy: Policy) -> None:
    """Draw a policy, section by section or as a search finds it."""
    st.header("Policy")
    st.markdown(f"**{plain(policy_rows.heading(policy))}**")
    st.caption(_SOURCES)
    asked = st.text_input("Search the policy", key="policy-search", placeholder="contact awaiting")
    if asked.strip():
        _found(policy, asked)
    else:
        _sections(policy)
    st.caption(_DECIDES)


def _sections(policy: Policy) -> None:
    for place, (name, rows_of) in enumerate(policy_rows.SECTIONS.items()):
        folded(name, f"policy-{place}", partial(_section, name, rows_of, policy))


def _section(name: str, rows_of: Callable[[Policy], list[Row]], policy: Policy) -> None:
    _table(name, rows_of(policy))


def _found(policy: Policy, asked: str) -> None:
    hits = {
        name: rows
        for name, rows_of in policy_rows.SECTIONS.items()
        if (rows := policy_rows.matching(rows_of(policy), asked))
    }
    count = sum(map(len, hits.values()))
    st.markdown(f"{counted(count, 'line')} found." if hits else "Nothing in the policy says so.")
    for name, rows in hits.items():
        st.subheader(name)
        _table(name, rows)


def _table(name: str, rows: list[Row]) -> None:
    draw_wide(rows, "Nothing.", name)
