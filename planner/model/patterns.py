"""The second exact way of solving: stage by stage, by a choice among caseloads within reach.

For each practitioner the caseloads are listed that a best plan may have; a search
chooses one for each. Every rule stays in that search as it was posted, so that
what the lists do not know of is honoured all the same.
"""

from collections.abc import Callable, Sequence

from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model.arrays import arrays_of
from planner.model.clock import Clock
from planner.model.descent import FEW, Descent, OutOfTime, TooMany
from planner.model.first import first_plan, meets_rules
from planner.model.known import post_known
from planner.model.lines import stage_value
from planner.model.missing import least_missed
from planner.model.solved import Solved

MOST_CASELOADS = 20_000


def solve_by_patterns(
    problem: Problem,
    stages: Sequence[Stage],
    clock: Clock,
    *,
    ceilings: Sequence[tuple[Stage, int]] = (),
    warm: Choices | None = None,
    most: int = MOST_CASELOADS,
    few: int = FEW,
    on_best: Callable[[Choices], None] | None = None,
) -> Solved | None:
    """Solve stage by stage by choosing among caseloads.

    Parameters
    ----------
    ceilings : sequence of (Stage, int)
        Values that no plan may pass.
    warm : Choices, optional
        A plan to start from, where it meets every rule and ceiling.
    most : int
        How many caseloads may be listed, for all practitioners together.
    few : int
        So few are searched at once; with more it pays to look for prices first.
    on_best : callable, optional
        Called with the best plan so far where this way does not lead to a proof.

    Returns
    -------
    Solved or None
        Proven in every stage, or proof that there is no plan. ``None`` where
        this way does not lead to a proof: a rule posts in a way it does not know,
        more caseloads are within reach than may be listed, or time ran out.
    """
    descent = _begin(problem, clock, ceilings, warm, most, few)
    if descent is None:
        return None
    try:
        if descent.best is None and not descent.find_any():
            return Solved(infeasible=True)
        first = clock.spent
        for stage in stages:
            descent.settle(stage)
    except (TooMany, OutOfTime):
        if on_best is not None and descent.best is not None:
            on_best(descent.best)
        return None
    return Solved(descent.best, descent.final_ledger(), first_plan_seconds=first)


def _begin(
    problem: Problem,
    clock: Clock,
    ceilings: Sequence[tuple[Stage, int]],
    warm: Choices | None,
    most: int,
    few: int,
) -> "Descent | None":
    known = post_known(problem)
    if known is None:
        return None
    posted, costs = known
    best = warm if warm is not None and meets_rules(problem, warm) else first_plan(problem)
    if best is not None:
        best = least_missed(problem, best.holders)
        if any(stage_value(problem, stage, best) > value for stage, value in ceilings):
            best = None
    arrays = arrays_of(problem, posted, costs)
    return Descent(problem, arrays, clock, best, most, few, list(ceilings))
