"""The stage-by-stage loop of a plain peer: rules and costs as posted, and nothing clever.

It shares rules, terms and the list of stages with the planner, but no search:
what the planner's engine learns to do better never makes its peers better.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from benchmarks.cpsat import Answer, Tell
from benchmarks.linear import Goal, Linear, Row, linear_of
from benchmarks.outcome import Event, Outcome
from planner.data.board import Cost, Key, Miss, MissOversight, Take
from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model.posted import post_all
from planner.report.prepare import Prepared, ceilings_of, stages_of
from planner.rules import RULES, settle
from planner.terms import BY_ID

# The last stage that is measured: travel and the tie-breaks below it are left out.
LAST = "4a"
# The planner's own rule, so that a hard stage leaves the later ones a turn.
_SHARE_OF_WHAT_IS_LEFT = 0.6
_LEAST_SECONDS = 0.05


class Solver(Protocol):
    """A model in some solver, which can be minimised and then held to what it reached."""

    def add(self, row: Row) -> None:
        """Hold a row from here on."""

    def minimise(
        self, goal: Goal, seconds: float, hint: Mapping[int, int] | None, tell: Tell
    ) -> Answer:
        """Search for the least value of a goal."""


Open = Callable[[Linear], Solver]


@dataclass
class Run:
    """One model on its way down the stages; ``started`` and ``limit`` are of the whole run."""

    problem: Problem
    open: Open
    started: float
    limit: float
    values: Mapping[int, int] | None = None
    events: list[Event] = field(default_factory=list)
    bounds: dict[str, int] = field(default_factory=dict)
    infeasible: bool = False

    def __post_init__(self) -> None:
        posted, self.costs = post_all(self.problem)
        self.linear = linear_of(self.problem, posted)
        self.solver = self.open(self.linear)

    def climb(self, stages: Sequence[Stage], ceilings: Sequence[tuple[Stage, int]] = ()) -> None:
        """Minimise the stages in order, each held at what it reached."""
        for stage, most in ceilings:
            self._hold(self._goal(stage), most)
        for stage in stages:
            self._minimise(stage)
            if self.values is None:
                return

    def choices(self) -> Choices | None:
        """Give the plan in hand, or ``None`` where there is none."""
        if self.values is None:
            return None
        return choices_from(self.problem, self.linear.by_key(self.values))

    def _minimise(self, stage: Stage) -> None:
        goal = self._goal(stage)
        bound = 0
        if self.values is None or goal.value(self.values) > 0:
            bound = self._search(stage, goal)
        if self.values is not None:
            value = goal.value(self.values)
            self.events.append(Event(stage.id, self._spent(), value, bound))
            self.bounds[stage.id] = bound
            self._hold(goal, value)

    def _search(self, stage: Stage, goal: Goal) -> int:
        left = self.limit - self._spent()
        if left <= _LEAST_SECONDS and self.values is not None:
            return 0
        answer = self._ask(stage, goal, left * _SHARE_OF_WHAT_IS_LEFT)
        if answer.values is None and self.values is None and not answer.infeasible:
            # Without any plan there is nothing to keep time back for.
            answer = self._ask(stage, goal, self.limit - self._spent())
        self.infeasible = answer.infeasible
        if answer.values is not None and self._no_worse(goal, answer.values):
            self.values = answer.values
        return max(0, answer.bound)

    def _ask(self, stage: Stage, goal: Goal, seconds: float) -> Answer:
        def tell(value: int | None, bound: int | None) -> None:
            self.events.append(Event(stage.id, self._spent(), value, bound))

        return self.solver.minimise(goal, max(_LEAST_SECONDS, seconds), self.values, tell)

    def _no_worse(self, goal: Goal, values: Mapping[int, int]) -> bool:
        return self.values is None or goal.value(values) <= goal.value(self.values)

    def _hold(self, goal: Goal, most: int) -> None:
        self.solver.add(Row(goal.coefficients, None, most - goal.constant))

    def _goal(self, stage: Stage) -> Goal:
        costs: Mapping[str, Cost] = self.costs
        return self.linear.goal(costs[term] for term in stage.terms)

    def _spent(self) -> float:
        return time.monotonic() - self.started


def solve_plain(prepared: Prepared, limit: float, open_solver: Open) -> Outcome:
    """Solve all stages through load by one solver on the compact model.

    With de-allocations allowed the plan without them comes first, and its
    values of the ceiling stages hold for the rest, as ``docs/model.md`` says.
    """
    started = time.monotonic()
    problem = prepared.problem
    stages = through(stages_of(prepared.policy, problem), LAST)
    run = Run(problem, open_solver, started, limit)
    if problem.deallocations_limit == 0 or problem.deallocate_for_any:
        run.climb(stages)
        return _outcome(run, stages)
    zero = tuple(stage for stage in stages if stage.id.startswith("0"))
    tops = ceilings_of(prepared.policy)
    base = Run(problem.model_copy(update={"deallocations_limit": 0}), open_solver, started, limit)
    base.climb((*zero, *tops))
    kept = base.choices()
    # Where a limit gives way, a higher stage may outrank the ceiling: no ceiling then.
    if kept is None or any(value_of(problem, stage, kept) for stage in zero):
        stages = (*zero, *tops, *stages[len(zero) :])
        run.climb(stages)
    else:
        run.climb(stages, [(stage, value_of(problem, stage, kept)) for stage in tops])
    return _outcome(run, stages)


def through(stages: Sequence[Stage], last: str) -> tuple[Stage, ...]:
    """Cut a list of stages after one of them."""
    ids = [stage.id for stage in stages]
    return tuple(stages[: ids.index(last) + 1])


def value_of(problem: Problem, stage: Stage, choices: Choices) -> int:
    """Add up what a plan costs in one stage."""
    return sum(BY_ID[term].value(problem, choices) for term in stage.terms)


def choices_from(problem: Problem, values: Mapping[Key, int]) -> Choices:
    """Turn the values of a solution into a plan's choices."""
    holders = {k.unit: k.practitioner for k, v in values.items() if isinstance(k, Take) and v}
    missed = {key.missable: v for key, v in values.items() if isinstance(key, Miss)}
    oversight = {key.team: v for key, v in values.items() if isinstance(key, MissOversight)}
    return settle(problem, holders, missed, oversight)


def ledger_of(
    problem: Problem, stages: Sequence[Stage], choices: Choices, bounds: Mapping[str, int]
) -> tuple[StageValue, ...]:
    """Write the ledger of a plan: values anew from the choices, bounds as they were reached."""
    everyone = Choices(
        holders={unit.id: "" for unit in problem.units},
        missed={item.id: item.most for item in problem.missables if not item.practitioner},
    )
    proven = True
    lines = []
    for stage in stages:
        value = value_of(problem, stage, choices)
        bound = bounds.get(stage.id)
        proven = proven and bound == value
        lines.append(
            StageValue(
                id=stage.id,
                title=stage.title,
                value=value,
                bound=bound,
                total=value_of(problem, stage, everyone),
                proven=proven,
                policy=stage.policy,
            )
        )
    return tuple(lines)


def broken(problem: Problem, choices: Choices) -> str:
    """Say which rules a plan breaks; blank where it meets all of them."""
    found = sorted({f.rule for rule in RULES for f in rule.check(problem, choices)})
    return f"breaks {', '.join(found)}" if found else ""


def _outcome(run: Run, stages: Sequence[Stage]) -> Outcome:
    choices = run.choices()
    seconds = time.monotonic() - run.started
    if choices is None:
        return Outcome(seconds=seconds, note="infeasible" if run.infeasible else "no plan in time")
    first = next((event.seconds for event in run.events if event.value is not None), seconds)
    return Outcome(
        choices=choices,
        ledger=ledger_of(run.problem, stages, choices, run.bounds),
        events=tuple(run.events),
        first_plan=first,
        seconds=seconds,
        note=broken(run.problem, choices),
    )
