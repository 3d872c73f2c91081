"""Answers found once are kept for everyone, and a search nobody waits for is ended.

Searches run on threads of their own, so that the page stays free to notice
that a control was moved. Kept answers are named by what they were made from.
"""

import atexit
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar, cast

from planner.data.progress import Progress, Step
from planner.engine import Aside, Asides
from planner.errors import PlannerError

T = TypeVar("T")

PLANS_AT_ONCE = 2
"""How many plans that somebody waits for are searched for at a time."""

_MOST_KEPT = 400
_LOOK = 0.05


@dataclass(eq=False)
class Search(Generic[T]):
    """One question under way: set ``stop`` to end it, ``done`` says that it ended.

    ``progress`` is how far the search for a plan has come, ``steps`` how far a
    longer answer has.
    """

    key: str
    stop: threading.Event = field(default_factory=threading.Event)
    done: threading.Event = field(default_factory=threading.Event)
    answer: T | None = None
    error: Exception | None = None
    asked_by: int = 0
    progress: Progress | None = None
    steps: Step | None = None

    def tell(self, progress: Progress) -> None:
        """Take note of what is known so far."""
        self.progress = progress

    def step(self, step: Step) -> None:
        """Take note of how far a longer answer has come."""
        self.steps = step

    def result(self) -> T:
        """Give the answer, or raise what the search raised."""
        if self.error is not None:
            raise self.error
        if self.answer is None:
            raise PlannerError("The search was ended before it found anything.")
        return self.answer


Work = Callable[[Search[T]], T]


class Desk:
    """Where pages ask: the same question is searched once and answered from then on.

    ``kept`` answers are kept, the longest unused given up first; ``at_once``
    searches run at a time. ``aside`` are the processes that work for this
    desk, ``None`` where plans are searched for in this one.
    """

    aside: Aside | Asides | None = None

    def __init__(self, kept: int = _MOST_KEPT, at_once: int = PLANS_AT_ONCE) -> None:
        self._kept = kept
        self._gate = threading.BoundedSemaphore(at_once)
        self._lock = threading.Lock()
        self._answers: OrderedDict[str, Search[Any]] = OrderedDict()
        self._running: dict[str, Search[Any]] = {}
        self._open: set[Search[Any]] = set()
        # A search still inside the solver when the interpreter goes would abort the process.
        atexit.register(self.close)

    def known(self, key: str) -> Search[Any] | None:
        """Give the ended search that answers a question, where there is one."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def ask(self, key: str, work: Work[T]) -> Search[T]:
        """Have a question answered: kept, joined where it is under way, or begun now."""
        with self._lock:
            search = cast("Search[T] | None", self._answers.get(key) or self._running.get(key))
            if search is None:
                search = self._running[key] = Search(key)
                self._open.add(search)
                threading.Thread(target=self._run, args=(search, work), daemon=True).start()
            search.asked_by += 1
            return search

    @property
    def queue(self) -> int:
        """How many searches are under way or wait for their turn."""
        return len(self._running)

    def keep(self, key: str, answer: object) -> None:
        """Keep an answer that was worked out before anybody asked."""
        search = Search[Any](key, answer=answer)
        search.done.set()
        with self._lock:
            self._answers.setdefault(key, search)
            self._give_up()

    def leave(self, search: Search[Any]) -> None:
        """Stop waiting; a search that nobody waits for any more is ended."""
        with self._lock:
            search.asked_by -= 1
            if search.asked_by > 0 or search.done.is_set():
                return
            search.stop.set()
            # Whoever asks again begins anew instead of joining a search that is ending.
            if self._running.get(search.key) is search:
                del self._running[search.key]

    def close(self, seconds: float = 10.0) -> None:
        """End every search and wait until they have ended, at most so many seconds each."""
        with self._lock:
            under_way = tuple(self._open)
            self._running.clear()
        for search in under_way:
            search.stop.set()
        if self.aside is not None:
            self.aside.close()
        for search in under_way:
            search.done.wait(seconds)

    def wait(self, search: Search[T], tick: Callable[[Search[T]], None]) -> T:
        """Wait for a search, calling ``tick`` meanwhile; leave it however that ends."""
        try:
            while not search.done.wait(_LOOK):
                tick(search)
            return search.result()
        finally:
            self.leave(search)

    def _run(self, search: Search[T], work: Work[T]) -> None:
        try:
            with self._gate:
                if not search.stop.is_set():
                    search.answer = work(search)
        except Exception as error:
            search.error = error
        finally:
            self._settle(search)

    def _settle(self, search: Search[Any]) -> None:
        """Keep an answer that was searched for in full; one cut short answers nobody later."""
        with self._lock:
            self._open.discard(search)
            if self._running.get(search.key) is search:
                del self._running[search.key]
            if not search.stop.is_set():
                self._answers[search.key] = search
                self._give_up()
            search.done.set()

    def _give_up(self) -> None:
        while len(self._answers) > self._kept:
            self._answers.popitem(last=False)


@cache
def desk() -> Desk:
    """Give the desk that all pages of this server share."""
    return Desk()


@cache
def back_room() -> Desk:
    """Give the desk for what may take longer, one search at a time."""
    return Desk(at_once=1)


@cache
def study() -> Desk:
    """Give the desk for the long questions that a visitor asks by name, one at a time."""
    return Desk(at_once=1)


@cache
def side_room() -> Desk:
    """Give the desk for what may be wanted next, one at a time and never waited for."""
    return Desk(at_once=1)


ROOMS = (desk, back_room, study, side_room)
"""Every desk of this server."""
