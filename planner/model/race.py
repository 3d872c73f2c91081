"""Searches of one model beside each other: the first to finish ends them all.

A watchdog of our own: a stop or a passed deadline ends them, whatever the
solver's own clock says.
"""

import threading
import time
from collections.abc import Sequence

from ortools.sat.python import cp_model

from planner.model.clock import Clock

# How long the solvers may take, all together, to return after they were told to stop.
_GRACE_SECONDS = 0.5
_POLL_SECONDS = 0.02

Ended = tuple[cp_model.CpSolver, cp_model.CpSolverStatus]

_FINISHED = (cp_model.OPTIMAL, cp_model.INFEASIBLE, cp_model.MODEL_INVALID)


class _Race:
    """What the searches of one race share: who has ended, and how."""

    def __init__(self, racers: Sequence[cp_model.CpSolver]) -> None:
        self.racers = racers
        self.ended: list[Ended] = []
        self.failed: list[BaseException] = []
        self.over = threading.Event()

    def run(
        self,
        solver: cp_model.CpSolver,
        model: cp_model.CpModel,
        watch: cp_model.CpSolverSolutionCallback | None,
    ) -> None:
        """Search to the end; where that settles the question, the others stop."""
        if self.over.is_set():
            return
        try:
            status = solver.solve(model, watch)
            self.ended.append((solver, status))
            if status in _FINISHED:
                self.over.set()
        except BaseException as error:
            self.failed.append(error)
        if len(self.ended) + len(self.failed) == len(self.racers) or self.failed:
            self.over.set()

    def stop(self) -> None:
        """Tell every search to stop, and those that have not begun not to begin."""
        self.over.set()
        for solver in self.racers:
            solver.stop_search()


def race(
    racers: Sequence[cp_model.CpSolver],
    model: cp_model.CpModel,
    watch: cp_model.CpSolverSolutionCallback | None,
    clock: Clock,
) -> Sequence[Ended]:
    """Search a model in several ways until one finishes, or the clock says stop.

    Gives those that ended in time, each with its status; what a search knew that
    did not return when it was told to stop is lost.
    """
    shared = _Race(racers)
    threads = [
        # Only the first is watched: the better solutions of one search are news enough.
        threading.Thread(
            target=shared.run, args=(solver, model, watch if at == 0 else None), daemon=True
        )
        for at, solver in enumerate(racers)
    ]
    for thread in threads:
        thread.start()
    try:
        while not shared.over.wait(_POLL_SECONDS) and clock.left > 0:
            pass
    finally:
        if any(thread.is_alive() for thread in threads):
            shared.stop()
            until = time.monotonic() + _GRACE_SECONDS
            for thread in threads:
                thread.join(max(0.0, until - time.monotonic()))
    if shared.failed:
        raise shared.failed[0]
    return tuple(shared.ended)
