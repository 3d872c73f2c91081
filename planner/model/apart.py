"""An area group by group: teams that share nothing are solved by themselves and joined.

Each group is a relaxation (see ``groups.py``), so what all of them cost together is
the least that any plan of the whole can. Where the joined plan costs just that, it
is the best one. Where the groups together pass a limit of the whole, each gets its
share of the limit: a plan to start from for the whole, whose bound stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.model.beside import SolveOne, solve_beside
from planner.model.first import meets_rules, plan_at_hand
from planner.model.groups import join, part_of
from planner.model.lines import least_of, stage_value
from planner.model.news import News, together
from planner.model.shares import limits, shared, under, used
from planner.model.solved import Solved
from planner.model.task import Task

# What a first round may use where groups wait for a turn; hard ones get another in the rest.
_SHARE_OF_THE_FIRST_ROUND = 0.75
# Of what is left then, groups that must give something up may use this; the rest is for the whole.
_SHARE_UNDER_SHARED_LIMITS = 0.5


@dataclass(frozen=True)
class Joined:
    """What solving group by group came to.

    ``choices`` are a plan of the whole; ``least`` is what no plan of it is under, read
    in the order of the stages. ``settled`` says that the whole has nothing to add: no
    limit of the whole made a group give anything up.
    """

    choices: Choices | None = None
    least: tuple[int, ...] = ()
    infeasible: bool = False
    settled: bool = False
    first_plan_seconds: float | None = None


def solve_apart(task: Task, groups: Sequence[Problem], solve: SolveOne) -> Joined:
    """Solve every group, give the hard ones another turn, and join their plans.

    ``task.warm``, where there is one, is a plan of the whole; under ceilings there is.
    """
    start = plan_at_hand(task.problem, task.warm)
    parts = [None if start is None else part_of(start, group) for group in groups]
    news = News(task, list(parts), [(0,) * len(task.stages)] * len(groups))
    news.tell()
    tasks = [
        # A plan made at once is no start for teams that make their own at once.
        replace(task, problem=group, warm=task.warm and parts[at], on_progress=news.ear(at))
        for at, group in enumerate(groups)
    ]
    found = _relaxed(tasks, task, solve, news)
    least = together(news.least)
    if any(solved.infeasible for solved in found):
        return Joined(infeasible=True)
    plans = [solved.choices for solved in found if solved.choices is not None]
    if len(plans) < len(groups):
        return Joined(least=least, first_plan_seconds=news.first)
    whole = join(task.problem, plans)
    if _adds_up(task, whole, found):
        return Joined(whole, least, settled=True, first_plan_seconds=news.first)
    if task.ceilings:
        # The plan in hand keeps the ceilings; what a group's share of them would be is not known.
        return Joined(least=least, first_plan_seconds=news.first)
    found = _under_shares(tasks, task, plans, solve)
    plans = [solved.choices for solved in found if solved.choices is not None]
    whole = join(task.problem, plans)
    kept = len(plans) == len(groups) and _keeps(task, whole)
    return Joined(whole if kept else None, least, first_plan_seconds=news.first)


def _relaxed(tasks: list[Task], task: Task, solve: SolveOne, news: News) -> list[Solved]:
    """Solve every group under the limits of the whole; the hard ones get another turn."""
    found: dict[int, Solved] = {}

    def know(at: int, solved: Solved) -> None:
        if at not in found or _better(solved, found[at]):
            found[at] = solved
        news.know(at, found[at].choices, least_of(solved.ledger) or (0,) * len(task.stages))

    share = 1.0 if len(tasks) <= task.clock.workers else _SHARE_OF_THE_FIRST_ROUND
    solve_beside(dict(enumerate(tasks)), task.clock, share, solve, know)
    # From the same start: another start is another search, and may take longer.
    hard = {
        at: tasks[at]
        for at, solved in found.items()
        if not (solved.infeasible or (solved.ledger and solved.ledger[-1].proven))
    }
    if task.clock.left > 0 and not any(solved.infeasible for solved in found.values()):
        solve_beside(hard, task.clock, 1.0, solve, know)
    return [found[at] for at in range(len(tasks))]


def _better(one: Solved, other: Solved) -> bool:
    """Whether one answer says more than the other: proof that there is no plan, or a better one."""
    values, others = ([line.value for line in solved.ledger] for solved in (one, other))
    return one.infeasible or (one.choices is not None and (not others or values <= others))


def _under_shares(
    tasks: Sequence[Task], task: Task, plans: Sequence[Choices], solve: SolveOne
) -> list[Solved]:
    """Solve those groups again that use more than their share of a limit of the whole."""
    uses = [used(one, plan) for one, plan in zip(tasks, plans, strict=True)]
    by_limit = [
        shared(limit, own) for limit, own in zip(limits(task), zip(*uses, strict=True), strict=True)
    ]
    found = {at: Solved(choices=plan) for at, plan in enumerate(plans)}
    again = {
        at: replace(under(tasks[at], own), on_progress=None)
        for at, own in enumerate(zip(*by_limit, strict=True))
        if any(use > most for use, most in zip(uses[at], own, strict=True))
    }
    solve_beside(again, task.clock, _SHARE_UNDER_SHARED_LIMITS, solve, found.__setitem__)
    return [found[at] for at in range(len(tasks))]


def _keeps(task: Task, whole: Choices) -> bool:
    """Whether a joined plan meets every rule and passes no ceiling."""
    ceilings = all(stage_value(task.problem, s, whole) <= most for s, most in task.ceilings)
    return ceilings and meets_rules(task.problem, whole)


def _adds_up(task: Task, whole: Choices, found: Sequence[Solved]) -> bool:
    """Whether a joined plan is one, and costs in every stage what the groups cost together."""
    ledgers = zip(*(solved.ledger for solved in found), strict=True)
    together = [sum(line.value for line in lines) for lines in ledgers]
    return _keeps(task, whole) and together == [
        stage_value(task.problem, stage, whole) for stage in task.stages
    ]
