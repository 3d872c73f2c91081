"""``planner verify`` and ``planner evaluate``: plans and arrangements checked again."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from planner.data.certificate import Certificate
from planner.data.plan import Plan, StageValue
from planner.files import read_plan
from planner.verify import Assurance
from tests.commands import run


def test_verify_agrees_with_what_solve_wrote(team: Path, solved: Path) -> None:
    """A plan file and its scenario agree, in words and as JSON."""
    assert run("verify", solved, team).stdout.startswith("The plan agrees")
    said = run("verify", solved, team, "--json")
    found = json.loads(said.stdout)
    assert (said.exit_code, found["agrees"], found["findings"]) == (0, True, [])


def test_verify_says_how_near_to_the_best_each_policy_stage_is(team: Path, solved: Path) -> None:
    """A line a stage after the first; as JSON in figures."""
    policy = [line for line in read_plan(solved).ledger if line.policy]
    said = run("verify", solved, team).stdout.splitlines()[1:]
    assert [line.partition(":")[0] for line in said] == [f"Stage {line.id}" for line in policy]
    assert all(line.endswith(".") for line in said)
    rows = json.loads(run("verify", solved, team, "--json").stdout)["stages"]
    assert [(row["stage"], row["value"]) for row in rows] == [(s.id, s.value) for s in policy]
    assert all(row.keys() == {*Assurance._fields, "within"} for row in rows)


@pytest.mark.parametrize(
    ("facts", "certified", "words"),
    [
        ({"value": 0, "bound": 0, "proven": True}, None, "certified exactly, for nothing is"),
        ({"value": 241, "bound": 241, "proven": True}, 238, "to within 3 of 241 by prices anyone"),
        ({"value": 241, "bound": 241, "proven": True}, 238, "can check; proven best by search."),
        ({"value": 241, "bound": 241}, 238, "can check; best given the stages above, by search."),
        ({"value": 241, "bound": 240}, 238, "can check; to within 1 of 241 by search."),
        ({"value": 241, "bound": 238}, 238, "of 241 by prices anyone can check."),
        ({"value": 1241, "bound": 1241, "proven": True}, 1241, "exactly at 1,241 by prices anyone"),
        ({"value": 1241, "bound": 1241, "proven": True}, 1241, "prices anyone can check."),
        ({"value": 9, "bound": 9, "proven": True}, None, "no certificate; proven best by search."),
        ({"value": 9, "bound": 4}, None, "no certificate; to within 5 of 9 by search."),
        ({"value": 9}, None, "2b: no certificate."),
    ],
)
def test_each_standing_has_its_words(
    plan: Plan,
    monkeypatch: pytest.MonkeyPatch,
    facts: dict[str, object],
    certified: int | None,
    words: str,
) -> None:
    """Certified is what was checked here; by search is the solver's word."""
    line = StageValue.model_validate({"id": "2b", "title": "", **facts})
    prices = () if certified is None else (Certificate(stage="2b", bound=certified),)
    made = plan.model_copy(update={"ledger": (line,), "certificates": prices})
    monkeypatch.setattr("planner.files.read_plan", lambda _: made)
    monkeypatch.setattr("planner.verify.verify_plan", lambda *_: ())
    scenario = Path(__file__).parents[2] / "scenarios" / "steady"
    first, said = run("verify", scenario / "scenario.toml", scenario).stdout.splitlines()
    assert first.startswith("The plan agrees")
    assert words in said


def test_a_refused_plan_is_certified_in_nothing(team: Path, solved: Path, tmp_path: Path) -> None:
    """Prices of a stage that is not there: refused, and no stage is spoken for."""
    plan = json.loads(solved.read_text())
    plan["certificates"] = [{"stage": "9", "bound": 0}]
    altered = tmp_path / "altered.json"
    altered.write_text(json.dumps(plan))
    ended = run("verify", altered, team, "--json")
    sentence = "There is a certificate for stage 9, which the ledger does not have."
    assert ended.exit_code == 4
    assert json.loads(ended.stdout) == {"agrees": False, "findings": [sentence], "stages": []}


def test_prices_that_are_no_numbers_are_no_plan_file(
    team: Path, solved: Path, tmp_path: Path
) -> None:
    """A refused file, as every file that is no plan: 1."""
    plan = json.loads(solved.read_text())
    plan["certificates"] = [{"stage": "1", "bound": 0, "rows": {"first": 1}}]
    altered = tmp_path / "altered.json"
    altered.write_text(json.dumps(plan))
    assert run("verify", altered, team).exit_code == 1


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
