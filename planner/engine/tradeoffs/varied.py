"""One amount of a team varied: the best plan at each, and where a plan stays as good."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate, takewhile
from operator import and_

from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.engine.question import Question
from planner.engine.solving import Result, solve_prepared
from planner.engine.tradeoffs.point import Point, values_for
from planner.model import Clock, Solved, solve
from planner.report import Prepared, ceilings_of, stages_of
from planner.rules import RULES, settle
from planner.terms import BY_ID, STAGE_0


@dataclass
class Varied:
    """One amount of a team that is varied; each amount is solved at most once.

    Values never get worse with the amount, since a plan stays within every rule
    when the amount grows: it only ever widens a limit or adds hours. So where
    two amounts have equal values, so has everything between them. The one
    exception is a team with de-allocations allowed whose other limits are
    varied: each amount has its own ceiling on stage 1.

    Attributes
    ----------
    made : callable
        The team and its problem with an amount.
    until : str
        The last stage that decides whether one amount is better than another.
    kept : Solved, optional
        The best plan without de-allocations, where that does not vary.
    cut : Point, optional
        The first that could not be proven; nothing is solved after it.
    """

    question: Question
    made: Callable[[int], Prepared]
    until: str
    kept: Solved | None = None
    cut: Point | None = None
    known: dict[int, Point] = field(default_factory=dict)
    ceilings_vary: bool = False

    def at(self, amount: int, low: Point | None = None, high: Point | None = None) -> Point:
        """Give the best plan with an amount, which may lie between two that are known."""
        if amount not in self.known:
            held = self._held(low, high)
            if low is None or not held:
                self.known[amount] = self._solve(amount, self.until)
            else:
                self.known[amount] = self._onwards(amount, low, held, self.until)
        point = self.known[amount]
        if not point.proven and self.cut is None:
            self.cut = point
        return point

    def valued(self, point: Point) -> Point:
        """Give a plan with every policy stage solved, from one that has the deciding ones."""
        last = [stage.id for stage in self.stages_for(point.prepared) if stage.policy][-1]
        if not point.found or any(line.id == last for line in point.lines):
            return point
        return self._onwards(point.amount, point, point.lines, last)

    def whole(self, point: Point) -> Point:
        """Give the one best plan, down to the last stage; the point itself where time is up."""
        if not (point.found and point.proven) or point.settled or self.question.clock.left <= 0:
            return point
        whole = self._onwards(point.amount, point, point.lines, "")
        return whole if whole.found and whole.proven else point

    def stages_for(self, prepared: Prepared) -> tuple[Stage, ...]:
        """List the stages of a team with some amount, in order."""
        return stages_of(prepared.policy, prepared.problem)

    def lowered(self, point: Point, above: int) -> Point:
        """Give the least amount, over one that is known, at which the plan is as good."""
        low, high = above, point.amount
        while high - low > 1:
            middle = (low + high) // 2
            if self._still(point, middle):
                high = middle
            else:
                low = middle
        if high not in self.known:
            self.known[high] = Point(high, self.made(high), self._settled_at(point, high))
        return self.known[high]

    def _held(self, low: Point | None, high: Point | None) -> tuple[StageValue, ...]:
        """Give the first stages on which two points agree: so does everything between them.

        Only where all that may give way is among them, so that it is known whether a
        ceiling holds; and not where each amount has a ceiling of its own.
        """
        if low is None or high is None or not (low.found and high.found) or self.ceilings_vary:
            return ()
        pairs = zip(high.lines, values_for(high, low), strict=True)
        held = tuple(line for line, _ in takewhile(lambda pair: pair[0].value == pair[1], pairs))
        settled = {line.id for line in held}
        giving = {stage.id for stage in self.stages_for(high.prepared) if stage.id.startswith("0")}
        return held if giving <= settled else ()

    def _solve(self, amount: int, until: str) -> Point:
        """Solve an amount from the nearest plan with less, which is a plan of it, too."""
        below = [known for known in self.known if known <= amount and self.known[known].found]
        start = self.known[max(below)].result if below else self.question.result
        prepared = self.made(amount)
        result = solve_prepared(
            prepared,
            self._clock(),
            warm=start.solved.choices,
            before=start.before,
            until=until,
            kept=self.kept,
            diagnose=False,
        )
        return Point(amount, prepared, result)

    def _onwards(
        self, amount: int, start: Point, held: tuple[StageValue, ...], until: str
    ) -> Point:
        """Solve the stages after those whose values are known, from a plan that has them."""
        prepared = self.made(amount)
        stages = self.stages_for(prepared)
        ids = [stage.id for stage in stages]
        known = {line.id: line.value for line in held}
        last = ids.index(until) + 1 if until in ids else len(ids)
        solved = solve(
            prepared.problem,
            [stage for stage in stages[:last] if stage.id not in known],
            self._clock(),
            ceilings=[*self.ceilings(amount, known), *_capped(prepared, known)],
            warm=start.result.solved.choices,
        )
        if solved.choices is None:
            return Point(amount, prepared, Result(prepared.problem, solved))
        lines = [_anew(line, prepared.problem, solved.choices) for line in held]
        ledger = as_sure((*lines, *solved.ledger))
        return Point(amount, prepared, Result(prepared.problem, replace(solved, ledger=ledger)))

    def ceilings(self, amount: int, known: Mapping[str, int]) -> list[tuple[Stage, int]]:
        """Give what may not be passed for the sake of de-allocations, where that binds."""
        prepared = self.made(amount)
        if self.kept is None or not prepared.problem.deallocations_limit:
            return []
        values = {line.id: line.value for line in self.kept.ledger}
        return [(s, values[s.id]) for s in ceilings_of(prepared.policy) if s.id not in known]

    def _clock(self) -> Clock:
        clock = self.question.clock
        return Clock(clock.left, clock.workers, clock.seed, clock.stop)

    def _still(self, point: Point, amount: int) -> bool:
        """Whether a plan meets every rule with a smaller amount, and costs no more."""
        problem = self.made(amount).problem
        choices = point.result.solved.choices
        if choices is None:
            return False
        there = settle(problem, choices.holders, choices.missed, choices.oversight_missed)
        if any(rule.check(problem, there) for rule in RULES):
            return False
        return all(
            sum(BY_ID[term].value(problem, there) for term in line.terms) <= line.value
            for line in point.lines
        )

    def _settled_at(self, point: Point, amount: int) -> Result:
        """Give a plan's result with another amount, at which it was found as good."""
        problem, solved = self.made(amount).problem, point.result.solved
        if solved.choices is None or amount == point.amount:
            return point.result
        there = solved.choices
        there = settle(problem, there.holders, there.missed, there.oversight_missed)
        lines = tuple(line for line in solved.ledger if line.policy)
        return Result(problem, Solved(choices=there, ledger=lines))


def _capped(prepared: Prepared, known: Mapping[str, int]) -> list[tuple[Stage, int]]:
    every = {stage.id: stage for stage in (*STAGE_0, *prepared.policy.stages)}
    return [(every[name], value) for name, value in known.items()]


def as_sure(ledger: tuple[StageValue, ...]) -> tuple[StageValue, ...]:
    """Call a stage proven only where every stage above it is."""
    sure = accumulate((line.proven for line in ledger), and_)
    return tuple(
        line.model_copy(update={"proven": proven})
        for line, proven in zip(ledger, sure, strict=True)
    )


def _anew(line: StageValue, problem: Problem, choices: Choices) -> StageValue:
    """Write a line whose value is known for another plan that has it."""
    return line.model_copy(
        update={"terms": {term: BY_ID[term].value(problem, choices) for term in line.terms}}
    )
