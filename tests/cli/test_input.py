"""``planner generate``, ``schema`` and ``policy``."""

import json
from pathlib import Path

from planner.cli.generate import STYLES
from planner.synthetic import Style
from tests.commands import run


def test_generate_writes_the_same_team_twice(tmp_path: Path) -> None:
    """The same options make the same files, which read without a fault."""
    texts = []
    for name in ("one", "two"):
        ended = run("generate", "--children", 9, "--practitioners", 2, "--out", tmp_path / name)
        assert ended.exit_code == 0
        assert ended.stdout == ""
        assert "Assumed, not sourced:" in ended.stderr
        texts.append((tmp_path / name / "cases.csv").read_text())
    assert texts[0] == texts[1]
    assert run("check", tmp_path / "one").exit_code == 0


def test_generate_makes_an_area_of_several_teams(tmp_path: Path) -> None:
    """Teams with bases of their own; more teams than people is a usage error."""
    size = ("--children", 12, "--practitioners", 4, "--teams", 2)
    assert run("generate", *size, "--out", tmp_path / "area").exit_code == 0
    settings = (tmp_path / "area" / "scenario.toml").read_text()
    assert "borrow_minutes = 35" in settings
    assert all(f'{name} = "{name}-Centre"' in settings for name in ("T01", "T02"))
    assert run("check", tmp_path / "area").exit_code == 0
    refused = run("generate", *size[:4], "--teams", 5, "--out", tmp_path / "none")
    assert refused.exit_code == 1
    assert "at least one child and one practitioner" in refused.stderr
    assert not (tmp_path / "none").exists()


def test_schema_names_every_table_and_writes_a_template(tmp_path: Path) -> None:
    """Text, JSON and workbook describe the same tables."""
    text = run("schema").stdout
    tables = json.loads(run("schema", "--json").stdout)["tables"]
    assert all(f"{table['table'].upper()} (" in text for table in tables)
    assert run("schema", "--template", tmp_path / "team.xlsx").exit_code == 0
    assert (tmp_path / "team.xlsx").stat().st_size


def test_policy_prints_every_paragraph_with_its_source() -> None:
    """All that decides is there to read, and what is not modelled too."""
    policy = json.loads(run("policy", "--json").stdout)
    text = " ".join(run("policy").stdout.split())
    assert all(f"{row['id']} ({row['source']})" in text for row in policy["paragraphs"])
    assert all(
        f"{row['text'].rstrip('.')} ({row['source']})" in text for row in policy["not_modelled"]
    )
    assert all(row["title"] in text for row in policy["stages"])


def test_every_style_can_be_asked_for() -> None:
    """The styles that the command offers are those that there are."""
    assert tuple(style.value for style in Style) == STYLES
