"""A model on its way down the stages: the best plan so far, its values and its bounds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from planner.data.board import Cost, Key
from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.data.progress import Progress
from planner.errors import ModelBug
from planner.model.blocks import Block, blocks
from planner.model.clock import Clock
from planner.model.compact import Compact, read_choices
from planner.model.lines import progress_of, stage_value, total_if_all_waited
from planner.model.missing import least_missed
from planner.model.neighbourhoods import LARGE, Neighbourhoods
from planner.model.relaxation import relax
from planner.model.search import CUTS_ONLY, Found, search
from planner.model.values import values_of
from planner.terms import BY_ID

# No stage may use up more than this share of what is left, so that later stages
# of a hard team still get their turn.
_SHARE_OF_WHAT_IS_LEFT = 0.6

# Of a large team's time for a block, this share goes to better plans, the rest to their proof.
_SHARE_FOR_BETTER_PLANS = 0.25

# Under so many pairs cuts without the strongest relaxation prove a team as fast or faster, and a
# question about one twice as fast (measured); over them the relaxation earns its place.
_SMALL = 400

# From this many pairs on the whole is hardly ever proven, so that plans come first (measured).
AREA = 3000
_SHARE_OF_AN_AREA, _SHARE_OF_AN_AREA_AT_LAST = 0.45, 0.9
_SHARE_FOR_THE_WHOLE_OF_AN_AREA = 0.1

_SHARE_FOR_THE_RELAXATION = 0.05


@dataclass
class Ladder:
    """A model on its way down the stages: the best plan so far, and what is proven."""

    problem: Problem
    clock: Clock
    compact: Compact
    costs: Mapping[str, Cost]
    best: Choices
    on_progress: Callable[[Progress], None] | None = None
    ledger: list[StageValue] = field(default_factory=list)
    proven: bool = True
    stages: int = 0

    def cap(self, stage: Stage, most: int) -> None:
        """Keep a stage at or under a ceiling from here on."""
        self.compact.limit(self._cost(stage), most)

    def hold(self, best: Choices, stages: Sequence[Stage]) -> Sequence[tuple[Stage, int]]:
        """Write the lines of stages that a plan is known to be best in; give their values."""
        self.best = best
        for stage in stages:
            self._write(stage, self._value(stage))
        return [(stage, self._value(stage)) for stage in stages]

    def climb(self, *stages: Stage) -> None:
        """Minimise stages in their order, write their lines, and hold their values from here on."""
        found = tuple(blocks(self.problem, self.compact, self.costs, stages))
        for block in found:
            self._climb(block, last=block is found[-1])

    def _climb(self, block: Block, *, last: bool) -> None:
        """Minimise a block in one search, after those at its head that cost nothing already."""
        while block.stages and not self._value(block.stages[0]):
            self._write(block.stages[0], 0)
            block = block.rest()
        if not block.stages:
            return
        bounds: Sequence[int] = [0] * len(block.stages)
        if self.clock.left > 0:
            bounds = self._minimise(block, last=last)
        for stage, bound in zip(block.stages, bounds, strict=True):
            self._write(stage, bound)

    def _write(self, stage: Stage, bound: int) -> None:
        """Write a stage's line, and hold its value from here on."""
        value = self._value(stage)
        self.cap(stage, value)
        self.proven = self.proven and bound == value
        self.ledger.append(
            StageValue(
                id=stage.id,
                title=stage.title,
                value=value,
                bound=bound,
                total=total_if_all_waited(self.problem, stage),
                proven=self.proven,
                policy=stage.policy,
                terms=dict.fromkeys(stage.terms, 0),
            )
        )

    def offer(self, stages: Sequence[Stage], choices: Choices) -> None:
        """Take a plan that somebody else found, where it is the better one in these stages."""
        terms = [stage.terms for stage in stages]
        if self._values(terms, choices) < self._values(terms, self.best):
            self.best = choices

    def settle(self, choices: Choices, ledger: Sequence[StageValue]) -> None:
        """Take a plan whose stages are all settled, with their lines."""
        self.best = choices
        self.ledger.extend(ledger)
        self.proven = self.proven and all(line.proven for line in ledger)

    def polish(self) -> None:
        """Choose what to miss anew for who holds what, where search was cut short."""
        if self.proven:
            return
        polished = least_missed(self.problem, self.best.holders)
        stages = [line.terms for line in self.ledger]
        if self._values(stages, polished) <= self._values(stages, self.best):
            self.best = polished

    def final_ledger(self) -> tuple[StageValue, ...]:
        """Write each stage anew from the final plan: later stages may have moved its terms."""
        proven = True
        lines = []
        for line in self.ledger:
            terms = {term: BY_ID[term].value(self.problem, self.best) for term in line.terms}
            value = sum(terms.values())
            proven = proven and line.bound == value
            lines.append(line.model_copy(update={"terms": terms, "value": value, "proven": proven}))
        return tuple(lines)

    def _values(self, stages: Sequence[Iterable[str]], choices: Choices) -> list[int]:
        return [sum(BY_ID[term].value(self.problem, choices) for term in s) for s in stages]

    def _value(self, stage: Stage) -> int:
        return stage_value(self.problem, stage, self.best)

    def _minimise(self, block: Block, *, last: bool) -> Sequence[int]:
        """Search for the least values of a block; give the bounds that were reached."""
        objective = self.compact.add_up([self._cost(s) for s in block.stages], block.weights)
        floor = self._better_first(block, objective, last=last) if self._large else 0
        bounds = block.bounds(floor, self._values_of(block))
        if bounds == self._values_of(block):
            return bounds
        self.compact.minimize(objective)
        self.compact.hint(values_of(self.problem, self.best))
        watch = partial(self._better, block.stages[0])
        share = (
            1.0 if last else self._share(_SHARE_OF_WHAT_IS_LEFT, _SHARE_FOR_THE_WHOLE_OF_AN_AREA)
        )
        first = CUTS_ONLY if self.compact.pairs < _SMALL else 0
        answer = search(self.compact, self.clock, share, watch, first)
        if answer.found is Found.INFEASIBLE:
            raise ModelBug(f"stage {block.stages[0].id} lost the plan it started from")
        if answer.found is not Found.UNKNOWN:
            self._take(read_choices(self.problem, answer.values), block)
        bounds = block.bounds(max(floor, answer.bound), self._values_of(block))
        self.tell(block.stages[-1], self.best, bounds[-1])
        return bounds

    def _share(self, usual: float, area: float) -> float:
        return area if self.compact.pairs >= AREA else usual

    @property
    def _large(self) -> bool:
        return self.compact.pairs >= LARGE

    def _values_of(self, block: Block) -> list[int]:
        return [self._value(stage) for stage in block.stages]

    def _better_first(self, block: Block, objective: Cost, *, last: bool) -> int:
        """Look for better plans around the one in hand, before the whole is searched.

        Gives what the linear relaxation says that nothing costs less than.
        """

        def take(values: Mapping[Key, int]) -> Choices:
            before = self.best
            self._take(read_choices(self.problem, values), block)
            if self.best is not before:
                self.tell(block.stages[0], self.best, None)
            return self.best

        area = _SHARE_OF_AN_AREA_AT_LAST if last else _SHARE_OF_AN_AREA
        seconds = self._share(_SHARE_FOR_BETTER_PLANS, area) * self.clock.left
        until = self.clock.spent + seconds
        relaxed = relax(self.compact, objective, _SHARE_FOR_THE_RELAXATION * self.clock.left)
        around = Neighbourhoods(
            self.problem,
            self.compact,
            objective,
            self.clock,
            relaxed.core,
            max(0, relaxed.bound),
        )
        around.improve(self.best, until - self.clock.spent, take)
        return relaxed.bound

    def _take(self, choices: Choices, block: Block) -> None:
        stages = [stage.terms for stage in block.stages]
        if self._values(stages, choices) < self._values(stages, self.best):
            self.best = choices

    def _better(self, stage: Stage, values: Mapping[Key, int]) -> None:
        self.tell(stage, read_choices(self.problem, values), None)

    def tell(self, stage: Stage, choices: Choices, bound: int | None) -> None:
        """Hand on what is known so far, where somebody listens."""
        if self.on_progress is not None:
            done, stages, seconds = len(self.ledger), self.stages, self.clock.spent
            self.on_progress(
                progress_of(
                    self.problem, stage, choices, bound, done=done, stages=stages, seconds=seconds
                )
            )

    def _cost(self, stage: Stage) -> Cost:
        return self.compact.add_up([self.costs[term] for term in stage.terms])
