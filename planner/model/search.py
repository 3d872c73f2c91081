"""One search by CP-SAT: status first, values after, and a clock of our own."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil

from ortools.sat.python import cp_model

from planner.data.board import Key
from planner.errors import ModelBug
from planner.model.compact import Compact

# How long the solver may take to return after it was told to stop.
_GRACE_SECONDS = 0.5
_POLL_SECONDS = 0.02
# A busy machine may run out of time before effort: later stages still get their turn.
_SHARE_OF_WALL_CLOCK = 0.8
# Measured on two shared cores: a unit of effort took 1.4 to 3 s of wall clock.
_EFFORT_A_SECOND = 0.6


class Found(StrEnum):
    """What a search came to."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Answer:
    """A search's end: values and objective only where a solution was found."""

    found: Found
    values: Mapping[Key, int] = field(default_factory=dict)
    objective: int = 0
    bound: int = 0


@dataclass
class Clock:
    """A deadline, a request to stop, and how to search until either comes.

    ``seconds`` counts from the making of the clock. ``stop`` is set by whoever
    waits for the answer; a search that is under way ends promptly.
    """

    seconds: float
    workers: int = 1
    seed: int = 0
    stop: threading.Event = field(default_factory=threading.Event)
    started: float = field(default_factory=time.monotonic)
    effort_spent: float = 0.0

    @property
    def effort_left(self) -> float:
        """What is left of the search effort, in the solver's deterministic units.

        Effort is counted, not timed, so that a search cut short by it gives the
        same plan again; the wall clock stays as the hard limit.
        """
        return max(0.0, self.seconds * _EFFORT_A_SECOND - self.effort_spent)

    @property
    def left(self) -> float:
        """Seconds left, none where a stop was asked for."""
        if self.stop.is_set():
            return 0.0
        return max(0.0, self.seconds - (time.monotonic() - self.started))

    @property
    def spent(self) -> float:
        """Seconds since the clock was made."""
        return time.monotonic() - self.started


class _Watch(cp_model.CpSolverSolutionCallback):
    """Hands each better solution on as values by key."""

    def __init__(self, compact: Compact, on_values: Callable[[Mapping[Key, int]], None]) -> None:
        super().__init__()
        self._compact = compact
        self._on_values = on_values

    def on_solution_callback(self) -> None:
        """Read the values of one solution and hand them on."""
        variables = self._compact.variables
        self._on_values({key: int(self.value(var)) for key, var in variables.items()})


def search(
    compact: Compact,
    clock: Clock,
    share: float = 1.0,
    on_values: Callable[[Mapping[Key, int]], None] | None = None,
) -> Answer:
    """Search with a share of the time and effort left, and read the answer by its status.

    Raises
    ------
    ModelBug
        Where the model itself is not valid: never mistaken for infeasible.
    """
    if clock.left <= 0:
        return Answer(Found.UNKNOWN)
    solver = _solver(clock, share)
    watch = None if on_values is None else _Watch(compact, on_values)
    status = _run(solver, compact.model, watch, clock)
    if status is None:
        return Answer(Found.UNKNOWN)
    clock.effort_spent += solver.response_proto.deterministic_time
    if status == cp_model.OPTIMAL:
        return _read(Found.OPTIMAL, solver, compact)
    if status == cp_model.FEASIBLE:
        return _read(Found.FEASIBLE, solver, compact)
    if status == cp_model.INFEASIBLE:
        return Answer(Found.INFEASIBLE)
    if status == cp_model.UNKNOWN:
        return Answer(Found.UNKNOWN)
    raise ModelBug(f"the model is not valid: {compact.model.validate()}")


def _solver(clock: Clock, share: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = clock.workers
    solver.parameters.random_seed = clock.seed
    wall = clock.left * (1 if share == 1 else _SHARE_OF_WALL_CLOCK)
    solver.parameters.max_time_in_seconds = max(0.01, wall)
    solver.parameters.max_deterministic_time = max(0.001, clock.effort_left * share)
    solver.parameters.catch_sigint_signal = False
    if clock.workers == 1:
        solver.parameters.linearization_level = 2
    return solver


def _run(
    solver: cp_model.CpSolver,
    model: cp_model.CpModel,
    watch: _Watch | None,
    clock: Clock,
) -> cp_model.CpSolverStatus | None:
    """Solve beside a watchdog: a stop or a passed deadline ends the search.

    ``None`` where the solver did not return in time after it was told to stop.
    """
    done = threading.Event()
    ended: list[cp_model.CpSolverStatus] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            ended.append(solver.solve(model, watch))
        except BaseException as error:
            failed.append(error)
        finally:
            done.set()

    threading.Thread(target=work, daemon=True).start()
    try:
        while not done.wait(_POLL_SECONDS):
            if clock.left <= 0:
                solver.stop_search()
                done.wait(_GRACE_SECONDS)
                break
    except BaseException:
        solver.stop_search()
        done.wait(_GRACE_SECONDS)
        raise
    if failed:
        raise failed[0]
    return ended[0] if ended else None


def _read(found: Found, solver: cp_model.CpSolver, compact: Compact) -> Answer:
    return Answer(
        found=found,
        values={key: int(solver.value(var)) for key, var in compact.variables.items()},
        objective=round(solver.objective_value),
        # Costs are whole, so a bound of 41.2 means 42; the small shift is for rounding noise.
        bound=ceil(solver.best_objective_bound - 1e-6),
    )
