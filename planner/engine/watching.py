"""A search that is watched: only verified plans are told of, in words for every door."""

import time
from collections.abc import Callable

from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.data.progress import Progress
from planner.verify import verify_choices

OnProgress = Callable[[Progress], None]

# Verifying takes time from the search it watches, on the search's own thread.
_MOST_OF_THE_TIME = 0.1
_ALWAYS_SECONDS = 0.05


def verified(problem: Problem, on_progress: OnProgress | None) -> OnProgress | None:
    """Let through only what is known of plans that the verifier confirms.

    A plan that it does not confirm is passed over in silence: were it the
    search's last word, the plan would be withheld and said to be a bug. So is
    a plan that comes while a tenth of the time went into verifying already:
    a better one, or the last of its stage, follows.
    """
    if on_progress is None:
        return None
    began, spent = time.monotonic(), 0.0
    confirmed: Choices | None = None

    def told(progress: Progress) -> None:
        nonlocal spent, confirmed
        if progress.choices != confirmed:
            now = time.monotonic()
            if confirmed and spent > _ALWAYS_SECONDS + _MOST_OF_THE_TIME * (now - began):
                return
            found = verify_choices(problem, progress.choices, ())
            spent += time.monotonic() - now
            if found:
                return
            confirmed = progress.choices
        on_progress(progress)

    return told


def say(progress: Progress) -> str:
    """Say what is known while a search is under way, in one sentence."""
    if progress.stage.startswith("5"):
        # Its values are days and neutral weights of plans that are equal under the policy.
        return f"Choosing among equal plans. {progress.title}"
    known = f"{progress.title}: {progress.value:,} so far"
    if progress.bound is None:
        return known
    if progress.bound >= progress.value:
        return f"{progress.title}: {progress.value:,}, proven best"
    return f"{known}, at least {progress.bound:,}"


def settled(progress: Progress) -> bool:
    """Whether the last stage is proven: what follows is what may be offered beside the plan."""
    return progress.done + 1 == progress.stages and progress.bound == progress.value
