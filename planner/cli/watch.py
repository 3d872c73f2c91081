"""One line on standard error while a plan is searched for, drawn again as more is known."""

import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from textwrap import shorten
from typing import TYPE_CHECKING, NamedTuple, TextIO

from planner.cli.interruption import stopping
from planner.cli.layout import load_bar

if TYPE_CHECKING:
    from planner.data.progress import Progress, Step

_REDRAW_SECONDS = 0.25
_NARROWEST_WITH_BAR = 60
_CUT = "..."
_FIRST = "Looking for a first plan"
_LAST = "Looking for what would change this"


class Watched(NamedTuple):
    """What a search is given: when to stop, and whom to tell what is known."""

    stop: threading.Event
    on_progress: "Callable[[Progress], None]"


class Stepped(NamedTuple):
    """What a long answer is given: when to stop, and whom to tell how far it has come."""

    stop: threading.Event
    on_step: "Callable[[Step], None]"


@contextmanager
def watched(shown: bool | None) -> Iterator[Watched]:
    """Show how a search goes, and let Ctrl-C end it with the best plan so far.

    ``shown`` is what was asked for; ``None`` shows it where somebody sits
    before a terminal.
    """
    line = Line(sys.stderr, shown)
    with stopping(line.say, line.told) as stop, line.drawn():
        yield Watched(stop, line.tell)


@contextmanager
def stepped(shown: bool | None) -> Iterator[Stepped]:
    """Show how far a long answer has come, and let Ctrl-C end it with what it has."""
    line = Line(sys.stderr, shown)
    with stopping(line.say, line.told) as stop, line.drawn():
        yield Stepped(stop, line.tell)


class Line:
    """A line that is drawn again in place; where that cannot be, a line for each news.

    It is told of news from the solver's thread and drawn from one of its own, so that
    the seconds go on while nothing is found.
    """

    def __init__(self, stream: TextIO, shown: bool | None = None) -> None:
        terminal = stream.isatty()
        self._shown = terminal if shown is None else shown
        self._redrawn = terminal and self._shown
        self._stream = stream
        # A signal may come while the main thread draws, and then has words of its own.
        self._lock = threading.RLock()
        self._began = time.monotonic()
        self._known: Progress | Step | None = None
        self._before = ""

    def told(self) -> bool:
        """Whether a plan is known."""
        return self._known is not None

    def tell(self, progress: "Progress | Step") -> None:
        """Take note of what is known now."""
        self._known = progress
        if self._shown and not self._redrawn:
            self._news(words(progress))

    def say(self, text: str) -> None:
        """Say something on a line of its own."""
        with self._lock:
            self._clear()
            self._write(f"{text}\n")

    @contextmanager
    def drawn(self) -> Iterator[None]:
        """Draw the line meanwhile, and take it away at the end."""
        if not self._redrawn:
            yield
            return
        ended = threading.Event()
        drawing = threading.Thread(target=self._keep_drawing, args=(ended,), daemon=True)
        drawing.start()
        try:
            yield
        finally:
            ended.set()
            drawing.join()
            with self._lock:
                self._clear()

    def _keep_drawing(self, ended: threading.Event) -> None:
        while not ended.wait(_REDRAW_SECONDS):
            columns = shutil.get_terminal_size().columns - 1
            text = progress_line(self._known, time.monotonic() - self._began, columns)
            with self._lock:
                self._write("\r" + text.ljust(len(self._before)))
                self._before = text

    def _news(self, text: str) -> None:
        if text != self._before:
            self._before = text
            self._write(f"{text}\n")

    def _clear(self) -> None:
        if self._redrawn and self._before:
            self._write("\r" + " " * len(self._before) + "\r")
            self._before = ""

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def words(known: "Progress | Step | None") -> str:
    """Say what is searched for, and what is known of it."""
    from planner.data.progress import Step

    if known is None:
        return _FIRST
    if isinstance(known, Step):
        return f"{known.done} of {known.of}" + (f": {known.words}" if known.words else "")
    # The search has loaded it by then, and nobody else should.
    from planner.engine.watching import say, settled

    return _LAST if settled(known) else say(known)


def progress_line(known: "Progress | Step | None", seconds: float, columns: int) -> str:
    """Put a bar, what is known and the seconds on one line.

    Where there is little room the bar is left out, then the end of the stage's
    title; its figures stay.
    """
    text, end = words(known), f" ({seconds:.0f} s)"
    done, stages = _come(known)
    bar = f"[{load_bar(stages if text == _LAST else done, stages)}] "
    lead = bar if columns >= _NARROWEST_WITH_BAR else ""
    return (lead + _shortened(text, columns - len(lead) - len(end)) + end)[: max(columns, 0)]


def _come(known: "Progress | Step | None") -> tuple[int, int]:
    """Give how much is done, and of how much."""
    from planner.data.progress import Step

    if known is None:
        return 0, 1
    return (known.done, known.of) if isinstance(known, Step) else (known.done, known.stages)


def _shortened(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    title, mark, figures = text.rpartition(": ")
    left = room - len(mark) - len(figures)
    return shorten(title, max(left, len(_CUT)), placeholder=_CUT) + mark + figures
