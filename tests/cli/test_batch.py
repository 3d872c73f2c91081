"""``planner batch``: a row for each scenario, faulty ones too."""

import json
import shutil
from pathlib import Path

from planner.cli.batch import _names
from planner.cli.reading import found
from tests.commands import run


def test_batch_has_a_row_for_each_and_the_worst_code(team: Path, tmp_path: Path) -> None:
    """A faulty scenario is a row with its fault; the files hold the same rows."""
    (tmp_path / "empty").mkdir()
    out = tmp_path / "rows.csv"
    ended = run(
        "batch", team, tmp_path / "empty", "--jobs", 1, "--json", "--out", out, "--out",
        tmp_path / "rows.parquet",
    )  # fmt: skip
    rows = json.loads(ended.stdout)
    assert ended.exit_code == 1
    assert [row["scenario"] for row in rows] == [str(team), str(tmp_path / "empty")]
    assert rows[0]["status"] == "best possible plan"
    assert rows[1]["fault"]
    assert len(out.read_text().splitlines()) >= 3
    assert (tmp_path / "rows.parquet").stat().st_size


def test_batch_prints_a_table_with_faults_below(team: Path, tmp_path: Path) -> None:
    """A folder of scenarios stands for the scenarios in it, by the last part of their names."""
    folder = tmp_path / "teams"
    shutil.copytree(team, folder / "small")
    (folder / "also.xlsx").write_bytes(b"not a workbook")
    lines = run("batch", folder, "--jobs", 1).stdout.splitlines()
    assert lines[0].split()[:2] == ["scenario", "children"]
    assert {line.split()[0] for line in lines[1:3]} == {"also.xlsx", "small"}
    assert any(line.startswith(str(folder / "also.xlsx")) for line in lines[3:])


def test_batch_takes_globs_and_names_each_scenario_once(team: Path) -> None:
    """A pattern stands for what it matches; what is named twice is planned once."""
    assert found([str(team), f"{team.parent}/sm*"]) == [team]


def test_scenarios_of_one_name_are_told_apart() -> None:
    """Where two folders share a name, the table shows whole paths."""
    assert _names([{"scenario": "a/team"}, {"scenario": "b/team"}]) == ["a/team", "b/team"]
    assert _names([{"scenario": "a/one"}, {"scenario": "b/two"}]) == ["one", "two"]
