"""An area whose teams borrow from each other: first what each can do by itself.

With nobody newly borrowed the teams are problems of their own, solved to the end in
seconds. Together they are a plan of the area to start from; of what borrowing could
still better they say nothing, so that no bound comes of it.
"""

from dataclasses import replace

from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.data.progress import Progress
from planner.model.apart import solve_apart
from planner.model.beside import SolveOne
from planner.model.clock import Clock
from planner.model.groups import at_home, groups_of
from planner.model.ladder import AREA
from planner.model.task import Task
from planner.rules.eligible import may_hold

# The rest is for families that another team could take on.
_SHARE_OF_THE_TIME = 0.4


def is_area(problem: Problem) -> bool:
    """Whether several teams have more pairs that may meet than one model settles."""
    if len(problem.pairs) < AREA or len({unit.team for unit in problem.units}) < 2:
        return False
    units = {unit.id: unit for unit in problem.units}
    return sum(may_hold(problem, units[unit], p) for unit, p in problem.pairs) >= AREA


def from_home(task: Task, solve: SolveOne) -> Choices | None:
    """Plan team by team with nobody newly borrowed, within a share of the time."""
    home = at_home(task.problem)
    groups = groups_of(home)
    return solve_apart(_at_home(task, home), groups, solve).choices if len(groups) > 1 else None


def _at_home(task: Task, home: Problem) -> Task:
    """Leave out what is settled for the whole alone, load and ties, and every bound."""
    clock, told = task.clock, task.on_progress
    until = clock.spent + _SHARE_OF_THE_TIME * clock.left

    def tell(progress: Progress) -> None:
        if told is not None:
            told(progress.model_copy(update={"bound": None}))

    return replace(
        task,
        problem=home,
        stages=tuple(stage for stage in task.stages if stage.policy),
        clock=Clock(until, clock.workers, clock.seed, clock.stop, clock.started),
        on_progress=tell if told else None,
    )
