"""The planner's own engine, as a peer: its search alone, and the whole answer."""

import time
from collections.abc import Callable

from benchmarks.outcome import Event, Outcome
from benchmarks.plain import LAST, broken
from planner.data.plan import StageValue
from planner.data.progress import Progress
from planner.engine import allocate
from planner.engine.solving import solve_prepared
from planner.model import Clock
from planner.report import Prepared

THREADS = 2


def engine(prepared: Prepared, limit: float, seed: int) -> Outcome:
    """Search all stages through load, with a problem that is ready."""
    events: list[Event] = []
    clock = Clock(limit, workers=THREADS, seed=seed)
    result = solve_prepared(prepared, clock, on_progress=_into(events), until=LAST)
    seconds, solved = clock.spent, result.solved
    if solved.choices is None:
        return Outcome(seconds=seconds, note="infeasible" if solved.infeasible else "no plan")
    note = "mandatory allocation cannot be met" if result.cores else ""
    return Outcome(
        choices=solved.choices,
        ledger=solved.ledger,
        events=tuple(_closed(events, solved.ledger, seconds)),
        first_plan=solved.first_plan_seconds,
        seconds=seconds,
        note=note or broken(result.problem, solved.choices),
    )


def whole_answer(prepared: Prepared, limit: float, seed: int) -> Outcome:
    """Make the verified plan a manager sees: read to written, tie-breaks included."""
    events: list[Event] = []
    started = time.monotonic()
    plan = allocate(
        prepared.scenario,
        prepared.policy,
        time_limit=limit,
        workers=THREADS,
        seed=seed,
        on_progress=_into(events),
        offers=False,
    )
    seconds = time.monotonic() - started
    return Outcome(
        choices=plan.choices if plan.found else None,
        ledger=plan.ledger,
        events=tuple(_closed(events, plan.ledger, seconds)),
        first_plan=plan.provenance.first_plan_seconds,
        seconds=seconds,
        note="" if plan.found else plan.status.value,
    )


def _into(events: list[Event]) -> Callable[[Progress], None]:
    def write(progress: Progress) -> None:
        events.append(Event(progress.stage, progress.seconds, progress.value, progress.bound))

    return write


def _closed(events: list[Event], ledger: tuple[StageValue, ...], seconds: float) -> list[Event]:
    """Add what only the ledger says: the last value and bound of each stage reported on."""
    last = {event.stage: event for event in events}
    ends = [
        Event(line.id, seconds, line.value, line.bound)
        for line in ledger
        if line.id in last
        and (last[line.id].value, last[line.id].bound) != (line.value, line.bound)
    ]
    return [*events, *ends]
