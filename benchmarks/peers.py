"""Everyone who is measured side by side, in one explicit tuple."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from benchmarks import managers, ours
from benchmarks.outcome import Outcome
from benchmarks.plain import solve_plain
from planner.report import Prepared

Run = Callable[[Prepared, float, int], Outcome]

# The best plain settings found, on five teams of 75 x 6 and 120 x 10 with 8 s each, two runs:
# workers 1 and 2; linearization 0, 1, 2; presolve in full, one round, none; probing 0, 2, 3;
# symmetry 0, 2, 4; and more cuts. One worker with linearization 2 proves soonest where anything
# is proven (2.8 s against 7.2 s by default); one round of presolve leaves more of 8 s to search
# and gave better plans and bounds on the larger teams. Linearization 0 with one worker and
# symmetry 4 were the worst; more cuts and other probing made no difference beyond noise.
BEST_PLAIN: Mapping[str, int | bool] = {
    "num_workers": 1,
    "linearization_level": 2,
    "max_presolve_iterations": 1,
}


class Peer(NamedTuple):
    """Who is measured: a short name, a title, and how it answers."""

    id: str
    title: str
    run: Run
    solves: bool = True


def _cpsat(
    settings: Mapping[str, int | bool], prepared: Prepared, limit: float, seed: int
) -> Outcome:
    from benchmarks.cpsat import CpSat

    return solve_plain(prepared, limit, lambda linear: CpSat(linear, settings, seed))


def _mip(solver: str, prepared: Prepared, limit: float, seed: int) -> Outcome:
    from ortools.math_opt.python import mathopt

    from benchmarks.mip import Mip

    chosen = mathopt.SolverType[solver]
    return solve_plain(prepared, limit, lambda linear: Mip(linear, chosen, seed))


PEERS = (
    Peer("engine", "this engine", ours.engine),
    Peer("cp-sat", "CP-SAT, default", partial(_cpsat, {})),
    Peer("cp-sat-best", "CP-SAT, best plain settings", partial(_cpsat, BEST_PLAIN)),
    Peer("highs", "HiGHS", partial(_mip, "HIGHS")),
    Peer("scip", "SCIP", partial(_mip, "GSCIP")),
    Peer("by-spare-hours", "manager, by spare hours", managers.by_spare_hours, solves=False),
    Peer("keep-first", "manager, keeps first", managers.keep_then_by_priority, solves=False),
    Peer("whole-answer", "this engine, whole answer", ours.whole_answer),
)

BY_ID = {peer.id: peer for peer in PEERS}
PLAIN = ("cp-sat", "cp-sat-best", "highs", "scip")


def answer(peer: str, prepared: Prepared, limit: float, seed: int) -> Outcome:
    """Let one peer answer one instance; made to be called in a process of its own."""
    return BY_ID[peer].run(prepared, limit, seed)
