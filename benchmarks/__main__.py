"""Measure every peer on every instance, interleaved, each in a process of its own.

Run ``python -m benchmarks``; it prints the table as it grows and writes
``results.csv``, ``results.md`` and the plot. Without options it is the suite of
``benchmarks.instances``; ``--quick`` takes two small sizes.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.apart import run_apart
from benchmarks.instances import (
    ALLOWED,
    AREA,
    QUICK_SIZES,
    SUITE,
    TIGHTNESS,
    USUALLY_ALLOWED,
    Instance,
    instances_of,
    team_of,
)
from benchmarks.machine import machine
from benchmarks.outcome import Outcome
from benchmarks.peers import BY_ID, PEERS, answer
from benchmarks.plot import plot
from benchmarks.summary import page, seconds_text, summary_text
from benchmarks.table import Line, line_of, write_csv
from planner.policy import default_policy
from planner.report import Prepared, prepare

_HERE = Path(__file__).parent
_PLOT = _HERE.parent / "docs" / "benchmark.svg"
# A peer may overrun its limit; one that hangs may not hold up the rest.
_GRACE_SECONDS = 30.0


def measure(
    instances: Sequence[Instance], limits: Sequence[float], peers: Sequence[str], seed: int = 0
) -> Iterator[Line]:
    """Give one row after the other: instance by instance, limit by limit, peer by peer."""
    for instance in instances:
        prepared = prepare(team_of(instance), default_policy())
        for limit in limits:
            for peer in peers:
                yield measure_one(instance, limit, peer, prepared, seed)


def measure_one(instance: Instance, limit: float, peer: str, prepared: Prepared, seed: int) -> Line:
    """Let one peer answer in a process of its own, and write its row."""
    most = 2 * limit + _GRACE_SECONDS
    ended = run_apart(answer, (peer, prepared, limit, seed), most)
    outcome = ended.answer or Outcome(seconds=most, note=ended.fault)
    return line_of(instance, limit, peer, prepared, outcome, ended.memory_mib)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what was asked for, print it, and write the files."""
    asked = _parser().parse_args(arguments)
    lines: list[Line] = []
    last = None
    for line in _measured(asked):
        if line.instance != last:
            last = line.instance
            print("\n" + "  ".join(map(str, last)))
            print(_HEADING)
        lines.append(line)
        print(_printed(line), flush=True)
        _write(lines, asked.out, asked.plot)
    print("\n" + summary_text(lines))


def _measured(asked: argparse.Namespace) -> Iterator[Line]:
    """Measure what was asked for, or the whole suite."""
    if not (asked.quick or asked.area or asked.sizes):
        for block in SUITE:
            peers = [peer for peer in asked.peers if not block.peers or peer in block.peers]
            yield from measure(block.instances, [block.limit], peers, asked.solver_seed)
        return
    yield from measure(_instances(asked), asked.time_limits, asked.peers, asked.solver_seed)


def _write(lines: Sequence[Line], folder: Path, picture: Path) -> None:
    """Write all files anew after every row, so that a long run cut short leaves its rows."""
    folder.mkdir(parents=True, exist_ok=True)
    write_csv(lines, folder / "results.csv")
    (folder / "results.md").write_text(page(lines, machine()), encoding="utf-8")
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text(plot(lines), encoding="utf-8")


_HEADING = (
    f"{'peer':<28}{'first':>7}{'1 %':>7}{'0.1 %':>7}{'policy':>8}{'all':>7}{'MiB':>6}"
    "  mandatory missed / high / next / remaining awaiting, de-allocations, changes, missed"
)


def _printed(line: Line) -> str:
    known = (line.first_plan, line.to_1_percent, line.to_01_percent)
    first = "".join(f"{seconds_text(seconds):>7}" for seconds in known)
    rest = f"{seconds_text(line.policy_proven):>8}{seconds_text(line.all_proven):>7}"
    memory = f"{line.memory_mib or 0:>6.0f}"
    words = (
        f"{line.mandatory_missed} / {line.high_risk_awaiting} / {line.next_awaiting} / "
        f"{line.remaining_awaiting}, {line.deallocations}, {line.changes}, {line.contacts_missed}"
    )
    return f"{BY_ID[line.peer].title:<28}{first}{rest}{memory}  {words}  {line.note}"


def _instances(asked: argparse.Namespace) -> tuple[Instance, ...]:
    sizes = QUICK_SIZES if asked.quick else asked.sizes
    if asked.area:
        sizes = (AREA,)
    return instances_of(sizes, range(1, asked.seeds + 1), asked.tightness, asked.allowed)


def _size(text: str) -> tuple[int, int]:
    children, _, practitioners = text.partition("x")
    return int(children), int(practitioners)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--sizes", nargs="+", type=_size, metavar="75x6", help="these, not the usual suite"
    )
    parser.add_argument("--seeds", type=int, default=3, help="teams of each size, seeds 1, 2, ...")
    parser.add_argument("--tightness", nargs="+", choices=TIGHTNESS, default=list(TIGHTNESS))
    parser.add_argument("--allowed", nargs="+", choices=ALLOWED, default=USUALLY_ALLOWED)
    parser.add_argument("--time-limits", nargs="+", type=float, default=[10.0], metavar="SECONDS")
    parser.add_argument(
        "--peers", nargs="+", choices=list(BY_ID), default=[peer.id for peer in PEERS]
    )
    parser.add_argument("--solver-seed", type=int, default=0)
    parser.add_argument("--quick", action="store_true", help="30 x 4 and 75 x 6 only")
    parser.add_argument("--area", action="store_true", help="1,035 x 80 only")
    parser.add_argument("--out", type=Path, default=_HERE)
    parser.add_argument("--plot", type=Path, default=_PLOT)
    return parser


if __name__ == "__main__":
    main()
