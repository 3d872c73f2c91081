"""Read what a command names: a team with its policy, and many teams at once."""

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.options import policy_from

if TYPE_CHECKING:
    from planner.data.adjustment import Adjustment
    from planner.data.policy import Policy
    from planner.data.scenario import Scenario

_SETTINGS = "scenario.toml"
_WORKBOOKS = ("*.xlsx", "*.XLSX")


def read(path: Path, policy_file: Path | None) -> "tuple[Scenario, Policy]":
    """Read a scenario and its policy: the file that was named, or the scenario's own."""
    from planner.files import read_team

    team = read_team(path)
    return team.scenario, policy_from(policy_file) if policy_file else team.policy


def considered(
    strict: bool, deallocations: int | None, changes: int | None
) -> "tuple[Adjustment, ...]":
    """Make adjustments of what the manager is prepared to consider."""
    from planner.data.adjustment import Adjustment, AdjustmentKind

    given = (
        (AdjustmentKind.DEALLOCATIONS, deallocations),
        (AdjustmentKind.CHANGES, changes),
    )
    counted = (Adjustment(kind=kind, amount=n) for kind, n in given if n is not None)
    setting = Adjustment(kind=AdjustmentKind.SETTING, name="strict", value="true")
    return (*counted, *([setting] if strict else []))


def found(texts: Iterable[str]) -> list[Path]:
    """Give the scenarios that folders, workbooks and globs name, each once, in order.

    A folder that is no scenario itself stands for the scenarios in it.
    """
    paths = [path for text in texts for named in _named(text) for path in _scenarios(named)]
    return list(dict.fromkeys(paths))


def _named(text: str) -> list[Path]:
    if Path(text).exists() or not glob.has_magic(text):
        return [Path(text)]
    matches = [Path(match) for match in sorted(glob.glob(text, recursive=True))]
    if not matches:
        raise click.UsageError(f"{text}: nothing matches")
    return matches


def _scenarios(path: Path) -> Iterator[Path]:
    if not path.is_dir() or (path / _SETTINGS).exists():
        yield path
        return
    inside = [file.parent for file in path.glob(f"*/{_SETTINGS}")]
    books = [book for pattern in _WORKBOOKS for book in path.glob(pattern)]
    yield from sorted({*inside, *books}) or [path]
