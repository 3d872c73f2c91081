"""Who is measured on generalized-assignment files, each in a process of its own."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.gap_file import Gap
from benchmarks.gap_problem import STAGES, holders_of, problem_of, rows_of, value_of
from benchmarks.plain import Open
from planner.data.progress import Progress
from planner.model import Clock, solve

THREADS = 2


@dataclass(frozen=True)
class GapAnswer:
    """What a peer came to, minimised; ``value`` only where the assignment was checked."""

    value: int | None = None
    bound: int | None = None
    first_plan: float | None = None
    seconds: float = 0.0
    note: str = ""


def engine(gap: Gap, limit: float, seed: int) -> GapAnswer:
    """Solve it as an allocation problem."""
    started = time.monotonic()
    problem = problem_of(gap)
    firsts: list[float] = []

    def told(progress: Progress) -> None:
        if not firsts and value_of(gap, progress.choices.holders) is not None:
            firsts.append(time.monotonic() - started)

    clock = Clock(limit, workers=THREADS, seed=seed, started=started)
    solved = solve(problem, STAGES, clock, on_progress=told)
    seconds = time.monotonic() - started
    if solved.choices is None:
        return GapAnswer(seconds=seconds, note="no assignment")
    over, travel = solved.ledger
    value = value_of(gap, solved.choices.holders)
    note = "" if value is not None else f"{over.value} over the capacities"
    first = firsts[0] if firsts else seconds
    return GapAnswer(value, travel.bound, first if value is not None else None, seconds, note)


def cpsat(gap: Gap, limit: float, seed: int) -> GapAnswer:
    """Solve it by CP-SAT with default parameters."""
    from benchmarks.cpsat import CpSat

    return _rows(gap, limit, lambda linear: CpSat(linear, {}, seed))


def highs(gap: Gap, limit: float, seed: int) -> GapAnswer:
    """Solve it by HiGHS."""
    return _mip("HIGHS", gap, limit, seed)


def scip(gap: Gap, limit: float, seed: int) -> GapAnswer:
    """Solve it by SCIP."""
    return _mip("GSCIP", gap, limit, seed)


def _mip(solver: str, gap: Gap, limit: float, seed: int) -> GapAnswer:
    from ortools.math_opt.python import mathopt

    from benchmarks.mip import Mip

    return _rows(gap, limit, lambda linear: Mip(linear, mathopt.SolverType[solver], seed))


def _rows(gap: Gap, limit: float, open_solver: Open) -> GapAnswer:
    started = time.monotonic()
    linear, goal = rows_of(gap)
    solver = open_solver(linear)
    firsts: list[float] = []

    def tell(value: int | None, bound: int | None) -> None:
        if value is not None:
            firsts.append(time.monotonic() - started)

    left = max(0.1, limit - (time.monotonic() - started))
    answer = solver.minimise(goal, left, None, tell)
    seconds = time.monotonic() - started
    if answer.values is None:
        return GapAnswer(seconds=seconds, note="infeasible" if answer.infeasible else "none")
    value = value_of(gap, holders_of(linear, answer.values))
    first = firsts[0] if firsts else seconds
    return GapAnswer(value, answer.bound, first, seconds, "" if value is not None else "not valid")


PEERS: Mapping[str, Callable[[Gap, float, int], GapAnswer]] = {
    "this engine": engine,
    "CP-SAT": cpsat,
    "HiGHS": highs,
    "SCIP": scip,
}


def answer(peer: str, gap: Gap, limit: float, seed: int) -> GapAnswer:
    """Let one peer answer one instance; made to be called in a process of its own."""
    return PEERS[peer](gap, limit, seed)
