"""How fast the page answers: in a real browser, and with twenty users at once.

Run ``python -m benchmarks.page``; it prints a table and writes ``page.md`` and ``page.csv``.
``--quick`` takes few repetitions. Every part has a server of its own, so that what is new to it
was answered to nobody before.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.machine import machine
from benchmarks.page_browser import browser, cached_steps, first_page, new_steps
from benchmarks.page_crowd import crowd
from benchmarks.page_server import served
from benchmarks.page_table import READY, Sample, page, table, write_csv

_HERE = Path(__file__).parent
PARTS = ("start", "cached", "new", "users")


def measure(asked: argparse.Namespace) -> Iterator[list[Sample]]:
    """Measure part after part."""
    if "start" in asked.parts:
        for _ in range(asked.starts):
            with browser() as chromium, served(asked.port) as server:
                ready = Sample(READY, server.ready_seconds)
                yield [ready, *first_page(chromium, server)]
    for part, steps in (("cached", cached_steps), ("new", new_steps)):
        if part in asked.parts:
            with browser() as chromium, served(asked.port) as server:
                yield steps(chromium, server, asked.steps)
    if "users" in asked.parts:
        with served(asked.port) as server:
            yield crowd(server, asked.users, asked.seconds, asked.seed)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what was asked for, print it, and write the files."""
    asked = _parser().parse_args(arguments)
    if asked.quick:
        asked.steps, asked.starts, asked.users, asked.seconds = 4, 1, 4, 12.0
    load = f"Load before it began: {os.getloadavg()[0]:.1f}"
    said = [*machine(), load, f"{asked.users} users for {asked.seconds:g} s", *asked.note]
    print("\n".join(said), flush=True)
    samples: list[Sample] = []
    for found in measure(asked):
        samples += found
        print("\n".join(["", *table(found)]), flush=True)
    (asked.out / "page.md").write_text(page(samples, said), encoding="utf-8")
    write_csv(samples, asked.out / "page.csv")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few repetitions of everything")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--steps", type=int, default=24, help="steps of each kind in the browser")
    parser.add_argument("--starts", type=int, default=5, help="starts of a server")
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60.0, help="how long the users work")
    parser.add_argument("--seed", type=int, default=0, help="of the users' actions")
    parser.add_argument("--port", type=int, default=0, help="of this machine; 0 is any free one")
    parser.add_argument("--note", nargs="*", default=[], help="lines beside the machine's")
    parser.add_argument("--out", type=Path, default=_HERE)
    return parser


if __name__ == "__main__":
    main()
