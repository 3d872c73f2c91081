"""Generalized assignment, side by side: this engine, CP-SAT, HiGHS and SCIP.

Run ``python -m benchmarks.gap FILE...``; without a file it takes those that ship.
Gaps are to the best bound of any peer on the file, and so may be compared.
"""

import argparse
import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from math import exp, log
from pathlib import Path

from benchmarks.apart import run_apart
from benchmarks.gap_file import Gap, read_gap
from benchmarks.gap_peers import PEERS, GapAnswer, answer
from benchmarks.machine import machine
from benchmarks.summary import seconds_text

SHIPPED = Path(__file__).parent / "instances"
_GRACE_SECONDS = 30.0
# The shift of the geometric mean: a gap of a hundredth of a per cent.
_SHIFT = 0.0001
# What a peer without any assignment is counted with.
_NO_ASSIGNMENT = 1.0


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


def measure(gap: Gap, limit: float, seed: int, peers: Sequence[str]) -> tuple[GapLine, ...]:
    """Let every peer answer one file, one after the other, and compare them."""
    answers: dict[str, GapAnswer] = {}
    memory: dict[str, float | None] = {}
    for peer in peers:
        most = 2 * limit + _GRACE_SECONDS
        ended = run_apart(answer, (peer, gap, limit, seed), most)
        answers[peer] = ended.answer or GapAnswer(seconds=most, note=ended.fault)
        memory[peer] = ended.memory_mib
    return lines_of(gap, limit, answers, memory)


def lines_of(
    gap: Gap,
    limit: float,
    answers: Mapping[str, GapAnswer],
    memory: Mapping[str, float | None],
) -> tuple[GapLine, ...]:
    """Write the rows of one file; a bound over somebody's assignment is named a false proof."""
    bounds = [a.bound for a in answers.values() if a.bound is not None]
    best = max(bounds, default=None)
    least = min((a.value for a in answers.values() if a.value is not None), default=None)
    lines = []
    for peer, found in answers.items():
        false = found.bound is not None and least is not None and found.bound > least
        lines.append(
            GapLine(
                file=gap.name,
                agents=gap.agents,
                jobs=gap.jobs,
                time_limit=limit,
                peer=peer,
                value=_own(gap, found.value),
                bound=_own(gap, found.bound),
                gap=gap_to(found.value, best, gap),
                first_plan=found.first_plan,
                seconds=found.seconds,
                memory_mib=memory[peer],
                best_known=gap.best_known,
                note="FALSE PROOF" if false else found.note,
            )
        )
    return tuple(lines)


def gap_to(value: int | None, bound: int | None, gap: Gap) -> float | None:
    """Give |value - bound| / |bound|, both in the file's own sense; ``None`` without either."""
    if value is None or bound is None:
        return None
    return abs(value - bound) / max(1, abs(gap.in_own_sense(bound)))


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


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure files, print every row, and write them where asked."""
    asked = _parser().parse_args(arguments)
    print("\n".join(machine()))
    print(_HEADING)
    lines: list[GapLine] = []
    for path in asked.files:
        for line in measure(read_gap(path), asked.time_limit, asked.solver_seed, asked.peers):
            lines.append(line)
            print(_printed(line), flush=True)
        if asked.out:
            _write(lines, asked.out)
    print("\n".join(summary(lines)))


_HEADING = (
    f"{'file':<12}{'peer':<13}{'value':>9}{'bound':>9}{'gap %':>9}{'first':>8}{'all':>8}{'MiB':>7}"
    "  best known"
)


def _printed(line: GapLine) -> str:
    gap = "-" if line.gap is None else f"{100 * line.gap:.4f}"
    return (
        f"{line.file:<12}{line.peer:<13}{_or_dash(line.value):>9}{_or_dash(line.bound):>9}{gap:>9}"
        f"{seconds_text(line.first_plan):>8}{line.seconds:>8.2f}{line.memory_mib or 0:>7.0f}"
        f"  {_or_dash(line.best_known)}  {line.note}"
    )


def _or_dash(number: int | None) -> str:
    return "-" if number is None else str(number)


def _own(gap: Gap, number: int | None) -> int | None:
    return None if number is None else gap.in_own_sense(number)


def _write(lines: Sequence[GapLine], path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(GapLine)])
        writer.writeheader()
        writer.writerows(asdict(line) for line in lines)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gap", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(SHIPPED.glob("*.txt")))
    parser.add_argument("--time-limit", type=float, default=30.0)
    parser.add_argument("--peers", nargs="+", choices=list(PEERS), default=list(PEERS))
    parser.add_argument("--solver-seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=None, help="a CSV file for every row")
    return parser


if __name__ == "__main__":
    main()
