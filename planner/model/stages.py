"""The lexicographic objective: one stage after the other, each with value and bound."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.data.progress import Progress
from planner.model.again import solve_again
from planner.model.apart import solve_apart
from planner.model.before import Before
from planner.model.clock import Clock
from planner.model.compact import Compact, read_choices
from planner.model.fill import filled
from planner.model.first import everything_missed, meets_rules, plan_at_hand
from planner.model.groups import groups_of
from planner.model.home import from_home, is_area
from planner.model.ladder import Ladder
from planner.model.lines import progress_of, raised, stage_value, write
from planner.model.missing import least_missed
from planner.model.patterns import solve_by_patterns
from planner.model.posted import post_all
from planner.model.search import Found, search
from planner.model.solved import Solved
from planner.model.task import Task

# Between so many pairs caseload patterns prove what takes the compact model many times as
# long; under them their prices cost more than its search, over them they do not finish
# and take time from better plans (measured, see docs/engine.md).
_FROM, _UNDER = 400, 1500
_SHARE_FOR_PATTERNS = 0.4

# Measured: what building the model of an area takes for each unit and practitioner.
_SECONDS_TO_BUILD_A_PAIR = 0.0001

# Limits that give way; the shortfall of the duty pool, last of stage 0, is not one of them.
GIVING_WAY = frozenset({"0a", "0b", "0c", "0d", "0e"})


def start(
    problem: Problem,
    clock: Clock,
    *,
    best: Choices | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Ladder | Found:
    """Post a problem, and search for a first plan where there is none, or say why there is none.

    A returned ``Found`` is ``INFEASIBLE`` (proven) or ``UNKNOWN`` (no plan in time).
    """
    posted, costs = post_all(problem)
    compact = Compact(problem, posted)
    if best is None:
        answer = search(compact, clock)
        if answer.found in (Found.INFEASIBLE, Found.UNKNOWN):
            return answer.found
        best = read_choices(problem, answer.values)
    return Ladder(problem, clock, compact, costs, best, on_progress)


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
    small.climb(*stages)
    best = least_missed(problem, small.best.holders)
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
    before: Before | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Solved:
    """Solve a problem stage by stage until proven best or out of time.

    Teams that share nothing but limits of the whole are solved by themselves.

    Parameters
    ----------
    stages : sequence of Stage
        Minimised in this order; each keeps the value reached by those before.
    ceilings : sequence of (Stage, int)
        Values that no plan may pass, such as stage 1 of the plan without
        de-allocations.
    before : Before, optional
        A problem that was solved, whose proof is used as far as this one may be compared with it.
    """
    asked = Task(problem, tuple(stages), clock, tuple(ceilings), warm, on_progress, before)
    task = solve_again(asked)
    if isinstance(task, Solved):
        return task
    if task.held and not is_area(problem):
        return _solve_whole(task)
    task = replace(task, held=0)
    if task.warm is not None and not meets_rules(problem, task.warm):
        task = replace(task, warm=None)
    groups = groups_of(problem)
    if len(groups) > 1 and (task.warm is not None or not ceilings):
        return _solve_groups(task, groups)
    return _solve_one(task)


def _solve_one(task: Task) -> Solved:
    """Solve what hangs together, from what its teams can do by themselves where there are many."""
    return _solve_area(task) if is_area(task.problem) else _solve_whole(task)


def _solve_area(task: Task) -> Solved:
    """Solve the whole of an area from what its teams can do by themselves."""
    best = plan_at_hand(task.problem, task.warm)
    first = task.clock.spent if best else None
    if task.warm is None and not task.ceilings:
        best = from_home(task, _solve_whole) or best
    if best is not None and not task.ceilings:
        best = filled(task.problem, task.stages, best)
        if not _may_build(task):
            ledger = write(task.problem, task.stages, best, (0,) * len(task.stages))
            return Solved(best, ledger, first_plan_seconds=first)
    solved = _solve_whole(replace(task, warm=best))
    return replace(solved, first_plan_seconds=first or solved.first_plan_seconds)


def _may_build(task: Task) -> bool:
    """Whether there is time to build the model of the whole, and to search it."""
    return task.clock.left > _SECONDS_TO_BUILD_A_PAIR * len(task.problem.pairs)


def _solve_groups(task: Task, groups: Sequence[Problem]) -> Solved:
    """Solve teams apart, and the whole from there where limits of the whole bind."""
    problem = task.problem
    joined = solve_apart(task, groups, _solve_one)
    if joined.infeasible:
        return Solved(infeasible=True)
    if joined.choices is not None:
        ledger = write(problem, task.stages, joined.choices, joined.least)
        if joined.settled or all(line.proven for line in ledger) or not _may_build(task):
            first = joined.first_plan_seconds
            return Solved(joined.choices, ledger, first_plan_seconds=first)
    whole = _solve_one(replace(task, warm=joined.choices or task.warm))
    first = joined.first_plan_seconds or whole.first_plan_seconds
    ledger = raised(whole.ledger, joined.least) if whole.ledger else ()
    return replace(whole, ledger=ledger, first_plan_seconds=first)


def _solve_whole(task: Task) -> Solved:
    """Solve a problem in one model."""
    problem, stages, clock = task.problem, task.stages, task.clock
    # A plan that is there at once is told at once: building a large model takes longer.
    best = plan_at_hand(problem, task.warm)
    first = _told_first(task, best)
    ladder = start(problem, clock, best=best, on_progress=task.on_progress)
    if not isinstance(ladder, Ladder):
        return Solved(infeasible=ladder is Found.INFEASIBLE)
    if first is None:
        first = _told_first(task, ladder.best)
    ladder.stages = len(stages)
    held = list(task.ceilings)
    if task.warm is not None and task.held:
        held += ladder.hold(task.warm, stages[: task.held])
        stages = stages[task.held :]
    giving = [stage for stage in stages if stage.id in GIVING_WAY]
    if any(stage_value(problem, stage, ladder.best) for stage in giving):
        ladder = relieve(ladder, giving)
        held += [(s, line.value) for s, line in zip(giving, ladder.ledger, strict=True)]
        stages = stages[len(giving) :]
    if not (task.ceilings or task.held):
        _fill(ladder, stages)
    if not _settle_by_patterns(ladder, stages, held):
        for stage, most in task.ceilings:
            ladder.cap(stage, most)
        ladder.climb(*stages)
    ladder.polish()
    return Solved(choices=ladder.best, ledger=ladder.final_ledger(), first_plan_seconds=first)


def _told_first(task: Task, plan: Choices | None) -> float | None:
    """Tell the first plan, and give when it was there; ``None`` where there is none yet."""
    if plan is None:
        return None
    first = task.clock.spent
    if task.on_progress and task.stages:
        known = progress_of(
            task.problem, task.stages[0], plan, stages=len(task.stages), seconds=first
        )
        task.on_progress(known)
    return first


def _fill(ladder: Ladder, stages: Sequence[Stage]) -> None:
    """Take on at once who has room, so that every search starts from there."""
    best = filled(ladder.problem, stages, ladder.best)
    if best is not ladder.best:
        ladder.best = best
        ladder.tell(stages[0], best, None)


def _settle_by_patterns(
    ladder: Ladder, stages: Sequence[Stage], held: Sequence[tuple[Stage, int]]
) -> bool:
    """Settle all stages by choosing among caseloads, where that is the faster way and succeeds.

    Where it does not, the best plan it found is kept, and the compact model goes on from it.
    """
    if not _FROM <= ladder.compact.pairs < _UNDER or not ladder.proven:
        return False
    share = Clock(_SHARE_FOR_PATTERNS * ladder.clock.left, stop=ladder.clock.stop)
    solved = solve_by_patterns(
        ladder.problem,
        stages,
        share,
        ceilings=held,
        warm=ladder.best,
        on_best=partial(ladder.offer, stages),
    )
    if solved is None or solved.choices is None:
        return False
    ladder.settle(solved.choices, solved.ledger)
    return True
