"""A page that fails says so in words, and what it logs names nobody."""

import asyncio
import logging
import threading
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from planner.ui import shell

SECRET = "C042 of family Example"


def failing() -> None:
    """Draw a page that fails with a child's name in the error."""
    from planner.ui.shell import guarded

    def draw() -> None:
        raise ValueError("C042 of family Example")

    guarded(draw)


def refusing() -> None:
    """Draw a page that refuses the data with two faults."""
    from planner.errors import DataFaults, Fault
    from planner.ui.shell import guarded

    def draw() -> None:
        raise DataFaults([Fault("a.csv", 2, "age", "x", "is wrong"), Fault("b.csv")])

    guarded(draw)


def test_a_failure_is_words_on_the_page_and_places_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The log has the kind of error and where, not what it said."""
    with caplog.at_level(logging.ERROR, logger="planner.ui.shell"):
        page = AppTest.from_function(failing, default_timeout=60).run()
    assert "Something went wrong" in page.error[0].value
    assert not page.exception
    written = "\n".join(record.getMessage() for record in caplog.records)
    assert "ValueError" in written
    assert " draw" in written
    assert SECRET not in written
    assert SECRET not in page.error[0].value


def test_a_refusal_says_every_fault() -> None:
    """Both faults, in the planner's own words."""
    page = AppTest.from_function(refusing, default_timeout=60).run()
    assert "a.csv, row 2, age" in page.error[0].value
    assert "b.csv" in page.error[0].value


def test_a_run_ends_only_once_the_server_has_all_it_drew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the server was at before, it takes over in its turn."""
    loop, busy = asyncio.new_event_loop(), threading.Event()
    taken, ended = list[str](), list[str]()
    objects = SimpleNamespace(eventloop=loop)
    server = SimpleNamespace(_get_async_objs=lambda: objects)
    monkeypatch.setattr(shell.runtime, "exists", lambda: True)
    monkeypatch.setattr(shell.runtime, "get_instance", lambda: server)
    serving = threading.Thread(target=loop.run_forever)
    serving.start()
    loop.call_soon_threadsafe(busy.wait)
    loop.call_soon_threadsafe(taken.append, "drawn")
    run = threading.Thread(target=lambda: (shell._hand_over(), ended.extend(taken)))
    run.start()
    run.join(0.2)
    assert run.is_alive()
    busy.set()
    run.join(10)
    assert ended == ["drawn"]
    loop.call_soon_threadsafe(loop.stop)
    serving.join(10)
    loop.close()
