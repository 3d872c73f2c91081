"""A problem solved again after limits changed: by what was proven before, as far as it goes."""

from dataclasses import replace

from planner.data.plan import Choices
from planner.model.before import Before, loosened, still_best
from planner.model.beyond import Beyond, look_beyond
from planner.model.clock import Clock
from planner.model.first import meets_rules
from planner.model.home import is_area
from planner.model.lines import stage_value, write
from planner.model.missing import least_missed
from planner.model.solved import Solved
from planner.model.task import Task
from planner.terms import STAGE_0

# Whether anything beyond the limits before is better is asked in this share of the time left; the
# rest is for the usual search, from the plan before.
_SHARE_FOR_WHAT_IS_BEYOND = 0.6


def solve_again(task: Task) -> Task | Solved:
    """Settle a problem by one that was solved before, or say where to start from.

    Returns
    -------
    Task or Solved
        The plan before, where it is still the best one; else the task, with the best
        plan known so far, and with how many stages are settled by it.
    """
    before = task.before
    if before is None or task.ceilings:
        return task
    held = still_best(before, task.problem, task.stages)
    if not _all_of_stage_0(task, held):
        return task
    values = [line.value for line in before.ledger[:held]]
    seen = _beyond(task, before, values)
    best = before.choices_in(task.problem)
    warm = _better_one(task, seen.better or best)
    task = replace(task, warm=warm, held=_all_of_stage_0(task, seen.settled))
    if seen.better is not None or task.held < len(task.stages):
        return task
    ledger = write(task.problem, task.stages, best, values)
    return Solved(best, ledger, first_plan_seconds=task.clock.spent)


def _better_one(task: Task, plan: Choices) -> Choices:
    """Give the plan that was in hand where that is the better one: it may lie beyond, too."""
    if task.warm is None or not meets_rules(task.problem, task.warm):
        return plan
    in_hand = least_missed(task.problem, task.warm.holders)
    return min(plan, in_hand, key=lambda p: [stage_value(task.problem, s, p) for s in task.stages])


def _beyond(task: Task, before: Before, values: list[int]) -> Beyond:
    """Look for better plans where limits are looser than before; elsewhere there are none."""
    limits = loosened(before, task.problem)
    if not limits:
        return Beyond(settled=len(values))
    if is_area(task.problem):
        # One model of an area takes seconds to build; its teams are soon solved anew.
        return Beyond()
    clock = task.clock
    share = Clock(
        _SHARE_FOR_WHAT_IS_BEYOND * clock.left, clock.workers, clock.seed, stop=clock.stop
    )
    return look_beyond(task.problem, task.stages[: len(values)], values, limits, share)


def _all_of_stage_0(task: Task, held: int) -> int:
    """Count no stage as held where not all that gives way is: it has a model of its own."""
    return held if held >= sum(stage in STAGE_0 for stage in task.stages) else 0
