"""What is made ready beside the server: the first plan, and never a failure of its own."""

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
    serving.ready_ahead()
    asked = asking.question(teams.shipped_team("tiny"))
    assert desk().known(asking.plan_key(asked)) is not None


def test_what_fails_ahead_is_only_noted(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The page says it again to whoever asks; the log names no child."""

    def fails(_name: str) -> teams.Picked:
        raise ValueError("C017 of 14 Example Street")

    monkeypatch.setattr(teams, "shipped_team", fails)
    serving.ready_ahead()
    assert "ValueError" in caplog.text
    assert "C017" not in caplog.text


def test_the_settings_reach_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """As they were given, after the word that makes it serve."""
    from streamlit.web import cli

    seen: list[list[str]] = []
    monkeypatch.setattr(cli, "main", seen.append)
    monkeypatch.setattr(serving, "_once_served", lambda: None)
    monkeypatch.setattr(sys, "argv", ["serving", "app.py", "--server.port=8501"])
    serving.main()
    assert seen == [["run", "app.py", "--server.port=8501"]]
