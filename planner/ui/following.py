"""The longer searches that a visitor follows, and those she ended early."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, cast

import streamlit as st

from planner.data.plan import Plan
from planner.ui.desk import Search, back_room

_FOLLOWED = "followed"
_HALTED = "halted"


def follow_only(keys: Collection[str]) -> None:
    """End the longer searches that were followed and are no longer wanted."""
    before = followed()
    for search in before:
        if search.key not in keys:
            back_room().leave(search)
    st.session_state[_FOLLOWED] = tuple(s for s in before if s.key in keys)


def follow(searches: Iterable[Search[Plan]]) -> None:
    """Follow these longer searches from now on, in place of those followed before."""
    before = followed()
    st.session_state[_FOLLOWED] = tuple(searches)
    for search in before:
        back_room().leave(search)


def followed() -> tuple[Search[Plan], ...]:
    """Give the longer searches that are followed now."""
    return cast("tuple[Search[Plan], ...]", st.session_state.get(_FOLLOWED, ()))


def halt() -> None:
    """End the longer searches that are followed; what they have by then is kept."""
    ended = {search.key: search for search in followed()}
    follow([])
    st.session_state[_HALTED] = {**_halted(), **ended}


def halted(further: str) -> Search[Plan] | None:
    """Give the longer search of this name where the visitor ended it early."""
    return _halted().get(further)


def search_on(keys: Collection[str]) -> None:
    """Let longer searches that were ended early begin anew."""
    st.session_state[_HALTED] = {k: s for k, s in _halted().items() if k not in keys}


def _halted() -> Mapping[str, Search[Any]]:
    return cast("Mapping[str, Search[Any]]", st.session_state.get(_HALTED, {}))
