"""Solve a prepared problem: de-allocations in two steps, conflicts set aside."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.engine.ceilings import Guarded, solve_guarded
from planner.engine.watching import OnProgress
from planner.model import Before, Clock, Core, Solved, smallest_conflict, solve
from planner.report.prepare import Prepared, stages_of

# Diagnosis may not eat the time of the plan for everyone else.
_MOST_ROUNDS = 20


@dataclass(frozen=True)
class Result:
    """What came of solving: the best choices, and the conflict set aside, if any.

    ``problem`` is the one that was solved: the units of a conflict are excused.
    ``ceilings`` are the lines of the stages that de-allocations were held under.
    """

    problem: Problem
    solved: Solved
    cores: tuple[Core, ...] = ()
    ceilings: tuple[StageValue, ...] = ()

    @property
    def before(self) -> Before | None:
        """What was solved, as what a changed problem is compared with; ``None`` without a plan."""
        choices = self.solved.choices
        return None if choices is None else Before(self.problem, choices, self.solved.ledger)

    @property
    def compared(self) -> tuple[StageValue, ...]:
        """The ledger with its ceilings in their place, as plans of one team are compared."""
        above = [line for line in self.solved.ledger if line.id.startswith("0")]
        return (*above, *self.ceilings, *self.solved.ledger[len(above) :])


def solve_prepared(
    prepared: Prepared,
    clock: Clock,
    *,
    warm: Choices | None = None,
    on_progress: OnProgress | None = None,
    until: str = "",
    kept: Solved | None = None,
    under: Sequence[StageValue] | None = None,
    diagnose: bool = True,
    before: Before | None = None,
) -> Result:
    """Solve a problem; where no plan exists, find why and serve everyone else.

    Parameters
    ----------
    until : str
        The id of the last stage to solve; blank means all.
    kept : Solved, optional
        What solving without de-allocations came to, where that is known.
    under : sequence of StageValue, optional
        The ceilings of the team that a question is about, in place of its own.
    diagnose : bool
        Whether to find why where no plan exists; otherwise that is the answer.
    before : Before, optional
        A problem that was solved, whose proof is used as far as it speaks of this one.
    """
    problem = prepared.problem
    cores: list[Core] = []
    while True:
        found = _solve(prepared, problem, clock, warm, on_progress, until, kept, under, before)
        if not (found.solved.infeasible and diagnose) or len(cores) == _MOST_ROUNDS:
            return Result(problem, found.solved, tuple(cores), found.ceilings)
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
    under: Sequence[StageValue] | None,
    before: Before | None,
) -> Guarded:
    stages = _until(stages_of(prepared.policy, problem), until)
    if problem.guarded:
        return solve_guarded(
            prepared,
            problem,
            stages,
            clock,
            on_progress=on_progress,
            kept=kept,
            under=under,
            warm=warm,
        )
    found = solve(problem, stages, clock, warm=warm, before=before, on_progress=on_progress)
    return Guarded(found)


def _until(stages: tuple[Stage, ...], last: str) -> tuple[Stage, ...]:
    ids = [stage.id for stage in stages]
    return stages[: ids.index(last) + 1] if last in ids else stages
