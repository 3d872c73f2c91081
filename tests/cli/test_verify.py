"""``planner verify`` and ``planner evaluate``: plans and arrangements checked again."""

import json
import subprocess
import sys
from pathlib import Path

from planner.files import read_plan
from tests.commands import run


def test_verify_agrees_with_what_solve_wrote(team: Path, solved: Path) -> None:
    """A plan file and its scenario agree, in words and as JSON."""
    assert run("verify", solved, team).stdout.startswith("The plan agrees")
    said = run("verify", solved, team, "--json")
    assert (said.exit_code, json.loads(said.stdout)) == (0, {"agrees": True, "findings": []})


def test_verify_finds_an_altered_plan(team: Path, solved: Path, tmp_path: Path) -> None:
    """A plan in which a held unit was let go by hand no longer agrees: 4."""
    plan = json.loads(solved.read_text())
    holders = plan["choices"]["holders"]
    unit = next(unit for unit, holder in holders.items() if holder)
    holders[unit] = ""
    altered = tmp_path / "altered.json"
    altered.write_text(json.dumps(plan))
    ended = run("verify", altered, team)
    assert ended.exit_code == 4
    assert ended.stdout.strip()


def test_verify_knows_the_limits_a_plan_was_made_with(team: Path, tmp_path: Path) -> None:
    """A plan made with other limits agrees where the same limits are given, and only there."""
    file = tmp_path / "plan.json"
    assert run("solve", team, "--changes", 1, "-o", file).exit_code == 0
    assert run("verify", file, team, "--changes", 1).exit_code == 0
    assert run("verify", file, team).exit_code == 4


def test_evaluate_scores_today_and_a_plan(team: Path, solved: Path) -> None:
    """The holders of a plan file score as the plan did."""
    plan = read_plan(solved)
    now = json.loads(run("evaluate", team, "--json").stdout)
    own = json.loads(run("evaluate", team, "--plan", solved, "--json").stdout)
    assert now["status"] == own["status"] == "as it stands"
    values = {line["id"]: line["value"] for line in own["ledger"]}
    assert values["3b"] == next(line.value for line in plan.ledger if line.id == "3b")


def test_no_solver_is_loaded(solved: Path, team: Path) -> None:
    """Anyone can check a plan without the solver that made it."""
    code = (
        "import sys; from planner.cli import main\n"
        f"try: main(['verify', {str(solved)!r}, {str(team)!r}])\n"
        "except SystemExit as end: print(end.code, 'ortools' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "0 False"
