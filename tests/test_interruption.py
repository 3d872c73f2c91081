"""A run that is killed or interrupted: whole files or none, and nobody left running."""

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from planner.data.plan import Plan, Provenance, Status
from planner.engine import verify_plan
from planner.files import read_plan, read_scenario, write_scenario
from planner.policy import default_policy
from planner.synthetic import generate
from tests.marks import many

pytestmark = pytest.mark.slow

POLICY = default_policy()
ROOT = Path(__file__).parents[1]
PROVENANCE = Provenance(
    planner_version="",
    solver="",
    made=datetime(2026, 3, 2, tzinfo=UTC),
    seconds=0,
    seed=0,
    workers=1,
    time_limit=0,
)


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a team that takes as long as it is allowed."""
    folder = tmp_path_factory.mktemp("teams") / "busy"
    write_scenario(generate(240, 20, 1), folder)
    return folder


@pytest.fixture
def started(team: Path, tmp_path: Path) -> Iterator["Runs"]:
    """Start runs in process groups of their own; none outlives the test."""
    runs = Runs(team, tmp_path / "plan.json")
    yield runs
    runs.end()


class Runs:
    """Runs of ``planner solve`` on one team, each writing the same plan file."""

    def __init__(self, team: Path, plan: Path) -> None:
        self.team, self.plan = team, plan
        self.running: list[subprocess.Popen[str]] = []

    def start(self, time_limit: float, *plans: Path) -> subprocess.Popen[str]:
        """Start one run, with plan files of its own if they are given."""
        outputs = [word for plan in plans or (self.plan,) for word in ("--output", plan)]
        command = ["-m", "planner", "solve", self.team, *outputs]
        run = subprocess.Popen(
            [sys.executable, *map(str, command), "--time-limit", str(time_limit)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.running.append(run)
        return run

    def end(self) -> None:
        """Kill what is left, and close its pipes."""
        for run in self.running:
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGKILL)
            run.communicate()

    def survivors(self, run: subprocess.Popen[str]) -> bool:
        """Say whether anything of a run's group is alive."""
        try:
            os.killpg(run.pid, 0)
        except ProcessLookupError:
            return False
        return True


def assert_whole(plan: Path, team: Path) -> None:
    """Assert that what is there under the plan's name is a whole, verified plan."""
    if plan.exists():
        found: Plan = read_plan(plan)
        confirm(team, found.model_copy(update={"provenance": PROVENANCE}).model_dump_json())


@cache
def confirm(team: Path, plan: str) -> None:
    """Assert that a plan is verified; plans that differ only in their seconds, once."""
    assert verify_plan(Plan.model_validate_json(plan), read_scenario(team), POLICY) == ()


class Kill(NamedTuple):
    """One end from outside: what is sent to a run of so many seconds, and when.

    Where it is ``aimed``, not before something of the plan is written.
    """

    number: signal.Signals
    time_limit: float
    seconds: float
    aimed: bool


def kills(count: int, random: Random) -> Iterator[Kill]:
    """Spread kills over starting, searching and writing, two in five outright."""
    signals = (signal.SIGKILL, signal.SIGINT, signal.SIGTERM, signal.SIGKILL, signal.SIGTERM)
    for number in range(count):
        aimed = number % 4 == 0
        yield Kill(
            number=signals[number % len(signals)],
            time_limit=0.5 if number % 2 == 0 else 60,
            seconds=random.uniform(0, 0.6) if aimed else random.uniform(0.05, 6),
            aimed=aimed,
        )


def struck(runs: Runs, kill: Kill, folder: Path) -> tuple[bool, str]:
    """Kill one run; say whether it was under way, and what it said."""
    folder.mkdir()
    run = runs.start(kill.time_limit, folder / "plan.json", folder / "plan.xlsx")
    while kill.aimed and run.poll() is None and not any(folder.iterdir()):
        time.sleep(0.002)
    time.sleep(kill.seconds)
    under_way = run.poll() is None
    run.send_signal(kill.number)
    _, said = run.communicate(timeout=60)
    assert not runs.survivors(run), kill
    return under_way, said


def _whole_under_a_hidden_name(path: Path) -> bool:
    if not (path.name.startswith(".") and path.name.endswith(".part")):
        return False
    if ".json." in path.name:
        return bool(Plan.model_validate_json(path.read_text(encoding="utf-8")))
    with zipfile.ZipFile(path) as book:
        return book.testzip() is None


def assert_nothing_half_written(runs: Runs, kill: Kill, folder: Path) -> None:
    """Assert that each plan file is absent or whole, and that nothing lies beside them.

    Who is killed outright between two calls of the system cannot tidy up: a whole file, under
    a hidden name of its own which no command reads, is all that may stay.
    """
    assert_whole(folder / "plan.json", runs.team)
    if (folder / "plan.xlsx").exists():
        with zipfile.ZipFile(folder / "plan.xlsx") as book:
            assert book.testzip() is None
    left = {path.name for path in folder.iterdir()} - {"plan.json", "plan.xlsx"}
    if kill.number is signal.SIGKILL:
        left = {name for name in left if not _whole_under_a_hidden_name(folder / name)}
    assert left == set(), kill


@pytest.mark.parametrize("number", many([12], [100]))
def test_kills_leave_whole_files_and_nobody_behind(
    number: int, started: Runs, tmp_path: Path
) -> None:
    """Outright and asked to end, at random moments, some as the plan is written."""
    planned = list(kills(number, Random(7)))
    folders = [tmp_path / str(number) for number in range(len(planned))]
    with ThreadPoolExecutor(4) as at_once:
        ends = list(at_once.map(struck, [started] * len(planned), planned, folders))
    for kill, folder, (_, said) in zip(planned, folders, ends, strict=True):
        assert_nothing_half_written(started, kill, folder)
        assert kill.seconds < 1 or "Traceback" not in said, said
    assert sum(under_way for under_way, _ in ends) >= 0.6 * number
    # The kills reached a run before any plan, and as the plan was written.
    assert not all(any(folder.iterdir()) for folder in folders)
    aimed = sum(kill.aimed and end[0] for kill, end in zip(planned, ends, strict=True))
    assert aimed >= number // 20


def test_an_interruption_hands_over_the_best_plan_so_far(started: Runs) -> None:
    """Ctrl-C while searching: a verified plan, labelled, and exit code 3."""
    run = started.start(60)
    time.sleep(8)
    assert run.poll() is None
    sent = time.monotonic()
    run.send_signal(signal.SIGINT)
    printed, said = run.communicate(timeout=20)
    assert time.monotonic() - sent < 6
    assert run.returncode == 3
    assert "best plan so far" in said
    assert "Traceback" not in said
    assert printed
    assert read_plan(started.plan).status is Status.INTERRUPTED
    assert_whole(started.plan, started.team)
    assert not started.survivors(run)


@pytest.mark.parametrize("seconds", [2.5, 3.2, 4, 5])
def test_an_interruption_while_solving_ends_in_words(started: Runs, seconds: float) -> None:
    """Before a plan there is nothing to hand over (130); after, there is (3); never a trace."""
    run = started.start(60)
    time.sleep(seconds)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=20)
    assert run.returncode in (3, 130)
    assert (run.returncode == 3) is started.plan.exists()
    assert "Traceback" not in said
    assert_whole(started.plan, started.team)


def test_a_second_interruption_ends_at_once(started: Runs) -> None:
    """Asked twice, the run hands nothing over, or what it had already."""
    run = started.start(60)
    time.sleep(8)
    for _ in range(2):
        run.send_signal(signal.SIGINT)
        time.sleep(0.05)
    _, said = run.communicate(timeout=20)
    assert run.returncode in (3, 130)
    assert "Traceback" not in said
    assert_whole(started.plan, started.team)
