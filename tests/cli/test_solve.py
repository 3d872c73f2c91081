"""``planner solve``: the plan on standard output, in every form that was asked for."""

import json
from pathlib import Path

import jsonschema

import planner.engine
from tests.commands import run


def test_solve_prints_the_plan_and_nothing_else(team: Path) -> None:
    """The answer is on standard output, who awaits and why is in it, and words go elsewhere."""
    ended = run("solve", team)
    assert ended.exit_code == 0
    for heading in ("PLAN BY PRACTITIONER", "WHAT CAME FIRST", "DUTY", "Verified."):
        assert heading in ended.stdout
    assert ended.stderr == ""


def test_solve_json_follows_the_printed_schema(team: Path) -> None:
    """What ``--json`` prints is what ``schema --plan`` describes."""
    printed = json.loads(run("schema", "--plan").stdout)
    plan = json.loads(run("solve", team, "--json").stdout)
    jsonschema.Draft202012Validator.check_schema(printed)
    jsonschema.validate(plan, printed, cls=jsonschema.Draft202012Validator)
    assert plan["status"] == "best possible plan"


def test_solve_writes_every_form(team: Path, tmp_path: Path) -> None:
    """Each file that was asked for is there, and each is named on standard error."""
    files = [tmp_path / name for name in ("plan.json", "plan.csv", "plan.xlsx")]
    ended = run("solve", team, *[part for file in files for part in ("-o", file)])
    assert ended.exit_code == 0
    assert all(file.stat().st_size for file in files)
    assert ended.stderr.splitlines() == [f"Written: {file}" for file in files]


def test_an_own_policy_file_is_used(team: Path, tmp_path: Path) -> None:
    """The plan names the policy it was made with."""
    own = tmp_path / "own.toml"
    text = (Path(planner.__file__).parent / "policy" / "default.toml").read_text()
    own.write_text(text.replace('name = "default"', 'name = "ours"', 1))
    assert json.loads(run("solve", team, "--policy", own, "--json").stdout)["policy"] == "ours"
    own.write_bytes(b"\xff\xfe")
    assert run("solve", team, "--policy", own).exit_code == 1
