"""What is shown while a plan is searched for: a bar with words beside it, and a way to stop."""

import itertools
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from planner.data.plan import Plan, Status
from planner.data.progress import Progress
from planner.engine.watching import say, settled
from planner.ui import asking, following, state
from planner.ui.desk import Desk, Search, back_room
from planner.ui.teams import Picked
from planner.ui.words import plain

STOP = "Stop and keep the best so far"
STOP_LOOKING = "Stop looking further"

_POLL_SECONDS, _MOST_SECONDS = 0.5, 5.0
# Two containers of one run may not have one key.
_number = itertools.count()
_ON = "Searching on\N{HORIZONTAL ELLIPSIS}"
_OTHERWISE = "Searching for what would change this\N{HORIZONTAL ELLIPSIS}"


def tick(place: DeltaGenerator, team: Picked) -> asking.Tick:
    """Give what is shown while searching; drawing it also lets a newer change interrupt.

    The best plan so far is kept, so that the search for the newer change starts from it.
    """
    known = state.was_drawn(team)
    below = "the figures below are from before" if known else "a first plan takes a few seconds"
    first = f"**Solving\N{HORIZONTAL ELLIPSIS}** {below}."

    def drawn(search: Search[Any]) -> None:
        # While it is there, the style of the page has what is from before grow faint.
        with place.container(key=f"solving-{next(_number)}"):
            if search.progress is None:
                st.markdown(first)
                return
            state.keep_in_hand(team, search.progress.choices)
            st.progress(share(search.progress), f"{first} {words(search.progress)}")

    return drawn


def words(progress: Progress | None) -> str:
    """Say what is known while a search is under way, escaped for the page."""
    if progress is None:
        return _ON
    return _OTHERWISE if settled(progress) else plain(say(progress))


def share(progress: Progress | None) -> float:
    """Give the share of stages that are settled."""
    if progress is None:
        return 0.0
    return 1.0 if settled(progress) else progress.done / max(progress.stages, 1)


def improving(asked: asking.Question, plan: Plan) -> bool:
    """Whether a plan may still be bettered by a search that is under way."""
    searched = _unanswered(asked) and asking.settled(asked) is None
    return plan.status is Status.NOT_PROVEN and searched


def _unanswered(asked: asking.Question) -> bool:
    return asking.further(asked) is None and following.halted(asking.further_key(asked)) is None


def look_further(plans: Mapping[str, tuple[asking.Question, Plan]], known: Collection[str]) -> None:
    """Search on behind the page, show how it goes, and draw the page anew once it has ended.

    ``known`` names what had ended before the plans were read: what ended since is drawn anew too.
    """
    waiting = [(q, plan) for q, plan in plans.values() if _awaited(q, known)]
    following.follow(asking.look_further(question, plan) for question, plan in waiting)
    if waiting:
        better = [
            q
            for q, plan in waiting
            if plan.status is Status.NOT_PROVEN and asking.settled_key(q) not in known
        ]
        watch = st.fragment(_watch, run_every=poll_seconds(back_room(), _POLL_SECONDS))
        watch([q for q, _ in waiting], better, following.followed())


def poll_seconds(room: Desk, usual: float) -> float:
    """Give how often to look after a search: the less, the more of them wait for their turn."""
    return min(_MOST_SECONDS, usual * max(1, room.queue))


def _awaited(asked: asking.Question, known: Collection[str]) -> bool:
    name = asking.further_key(asked)
    return name not in known and following.halted(name) is None


def _watch(
    questions: Sequence[asking.Question],
    better: Sequence[asking.Question],
    searches: Sequence[Search[Plan]],
) -> None:
    """Show how far the searches are, and draw anew once one has ended.

    ``better`` are those whose better plan, or its proof, is drawn before offers are found.
    """
    ended = not all(_unanswered(question) for question in questions)
    if ended or any(asking.settled(question) for question in better):
        st.rerun()
    progress = next((search.progress for search in searches if search.progress), None)
    # Of a plan that is known to be best no figure is said "so far".
    said = f"**Still improving.** {words(progress)}" if better else _OTHERWISE
    bar, button = st.columns([3, 1], vertical_alignment="center")
    bar.progress(share(progress), said)
    button.button(STOP if better else STOP_LOOKING, key="stop", on_click=following.halt)


def stopped(questions: Sequence[asking.Question]) -> None:
    """Say that a longer search was stopped, and offer to search on."""
    keys = [asking.further_key(question) for question in questions]
    if not any(following.halted(key) for key in keys):
        return
    said, button = st.columns([3, 1], vertical_alignment="center")
    said.caption("You stopped the search. What would change this may not have been looked for.")
    button.button("Search on", key="search-on", on_click=following.search_on, args=(keys,))
