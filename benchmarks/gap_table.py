"""The rows of generalized-assignment runs: printed, as CSV, and as a table beside it."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from math import exp, log
from pathlib import Path

from benchmarks.summary import seconds_text

# The shift of the geometric mean: a gap of a hundredth of a per cent.
_SHIFT = 0.0001
# What a peer without any assignment is counted with.
_NO_ASSIGNMENT = 1.0

HEADING = (
    f"{'file':<12}{'peer':<13}{'value':>9}{'bound':>9}{'gap %':>9}{'first':>8}{'all':>8}{'MiB':>7}"
    "  best known"
)
_COLUMNS = ("file", "peer", "value", "bound", "gap %", "first, s", "all, s", "MiB", "best known")


@dataclass(frozen=True)
class GapLine:
    """One peer on one file, in the file's own sense; ``gap`` is to the best bound of any."""

    file: str
    agents: int
    jobs: int
    time_limit: float
    peer: str
    value: int | None
    bound: int | None
    gap: float | None
    first_plan: float | None
    seconds: float
    memory_mib: float | None
    best_known: int | None
    note: str = ""


def shifted_mean(gaps: Sequence[float | None]) -> float:
    """Give the shifted geometric mean of some gaps; no assignment counts as a gap of 1."""
    logs = [log((_NO_ASSIGNMENT if gap is None else gap) + _SHIFT) for gap in gaps]
    return max(0.0, exp(sum(logs) / len(logs)) - _SHIFT)


def summary(lines: Sequence[GapLine]) -> Iterator[str]:
    """Say for each peer how close it came in the mean, and how often it proved the best."""
    for peer in dict.fromkeys(line.peer for line in lines):
        own = [line for line in lines if line.peer == peer]
        proven = sum(line.value is not None and line.value == line.bound for line in own)
        memory = max((line.memory_mib or 0 for line in own), default=0)
        yield (
            f"{peer:<12} mean gap {100 * shifted_mean([line.gap for line in own]):.4f} %  "
            f"proven {proven}/{len(own)}  most memory {memory:.0f} MiB"
        )


def by_size(lines: Sequence[GapLine]) -> Iterator[str]:
    """Give the summary of each size of file by itself."""
    for agents, jobs in dict.fromkeys((line.agents, line.jobs) for line in lines):
        own = [line for line in lines if (line.agents, line.jobs) == (agents, jobs)]
        yield f"{agents} x {jobs}, {own[0].time_limit:g} s"
        yield from summary(own)


def printed(line: GapLine) -> str:
    """Write one row for the terminal."""
    file, peer, value, bound, gap, first, seconds, memory, best = _cells(line)
    return (
        f"{file:<12}{peer:<13}{value:>9}{bound:>9}{gap:>9}{first:>8}{seconds:>8}{memory:>7}"
        f"  {best}  {line.note}"
    )


def write(lines: Sequence[GapLine], path: Path, head: Sequence[str]) -> None:
    """Write every row to a CSV file, and all with what they come to as a table beside it."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(GapLine)])
        writer.writeheader()
        writer.writerows(asdict(line) for line in lines)
    rows = [" | ".join((*_cells(line), line.note)).strip() for line in lines]
    text = [
        "# Generalized assignment, side by side",
        "",
        *(f"- {said}" for said in head),
        "",
        *(f"- {said}" for said in by_size(lines)),
        "",
        f"| {' | '.join((*_COLUMNS, 'note'))} |",
        "|" + "---|" * (len(_COLUMNS) + 1),
        *(f"| {row} |" for row in rows),
        "",
    ]
    path.with_suffix(".md").write_text("\n".join(text), encoding="utf-8")


def _cells(line: GapLine) -> tuple[str, ...]:
    return (
        line.file,
        line.peer,
        _or_dash(line.value),
        _or_dash(line.bound),
        "-" if line.gap is None else f"{100 * line.gap:.4f}",
        seconds_text(line.first_plan),
        f"{line.seconds:.2f}",
        f"{line.memory_mib or 0:.0f}",
        _or_dash(line.best_known),
    )


def _or_dash(number: int | None) -> str:
    return "-" if number is None else str(number)
