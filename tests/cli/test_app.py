"""``planner app``: the page, served by a process of its own."""

import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.commands import run


@pytest.mark.parametrize(
    ("words", "more"),
    [(["--no-browser"], []), ([], ["--open-browser"])],
)
def test_app_starts_the_page(
    monkeypatch: pytest.MonkeyPatch, words: list[str], more: list[str]
) -> None:
    """The launcher of the page is called, in this environment, with the port."""
    called: list[list[str]] = []
    monkeypatch.setattr(subprocess, "call", lambda given: called.append(given) or 7)
    assert run("app", "--port", 8600, *words).exit_code == 7
    assert called == [[sys.executable, "-m", "planner.ui.launch", "--port=8600", *more]]
    assert find_spec("planner.ui.launch") is not None


def test_stopping_the_page_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is how the page is stopped."""

    def interrupted(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "call", interrupted)
    assert run("app").exit_code == 0
