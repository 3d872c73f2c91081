"""One search by CP-SAT: status first, values after, and a clock of our own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import ceil
from typing import Protocol

from ortools.sat.python import cp_model

from planner.data.board import Key
from planner.errors import ModelBug
from planner.model.clock import Clock
from planner.model.race import race

# A busy machine may run out of time before effort: later stages still get their turn.
_SHARE_OF_WALL_CLOCK = 0.8


class Searched(Protocol):
    """A model, whole or in part, with the keys its variables stand for."""

    model: cp_model.CpModel
    variables: dict[Key, cp_model.IntVar]


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


class _Watch(cp_model.CpSolverSolutionCallback):
    """Hands each better solution on as values by key."""

    def __init__(self, compact: Searched, on_values: Callable[[Mapping[Key, int]], None]) -> None:
        super().__init__()
        self._compact = compact
        self._on_values = on_values

    def on_solution_callback(self) -> None:
        """Read the values of one solution and hand them on."""
        variables = self._compact.variables
        self._on_values({key: int(self.value(var)) for key, var in variables.items()})


def search(
    compact: Searched,
    clock: Clock,
    share: float = 1.0,
    on_values: Callable[[Mapping[Key, int]], None] | None = None,
    first: int = 0,
) -> Answer:
    """Search with a share of the time and effort left, and read the answer by its status.

    Parameters
    ----------
    first : int
        With which of the ways to search the first worker begins; the others follow in turn.

    Raises
    ------
    ModelBug
        Where the model itself is not valid: never mistaken for infeasible.
    """
    if clock.left <= 0:
        return Answer(Found.UNKNOWN)
    racers = [_solver(clock, share, first + way) for way in range(clock.workers)]
    watch = None if on_values is None else _Watch(compact, on_values)
    ended = race(racers, compact.model, watch, clock)
    clock.effort_spent += max((s.response_proto.deterministic_time for s, _ in ended), default=0.0)
    answers = [_answer(solver, status, compact) for solver, status in ended]
    return _together(answers)


def _answer(
    solver: cp_model.CpSolver, status: cp_model.CpSolverStatus, compact: Searched
) -> Answer:
    """Read one search's answer: its status first."""
    if status == cp_model.OPTIMAL:
        return _read(Found.OPTIMAL, solver, compact)
    if status == cp_model.FEASIBLE:
        return _read(Found.FEASIBLE, solver, compact)
    if status == cp_model.INFEASIBLE:
        return Answer(Found.INFEASIBLE)
    if status == cp_model.UNKNOWN:
        return Answer(Found.UNKNOWN)
    raise ModelBug(f"the model is not valid: {compact.model.validate()}")


def _together(answers: Sequence[Answer]) -> Answer:
    """Give what several searches of one model know together: best solution, best bound."""
    for found in (Found.OPTIMAL, Found.INFEASIBLE):
        for answer in answers:
            if answer.found is found:
                return answer
    feasible = [answer for answer in answers if answer.found is Found.FEASIBLE]
    if not feasible:
        return Answer(Found.UNKNOWN)
    best = min(feasible, key=lambda answer: answer.objective)
    return replace(best, bound=max(answer.bound for answer in feasible))


def _solver(clock: Clock, share: float, way: int) -> cp_model.CpSolver:
    """Set up one search; each way searches differently, always with one worker.

    Measured: several workers of one search share two cores badly, and what one
    setting proves at once may take another ten times as long; so ``workers``
    searches of one worker race.
    """
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = clock.seed + way // len(_WAYS)
    wall = clock.left * (1 if share == 1 else _SHARE_OF_WALL_CLOCK)
    solver.parameters.max_time_in_seconds = max(0.01, wall)
    solver.parameters.max_deterministic_time = max(0.001, clock.effort_left * share)
    solver.parameters.catch_sigint_signal = False
    _WAYS[way % len(_WAYS)](solver)
    return solver


def _every_cut(solver: cp_model.CpSolver) -> None:
    """Search with every cut at the root.

    It proves teams of 120 and 180 children that the default settings leave open
    after ten times as long (measured, see ``docs/engine.md``).
    """
    solver.parameters.cut_level = 2
    solver.parameters.add_lp_constraints_lazily = False


def _strongest(solver: cp_model.CpSolver) -> None:
    """Search with every cut and the strongest relaxation."""
    _every_cut(solver)
    solver.parameters.linearization_level = 2


_WAYS = (_strongest, _every_cut)
CUTS_ONLY = 1
"""The way of searching with every cut, by its place."""


def _read(found: Found, solver: cp_model.CpSolver, compact: Searched) -> Answer:
    return Answer(
        found=found,
        values={key: int(solver.value(var)) for key, var in compact.variables.items()},
        objective=round(solver.objective_value),
        # Costs are whole, so a bound of 41.2 means 42; the small shift is for rounding noise.
        bound=ceil(solver.best_objective_bound - 1e-6),
    )
