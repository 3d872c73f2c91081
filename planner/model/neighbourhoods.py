"""Better plans at scale: free a few practitioners' families, keep the rest, search again.

A large neighbourhood search (Shaw 1998). Practitioners who want each other's
families are freed together with all that awaits; every rule comes along
unchanged, since the model is the same. It gives plans, never bounds.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

from planner.data.board import Cost, Key, Take
from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.model.clock import Clock
from planner.model.compact import Compact
from planner.model.part import Index, Part
from planner.model.search import Answer, Found, search
from planner.model.values import values_of

# From this many pairs on the whole model alone is slow to better its plan (measured).
LARGE = 900

_FEWEST = 2
_SECONDS_EACH = 1.5
# So many searches for each practitioner without a better plan are enough.
_TRIES_EACH = 3


@dataclass
class Neighbourhoods:
    """A search around one plan; ``size`` practitioners are freed at a time."""

    problem: Problem
    compact: Compact
    objective: Cost
    clock: Clock
    random: Random = field(default_factory=lambda: Random(1))
    size: int = _FEWEST + 1

    def improve(
        self, best: Choices, seconds: float, take: Callable[[Mapping[Key, int]], Choices]
    ) -> None:
        """Search around a plan and whatever betters it, until nothing does or time is up.

        ``take`` reads an answer's values and gives the best plan from there on.
        """
        until = self.clock.spent + seconds
        wanted = _wanted(self.compact)
        index = Index(self.compact)
        idle = 0
        while idle < _TRIES_EACH * len(wanted) and self.clock.left > 0 and self.clock.spent < until:
            group = self._group(wanted)
            values = values_of(self.problem, best)
            if not self._cost(values):
                break
            part = index.part(values, frozenset(_free(self.compact, best, group)), self.objective)
            answer = self._search(part, until - self.clock.spent)
            better = best
            if answer.found in (Found.OPTIMAL, Found.FEASIBLE):
                better = take({**values, **answer.values})
            idle = 0 if better is not best else idle + 1
            best = better
            self._resize(answer, len(wanted))

    def _cost(self, values: Mapping[Key, int]) -> int:
        """Give what a plan costs in what is minimised; nothing is less than nothing."""
        own = self.objective.coefficients
        return self.objective.constant + sum(own.get(key, 0) * n for key, n in values.items())

    def _search(self, part: Part, most: float) -> Answer:
        seconds = min(_SECONDS_EACH, most, self.clock.left)
        inner = Clock(seconds, 1, self.clock.seed, self.clock.stop)
        answer = search(part, inner)
        self.clock.effort_spent += inner.effort_spent
        return answer

    def _resize(self, answer: Answer, most: int) -> None:
        """Free more where a search was finished, fewer where it was not."""
        step = 1 if answer.found is Found.OPTIMAL else -1
        self.size = max(_FEWEST, min(most, self.size + step * (self.random.random() < 0.5)))

    def _group(self, wanted: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """Draw one practitioner, and others who may hold what the first ones may."""
        names = sorted(wanted)
        group = [self.random.choice(names)]
        while len(group) < min(self.size, len(names)):
            rest = [name for name in names if name not in group]
            shared = [1 + len(wanted[name] & wanted[group[0]]) for name in rest]
            group += self.random.choices(rest, shared)
        return frozenset(group)


def _free(compact: Compact, best: Choices, group: frozenset[str]) -> Iterator[Take]:
    """Yield the pairs that are searched: who awaits, or is held in the group, with the group."""
    for key in compact.variables:
        if (
            isinstance(key, Take)
            and key.practitioner in group
            and best.holders[key.unit] in ("", *group)
        ):
            yield key


def _wanted(compact: Compact) -> Mapping[str, frozenset[str]]:
    """Give the units that each practitioner may hold."""
    wanted: dict[str, set[str]] = {}
    for key in compact.variables:
        if isinstance(key, Take):
            wanted.setdefault(key.practitioner, set()).add(key.unit)
    return {name: frozenset(units) for name, units in wanted.items()}
