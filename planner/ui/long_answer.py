"""Answers that take longer than a glance: asked for, followed, stopped, and kept on screen.

The page stays usable meanwhile, and the answer from before stays visible until the new one lands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar, cast

import streamlit as st

from planner.errors import PlannerError
from planner.ui.asking import HALTING_SECONDS, Question, digest_of
from planner.ui.desk import Search, desk, study
from planner.ui.words import plain

T = TypeVar("T")

_POLL_SECONDS = 0.4
_SOON = 0.15


@dataclass(frozen=True)
class Given(Generic[T]):
    """An answer; ``stale`` where it is of the question before the last change.

    ``early`` where the visitor stopped it: what was known by then.
    """

    answer: T
    stale: bool = False
    early: bool = False


def long_answer(
    name: str,
    asked: Question,
    work: Callable[[Search[T]], T],
    *,
    label: str,
    takes: str = "",
    extra: str = "",
    auto: bool = False,
) -> Given[T] | None:
    """Give the answer to a long question, or draw how to ask it or how far it has come.

    Parameters
    ----------
    name : str
        The kind of question, a constant; ``extra`` tells two of a kind apart.
    work : callable
        Finds the answer; the search it is handed has ``stop`` and ``step``.
    label, takes : str
        What the button says, and how long it takes in words.
    auto : bool
        Whether to begin without being asked.
    """
    key = digest_of(name, asked.key, extra)
    known = study().known(key)
    if known is not None:
        _running().pop(name, None)
        return _ended(name, extra, known)
    _leave_other(name, key)
    ended = _halted().get(key)
    if auto and ended is None:
        _begin(name, key, work)
    if name in _running():
        _follow(name)
        return _before(name, extra)
    if takes:
        st.caption(takes)
    st.button(
        label if ended is None else "Search on",
        key=f"ask-{name}",
        on_click=_begin,
        args=(name, key, work),
    )
    return _until_stopped(name, extra, ended) or _before(name, extra)


def quick(name: str, asked: Question, work: Callable[[Search[T]], T], extra: str = "") -> T:
    """Give an answer that takes less than a second; it is found once and kept.

    Raises
    ------
    PlannerError
        What the engine refused, in words.
    """
    search = desk().ask(digest_of(name, asked.key, extra), work)
    if search.done.wait(_SOON):
        return desk().wait(search, lambda _: None)
    place = st.empty()

    def tick(_search: Search[T]) -> None:
        # Drawing also lets a newer change interrupt.
        place.caption("Working it out\N{HORIZONTAL ELLIPSIS}")

    answer = desk().wait(search, tick)
    place.empty()
    return answer


def _ended(name: str, extra: str, known: Search[Any]) -> Given[T] | None:
    try:
        answer = cast("T", known.result())
    except PlannerError as error:
        st.warning("\n\n".join(plain(line) for line in str(error).splitlines()))
        return None
    _last()[name] = (extra, answer)
    return Given(answer)


def _until_stopped(name: str, extra: str, ended: Search[Any] | None) -> Given[T] | None:
    """Give what was known when the visitor stopped, where anything was."""
    if ended is None or not ended.done.wait(HALTING_SECONDS) or ended.answer is None:
        return None
    _last()[name] = (extra, ended.answer)
    return Given(cast("T", ended.answer), early=True)


def _before(name: str, extra: str) -> Given[T] | None:
    """Give the last answer to the same question about the team before its last change."""
    about, answer = _last().get(name, (None, None))
    return Given(cast("T", answer), stale=True) if about == extra else None


def _begin(name: str, key: str, work: Callable[[Search[T]], T]) -> None:
    if name not in _running():
        _running()[name] = study().ask(key, work)
        _halted().pop(key, None)


def _leave_other(name: str, key: str) -> None:
    """End the search for an answer that is not wanted any more."""
    search = _running().get(name)
    if search is not None and (search.key != key or search.done.is_set()):
        study().leave(_running().pop(name))


def _stop(name: str) -> None:
    search = _running().pop(name, None)
    if search is not None:
        _halted()[search.key] = search
        study().leave(search)


def _follow(name: str) -> None:
    st.fragment(partial(_watch, name), run_every=_POLL_SECONDS)()


def _watch(name: str) -> None:
    search = _running().get(name)
    if search is None or search.done.is_set():
        st.rerun()
        return
    bar, button = st.columns([3, 1], vertical_alignment="center")
    step = search.steps
    share = min(1.0, step.done / max(step.of, 1)) if step else 0.0
    words = step.words if step and step.words else "Working it out\N{HORIZONTAL ELLIPSIS}"
    bar.progress(share, plain(words))
    button.button("Stop", key=f"stop-{name}", on_click=_stop, args=(name,))


def _running() -> dict[str, Search[Any]]:
    return cast("dict[str, Search[Any]]", st.session_state.setdefault("answers_running", {}))


def _last() -> dict[str, tuple[str, object]]:
    return cast("dict[str, tuple[str, object]]", st.session_state.setdefault("answers_last", {}))


def _halted() -> dict[str, Search[Any]]:
    return cast("dict[str, Search[Any]]", st.session_state.setdefault("answers_halted", {}))
