"""What every question starts from: a team made ready, its best plan, and the time there is."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from planner.data.plan import Choices, Plan, StageValue
from planner.data.policy import Policy
from planner.data.problem import Problem
from planner.data.progress import Step
from planner.data.scenario import Scenario
from planner.engine.ceilings import own_ceilings
from planner.engine.relief import excusing
from planner.engine.solving import Result, solve_prepared
from planner.errors import UsageFault
from planner.model import Clock, Solved
from planner.report import Prepared, prepare
from planner.verify import verify_plan

OnStep = Callable[[Step], None]

_SECONDS = 10.0


@dataclass(frozen=True)
class Question:
    """A team with its best plan in hand, to be asked about within the time there is.

    ``result.problem`` is the one that was solved: what a conflict set aside stays
    set aside in everything that is asked. Where no plan was found
    ``result.solved.choices`` is ``None``.
    """

    prepared: Prepared
    result: Result
    clock: Clock
    on_step: OnStep | None = None

    @property
    def problem(self) -> Problem:
        """The problem that was solved."""
        return self.result.problem

    @property
    def choices(self) -> Choices:
        """The best plan in hand; ask ``found`` first."""
        if self.result.solved.choices is None:
            raise ValueError("no plan was found to ask about")
        return self.result.solved.choices

    @property
    def ledger(self) -> tuple[StageValue, ...]:
        """What the best plan costs, stage by stage."""
        return self.result.solved.ledger

    @property
    def found(self) -> bool:
        """Whether there is a plan to ask about."""
        return self.result.solved.choices is not None

    def again(self, problem: Problem, *, until: str = "", seconds: float | None = None) -> Result:
        """Solve another problem of the same team, from the plan in hand.

        That no plan exists is an answer here, and not looked into.

        Parameters
        ----------
        until : str
            The id of the last stage to solve; blank means all.
        seconds : float, optional
            At most so long; never longer than what is left.
        """
        prepared = replace(self.prepared, problem=problem)
        return self._solve(prepared, until, seconds, diagnose=False)

    def other(self, prepared: Prepared, *, until: str = "", seconds: float | None = None) -> Result:
        """Solve another team made of this one, from the plan in hand.

        Where mandatory allocation cannot be met there, everyone else is served.
        """
        return self._solve(prepared, until, seconds, diagnose=True)

    def _solve(
        self, prepared: Prepared, until: str, seconds: float | None, *, diagnose: bool
    ) -> Result:
        left = self.clock.left
        own = Clock(
            left if seconds is None else min(seconds, left),
            self.clock.workers,
            self.clock.seed,
            self.clock.stop,
        )
        return solve_prepared(
            prepared,
            own,
            warm=self.result.solved.choices,
            until=until,
            under=None if diagnose else self.result.ceilings,
            diagnose=diagnose,
        )

    def changed(self, scenario: Scenario) -> Prepared:
        """Make a changed team ready, with set aside what the plan in hand sets aside."""
        return self.setting_aside(prepare(scenario, self.prepared.policy))

    def setting_aside(self, changed: Prepared) -> Prepared:
        """Set aside in a changed team what the plan in hand sets aside."""
        return excusing(self.prepared, changed, self.result)

    def told(self, done: int, of: int, words: str = "") -> None:
        """Tell whoever listens how far a long answer has come."""
        if self.on_step is not None:
            self.on_step(Step(done=done, of=of, words=words))


class Asking(TypedDict, total=False):
    """What every question may be told, whatever it asks.

    Attributes
    ----------
    plan : Plan or None
        A verified plan of this very team and policy; then nothing is solved anew.
    time_limit : float
        Seconds of wall clock for the whole answer, 10 unless told otherwise.
    workers, seed : int
        How the solver searches; a finished answer does not depend on them.
    stop : threading.Event or None
        Set it to end the search; what is known by then is the answer.
    on_step : callable or None
        Told how far a long answer has come.
    """

    plan: Plan | None
    time_limit: float
    workers: int
    seed: int
    stop: threading.Event | None
    on_step: OnStep | None


def ask(scenario: Scenario, policy: Policy, **asking: Unpack[Asking]) -> Question:
    """Make a team ready to be asked about: solve it, or take the plan in hand.

    Raises
    ------
    UsageFault
        Where the plan is of another team, of another policy, or not verified.
    """
    clock = Clock(
        asking.get("time_limit", _SECONDS),
        asking.get("workers", 1),
        asking.get("seed", 0),
        asking.get("stop") or threading.Event(),
    )
    plan = asking.get("plan")
    prepared = prepare(scenario, policy)
    result = _in_hand(prepared, plan, clock) if plan else solve_prepared(prepared, clock)
    return Question(prepared, result, clock, asking.get("on_step"))


def ask_of_a_plan(scenario: Scenario, policy: Policy, **asking: Unpack[Asking]) -> Question:
    """Make a team ready to be asked about, where an answer needs a plan.

    Raises
    ------
    UsageFault
        As ``ask``, and where no plan was found in the time given.
    """
    question = ask(scenario, policy, **asking)
    if not question.found:
        raise UsageFault("no plan was found to ask about; give more time with --time-limit")
    return question


def _in_hand(prepared: Prepared, plan: Plan, clock: Clock) -> Result:
    """Take a plan that was made before, once it is verified, as what solving came to."""
    if not plan.found or not plan.ledger:
        raise UsageFault("no plan was found there, so there is nothing to ask about")
    disagreed = verify_plan(plan, prepared.scenario, prepared.policy)
    if disagreed:
        raise UsageFault(disagreed[0])
    problem, conflict = prepared.problem, plan.conflict
    if conflict is not None:
        problem = problem.unpinned(conflict.units).excusing(conflict.unmet)
    ceilings = own_ceilings(prepared, problem, plan.ledger, clock)
    return Result(problem, Solved(choices=plan.choices, ledger=plan.ledger), (), ceilings)


def proven(result: Result, until: str = "") -> bool:
    """Whether every stage down to this one is proven, or that there is no such plan."""
    solved = result.solved
    if solved.infeasible:
        return True
    lines = [line for line in result.compared if not until or line.id <= until]
    return bool(lines) and all(line.proven for line in lines)
