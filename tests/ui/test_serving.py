"""What is made ready beside the server: the first plan, and never a failure of its own."""

import gc
import sys
from functools import cache

import pytest

from planner.ui import asking, serving, teams
from planner.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("only_tiny")


def test_the_first_visitors_plan_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits under the very name by which the page asks for it."""
    desk = cache(Desk)
    monkeypatch.setattr(asking, "desk", desk)
    monkeypatch.setattr(serving, "_DRAWING_SECONDS", 0)
    serving.ready_ahead()
    asked = asking.question(teams.shipped_team("tiny"))
    assert desk().known(asking.plan_key(asked.key)) is not None


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
