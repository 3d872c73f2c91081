"""A run that is killed or interrupted: whole files or none, and nobody left running."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from planner.data.plan import Plan, Status
from planner.engine import verify_plan
from planner.files import read_plan, read_scenario, write_scenario
from planner.policy import default_policy
from planner.synthetic import generate

pytestmark = pytest.mark.slow

POLICY = default_policy()
ROOT = Path(__file__).parents[1]


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

    def start(self, time_limit: float) -> subprocess.Popen[str]:
        """Start one run."""
        command = ["-m", "planner", "solve", self.team, "--output", self.plan]
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
        assert verify_plan(found, read_scenario(team), POLICY) == ()
    others = [path for path in plan.parent.iterdir() if path != plan]
    assert all(path.name.startswith(".") and path.suffix == ".part" for path in others)


def test_a_kill_leaves_a_whole_plan_or_none(started: Runs) -> None:
    """Ten kills at random moments of a run of some seconds, some as the plan is written."""
    random = Random(7)
    begin = time.monotonic()
    first = started.start(1)
    first.communicate()
    length = time.monotonic() - begin
    assert started.plan.exists()
    for number in range(10):
        if number % 2:
            started.plan.unlink(missing_ok=True)
        run = started.start(1)
        time.sleep(random.uniform(0.05, length * 1.05))
        run.kill()
        run.communicate()
        assert not started.survivors(run)
        assert_whole(started.plan, started.team)


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
