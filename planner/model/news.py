"""News of an area that is solved group by group: always a plan of the whole."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from planner.data.plan import Choices
from planner.data.progress import Progress
from planner.model.groups import join
from planner.model.lines import stage_value, total_if_all_waited
from planner.model.shares import limits, used
from planner.model.task import Task

# Groups are solved beside each other, and putting a plan of the whole together takes a while.
_SECONDS_BETWEEN = 0.3

Hear = Callable[[Progress], None]


@dataclass
class News:
    """The best known part of every group, and what their plans cost at least.

    ``parts`` are plans of the groups in their order, ``None`` where there is none yet;
    ``least`` what no plan of a group is under, stage by stage.
    """

    task: Task
    parts: list[Choices | None]
    least: list[tuple[int, ...]]
    first: float | None = None
    _told: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ear(self, at: int) -> Hear | None:
        """Give what a group tells its news to, where somebody listens."""
        return None if self.task.on_progress is None else partial(self._hear, at)

    def know(self, at: int, choices: Choices | None, least: tuple[int, ...]) -> None:
        """Take down what solving a group came to, and tell of it."""
        with self._lock:
            self.parts[at] = choices or self.parts[at]
            self.least[at] = max(self.least[at], least)
            self.tell()

    def _hear(self, at: int, progress: Progress) -> None:
        with self._lock:
            self.parts[at] = progress.choices
            if time.monotonic() - self._told >= _SECONDS_BETWEEN:
                self.tell()

    def tell(self) -> None:
        """Tell of the first stage that is not settled, where the parts make a plan."""
        parts = [part for part in self.parts if part is not None]
        if len(parts) < len(self.parts):
            return
        if self.first is None:
            self.first = self.task.clock.spent
        if self.task.on_progress is None or not self.task.stages:
            return
        choices = join(self.task.problem, parts)
        uses = zip(used(self.task, choices), limits(self.task), strict=True)
        if all(use <= most for use, most in uses):
            self.task.on_progress(self._progress(choices))
        self._told = time.monotonic()

    def _progress(self, choices: Choices) -> Progress:
        problem, stages = self.task.problem, self.task.stages
        least = together(self.least)
        values = [stage_value(problem, stage, choices) for stage in stages]
        open_ = [at for at in range(len(stages)) if values[at] != least[at]]
        at = min(open_, default=len(stages) - 1)
        return Progress(
            stage=stages[at].id,
            title=stages[at].title,
            value=values[at],
            bound=least[at],
            total=total_if_all_waited(problem, stages[at]),
            done=at,
            stages=len(stages),
            seconds=self.task.clock.spent,
            choices=choices,
        )


def together(least: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Add up what the groups cost at least, stage by stage."""
    return tuple(map(sum, zip(*least, strict=True)))
