"""Stage by stage with lists of caseloads: short ones that prices cut, or none where they do not."""

from dataclasses import dataclass, field

import numpy as np

from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.errors import ModelBug
from planner.model.arrays import Arrays, Cap
from planner.model.bound import Weighed
from planner.model.caseloads import Reach, list_caseloads
from planner.model.certify import state, weigh_exactly, whole
from planner.model.choose import Chooser, Lists
from planner.model.clock import Clock
from planner.model.compact import read_choices
from planner.model.lines import stage_value, total_if_all_waited
from planner.model.master import Master, rows_to_price
from planner.model.prices import find_prices
from planner.model.room import hours_over
from planner.model.search import Found
from planner.terms import BY_ID

FEW = 1_000
# Lists as short as this are searched before anything else is tried.
_SHORT = 4_000
# Reach is measured in these parts of a unit of cost.
_SCALE = 100_000
# Stages with such a term are not priced: squares of load have nothing to do with hours alone.
_NOT_PRICED = frozenset({"load"})

# Prices are good enough for lists where the bound is this close to the most they can give.
_CLOSE = 0.05

# Where lists are long the compact model may be quicker: it has this share of the time left.
_SHARE_WITHOUT_LISTS = 0.1


class TooMany(Exception):
    """More caseloads are within reach than can be listed."""


class OutOfTime(Exception):
    """A search ended before it was finished."""


@dataclass
class Descent:
    """A problem on its way down the stages, with what is known of the caseloads of best plans.

    ``settled`` are stages with the values that they keep. ``lists`` has every
    caseload of any plan that keeps them, once there are few enough.
    """

    problem: Problem
    arrays: Arrays
    clock: Clock
    best: Choices | None
    most: int
    few: int
    settled: list[tuple[Stage, int]]
    reaches: list[Reach] = field(default_factory=list)
    lists: Lists | None = None
    ledger: list[StageValue] = field(default_factory=list)
    master: Master | None = None
    chooser: Chooser | None = None

    def find_any(self) -> bool:
        """Find a plan among all caseloads; say whether there is one."""
        self.lists = self._listed(self.most)
        return self._choose(self.lists, None)

    def settle(self, stage: Stage) -> None:
        """Minimise a stage, and hold its value from here on."""
        if self._value(stage):
            self._minimise(stage)
        value = self._value(stage)
        self.settled.append((stage, value))
        if self.chooser:
            self.chooser.cap(stage, value)
        self.ledger.append(
            StageValue(
                id=stage.id,
                title=stage.title,
                value=value,
                bound=value,
                total=total_if_all_waited(self.problem, stage),
                proven=True,
                policy=stage.policy,
            )
        )

    def final_ledger(self) -> tuple[StageValue, ...]:
        """Write how each stage's value is made up in the final plan."""
        return tuple(
            line.model_copy(
                update={
                    "terms": {
                        term: BY_ID[term].value(self.problem, self._plan) for term in stage.terms
                    }
                }
            )
            for line, (stage, _) in zip(
                self.ledger, self.settled[len(self.settled) - len(self.ledger) :], strict=True
            )
        )

    def _minimise(self, stage: Stage) -> None:
        priced = _NOT_PRICED.isdisjoint(stage.terms)
        if self.lists is None:
            self.lists = self._list_at_most(self.few if priced else self.most)
        if self.lists is not None and (not priced or _size(self.lists) <= self.few):
            if not self._choose(self.lists, stage):
                raise ModelBug(f"stage {stage.id} lost the plan it started from")
        elif priced:
            self._minimise_by_prices(stage)
        else:
            raise TooMany

    def _minimise_by_prices(self, stage: Stage) -> None:
        """Widen the reach until what lies outside it cannot be better."""
        weighed = self._weigh(stage)
        if not self._met(stage, weighed):
            self._choose(self._seen(stage, weighed), stage)
        if not self._met(stage, weighed) and not self._within(stage, weighed, -1, _SHORT):
            self._search_all(stage, weighed)
        gap = _SCALE * self._value(stage) - int(weighed.bound)
        self.reaches.append(Reach.of(weighed, gap))
        if self.lists is not None:
            self.lists = self._list_at_most(self.most)

    def _met(self, stage: Stage, weighed: Weighed[np.int64], tried: int = -1) -> bool:
        """Whether no plan is better, as far as bound and reach say: better by a whole unit."""
        gap = _SCALE * self._value(stage) - int(weighed.bound)
        return gap < _SCALE or tried >= gap - _SCALE

    def _within(self, stage: Stage, weighed: Weighed[np.int64], tried: int, most: int) -> bool:
        """Choose among caseloads further and further beyond the bound; say whether it is proof."""
        most = min(most, self.most)
        while not self._met(stage, weighed, tried):
            gap = _SCALE * self._value(stage) - int(weighed.bound) - _SCALE
            found = self._widest(weighed, gap, tried, most)
            if found is None:
                return False
            tried, lists = found
            self._choose(lists, stage)
        return True

    def _search_all(self, stage: Stage, weighed: Weighed[np.int64]) -> None:
        """Search without lists for a while, then among many caseloads."""
        self.chooser = Chooser(self.arrays, None, self.settled)
        seconds = _SHARE_WITHOUT_LISTS * self.clock.left
        inner = Clock(seconds, self.clock.workers, self.clock.seed, self.clock.stop)
        answer = self.chooser.choose(stage, self.best, inner)
        if answer.values and answer.objective <= self._value(stage):
            self.best = read_choices(self.problem, answer.values)
        if answer.found is not Found.OPTIMAL and not self._within(stage, weighed, -1, self.most):
            raise TooMany

    def _widest(
        self, weighed: Weighed[np.int64], gap: int, tried: int, most: int
    ) -> tuple[int, Lists] | None:
        """List as far beyond the bound as is asked for and can be, and further than tried."""
        best: tuple[int, Lists] | None = None
        low, high, beyond = tried, gap + 1, gap
        while low < gap and (high - low > max(_SCALE // 16, low // 4) or beyond == gap):
            lists = self._list_at_most(most, Reach.of(weighed, beyond))
            if lists is None:
                high = beyond
            else:
                low, best = beyond, (beyond, lists)
            beyond = (low + high) // 2
        return best

    def _weigh(self, stage: Stage) -> Weighed[np.int64]:
        """Find prices for a stage, and give exactly what they come to."""
        if self.master is None:
            self.master = Master(self.arrays, rows_to_price(self.arrays))
        for carrier, caseload in enumerate(self.arrays.caseloads(self._plan.holders)):
            self.master.add(carrier, caseload)
        for above, value in self.settled[len(self.master.caps) :]:
            self.master.cap(Cap(above.id, self.arrays.cost(above), value))
        stages, values = self._above()
        stated = state(self.arrays, stage, stages, values)
        found = find_prices(
            self.master, stated.knapsacks, stated.cost, self._value(stage), self.clock, close=_CLOSE
        )
        weighed = weigh_exactly(self.arrays, stated, whole(found.prices, _SCALE))
        if weighed is None:
            raise TooMany
        return weighed

    def _seen(self, stage: Stage, weighed: Weighed[np.int64]) -> Lists:
        """Give what prices were found with and a better plan may have: often one is made of it."""
        reach = Reach.of(weighed, _SCALE * self._value(stage) - int(weighed.bound))
        return [
            [one for one in own if int(reach.reduced[list(one)].sum()) <= most]
            for own, most in zip(self.master.seen if self.master else (), reach.most, strict=True)
        ]

    def _listed(self, most: int) -> Lists:
        lists = self._list_at_most(most)
        if lists is None:
            raise TooMany
        return lists

    def _list_at_most(self, most: int, *more: Reach) -> Lists | None:
        knapsacks = self.arrays.knapsacks(hours_over(*self._above()))
        return list_caseloads(self.arrays, knapsacks, [*self.reaches, *more], most)

    def _choose(self, lists: Lists, stage: Stage | None) -> bool:
        """Choose the best of some caseloads; say whether any choice makes a plan.

        Raises
        ------
        OutOfTime
            Where it is not known whether there is a better choice.
        """
        if self.chooser is None or self.chooser.lists is not lists:
            self.chooser = Chooser(self.arrays, lists, self.settled)
        answer = self.chooser.choose(stage, self.best, self.clock)
        if answer.found not in (Found.OPTIMAL, Found.INFEASIBLE):
            raise OutOfTime
        if answer.found is Found.INFEASIBLE:
            return False
        choices = read_choices(self.problem, answer.values)
        if stage is None or self.best is None or answer.objective <= self._value(stage):
            self.best = choices
        return True

    def _above(self) -> tuple[list[Stage], list[int]]:
        return [stage for stage, _ in self.settled], [value for _, value in self.settled]

    @property
    def _plan(self) -> Choices:
        if self.best is None:
            raise ModelBug("a stage was minimised before any plan was found")
        return self.best

    def _value(self, stage: Stage) -> int:
        return stage_value(self.problem, stage, self._plan)


def _size(lists: Lists) -> int:
    return sum(map(len, lists))
