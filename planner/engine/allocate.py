"""The main job: from a scenario to a verified plan, proven best or honestly labelled."""

import threading
from collections.abc import Callable, Sequence

from planner.data.plan import Choices, Plan, Status
from planner.data.policy import Policy
from planner.data.problem import Problem
from planner.data.progress import Progress
from planner.data.scenario import Scenario
from planner.engine.assemble import assemble
from planner.engine.certify import certified
from planner.engine.conflicts import describe_conflict
from planner.engine.earlier import Earlier, before_of
from planner.engine.evaluate import best_missed, counts_now, held_now
from planner.engine.offers import make_offers
from planner.engine.solving import Result, solve_prepared
from planner.engine.watching import OnProgress, verified
from planner.model import Clock
from planner.report.prepare import Prepared, prepare_once

# Kept back from the time limit for verifying and writing, which take about a fifth of a millisecond
# for each pair of unit and practitioner; the rest of it is for what is offered beside.
_SHARE_KEPT_BACK = 0.15
_SECONDS_A_PAIR = 0.0002
_MOST_KEPT_BACK = 0.5
# The team as it stands is a small question, answered even where no time is left.
_NOW_SECONDS = 0.5


def allocate(
    scenario: Scenario,
    policy: Policy,
    *,
    time_limit: float = 10.0,
    workers: int = 1,
    seed: int = 0,
    warm: Choices | None = None,
    earlier: Sequence[Earlier] = (),
    on_progress: Callable[[Progress], None] | None = None,
    on_plan: Callable[[Plan], None] | None = None,
    stop: threading.Event | None = None,
    offers: bool = True,
    certify: bool = False,
) -> Plan:
    """Allocate families to practitioners, as well as the policy and the hours allow.

    Parameters
    ----------
    time_limit, workers, seed : float, int, int
        Seconds for everything; how the solver searches: no finished plan depends on it.
    warm : Choices, optional
        A plan to start from, of this team or as it was, where it meets every rule.
    earlier : sequence of Earlier
        Plans whose proof is used where only limits have changed since they were made.
    on_progress, on_plan : callable, optional
        Called with what is known, every plan in it verified; and once with the plan, then offers.
    stop : threading.Event, optional
        Set it to end the search; the best plan so far is the answer, labelled.
    offers, certify : bool
        Whether to count the team as it stands and solve what else might be chosen; whether to
        spend up to two seconds on prices that anyone can check.

    Returns
    -------
    Plan
        Verified; its status says what is known of it, also where there is none.

    Raises
    ------
    VerifierDisagrees
        Where the verifier does not confirm the plan: a bug, never shown as a plan.
    """
    clock = Clock(time_limit, workers, seed, stop or threading.Event())
    prepared = prepare_once(scenario, policy)
    inner = Clock(_for_solving(prepared, time_limit), workers, seed, clock.stop, clock.started)
    result = _solved(prepared, inner, warm, earlier, on_progress)
    bounded = certified(prepared, result, inner) if certify else result
    plan = _told(_plan(prepared, bounded, clock), on_plan)
    return _with_beside(prepared, result, plan, clock) if offers else plan


def _solved(
    prepared: Prepared,
    clock: Clock,
    warm: Choices | None,
    earlier: Sequence[Earlier],
    on_progress: OnProgress | None,
) -> Result:
    known = warm if warm and _speaks_of(prepared.problem, warm) else None
    before = before_of(earlier, prepared)
    watched = verified(prepared.problem, on_progress)
    return solve_prepared(prepared, clock, warm=known, on_progress=watched, before=before)


def _told(plan: Plan, on_plan: Callable[[Plan], None] | None) -> Plan:
    if on_plan:
        on_plan(plan)
    return plan


def _speaks_of(problem: Problem, choices: Choices) -> bool:
    """Whether choices made for another problem speak of this one's units and practitioners."""
    carriers = {"", *(carrier.id for carrier in problem.carriers)}
    missables = {item.id for item in problem.missables}
    return (
        choices.holders.keys() == {unit.id for unit in problem.units}
        and carriers.issuperset(choices.holders.values())
        and missables.issuperset(choices.missed)
        and {pool.team for pool in problem.pools}.issuperset(choices.oversight_missed)
    )


def _for_solving(prepared: Prepared, time_limit: float) -> float:
    """Give the seconds of the time limit that the search may use."""
    writing = len(prepared.problem.pairs) * _SECONDS_A_PAIR
    kept_back = min(_MOST_KEPT_BACK * time_limit, max(_SHARE_KEPT_BACK * time_limit, writing))
    return time_limit - kept_back


def _with_beside(prepared: Prepared, result: Result, plan: Plan, clock: Clock) -> Plan:
    """Put beside a plan the team as it stands, and what might be chosen instead."""
    if result.solved.choices is None or clock.left <= 0:
        return plan
    now = counts_now(prepared, Clock(min(_NOW_SECONDS, clock.left)))
    offers = make_offers(prepared, result, plan, clock)
    return plan.model_copy(update={"now": now, "offers": offers})


def _plan(prepared: Prepared, result: Result, clock: Clock) -> Plan:
    solved = result.solved
    conflict = describe_conflict(prepared, result, clock) if result.cores else None
    if solved.choices is None:
        # Nothing that meets every rule was found: say so, and show the team as it is.
        now = best_missed(result.problem, held_now(result.problem), Clock(_NOW_SECONDS))
        status = Status.INTERRUPTED if clock.stop.is_set() else Status.NO_PLAN_IN_TIME
        return assemble(prepared, result.problem, now, (), status, clock, conflict=conflict)
    return assemble(
        prepared,
        result.problem,
        solved.choices,
        solved.ledger,
        _status(result, clock),
        clock,
        conflict=conflict,
        certificates=solved.certificates,
        first_plan_seconds=solved.first_plan_seconds,
    )


def _status(result: Result, clock: Clock) -> Status:
    if result.cores:
        return Status.NOT_COMPLIANT
    if all(line.proven for line in result.solved.ledger if not line.id.startswith("5")):
        return Status.BEST_POSSIBLE
    return Status.INTERRUPTED if clock.stop.is_set() else Status.NOT_PROVEN
