"""Generalized-assignment files in their original text format, read, written and drawn.

A file holds m agents and n jobs, then m x n costs, m x n workloads and m
capacities, all whole numbers set apart by blanks.
"""

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

Matrix = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Gap:
    """One instance: ``costs`` and ``workloads`` by agent and job; all jobs are assigned.

    ``best_known`` and ``best_bound`` are what is published, where anything is.
    """

    name: str
    costs: Matrix
    workloads: Matrix
    capacities: tuple[int, ...]
    maximise: bool = False
    best_known: int | None = None

    @property
    def agents(self) -> int:
        """How many agents there are."""
        return len(self.capacities)

    @property
    def jobs(self) -> int:
        """How many jobs there are."""
        return len(self.costs[0])

    @property
    def top(self) -> tuple[int, ...]:
        """The largest cost of each job."""
        return tuple(max(column) for column in zip(*self.costs, strict=True))

    def minimised(self) -> Matrix:
        """Give costs to be minimised: where the file maximises, what falls short of the top."""
        if not self.maximise:
            return self.costs
        top = self.top
        return tuple(tuple(t - c for t, c in zip(top, row, strict=True)) for row in self.costs)

    def in_own_sense(self, value: int) -> int:
        """Turn a minimised value back into what the file adds up."""
        return sum(self.top) - value if self.maximise else value


def read_gap(path: Path) -> Gap:
    """Read one file; ``instances.json`` beside it says sense and best value, where it is there.

    Raises
    ------
    ValueError
        Where the file does not hold the numbers that its first two promise.
    """
    numbers = [int(word) for word in path.read_text(encoding="utf-8").split()]
    known = _known(path)
    return parse_gap(
        path.stem,
        numbers,
        maximise=known.get("sense") == "max",
        best_known=known.get("best_known"),
    )


def parse_gap(
    name: str, numbers: list[int], *, maximise: bool = False, best_known: int | None = None
) -> Gap:
    """Make an instance of the numbers of a file."""
    if len(numbers) < 2:
        raise ValueError(f"{name}: no numbers of agents and jobs")
    agents, jobs = numbers[:2]
    size = agents * jobs
    if len(numbers) != 2 + 2 * size + agents:
        raise ValueError(f"{name}: {len(numbers)} numbers, not {2 + 2 * size + agents}")
    return Gap(
        name=name,
        costs=_matrix(numbers[2 : 2 + size], jobs),
        workloads=_matrix(numbers[2 + size : 2 + 2 * size], jobs),
        capacities=tuple(numbers[2 + 2 * size :]),
        maximise=maximise,
        best_known=best_known,
    )


def write_gap(gap: Gap) -> str:
    """Write an instance as the text of a file."""
    rows = [*gap.costs, *gap.workloads, gap.capacities]
    head = f" {gap.agents} {gap.jobs}"
    return "\n".join([head, *(" " + " ".join(map(str, row)) for row in rows), ""])


def draw_gap(kind: str, agents: int, jobs: int, seed: int) -> Gap:
    """Draw an instance of type C, D or E by the published recipe.

    C: workload U(5, 25), cost U(10, 50). D: workload U(1, 100), cost 111 -
    workload + U(-10, 10). E: workload 1 - 10 ln U(0, 1], cost 1000 / workload -
    10 U[0, 1]. An agent's capacity is 0.8 x the sum of its workloads / agents.
    Everything is rounded down to whole numbers, in E to 1 or more.
    """
    rng = random.Random(f"{kind} {agents} {jobs} {seed}")
    draw = {"C": _draw_c, "D": _draw_d, "E": _draw_e}[kind]
    drawn = [[draw(rng) for _ in range(jobs)] for _ in range(agents)]
    workloads = tuple(tuple(w for w, _ in row) for row in drawn)
    return Gap(
        name=f"{kind.lower()}{agents:02}{jobs}-{seed}",
        costs=tuple(tuple(c for _, c in row) for row in drawn),
        workloads=workloads,
        capacities=tuple(sum(row) * 8 // (10 * agents) for row in workloads),
    )


def _draw_c(rng: random.Random) -> tuple[int, int]:
    return rng.randint(5, 25), rng.randint(10, 50)


def _draw_d(rng: random.Random) -> tuple[int, int]:
    workload = rng.randint(1, 100)
    return workload, 111 - workload + rng.randint(-10, 10)


def _draw_e(rng: random.Random) -> tuple[int, int]:
    workload = int(1 - 10 * log(1 - rng.random()))
    return workload, max(1, int(1000 / workload - 10 * rng.random()))


def _matrix(numbers: list[int], width: int) -> Matrix:
    return tuple(tuple(numbers[at : at + width]) for at in range(0, len(numbers), width))


def _known(path: Path) -> Mapping[str, Any]:
    beside = path.with_name("instances.json")
    if not beside.exists():
        return {}
    entries = json.loads(beside.read_text(encoding="utf-8"))
    return next((entry for entry in entries if entry["file"] == path.name), {})
