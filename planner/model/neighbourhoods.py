"""Better plans at scale: free a few practitioners' families, keep the rest, search again.

A large neighbourhood search (Shaw 1998). Practitioners who want each other's
families are freed together with all that awaits, or some families of many practitioners;
how often each is tried follows what it found. Every rule comes along
unchanged, since the model is the same. It gives plans, never bounds.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
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
_SECONDS_EACH = 0.5
# So many searches for each practitioner without a better plan are enough.
_TRIES_EACH = 3
# Besides those who want each other's: units of a half of the practitioners, or of all.
_SHARES = (0.5, 1.0)
# How often a way is chosen follows what it found of late, and never stops.
_GROWS, _SHRINKS = 1.1, 0.7
_LUCK_KEPT, _LUCK_AT_LEAST = 0.85, 0.1


@dataclass
class Way:
    """A way to choose what is freed: ``size`` is how much at a time, and it learns.

    With a ``share`` it frees that many units of so large a share of the practitioners;
    without one, all units of that many practitioners.
    """

    size: float
    share: float | None = None
    luck: float = 1.0

    def learn(self, answer: Answer, most: int, *, better: bool) -> None:
        """Free more where a search was finished, fewer where it was not, and found nothing."""
        self.luck = _LUCK_KEPT * self.luck + (1 - _LUCK_KEPT) * better
        if answer.found in (Found.OPTIMAL, Found.INFEASIBLE):
            self.size *= _GROWS
        elif not better:
            self.size *= _SHRINKS
        self.size = max(_FEWEST, min(most, self.size))


@dataclass
class Neighbourhoods:
    """A search around one plan, in as many parts at a time as there are workers.

    ``core`` are the pairs that are searched, beside those of the plan; all where it is left out.
    A plan that costs ``least`` is not bettered.
    """

    problem: Problem
    compact: Compact
    objective: Cost
    clock: Clock
    core: frozenset[Take] | None = None
    least: int = 0
    random: Random = field(default_factory=lambda: Random(1))

    def __post_init__(self) -> None:
        self._people: dict[str, set[str]] = {}
        self._pairs: dict[str, list[Take]] = {}
        for key in self.compact.variables:
            if isinstance(key, Take):
                self._people.setdefault(key.practitioner, set()).add(key.unit)
                pairs = self._pairs.setdefault(key.unit, [])
                if self.core is None or key in self.core:
                    pairs.append(key)
        self.ways = (Way(_FEWEST + 1), *(Way(len(self._pairs), share) for share in _SHARES))

    def improve(
        self, best: Choices, seconds: float, take: Callable[[Mapping[Key, int]], Choices]
    ) -> None:
        """Search around a plan and whatever betters it, until nothing does or time is up.

        ``take`` reads an answer's values and gives the best plan from there on.
        """
        until = self.clock.spent + seconds
        index = Index(self.compact)
        idle = 0
        enough = _TRIES_EACH * len(self._people) * len(self.ways)
        while idle < enough and self._left(until):
            values = values_of(self.problem, best)
            if self._cost(values) <= self.least:
                break
            way = self._way()
            parts = [index.part(values, free, self.objective) for free in self._draw(way, best)]
            answers = self._search(parts, self._left(until))
            better = self._take(best, index, answers, take)
            idle = 0 if better is not best else idle + max(1, len(answers))
            for answer in answers:
                most = len(self._people if way.share is None else self._pairs)
                way.learn(answer, most, better=better is not best)
            best = better

    def _left(self, until: float) -> float:
        return max(0.0, min(self.clock.left, until - self.clock.spent))

    def _cost(self, values: Mapping[Key, int]) -> int:
        """Give what a plan costs in what is minimised."""
        own = self.objective.coefficients
        return self.objective.constant + sum(own.get(key, 0) * n for key, n in values.items())

    def _way(self) -> Way:
        """Choose how to free: more often what found better plans of late."""
        return self.random.choices(self.ways, [_LUCK_AT_LEAST + way.luck for way in self.ways])[0]

    def _draw(self, way: Way, best: Choices) -> Iterator[frozenset[Take]]:
        """Draw what is freed, for each worker something else."""
        people, units = sorted(self._people), set(self._pairs)
        for _ in range(self.clock.workers):
            group = self._group(way, people)
            own = sorted(unit for unit in units if best.holders[unit] in ("", *group))
            if way.share is not None:
                own = self.random.sample(own, min(len(own), round(way.size)))
            free = frozenset(self._free(own, best, group))
            if free:
                yield free
            units.difference_update(own)
            if way.share != 1:
                people = [name for name in people if name not in group]

    def _group(self, way: Way, people: Sequence[str]) -> frozenset[str]:
        """Draw a share of some practitioners, or one and others who may hold what that one may."""
        if not people:
            return frozenset()
        if way.share is not None:
            share = round(way.share * len(self._people))
            return frozenset(self.random.sample(people, max(1, min(len(people), share))))
        group = [self.random.choice(people)]
        while len(group) < min(round(way.size), len(people)):
            rest = [name for name in people if name not in group]
            first = self._people[group[0]]
            shared = [1 + len(self._people[name] & first) for name in rest]
            group += self.random.choices(rest, shared)
        return frozenset(group)

    def _free(self, units: Iterable[str], best: Choices, group: frozenset[str]) -> Iterator[Take]:
        """Yield the pairs that are searched: of some units with a group, as they are included."""
        for unit in units:
            for pair in self._pairs[unit]:
                if pair.practitioner in group:
                    yield pair
            if best.holders[unit]:
                yield Take(unit, best.holders[unit])

    def _search(self, parts: Sequence[Part], most: float) -> Sequence[Answer]:
        """Search parts beside each other."""
        seconds = min(_SECONDS_EACH, most)
        clocks = [Clock(seconds, 1, self.clock.seed, self.clock.stop) for _ in parts]
        with ThreadPoolExecutor(max(1, len(parts))) as threads:
            answers = list(threads.map(search, parts, clocks))
        self.clock.effort_spent += max((clock.effort_spent for clock in clocks), default=0.0)
        return answers

    def _take(
        self,
        best: Choices,
        index: Index,
        answers: Iterable[Answer],
        take: Callable[[Mapping[Key, int]], Choices],
    ) -> Choices:
        """Take answers one after the other, as far as those before leave room for them."""
        better = best
        for answer in answers:
            if answer.found in (Found.OPTIMAL, Found.FEASIBLE):
                values = {**values_of(self.problem, better), **answer.values}
                if better is best or index.holds(values, answer.values):
                    better = take(values)
        return better
