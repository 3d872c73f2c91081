"""Ctrl-C, and a request to end from elsewhere."""

import os
import signal

import pytest

from planner.cli import interruption
from planner.cli.interruption import INTERRUPTED, interruptible, stopping

BOTH = [signal.SIGINT, signal.SIGTERM]


class Left(Exception):
    """The process would have ended."""


@pytest.fixture(autouse=True)
def stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the test go on where the process would end."""

    def ends(code: int) -> None:
        raise Left(code)

    monkeypatch.setattr(os, "_exit", ends)


@pytest.mark.parametrize("number", BOTH)
def test_the_first_asks_and_the_second_ends(number: signal.Signals) -> None:
    """The best plan so far is asked for; asked again it ends; then all is as before."""
    before = [signal.getsignal(n) for n in BOTH]
    said: list[str] = []
    with stopping(said.append, lambda: True) as stop:
        assert not stop.is_set()
        os.kill(os.getpid(), number)
        assert stop.is_set()
        with pytest.raises(Left, match=str(INTERRUPTED)):
            os.kill(os.getpid(), number)
    assert [signal.getsignal(n) for n in BOTH] == before
    assert said == [
        "Stopping: the best plan so far follows (again to end at once).",
        "Interrupted: nothing to hand over.",
    ]


@pytest.mark.parametrize("number", BOTH)
def test_before_there_is_anything_to_hand_over_the_first_ends(number: signal.Signals) -> None:
    """Nobody is kept waiting for what is not there."""
    said: list[str] = []
    with stopping(said.append, lambda: False) as stop, pytest.raises(Left):
        os.kill(os.getpid(), number)
    assert not stop.is_set()
    assert said == [interruption.NOTHING]


@pytest.mark.parametrize("number", BOTH)
def test_elsewhere_it_ends_in_order(number: signal.Signals) -> None:
    """What is being written is tidied up on the way out."""
    with interruptible(), pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), number)
