"""``planner batch``: many scenarios, one row each."""

import json
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.handing_over import NOT_PROVEN, exit_codes
from planner.cli.interruption import echo, stopping
from planner.cli.options import FILE, ending_in, json_option, policy_option
from planner.cli.reading import found, read

if TYPE_CHECKING:
    from planner.data.plan import Outcome
    from planner.engine import Job
    from planner.engine.batch import Row

_COLUMNS = (
    ("children", "children"),
    ("awaiting", "await"),
    ("awaiting_high", "high risk"),
    ("awaiting_next", "next"),
    ("awaiting_remaining", "remaining"),
    ("changes", "changes"),
    ("deallocations", "de-alloc."),
    ("contacts_missed", "missed"),
    ("seconds", "seconds"),
    ("status", "status"),
)
_BEST_TO_WORST = (0, 3, 2, 5, 1, 4)


@click.command(short_help="Plan many scenarios, one row each.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=os.cpu_count() or 1,
    show_default="one a core",
    help="Scenarios planned at a time.",
)
@click.option(
    "--out",
    "outputs",
    type=FILE,
    multiple=True,
    callback=ending_in(".csv", ".parquet"),
    metavar="FILE",
    help="Write the rows to a .csv or .parquet file; may be given several times.",
)
@json_option
@policy_option
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0.1, max=86400),
    default=10.0,
    show_default=True,
    metavar="SECONDS",
    help="For each scenario.",
)
def batch(
    paths: tuple[str, ...],
    jobs: int,
    outputs: tuple[Path, ...],
    as_json: bool,
    policy_file: Path | None,
    time_limit: float,
) -> int:
    """Plan every scenario of PATH...: folders, workbooks, globs, folders of scenarios.

    A scenario that cannot be read is a row with its faults. Ends with the exit
    code of the worst row.
    """
    from planner.data.plan import Outcome
    from planner.files import write_rows

    rows, codes, paths_found = [], [0], found(paths)
    with stopping(echo, lambda: True) as stop:
        for row, outcome in _solved(paths_found, policy_file, jobs, time_limit, stop):
            rows.append(row)
            stopped = outcome is Outcome.INTERRUPTED
            codes.append(NOT_PROVEN if stopped else exit_codes()[outcome])
    if len(rows) < len(paths_found):
        if not rows:
            raise KeyboardInterrupt
        click.echo(f"Stopped: the first {len(rows)} rows follow.", err=True)
        codes.append(NOT_PROVEN)
    for path in outputs:
        write_rows(rows, path)
        click.echo(f"Written: {path}", err=True)
    click.echo(json.dumps(rows, indent=2, ensure_ascii=False) if as_json else _table(rows))
    return max(codes, key=_BEST_TO_WORST.index)


def _solved(
    paths: Sequence[Path],
    policy_file: Path | None,
    jobs: int,
    time_limit: float,
    stop: threading.Event,
) -> "Iterator[tuple[Row, Outcome]]":
    """Give a row and an outcome for each path, in order, with progress on standard error."""
    from planner.data.plan import Outcome
    from planner.engine import Job
    from planner.engine import batch as batched

    read_in = [_read(path, policy_file) for path in paths]
    solved = batched(
        [job for job in read_in if isinstance(job, Job)],
        processes=jobs,
        time_limit=time_limit,
        stop=stop,
    )
    with click.progressbar(read_in, label="Planning", show_pos=True, file=sys.stderr) as bar:
        for job in bar:
            answer = next(solved, None) if isinstance(job, Job) else (job, Outcome.FAULTY)
            if answer is None:
                return
            yield answer


def _read(path: Path, policy_file: Path | None) -> "Job | Row":
    from planner.engine import Job, fault_row
    from planner.errors import PlannerError

    try:
        scenario, policy = read(path, policy_file)
    except PlannerError as error:
        return fault_row(str(path), str(error))
    return Job(name=str(path), scenario=scenario, policy=policy)


def _table(rows: "Sequence[Row]") -> str:
    """Set the rows in columns, and the faults of those that have any below."""
    from planner.cli.layout import document, table

    cells = [
        [name, *(_cell(row, key) for key, _ in _COLUMNS)]
        for name, row in zip(_names(rows), rows, strict=True)
    ]
    headings = ["scenario", *(heading for _, heading in _COLUMNS)]
    faults = [f"{row['scenario']}: {row['fault']}".split("\n") for row in rows if row.get("fault")]
    right = range(1, len(_COLUMNS))
    return document(table(headings, cells, right=right, indent=""), *faults)


def _names(rows: "Sequence[Row]") -> list[str]:
    """Give the last part of each path where that tells scenarios apart, else the whole."""
    whole = [str(row["scenario"]) for row in rows]
    last = [Path(name).name for name in whole]
    return last if len(set(last)) == len(set(whole)) else whole


def _cell(row: "Row", key: str) -> str:
    value = row.get(key)
    return f"{value:.1f}" if isinstance(value, float) else str("" if value is None else value)
