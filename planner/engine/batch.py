"""Many scenarios in local processes, one row each, in the order they were given."""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.synchronize import Event

from planner.data.plan import Outcome, Plan
from planner.data.policy import Policy
from planner.data.progress import Progress
from planner.data.record import Record
from planner.data.scenario import Scenario
from planner.data.vocabulary import Tier
from planner.engine.allocate import allocate
from planner.engine.outcome import outcome
from planner.errors import ModelBug, PlannerError, VerifierDisagrees

Row = dict[str, str | int | float | None]

_LOOK = 0.1
# Set in a process of the pool once the batch is to stop; elsewhere nobody sets it.
_STOPPED = threading.Event()


class Job(Record):
    """One scenario to solve, under the name its row will bear."""

    name: str
    scenario: Scenario
    policy: Policy


def batch(
    jobs: Sequence[Job],
    *,
    processes: int = 1,
    time_limit: float = 10.0,
    on_progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
) -> Iterator[tuple[Row, Outcome]]:
    """Solve scenarios in local processes; yield a row and an outcome for each.

    Parameters
    ----------
    jobs : sequence of Job
        Rows come in this order, each as soon as it and those before are done.
    processes : int
        How many are solved at a time.
    time_limit : float
        Seconds for each scenario.
    on_progress : callable, optional
        Called with what is known of a plan while it is searched for; only
        where one is solved at a time.
    stop : threading.Event, optional
        Set it to end what is under way with the best plans so far; jobs that
        were not begun have no row then.
    """
    stop = stop or threading.Event()
    if processes <= 1 or len(jobs) <= 1:
        for job in jobs:
            if stop.is_set():
                return
            yield solve_job(job, time_limit, on_progress=on_progress, stop=stop)
        return
    yield from _in_processes(jobs, processes, time_limit, stop)


def _in_processes(
    jobs: Sequence[Job], processes: int, time_limit: float, stop: threading.Event
) -> Iterator[tuple[Row, Outcome]]:
    context = get_context("spawn")
    asked, ended = context.Event(), threading.Event()
    passing = threading.Thread(target=_pass_on, args=(stop, ended, asked), daemon=True)
    passing.start()
    pool = ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(asked,))
    try:
        for answer in pool.map(partial(_in_pool, time_limit=time_limit), jobs):
            if answer is None:
                return
            yield answer
    finally:
        ended.set()
        # Where nobody waits for the rows any more, what is under way ends too.
        asked.set()
        pool.shutdown(cancel_futures=True)
        passing.join()


def _pass_on(stop: threading.Event, ended: threading.Event, asked: Event) -> None:
    """Tell the processes of a pool that a stop was asked for here."""
    while not ended.wait(_LOOK):
        if stop.is_set():
            asked.set()
            return


def _begin(asked: Event) -> None:
    """Prepare a process of the pool: it stops when asked, and never outlives its parent."""
    # Ctrl-C reaches every process of a terminal; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_attend, args=(asked,), daemon=True).start()


def _attend(asked: Event) -> None:
    parent = parent_process()
    while parent is None or parent.is_alive():
        if asked.wait(_LOOK):
            _STOPPED.set()
            return
    os._exit(1)


def _in_pool(job: Job, time_limit: float) -> tuple[Row, Outcome] | None:
    return None if _STOPPED.is_set() else solve_job(job, time_limit, stop=_STOPPED)


def solve_job(
    job: Job,
    time_limit: float,
    *,
    on_progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
) -> tuple[Row, Outcome]:
    """Solve one scenario and summarise it; a fault becomes a row with its words."""
    try:
        plan = allocate(
            job.scenario,
            job.policy,
            time_limit=time_limit,
            on_progress=on_progress,
            stop=stop,
            offers=False,
        )
    except (ModelBug, VerifierDisagrees) as error:
        return fault_row(job.name, str(error)), Outcome.VERIFIER_DISAGREES
    except PlannerError as error:
        return fault_row(job.name, str(error)), Outcome.FAULTY
    return {**_inputs(job), **_results(plan)}, outcome(plan)


def fault_row(name: str, fault: str) -> Row:
    """Give the row of a scenario that could not be solved, with the reason."""
    return {"scenario": name, "status": "faulty", "fault": fault}


def _inputs(job: Job) -> Row:
    scenario = job.scenario
    carriers = [p for p in scenario.practitioners if p.grade.carries]
    return {
        "scenario": job.name,
        "children": len(scenario.children),
        "practitioners": len(carriers),
        "fte": float(sum(p.fte for p in carriers)),
        "leave_rows": len(scenario.leave),
        "deallocations_allowed": scenario.limits.deallocations,
        "reserve_hours": float(scenario.limits.reserve_hours),
        "service_intensity": float(scenario.limits.service_intensity),
    }


def _results(plan: Plan) -> Row:
    counts = plan.counts
    by_tier = {
        f"awaiting_{tier.name.lower()}": counts.awaiting_by_tier.get(tier, 0) for tier in Tier
    }
    return {
        **by_tier,
        "awaiting": sum(counts.awaiting_by_tier.values()),
        "changes": counts.changes,
        "forced_changes": counts.forced_changes,
        "deallocations": counts.deallocations,
        "contacts_missed": counts.contacts_missed,
        "hours_over": counts.over_half_hours / 2,
        "status": plan.status.value,
        "seconds": plan.provenance.seconds,
        "fault": None,
    }
