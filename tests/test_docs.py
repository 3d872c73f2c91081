"""The documentation is true: its commands run, its script works, its tables are current."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import planner
import planner.synthetic
from planner.cli.commands import SECTIONS
from planner.files import write_scenario
from planner.policy import default_policy
from planner.rules import RULES
from planner.synthetic import DEMONSTRATION, generate
from tests.commands import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEAMS = ("steady", "other")


def blocks(language: str) -> list[str]:
    """Give the blocks of the README that are in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)


def commands() -> list[str]:
    """Give every line of the README that a reader would type."""
    lines = "\n".join(blocks("console")).splitlines()
    return [line.removeprefix("$ ") for line in lines]


def rules_table() -> str:
    """Write the table of rules as the README shows it."""
    policy = default_policy()
    rows = [
        f"| {rule.title} | {'limit' if rule.waivable else 'never waived'} "
        f"| {rule.paragraph} | {policy.paragraph(rule.paragraph).source.value} |"
        for rule in RULES
    ]
    return "\n".join(["| rule | kind | paragraph | source |", "|---|---|---|---|", *rows])


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stand small teams in for those that ship, so that the README runs in seconds."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in TEAMS:
        write_scenario(generate(10, 2, seed=4), folder / "scenarios" / name)
    return folder


def test_the_two_commands_come_first() -> None:
    """Install and run, install and test: the first thing a reader sees."""
    assert README.splitlines()[2:6] == [
        "```console",
        "$ python3 -m pip install . && planner demo",
        "$ python3 -m pip install '.[test]' && pytest",
        "```",
    ]
    assert len(README.splitlines()) < 200


def test_ci_runs_exactly_the_two_commands() -> None:
    """What the README promises is what is checked."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    promised = [line.removeprefix("$ ") for line in README.splitlines()[3:5]]
    assert [line for line in script if line.startswith("bash -c ")] == [
        f'bash -c "{line}"' for line in promised
    ]


def test_commands_of_the_readme_run(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every ``planner`` line works, one after the other, in a folder with teams."""
    monkeypatch.chdir(checkout)
    monkeypatch.setattr(subprocess, "call", lambda _: 0)
    shipped = {DEMONSTRATION: checkout / "scenarios" / "steady"}
    monkeypatch.setattr(planner.synthetic, "shipped_scenarios", lambda: shipped)
    typed = [line for line in commands() if line.startswith("planner ")]
    assert len(typed) > 10
    for line in typed:
        ended = run(*shlex.split(line)[1:])
        assert ended.exit_code == 0, f"{line}\n{ended.output}"


def test_every_command_is_in_the_readme() -> None:
    """A command nobody can find is not there."""
    typed = " ".join(commands())
    for section in SECTIONS:
        for one in section.commands:
            assert f"planner {one.name}" in typed


def test_the_script_of_the_readme_runs(checkout: Path, tmp_path: Path) -> None:
    """The Python batch script writes a row for each scenario, in worker processes."""
    (script,) = blocks("python")
    assert len(script.splitlines()) <= 10
    shutil.copytree(checkout / "scenarios", tmp_path / "scenarios")
    (tmp_path / "script.py").write_text(script)
    subprocess.run(
        [sys.executable, "script.py"],
        cwd=tmp_path,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(planner.__file__).parents[1])},
    )
    rows = (tmp_path / "rows.csv").read_text().splitlines()
    assert [row.split(",")[0] for row in rows] == ["scenario", *sorted(TEAMS)]


def test_the_sample_looks_like_a_plan(checkout: Path) -> None:
    """The headings of the sample are those that a plan has."""
    (sample,) = blocks("text")
    headings = re.findall(r"^[A-Z][A-Z ,]+$", sample, flags=re.MULTILINE)
    source = (ROOT / "planner" / "cli" / "plan_text.py").read_text(encoding="utf-8")
    assert len(headings) >= 3
    assert all(f'"{heading.capitalize()}"' in source for heading in headings)


def test_the_table_of_rules_is_current() -> None:
    """The README lists every rule with its kind, paragraph and source."""
    assert rules_table() in README


def test_files_named_in_the_readme_exist() -> None:
    """Nothing is promised that is not there."""
    named = set(re.findall(r"`((?:[\w.]+/)+[\w.]+|[A-Z]+(?:\.md)?|app\.py)`", README))
    assert "docs/model.md" in named
    assert [name for name in sorted(named) if name not in ("RULE",) and not _exists(name)] == []


def _exists(name: str) -> bool:
    return (ROOT / name).exists()


def test_the_public_face_is_whole() -> None:
    """Every public name is there, is listed once, and each has a home."""
    assert set(planner.__all__) == planner._HOMES.keys()
    assert all(getattr(planner, name) is not None for name in planner.__all__)
    assert set(dir(planner)) == {*planner.__all__, "__version__"}
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        planner.nothing  # noqa: B018


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_hashed_and_name_no_host(name: str) -> None:
    """Each line is one version with hashes; no address, no path, no option."""
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9][\w.-]*==\S+ .*\\$", text, flags=re.MULTILINE)
    assert len(pins) > 20
    assert len(pins) == len(re.findall(r"^\S.*==", text, flags=re.MULTILINE))
    assert not re.search(r"://|^-|^/|file:", text, flags=re.MULTILINE)


def test_requirements_agree_with_each_other() -> None:
    """What the planner is built with holds what it runs with, at the same versions."""
    runtime, development = (
        set(re.findall(r"^(\S+==\S+)", (ROOT / name).read_text(), flags=re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert runtime <= development


def test_no_machine_path_is_in_the_documentation() -> None:
    """The pages speak of the project, and of no machine."""
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
    for page in pages:
        assert not re.search(r"/(work|opt|tmp|root|home)/", page.read_text(encoding="utf-8")), page
