"""The de-allocation worksheet of one child: shown, and taken away to print."""

from collections.abc import Callable

import streamlit as st

from planner.data.plan import ChildLine
from planner.data.vocabulary import Tier
from planner.data.worksheet import Worksheet
from planner.engine import worksheet
from planner.files.worksheet_page import worksheet_page
from planner.ui.desk import Search
from planner.ui.explaining import about_plan, stands
from planner.ui.long_answer import quick
from planner.ui.sides import Sides
from planner.ui.tables import bullets
from planner.ui.words import plain
from planner.ui.worksheet_cards import family_lines, refused_line, worksheet_cards

PRINT = "Worksheet to print"

_WORKSHEET = "worksheet"


def draw(found: Sides, line: ChildLine, place: int) -> None:
    """Draw what letting a child's case go would bear on; ``place`` tells one child from another."""
    st.subheader("De-allocation worksheet")
    if not stands(found):
        return
    reason = _reason(line, place)
    sheet = quick(
        _WORKSHEET,
        about_plan(found),
        _work(found, line.child, reason),
        extra="\x1f".join((line.child, reason)),
    )
    for words in sheet.words[:1]:
        st.markdown(plain(words))
    for row in sheet.refused:
        st.info(plain(refused_line(row)))
    for candidate in sheet.candidates:
        st.markdown(f"**Family {plain(candidate.family)}, held by {plain(candidate.holder)}**")
        bullets(family_lines(candidate))
        st.html(worksheet_cards(sheet, candidate))
        _print(sheet)


def _reason(line: ChildLine, place: int) -> str:
    """Ask for the reason without which the planner weighs no child at high risk."""
    if line.score.tier is not Tier.HIGH or not line.now:
        return ""
    given = st.text_input(
        "Your recorded reason for weighing a child at high risk",
        key=f"worksheet-reason-{place}",
        max_chars=2_000,
        help="The worksheet of a child at high risk is made only with a reason.",
    )
    return (given or "").strip()


def _work(found: Sides, child: str, reason: str) -> Callable[[Search[Worksheet]], Worksheet]:
    asked, plan = found.asked, found.what_if

    def work(search: Search[Worksheet]) -> Worksheet:
        return worksheet(
            asked.scenario,
            asked.policy,
            plan=plan,
            most=0,
            children=(child,),
            reason=reason,
            stop=search.stop,
            on_step=search.step,
        )

    return work


def _print(sheet: Worksheet) -> None:
    if not sheet.proven:
        st.caption("Not all of what duty lacks could be worked out in the time.")
    st.download_button(
        PRINT,
        worksheet_page(sheet),
        file_name=f"worksheet-{sheet.as_at.isoformat()}.html",
        mime="text/html",
        on_click="ignore",
        icon=":material/print:",
    )
