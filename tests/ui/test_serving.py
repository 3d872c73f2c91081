"""What is made ready beside the server: the first plan, and never a failure of its own."""

import gc
import sys
from functools import cache

import pytest

from planner.engine import Asides
from planner.ui import asking, serving, teams
from planner.ui.desk import Desk, back_room, desk, side_room

pytestmark = pytest.mark.usefixtures("only_tiny")


def test_the_first_visitors_plan_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits under the very name by which the page asks for it."""
    own = cache(Desk)
    monkeypatch.setattr(asking, "desk", own)
    monkeypatch.setattr(serving, "set_aside", lambda: None)
    monkeypatch.setattr(serving, "_DRAWING_SECONDS", 0)
    serving.ready_ahead()
    asked = asking.question(teams.shipped_team("tiny"))
    assert own().known(asking.plan_key(asked.key)) is not None


def test_what_fails_ahead_is_only_noted(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The page says it again to whoever asks; the log names no child."""

    def fails(_name: str) -> teams.Picked:
        raise ValueError("C017 of 14 Example Street")

    monkeypatch.setattr(teams, "shipped_team", fails)
    monkeypatch.setattr(serving, "_served", lambda: True)
    serving._ahead()
    assert "ValueError" in caplog.text
    assert "C017" not in caplog.text


def test_what_was_loaded_is_not_looked_through_for_waste(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is set aside, and what comes later is looked through as usual."""
    gc.unfreeze()
    gc.disable()
    monkeypatch.setattr(serving, "_served", lambda: False)
    serving._ahead()
    assert gc.get_freeze_count() > 0
    assert gc.isenabled()
    gc.unfreeze()


def test_the_settings_reach_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """As they were given, after the word that makes it serve."""
    from streamlit.web import cli

    seen: list[list[str]] = []
    monkeypatch.setattr(cli, "main", seen.append)
    monkeypatch.setattr(serving, "_ahead", lambda: None)
    monkeypatch.setattr(sys, "argv", ["serving", "app.py", "--server.port=8501"])
    serving.main()
    gc.enable()
    assert seen == [["run", "app.py", "--server.port=8501"]]


def test_plans_are_searched_for_in_other_processes() -> None:
    """The desk's are waited for; those behind the page share one that gives way."""
    serving.set_aside()
    asked = asking.question(teams.shipped_team("tiny"))
    found = asking.plan(asked, None, lambda _: None)
    assert found.found
    longer = asking.look_further(asked, found)
    assert longer.done.wait(60)
    assert longer.result().choices == found.choices
    assert isinstance(desk().aside, Asides)
    assert back_room().aside is side_room().aside is not None
