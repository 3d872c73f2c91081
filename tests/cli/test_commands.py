"""The commands from outside: what the help says, and how wrong use ends."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from planner.cli.commands import SECTIONS
from tests.commands import run

COMMANDS = [c for section in SECTIONS for c in section.commands]


def test_help_lists_every_command_under_its_heading() -> None:
    """The help is the table of contents of the product."""
    text = run("--help").output
    for section in SECTIONS:
        assert f"\n{section.title}:\n" in text
        for one in section.commands:
            assert f"\n  {one.name} " in text


@pytest.mark.parametrize("one", COMMANDS, ids=lambda c: str(c.name))
def test_every_command_and_option_has_help(one: click.Command) -> None:
    """Each command says what it does, and each of its options what it is for."""
    assert one.help
    assert one.short_help
    shown = run(str(one.name), "--help")
    assert shown.exit_code == 0
    for option in one.params:
        if isinstance(option, click.Option):
            assert option.help, option.name


def test_help_loads_nothing_heavy() -> None:
    """The help comes at once, since neither solver nor tables nor records are loaded."""
    heavy = "{'ortools', 'pandas', 'streamlit', 'openpyxl', 'pydantic', 'altair'}"
    code = f"import sys, planner, planner.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_package_runs_as_a_module() -> None:
    """``python -m planner`` is the same door."""
    done = subprocess.run(
        [sys.executable, "-m", "planner", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("planner, version ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["solv"],
        ["solve"],
        ["solve", "somewhere", "--time-limit", "0"],
        ["solve", "somewhere", "-o", "plan.pdf"],
        ["solve", "nowhere-at-all"],
        ["solve", "nowhere-at-all", "--policy", "no-such-policy.toml"],
        ["batch"],
        ["batch", "no-such-*"],
        ["verify", "nowhere.json", "nowhere"],
        ["generate"],
    ],
)
def test_what_cannot_be_done_ends_with_1_and_words(arguments: list[str]) -> None:
    """Wrong usage and missing files end with 1, words on standard error and no trace."""
    ended = run(*arguments)
    assert ended.exit_code == 1
    assert isinstance(ended.exception, SystemExit)
    assert ended.stdout == ""
    assert ended.stderr
    assert "Traceback" not in ended.output


def test_output_cut_short_is_no_error(team: Path) -> None:
    """A reader that leaves, as ``head`` does, gets no trace."""
    words = f'"{sys.executable}" -m planner policy | head -n 1'
    done = subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Policy default")
    assert done.stderr == ""
