"""Ctrl-C, and a request to end from elsewhere: first the best plan so far, then at once."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import click

INTERRUPTED = 130
NOTHING = "Interrupted: nothing to hand over."

_SIGNALS = (signal.SIGINT, signal.SIGTERM)

Handler = Callable[[int, FrameType | None], object]


@contextmanager
def interruptible() -> Iterator[None]:
    """Let either signal end what is being done in order: a file half-written is taken away."""
    with _handling(_interrupt):
        yield


@contextmanager
def stopping(
    say: Callable[[str], None], something: Callable[[], bool]
) -> Iterator[threading.Event]:
    """Let the first signal ask for the best so far; a second one ends at once.

    So does the first where there is not ``something`` to hand over yet.
    ``say`` tells whoever sits before the terminal. Nothing may be written to
    files meanwhile.
    """
    stop = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        if stop.is_set() or not something():
            say(NOTHING)
            leave()
        stop.set()
        say("Stopping: the best plan so far follows (again to end at once).")

    with _handling(ask):
        yield stop


def leave() -> None:
    """End this process at once: a search would take its time, and has nothing to tidy up."""
    os._exit(INTERRUPTED)


def echo(text: str) -> None:
    """Say something to whoever sits before the terminal."""
    click.echo(text, err=True)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def _handling(handler: Handler) -> Iterator[None]:
    """Handle both signals this way; only the main thread can."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, handler) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handled in before.items():
            signal.signal(number, handled)
