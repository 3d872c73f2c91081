"""Generalized assignment, side by side: this engine, CP-SAT, HiGHS and SCIP.

Run ``python -m benchmarks.gap FILE...``, or ``--draw D-20x200-1 ...`` for instances of the
published recipes; without either it takes the files that ship.
Gaps are to the best bound of any peer on the file, and so may be compared.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.apart import run_apart
from benchmarks.gap_file import Gap, draw_gap, read_gap
from benchmarks.gap_peers import PEERS, GapAnswer, answer
from benchmarks.gap_table import HEADING, GapLine, by_size, printed, write
from benchmarks.machine import machine

SHIPPED = Path(__file__).parent / "instances"
_GRACE_SECONDS = 30.0


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


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure files, print every row, and write them where asked."""
    asked = _parser().parse_args(arguments)
    gaps = [*map(read_gap, asked.files), *asked.draw]
    head = machine()
    print("\n".join(head))
    print(HEADING)
    lines: list[GapLine] = []
    for gap in gaps or map(read_gap, sorted(SHIPPED.glob("*.txt"))):
        for line in measure(gap, asked.time_limit, asked.solver_seed, asked.peers):
            lines.append(line)
            print(printed(line), flush=True)
        if asked.out:
            write(lines, asked.out, head)
    print("\n".join(by_size(lines)))


def drawn(name: str) -> Gap:
    """Draw what a name such as ``D-20x200-1`` says: type, agents, jobs and seed.

    Raises
    ------
    ValueError
        Where the name is not of that form.
    """
    kind, size, seed = name.split("-")
    agents, jobs = size.split("x")
    if kind not in ("C", "D", "E"):
        raise ValueError(f"{name}: types C, D and E can be drawn")
    return draw_gap(kind, int(agents), int(jobs), int(seed))


def _own(gap: Gap, number: int | None) -> int | None:
    return None if number is None else gap.in_own_sense(number)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gap", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--draw", nargs="+", type=drawn, default=[], help="such as D-20x200-1")
    parser.add_argument("--time-limit", type=float, default=30.0)
    parser.add_argument("--peers", nargs="+", choices=list(PEERS), default=list(PEERS))
    parser.add_argument("--solver-seed", type=int, default=0)
    parser.add_argument(
        "--out", type=Path, default=None, help="a CSV file for every row, a table beside it"
    )
    return parser


if __name__ == "__main__":
    main()
