"""Choices drawn: a chart to pick from, its numbers, who moves, and what was loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

import streamlit as st

from planner.charts import PICKED, Panel, choices_chart, described
from planner.data.adjustment import Adjustment
from planner.ui import asking, state
from planner.ui.asking import Question
from planner.ui.choices import Choice, Mark, choice_rows, dots, headings, two_tables
from planner.ui.sides import Sides
from planner.ui.tables import bullets, draw_table
from planner.ui.teams import Picked
from planner.ui.words import Row, plain

LOADED, LOADS, NEWS = "trade_offs_loaded", "trade_offs_loads", "trade_offs_news"

Changes = tuple[Adjustment, ...]

_PICK = "Pick a point in a chart or a row in the table to load that choice into the What-if."
_OTHERS = "The same plans: the contact missed that counts first, what each takes, how sure it is."
_NAMES = 165
_STILL = "The choices below are still those of the What-if before it."


@dataclass(frozen=True)
class Loaded:
    """What was loaded into the what-if last, where, and the what-if before and after it."""

    token: str
    section: str
    name: str
    before: Changes
    after: Changes


@dataclass(frozen=True)
class Asked:
    """The question that a section answers, and the what-if changes that it stands on.

    ``section`` is a constant that tells it from others in keys; it names nobody.
    """

    section: str
    team: Picked
    question: Question
    changes: Changes


def asked_of(found: Sides, section: str) -> Asked:
    """Give what a section asks of: the what-if, or as it was before a choice of its own.

    So that loading a choice leaves the others on screen to compare it with.
    """
    loaded = _loaded(found)
    if loaded is None or loaded.section != section:
        return Asked(section, found.team, found.asked, found.changes)
    before = asking.question(found.team, loaded.before)
    return Asked(section, found.team, before, loaded.before)


def _loaded(found: Sides) -> Loaded | None:
    """Give what was loaded last, as long as nothing was changed since."""
    loaded = cast("Loaded | None", state.value(LOADED))
    if loaded is None or (loaded.token, loaded.after) != (found.team.token, found.changes):
        return None
    return loaded


def draw_loaded(found: Sides, asked: Asked) -> None:
    """Say what was loaded into the what-if, and offer to go there or to take it back."""
    loaded = _loaded(found)
    news = state.value(NEWS)
    if loaded is None:
        return
    if news:
        # What was picked may stand far below what is said here.
        st.toast(f"Loaded into the What-if: {plain(str(news))}.")
        state.put(NEWS, "")
    with st.container(border=True):
        below = "" if asked.question.key == found.asked.key else _STILL
        st.markdown(f"**Loaded into the What-if: {plain(loaded.name)}.** {below}")
        with st.container(horizontal=True, gap="small"):
            st.button("Go to What-if", key="loaded-go", on_click=state.go_to, args=("what-if",))
            st.button("Take it back", key="loaded-back", on_click=state.undo, args=(found.team,))


def draw_choices(
    asked: Asked,
    choices: Sequence[Choice],
    marks: Sequence[Mark],
    panels: Sequence[Panel],
    *,
    first: str,
    alt: str,
    read: str,
) -> None:
    """Draw a chart, how to read it, the same numbers in a table, and who moves.

    Parameters
    ----------
    first : str
        The heading of the first column.
    alt, read : str
        What the charts show, for those who do not see them, and how to read them.
    """
    # What was picked stays picked as long as the key; the next one begins with nothing picked.
    turn, points = cast("int", state.value(LOADS, 0)), dots(choices, marks)
    for number, panel in enumerate(panels):
        key = f"{asked.section}-chart-{number}-{turn}"
        st.vega_lite_chart(
            spec=described(choices_chart(points, panel, legend=number == 0)),
            width="stretch",
            key=key,
            on_select=partial(_from_chart, asked, choices, key),
            selection_mode=PICKED,
            alt=f"{panel.up_title} by {panel.across_title}: {alt}",
        )
    loadable = any(choice.changes is not None for choice in choices)
    st.caption(f"{read} {_PICK}" if loadable else read)
    key = f"{asked.section}-table-{turn}"
    rows, others = two_tables(choice_rows(choices, marks, first), first)
    st.dataframe(
        rows,
        hide_index=True,
        # What is allowed stands in the heading of the section and in each of these words.
        column_config={
            **headings(rows),
            first: st.column_config.TextColumn("Plan", width=_NAMES, pinned=True),
        },
        key=key,
        on_select=partial(_from_table, asked, choices, key),
        selection_mode="single-row",
        alt=f"The charts in numbers: {alt}",
    )
    draw_others(others)
    draw_moved(asked, choices)


def draw_others(rows: Sequence[Row]) -> None:
    """Draw the columns that the table above has no room for."""
    if rows:
        st.caption(_OTHERS)
        draw_table(rows, "", "The same plans: the rest of what each comes to")


def draw_moved(asked: Asked, choices: Sequence[Choice]) -> None:
    """Draw for each choice what it comes to, who moves, and a button that loads it."""
    for number, choice in enumerate(choices):
        if not (choice.gain or choice.moved):
            continue
        with st.expander(plain(choice.name)):
            st.markdown(plain(choice.gain))
            bullets(choice.moved)
            if choice.changes is not None:
                st.button(
                    "Load into the What-if",
                    key=f"{asked.section}-load-{number}",
                    help=f"Choice {number + 1}: see it as the What-if",
                    on_click=_load,
                    args=(asked, choice),
                )


def _from_chart(asked: Asked, choices: Sequence[Choice], key: str) -> None:
    picked = st.session_state[key].selection.get(PICKED)
    if picked:
        _load_number(asked, choices, int(picked[0]["point"]))


def _from_table(asked: Asked, choices: Sequence[Choice], key: str) -> None:
    rows = st.session_state[key].selection.rows
    if rows:
        _load_number(asked, choices, int(rows[0]))


def _load_number(asked: Asked, choices: Sequence[Choice], number: int) -> None:
    """Load a choice by its place; a mark, or a row of one, is none."""
    if 0 <= number < len(choices):
        _load(asked, choices[number])


def _load(asked: Asked, choice: Choice) -> None:
    """Make a choice the what-if, in place of one that was loaded before it."""
    state.put(LOADS, cast("int", state.value(LOADS, 0)) + 1)
    if choice.changes is None:
        return
    if choice.plan is not None:
        state.keep_in_hand(asked.team, choice.plan)
    state.load(asked.team, (*asked.changes, *choice.changes))
    after = state.draft().changes
    state.put(NEWS, choice.name)
    state.put(LOADED, Loaded(asked.team.token, asked.section, choice.name, asked.changes, after))
