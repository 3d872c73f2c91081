"""Going on although guard-rails do not hold: said by a named person, with the reason."""

from collections.abc import Callable, Sequence
from typing import cast

import streamlit as st

from planner.data.guard_rail import RailCheck
from planner.data.plan import Plan
from planner.ui import state
from planner.ui.adopted import failing_lines, override_words
from planner.ui.confirm import BY
from planner.ui.refusals import draw_refusal, refuse
from planner.ui.tables import bullets

OVERRIDE = "compare_override"


def overridden(plan: Plan, checks: Sequence[RailCheck]) -> str:
    """Give what was said for this very plan's data and these guard-rails; blank where nothing."""
    kept = cast("dict[str, object] | None", state.value(OVERRIDE))
    if kept is None or kept["of"] != _mark(plan, checks):
        return ""
    return str(kept["words"])


def _mark(plan: Plan, checks: Sequence[RailCheck]) -> list[str]:
    return [plan.scenario_digest, *failing_lines(checks)]


def draw_override(plan: Plan, checks: Sequence[RailCheck], begin: Callable[[str], None]) -> None:
    """Draw which guard-rails do not hold, and the form to go on all the same."""
    st.markdown("**Guard-rails that do not hold in this plan:**")
    bullets(failing_lines(checks))
    form = f"adopt-override-{plan.scenario_digest[:12]}"
    with st.form("adopt-override"):
        why = st.text_area("Why you go on although they do not hold", max_chars=2_000) or ""
        by = st.text_input("Who decides (name)", str(state.value(BY, "")), max_chars=200) or ""
        sent = st.form_submit_button("Override and begin")
        if sent and _complete(form, why.strip(), by.strip()):
            words = override_words(checks, by.strip(), why.strip())
            state.put(OVERRIDE, {"of": _mark(plan, checks), "words": words}, kept=True)
            state.put(BY, by.strip())
            begin(words)
            st.rerun()
        draw_refusal(form)


def _complete(form: str, why: str, by: str) -> bool:
    asked = ((why, "Say why you go on."), (by, "Say who decides, by name."))
    lacking = [words for there, words in asked if not there]
    refuse(form, "\n".join(f"- {words}" for words in lacking))
    return not lacking
