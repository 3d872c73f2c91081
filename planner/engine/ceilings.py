"""De-allocations solved in two steps: what is reached without them is a ceiling for the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.engine.watching import OnProgress
from planner.errors import UsageFault
from planner.model import Clock, Solved, least_missed, solve
from planner.report import Prepared, ceilings_of, stages_of
from planner.rules import RULES
from planner.terms import BY_ID


@dataclass(frozen=True)
class Guarded:
    """What solving came to, and the lines of the stages that were held under a ceiling.

    ``ceilings`` is empty where those stages were minimised in their usual place.
    """

    solved: Solved
    ceilings: tuple[StageValue, ...] = ()


def solve_guarded(
    prepared: Prepared,
    problem: Problem,
    stages: tuple[Stage, ...],
    clock: Clock,
    *,
    on_progress: OnProgress | None = None,
    kept: Solved | None = None,
    under: Sequence[StageValue] | None = None,
    warm: Choices | None = None,
) -> Guarded:
    """Solve a problem in which de-allocations serve only what they may serve.

    Where de-allocating relieves a limit that gives way in stage 0, a higher
    stage outranks the ceiling, and the stage is minimised in its usual place.

    Parameters
    ----------
    kept : Solved, optional
        What solving without de-allocations came to, where that is known.
    under : sequence of StageValue, optional
        The ceilings of the team that a question is about, in place of this
        problem's own; they are passed only by what cannot be helped.
    warm : Choices, optional
        A plan to start from, where it keeps every rule and every ceiling.
    """
    zero, tops = _stage_0(stages), ceilings_of(prepared.policy)
    above, rest = (*zero, *tops), stages[len(zero) :]
    found = partial(solve, problem, clock=clock, on_progress=on_progress)
    if under is not None:
        kept = found((*above,)) if under else None
    else:
        kept = kept or solve(_without(problem), above, clock, on_progress=on_progress)
    if kept is not None and kept.infeasible and under:
        return Guarded(kept)
    if kept is None or kept.choices is None:
        return Guarded(found((*above, *rest), warm=warm))
    if under is None and _relieved(problem, zero, kept, clock):
        start = _better(problem, (*above, *rest), (), (kept.choices, warm))
        return Guarded(found((*above, *rest), warm=start))
    lines = _lines(kept, tops, under or ())
    ceilings = [(stage, line.value) for stage, line in zip(tops, lines, strict=True)]
    start = _better(problem, stages, ceilings, (kept.choices, warm))
    return Guarded(found(stages, ceilings=ceilings, warm=start), lines)


def _better(
    problem: Problem,
    stages: Sequence[Stage],
    ceilings: Sequence[tuple[Stage, int]],
    plans: tuple[Choices, Choices | None],
) -> Choices:
    """Give the second plan where it may be started from and is the better one, else the first."""
    first, warm = plans
    if warm is None:
        return first
    second = least_missed(problem, warm.holders)
    kept = all(_value(problem, stage, second) <= most for stage, most in ceilings)
    if not kept or any(rule.check(problem, second) for rule in RULES):
        return first
    return min(first, second, key=lambda plan: [_value(problem, s, plan) for s in stages])


def _value(problem: Problem, stage: Stage, plan: Choices) -> int:
    return sum(BY_ID[term].value(problem, plan) for term in stage.terms)


def own_ceilings(
    prepared: Prepared, problem: Problem, ledger: Sequence[StageValue], clock: Clock
) -> tuple[StageValue, ...]:
    """Find the ceilings under which a plan with this ledger was made."""
    tops = ceilings_of(prepared.policy)
    names = {line.id for line in ledger}
    if not problem.guarded or any(stage.id in names for stage in tops):
        return ()
    zero = _stage_0(stages_of(prepared.policy, problem))
    kept = solve(_without(problem), (*zero, *tops), clock)
    if kept.choices is None:
        raise UsageFault("the ceilings of this plan were not found in time; give more time")
    return _lines(kept, tops, ())


def _without(problem: Problem) -> Problem:
    return problem.model_copy(update={"deallocations_limit": 0})


def _relieved(problem: Problem, zero: Sequence[Stage], kept: Solved, clock: Clock) -> bool:
    """Whether a limit that gives way without de-allocations gives way less with them."""
    values = {line.id: line.value for line in kept.ledger}
    if not any(values[stage.id] for stage in zero):
        return False
    relieved = solve(problem, zero, clock, warm=kept.choices)
    return any(line.value != values[line.id] for line in relieved.ledger)


def _lines(
    kept: Solved, tops: Sequence[Stage], under: Sequence[StageValue]
) -> tuple[StageValue, ...]:
    """Give the lines held as ceilings: what was reached, or what is allowed if that is more."""
    reached = {line.id: line for line in kept.ledger}
    allowed = {line.id: line.value for line in under}
    return tuple(_line(reached[stage.id], allowed.get(stage.id, 0)) for stage in tops)


def _line(reached: StageValue, allowed: int) -> StageValue:
    if reached.value > allowed:
        return reached
    bound = allowed if reached.proven or reached.bound is None else reached.bound
    return reached.model_copy(update={"value": allowed, "bound": max(bound, allowed)})


def _stage_0(stages: Sequence[Stage]) -> tuple[Stage, ...]:
    return tuple(stage for stage in stages if stage.id.startswith("0"))
