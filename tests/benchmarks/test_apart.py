"""A call in a process of its own: its answer, its memory, and its end."""

import time

from benchmarks.apart import run_apart


def test_an_answer_comes_back_with_the_memory_it_took() -> None:
    """A Python process holds a few MiB at least."""
    ended = run_apart(divmod, (17, 5), 30.0)
    assert ended.answer == (3, 2)
    assert ended.memory_mib is not None
    assert ended.memory_mib > 5
    assert ended.fault == ""


def test_what_overruns_is_ended() -> None:
    """The call would take a minute; it is over in a second or two."""
    started = time.monotonic()
    ended = run_apart(time.sleep, (60,), 1.0)
    assert time.monotonic() - started < 10
    assert ended.answer is None
    assert "did not end" in ended.fault


def test_what_goes_wrong_is_said() -> None:
    """The fault names the error."""
    ended = run_apart(int, ("seven",), 30.0)
    assert ended.answer is None
    assert "ValueError" in ended.fault
