"""``planner check``: every fault at once."""

import json
from pathlib import Path

from tests.commands import run


def test_check_lists_every_fault(team: Path, tmp_path: Path) -> None:
    """A sound team has none; faults are named with file, row and column, and end with 1."""
    assert run("check", team).stdout.endswith("no faults.\n")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "scenario.toml").write_text('as_at = 2026-03-02\n[limits]\nstrict = "perhaps"\n')
    (broken / "cases.csv").write_text((team / "cases.csv").read_text().replace("C001", "C002"))
    (broken / "practitioners.csv").write_text("practitioner,fte\nP01,three\n")
    ended = run("check", broken, "--json")
    faults = json.loads(ended.stdout)["faults"]
    assert ended.exit_code == 1
    assert {(fault["file"], fault["row"], fault["column"]) for fault in faults} >= {
        ("cases.csv", 3, "child"),
        ("practitioners.csv", 2, "fte"),
    }
    assert any(fault["column"].endswith("strict") for fault in faults)
    assert run("check", broken).stdout.count("\n") == len(faults) + 1
