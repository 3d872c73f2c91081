"""Solve a prepared problem: de-allocations in two steps, conflicts set aside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.data.progress import Progress
from planner.model import Clock, Core, Solved, smallest_conflict, solve
from planner.report.prepare import Prepared, ceilings_of, stages_of

# Diagnosis may not eat the time of the plan for everyone else.
_MOST_ROUNDS = 20

OnProgress = Callable[[Progress], None]


@dataclass(frozen=True)
class Result:
    """What came of solving: the best choices, and the conflict set aside, if any.

    ``problem`` is the one that was solved: the units of a conflict are excused.
    """

    problem: Problem
    solved: Solved
    cores: tuple[Core, ...] = ()


def solve_prepared(
    prepared: Prepared,
    clock: Clock,
    *,
    warm: Choices | None = None,
    on_progress: OnProgress | None = None,
    until: str = "",
    kept: Solved | None = None,
) -> Result:
    """Solve a problem; where no plan exists, find why and serve everyone else.

    Parameters
    ----------
    until : str
        The id of the last stage to solve; blank means all.
    kept : Solved, optional
        What solving without de-allocations came to, where that is known.
    """
    problem = prepared.problem
    cores: list[Core] = []
    while True:
        solved = _solve(prepared, problem, clock, warm, on_progress, until, kept)
        if not solved.infeasible or len(cores) == _MOST_ROUNDS:
            return Result(problem, solved, tuple(cores))
        core = smallest_conflict(problem, clock)
        cores.append(core)
        problem = _without(problem, core)


def unmet(problem: Problem) -> tuple[str, ...]:
    """List the units whose mandatory allocation is set aside."""
    return tuple(unit.id for unit in problem.units if unit.excused)


def set_aside(original: Problem, problem: Problem) -> tuple[str, ...]:
    """List the units whose pin or mandatory allocation is set aside."""
    pairs = zip(original.units, problem.units, strict=True)
    return tuple(u.id for u, now in pairs if now.excused or u.pinned_to != now.pinned_to)


def _without(problem: Problem, core: Core) -> Problem:
    """Set aside pins before mandatory allocation: a manager can release a pin herself."""
    pinned = [u for u in core.units if problem.unit(u).pinned_to]
    return problem.unpinned(pinned) if pinned else problem.excusing(core.units)


def _solve(
    prepared: Prepared,
    problem: Problem,
    clock: Clock,
    warm: Choices | None,
    on_progress: OnProgress | None,
    until: str,
    kept: Solved | None,
) -> Solved:
    stages = _until(stages_of(prepared.policy, problem), until)
    if problem.deallocations_limit == 0 or problem.deallocate_for_any:
        return solve(problem, stages, clock, warm=warm, on_progress=on_progress)
    return _with_deallocations(prepared, problem, stages, clock, on_progress, kept)


def _with_deallocations(
    prepared: Prepared,
    problem: Problem,
    stages: tuple[Stage, ...],
    clock: Clock,
    on_progress: OnProgress | None,
    kept: Solved | None,
) -> Solved:
    """Solve without de-allocations first: what that reaches is a ceiling for the rest.

    Where de-allocating relieves a limit that gives way in stage 0, a higher
    stage outranks the ceiling, and the stage is minimised in its usual place.
    """
    zero, tops = _stage_0(stages), ceilings_of(prepared.policy)
    base = problem.model_copy(update={"deallocations_limit": 0})
    kept = kept or solve(base, (*zero, *tops), clock, on_progress=on_progress)
    if kept.choices is None:
        stages = (*zero, *tops, *stages[len(zero) :])
        return solve(problem, stages, clock, on_progress=on_progress)
    values = {line.id: line.value for line in kept.ledger}
    ceilings = [(stage, values[stage.id]) for stage in tops]
    if any(values[stage.id] for stage in zero):
        relieved = solve(problem, zero, clock, warm=kept.choices)
        if any(line.value != values[line.id] for line in relieved.ledger):
            ceilings, stages = [], (*zero, *tops, *stages[len(zero) :])
    return solve(
        problem, stages, clock, ceilings=ceilings, warm=kept.choices, on_progress=on_progress
    )


def _stage_0(stages: Sequence[Stage]) -> tuple[Stage, ...]:
    return tuple(stage for stage in stages if stage.id.startswith("0"))


def _until(stages: tuple[Stage, ...], last: str) -> tuple[Stage, ...]:
    ids = [stage.id for stage in stages]
    return stages[: ids.index(last) + 1] if last in ids else stages
