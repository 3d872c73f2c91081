"""``planner explain`` and ``planner robustness``: what a manager reads, and the exit codes."""

import json
from pathlib import Path

import pytest

from planner.data.scenario import Scenario
from planner.files import write_scenario
from tests.commands import run
from tests.engine.solving import high
from tests.make import child, practitioner, scenario


@pytest.fixture
def team(tmp_path: Path) -> str:
    """Write a team with room for one of two families."""
    return written(
        tmp_path / "team",
        scenario(
            [child("C1", disability="yes"), child("C2", label="Second")],
            [practitioner("P1", limit_hours=14)],
        ),
    )


def written(folder: Path, made: Scenario) -> str:
    """Write a team and give its folder as it is typed."""
    write_scenario(made, folder)
    return str(folder)


def test_why_a_child_waits(team: str) -> None:
    """The move, what decides, and the number of points."""
    ended = run("explain", team, "C2")
    assert ended.exit_code == 0
    assert "C2 Second: remaining children, awaiting allocation" in ended.stdout
    assert "C2 would be taken on by P1." in ended.stdout
    assert "C1 would await allocation." in ended.stdout
    assert "What decides:" in ended.stdout
    assert "points of its own it would be allocated in every best plan" in " ".join(
        ended.stdout.split()
    )
    assert "the manager decides, child by child" in ended.stdout


def test_everyone_who_awaits_is_explained(team: str) -> None:
    """Without a child named: C2 alone awaits."""
    ended = run("explain", team)
    assert ended.stdout.count("awaiting allocation\n") == 1


def test_facts_that_would_do(tmp_path: Path) -> None:
    """A day more of P1 would let C1 in."""
    place = written(
        tmp_path / "short", scenario([child("C1")], [practitioner("P1", limit_hours=6)])
    )
    ended = run("explain", place, "C1", "--facts")
    assert "One more day of P1" in ended.stdout
    assert "Within the limits there is no plan with C1 allocated" in ended.stdout


def test_as_json(team: str) -> None:
    """The same, for a script."""
    answer = json.loads(run("explain", team, "C2", "--json").stdout)
    (found,) = answer["explained"]
    assert found["tipping"]["kind"] == "points"
    assert found["counterfactual"]["decided_by"] == "3b"


def test_a_child_that_is_not_there(team: str) -> None:
    """In words, and exit code 1."""
    ended = run("explain", team, "C7")
    assert ended.exit_code == 1
    assert "no child 'C7'" in ended.stderr


def test_settled_speaks_of_the_whole_team(team: str) -> None:
    """With a child it is refused; alone it lists every unit under a heading."""
    assert run("explain", team, "C1", "--settled").exit_code == 1
    ended = run("explain", team, "--settled", "--tolerance", "200")
    assert ended.exit_code == 0
    assert "YOUR CALL" in ended.stdout
    assert "nobody: awaiting" in ended.stdout


def test_a_plan_file_is_explained(team: str, tmp_path: Path) -> None:
    """And one of another team is refused."""
    plan = str(tmp_path / "plan.json")
    run("solve", team, "-o", plan)
    assert run("explain", team, "C2", "--plan", plan).exit_code == 0
    other = written(tmp_path / "other", scenario([high("C1")], [practitioner("P1")]))
    ended = run("explain", other, "C1", "--plan", plan)
    assert ended.exit_code == 1
    assert "another scenario" in ended.stderr


def test_robustness_says_what_hangs_on_little(tmp_path: Path) -> None:
    """11.5 h of 12: a little less, and nobody can hold the case."""
    place = written(
        tmp_path / "tight", scenario([child("C1")], [practitioner("P1", limit_hours=12)])
    )
    ended = run("robustness", place, "--draws", "30")
    assert ended.exit_code == 0
    assert "HANGS ON A LITTLE MORE OR LESS" in ended.stdout
    answer = json.loads(run("robustness", place, "--draws", "30", "--json").stdout)
    assert answer["points_drawn"] == answer["hours_drawn"] == 30
    assert 0 < answer["units"][0]["by_hours"] < 1


def test_robustness_says_what_flips_a_child(team: str) -> None:
    """The number of points beside those it has."""
    ended = run("robustness", team, "--draws", "3")
    assert "points of its own, not" in " ".join(ended.stdout.split())


def test_draws_cut_short_have_their_own_code(team: str) -> None:
    """What was drawn is shown, with a sentence and exit code 3."""
    ended = run("robustness", team, "--draws", "5000", "--time-limit", "0.5", "--no-flips")
    assert ended.exit_code == 3
    assert "Not all draws were made" in ended.stdout
