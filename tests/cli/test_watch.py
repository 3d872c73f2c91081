"""The line on standard error while a plan is searched for."""

import io
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import planner.engine
from planner.cli.watch import Line, progress_line, words
from planner.data.plan import Choices, Plan
from planner.data.progress import Progress
from planner.files import read_plan
from tests.commands import run


def known(**facts: object) -> Progress:
    """Make news of the second of four stages."""
    usual = {
        "stage": "2b",
        "title": "High-risk children awaiting: severe and likely",
        "value": 1241,
        "bound": 1200,
        "done": 1,
        "stages": 4,
        "choices": Choices(holders={}),
    }
    return Progress.model_validate({**usual, **facts})


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "High-risk children awaiting: severe and likely: 1,241 so far, at least 1,200"),
        ({"bound": None}, "High-risk children awaiting: severe and likely: 1,241 so far"),
        ({"bound": 1241}, "High-risk children awaiting: severe and likely: 1,241, proven best"),
        ({"bound": 1241, "done": 3}, "Looking for what would change this"),
        ({"stage": "5c", "title": "A draw"}, "Choosing among equal plans. A draw"),
    ],
)
def test_what_is_known_is_said_in_words(facts: dict[str, object], said: str) -> None:
    """The stage by its title, the best plan so far and the least that any plan can cost."""
    assert words(known(**facts)) == said


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        (
            120,
            "[#####...............] High-risk children awaiting: severe and likely: "
            "1,241 so far, at least 1,200 (7 s)",
        ),
        (80, "[#####...............] High-risk children...: 1,241 so far, at least 1,200 (7 s)"),
        (59, "High-risk children...: 1,241 so far, at least 1,200 (7 s)"),
        (40, "...: 1,241 so far, at least 1,200 (7 s)"),
        (10, "...: 1,241"),
        (0, ""),
    ],
)
def test_a_narrow_terminal_keeps_the_figures(columns: int, line: str) -> None:
    """Never wider than the terminal; bar and title give way first."""
    assert progress_line(known(), 7.4, columns) == line


def test_before_a_plan_is_known_the_line_says_so() -> None:
    """Nothing is claimed of a plan that is not there."""
    assert progress_line(None, 0.2, 99) == "[....................] Looking for a first plan (0 s)"


class Terminal(io.StringIO):
    """What somebody before a terminal is shown."""

    def isatty(self) -> bool:
        """Say that somebody sits there."""
        return True


def test_on_a_terminal_the_line_is_drawn_again_and_taken_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From another thread; at the end nothing of it is left, and what is said has its own line."""
    monkeypatch.setattr("planner.cli.watch._REDRAW_SECONDS", 0.01)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((60, 24)))
    shown = Terminal()
    line = Line(shown)
    with line.drawn():
        teller = threading.Thread(target=line.tell, args=(known(),))
        teller.start()
        teller.join()
        until = time.monotonic() + 10
        while "1,241 so far" not in shown.getvalue() and time.monotonic() < until:
            time.sleep(0.01)
        line.say("Stopping.")
    drawn = shown.getvalue()
    assert "High-risk children...: 1,241 so far, at least 1,200 (0 s)" in drawn
    assert "\rStopping.\n" in drawn
    assert "\x1b" not in drawn
    assert drawn.endswith("\n") or drawn.rsplit("\r", 2)[1].strip() == ""


@pytest.mark.parametrize(("asked", "lines"), [(None, 0), (False, 0), (True, 2)])
def test_elsewhere_it_is_shown_only_where_asked_for(asked: bool | None, lines: int) -> None:
    """A line for each news, nothing drawn over; the same news once."""
    shown = io.StringIO()
    line = Line(shown, asked)
    with line.drawn():
        for news in (known(), known(seconds=1.0), known(value=1200)):
            line.tell(news)
    assert line.told()
    assert len(shown.getvalue().splitlines()) == lines
    assert "\r" not in shown.getvalue()


@pytest.mark.parametrize("command", ["solve", "what-if"])
def test_progress_is_never_in_the_way_of_the_answer(command: str, team: Path) -> None:
    """Asked for, it is on standard error; the answer is whole on standard output."""
    ended = run(command, team, "--progress", "--json")
    assert ended.exit_code == 0
    assert ended.stdout.startswith("{")
    assert "Choosing among equal plans" in ended.stderr
    assert ended.stdout.endswith("}\n")


def test_demo_shows_it_too(solved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demonstration tells of its search as every command does."""

    def allocate(*_: object, on_progress: Callable[[Progress], None], **__: object) -> Plan:
        on_progress(known())
        return read_plan(solved)

    monkeypatch.setattr(planner.engine, "allocate", allocate)
    assert run("demo", "--progress").stderr.startswith("High-risk children awaiting")
    assert run("demo").stderr == ""
