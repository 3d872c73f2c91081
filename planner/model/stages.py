"""The lexicographic objective: one stage after the other, each with value and bound."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from planner.data.board import Cost, Key
from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.errors import ModelBug
from planner.model.compact import Compact, LinearExprT, read_choices
from planner.model.first import everything_missed, first_plan, meets_rules
from planner.model.missed import solve_missed
from planner.model.posted import post_all
from planner.model.search import Clock, Found, search
from planner.model.values import values_of
from planner.terms import BY_ID

# Limits that give way; the shortfall of the duty pool, last of stage 0, is not one of them.
GIVING_WAY = frozenset({"0a", "0b", "0c", "0d", "0e"})

# No stage may use up more than this share of what is left, so that later stages
# of a hard team still get their turn.
_SHARE_OF_WHAT_IS_LEFT = 0.6

# What is missed for a given arrangement is a small question, answered well within this.
_POLISH_SECONDS = 0.5


@dataclass(frozen=True)
class Solved:
    """What solving came to: choices and ledger, or proof that no plan exists.

    ``infeasible`` is proof, never a guess; neither choices nor proof means that
    no plan was found in time.
    """

    choices: Choices | None = None
    ledger: tuple[StageValue, ...] = ()
    infeasible: bool = False
    first_plan_seconds: float | None = None


@dataclass
class Ladder:
    """A model on its way down the stages: the best plan so far, and what is proven."""

    problem: Problem
    clock: Clock
    compact: Compact
    costs: Mapping[str, Cost]
    best: Choices
    on_choices: Callable[[Choices], None] | None = None
    ledger: list[StageValue] = field(default_factory=list)
    proven: bool = True

    def cap(self, stage: Stage, most: int) -> None:
        """Keep a stage at or under a ceiling from here on."""
        self.compact.model.add(self._expression(stage) <= most)

    def climb(self, stage: Stage) -> None:
        """Minimise one stage, write its line, and hold its value from here on."""
        value = stage_value(self.problem, stage, self.best)
        bound = 0
        if value and self.clock.left > 0:
            bound = self._minimise(stage)
            value = stage_value(self.problem, stage, self.best)
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

    def polish(self) -> None:
        """Choose what to miss anew for who holds what, where search was cut short."""
        if self.proven:
            return
        polished = solve_missed(self.problem, self.best.holders, Clock(_POLISH_SECONDS))
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

    def _minimise(self, stage: Stage) -> int:
        """Search for the least value of a stage; give the bound that was reached."""
        self.compact.model.minimize(self._expression(stage))
        self.compact.hint(values_of(self.problem, self.best))
        answer = search(self.compact, self.clock, _SHARE_OF_WHAT_IS_LEFT, self._better)
        if answer.found is Found.INFEASIBLE:
            raise ModelBug(f"stage {stage.id} lost the plan it started from")
        if answer.found is not Found.UNKNOWN:
            self._take(read_choices(self.problem, answer.values), stage)
        return max(0, answer.bound)

    def _take(self, choices: Choices, stage: Stage) -> None:
        if stage_value(self.problem, stage, choices) <= stage_value(self.problem, stage, self.best):
            self.best = choices

    def _better(self, values: Mapping[Key, int]) -> None:
        if self.on_choices is not None:
            self.on_choices(read_choices(self.problem, values))

    def _expression(self, stage: Stage) -> LinearExprT:
        return self.compact.expression([self.costs[term] for term in stage.terms])


def stage_value(problem: Problem, stage: Stage, choices: Choices) -> int:
    """Add up what a plan costs in the terms of one stage."""
    return sum(BY_ID[term].value(problem, choices) for term in stage.terms)


def total_if_all_waited(problem: Problem, stage: Stage) -> int:
    """Give what a stage would cost if every child awaited and every contact were missed."""
    everyone = Choices(
        holders={unit.id: "" for unit in problem.units},
        missed={item.id: item.most for item in problem.missables if not item.practitioner},
    )
    return stage_value(problem, stage, everyone)


def start(
    problem: Problem,
    clock: Clock,
    *,
    warm: Choices | None = None,
    on_choices: Callable[[Choices], None] | None = None,
) -> Ladder | Found:
    """Post a problem and find a first plan, or say why there is none to climb from.

    ``warm`` is a plan to start from where it still meets every rule. A returned
    ``Found`` is ``INFEASIBLE`` (proven) or ``UNKNOWN`` (no plan in time).
    """
    best = warm if warm is not None and meets_rules(problem, warm) else first_plan(problem)
    if best is not None and on_choices is not None:
        on_choices(best)
    posted, costs = post_all(problem)
    compact = Compact(problem, posted)
    if best is None:
        answer = search(compact, clock)
        if answer.found in (Found.INFEASIBLE, Found.UNKNOWN):
            return answer.found
        best = read_choices(problem, answer.values)
    return Ladder(problem, clock, compact, costs, best, on_choices)


def relieve(ladder: Ladder, stages: Sequence[Stage]) -> Ladder:
    """Settle which limits give way on a smaller model of the same problem.

    Taking on a family that nobody must be given never makes a limit give way
    less, and the duty pool has no part in it; so neither is in this model, and
    what it proves holds for the whole.
    """
    problem = ladder.problem
    posted, costs = post_all(problem, without=frozenset({"duty"}))
    for unit in problem.units:
        if not (unit.holder or unit.id in posted.required):
            posted.forbidden.update((unit.id, carrier.id) for carrier in problem.carriers)
    fewest = {
        unit.id: ladder.best.holders[unit.id] if unit.holder or unit.id in posted.required else ""
        for unit in problem.units
    }
    small = replace(
        ladder,
        compact=Compact(problem, posted),
        costs=costs,
        best=everything_missed(problem, fewest),
        ledger=[],
    )
    for stage in stages:
        small.climb(stage)
    best = everything_missed(problem, small.best.holders)
    whole = replace(ladder, best=best, ledger=small.ledger, proven=small.proven)
    for stage, line in zip(stages, small.ledger, strict=True):
        whole.cap(stage, line.value)
    return whole


def solve(
    problem: Problem,
    stages: Sequence[Stage],
    clock: Clock,
    *,
    ceilings: Sequence[tuple[Stage, int]] = (),
    warm: Choices | None = None,
    on_choices: Callable[[Choices], None] | None = None,
) -> Solved:
    """Solve a problem stage by stage until proven best or out of time.

    Parameters
    ----------
    stages : sequence of Stage
        Minimised in this order; each keeps the value reached by those before.
    ceilings : sequence of (Stage, int)
        Values that no plan may pass, such as stage 1 of the plan without
        de-allocations.
    """
    ladder = start(problem, clock, warm=warm, on_choices=on_choices)
    if not isinstance(ladder, Ladder):
        return Solved(infeasible=ladder is Found.INFEASIBLE)
    first = clock.spent
    giving = [stage for stage in stages if stage.id in GIVING_WAY]
    if any(stage_value(problem, stage, ladder.best) for stage in giving):
        ladder = relieve(ladder, giving)
        stages = stages[len(giving) :]
    for stage, most in ceilings:
        ladder.cap(stage, most)
    for stage in stages:
        ladder.climb(stage)
    ladder.polish()
    return Solved(choices=ladder.best, ledger=ladder.final_ledger(), first_plan_seconds=first)
