"""Several problems solved beside each other, as many at a time as there are workers."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from itertools import count

from planner.model.clock import Clock
from planner.model.solved import Solved
from planner.model.task import Task

SolveOne = Callable[[Task], Solved]


def solve_beside(
    tasks: Mapping[int, Task],
    clock: Clock,
    share: float,
    solve: SolveOne,
    know: Callable[[int, Solved], None],
) -> None:
    """Solve tasks within a share of what a clock has left, each with a fair part of it.

    What one does not use is left to those after it. ``know`` is told of each as it
    ends, on this thread, in no particular order.
    """
    until, waiting = clock.spent + share * clock.left, count(len(tasks), -1)
    workers = max(1, clock.workers // max(1, len(tasks)))

    def run(task: Task) -> tuple[Solved, Clock]:
        turns = max(1.0, next(waiting) / clock.workers)
        seconds = min(clock.left, max(0.0, until - clock.spent) / turns)
        own = Clock(seconds, workers, clock.seed, clock.stop)
        return solve(replace(task, clock=own)), own

    with ThreadPoolExecutor(clock.workers) as threads:
        running = {threads.submit(run, task): at for at, task in tasks.items()}
        try:
            for done in as_completed(running):
                solved, own = done.result()
                clock.effort_spent += own.effort_spent / clock.workers
                know(running[done], solved)
        except BaseException:
            # Nobody waits for the others any more: they end promptly, or never begin.
            clock.stop.set()
            threads.shutdown(wait=False, cancel_futures=True)
            raise
