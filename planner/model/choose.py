"""The choice among listed caseloads: one for each practitioner, under every rule as posted."""

from collections.abc import Sequence

from ortools.sat.python import cp_model

from planner.data.board import Cost
from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.model.arrays import Arrays
from planner.model.clock import Clock
from planner.model.compact import Compact
from planner.model.search import Answer, search
from planner.model.values import values_of

Lists = Sequence[Sequence[tuple[int, ...]]]


class Chooser:
    """The compact model with one Boolean more for each caseload, exactly one a practitioner.

    A unit is held where a chosen caseload has it; so every rule and every cost
    that was posted for pairs and counts holds as it stands. Without lists it is
    the compact model alone.
    """

    def __init__(
        self, arrays: Arrays, lists: Lists | None, settled: Sequence[tuple[Stage, int]]
    ) -> None:
        self.lists = lists
        self._arrays = arrays
        self._compact = Compact(arrays.problem, arrays.posted)
        if lists is not None:
            self._offer(lists)
        for stage, value in settled:
            self.cap(stage, value)

    def _offer(self, lists: Lists) -> None:
        """Let everyone have one of the caseloads, and nobody anything else."""
        holding: list[list[cp_model.IntVar]] = [[] for _ in range(self._arrays.pairs)]
        for caseloads in lists:
            chosen = [self._compact.model.new_bool_var("") for _ in caseloads]
            self._compact.model.add_exactly_one(chosen)
            for caseload, variable in zip(caseloads, chosen, strict=True):
                for place in caseload:
                    holding[place].append(variable)
        for place, variables in enumerate(holding):
            take = self._compact.variables[self._arrays.keys[place]]
            self._compact.model.add(cp_model.LinearExpr.sum(variables) == take)

    def cap(self, stage: Stage, value: int) -> None:
        """Keep a stage at or under its value from here on."""
        self._compact.limit(self._cost(stage), value)

    def choose(self, stage: Stage | None, known: Choices | None, clock: Clock) -> Answer:
        """Search for the choice that costs least in a stage, or for any."""
        if stage is not None:
            self._compact.minimize(self._cost(stage))
        if known is not None:
            self._compact.hint(values_of(self._arrays.problem, known))
        return search(self._compact, clock)

    def _cost(self, stage: Stage) -> Cost:
        return self._compact.add_up([self._arrays.terms[term] for term in stage.terms])
