"""Where a session's draft comes from: the id in the page's address, or a new one."""

from datetime import datetime
from typing import cast

import streamlit as st

from planner.data.draft import Draft
from planner.store.drafts import drop_old_drafts, read_draft
from planner.ui.sandbox import News, Sandbox
from planner.ui.teams import shipped_names

PARAMETER = "draft"
_SANDBOX = "sandbox"


def open_draft() -> Sandbox:
    """Have a draft in hand: this session's, the one the address names, or a new one."""
    if _SANDBOX not in st.session_state:
        st.session_state[_SANDBOX] = _found()
        drop_old_drafts()
    box = sandbox()
    if box.named and st.query_params.get(PARAMETER) != box.named:
        st.query_params[PARAMETER] = box.named
    return box


def _found() -> Sandbox:
    named = str(st.query_params.get(PARAMETER, ""))
    draft = read_draft(named) if named else None
    if draft is not None:
        since = f" of {kept_words(draft)}" if draft.kept else ""
        return Sandbox(draft, named, News(f"Your draft{since} is back.", back=True))
    names = shipped_names()
    new = Sandbox(Draft(team=names[0] if names else ""))
    if named:
        del st.query_params[PARAMETER]
        words = (
            "The draft that this address names is not kept here any more: "
            "drafts are kept for 30 days. This is a new one."
        )
        new.news = News(words, lost=True)
    return new


def sandbox() -> Sandbox:
    """Give the draft of this session."""
    return cast("Sandbox", st.session_state[_SANDBOX])


def kept_words(draft: Draft) -> str:
    """Say when a draft was last kept, on the clock of this machine."""
    if draft.kept is None:
        return "not kept yet"
    kept = draft.kept.astimezone()
    same = kept.date() == datetime.now().astimezone().date()
    return f"{kept:%H:%M}" if same else f"{kept.day} {kept:%b, %H:%M}"
