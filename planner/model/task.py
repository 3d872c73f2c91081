"""What is to be solved: a problem, its stages in order, and the time there is."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.data.progress import Progress
from planner.model.before import Before
from planner.model.clock import Clock


@dataclass(frozen=True)
class Task:
    """A problem with its stages, minimised in this order, and with what is known of it.

    ``ceilings`` are values that no plan may pass; ``warm`` is a plan to start
    from where it still meets every rule, which is known to be best in the first ``held``
    stages; ``before`` is what was solved before and may be compared with.
    """

    problem: Problem
    stages: tuple[Stage, ...]
    clock: Clock
    ceilings: tuple[tuple[Stage, int], ...] = ()
    warm: Choices | None = None
    on_progress: Callable[[Progress], None] | None = None
    before: Before | None = None
    held: int = 0
