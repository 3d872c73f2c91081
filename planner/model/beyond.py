"""Whether any plan beyond the limits that held before is as good as the plan before.

Stage by stage it is asked whether anything costs less at all: that there is nothing is settled
several times as fast so as by the least cost (measured, see ``docs/engine.md``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from planner.data.board import Cost, Key, Take
from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model.before import Loosened
from planner.model.clock import Clock
from planner.model.compact import Compact, read_choices
from planner.model.posted import post_all
from planner.model.search import CUTS_ONLY, Answer, Found, search
from planner.rules.additive import coefficients

# Measured: that nothing is as good where stages above are tied takes half as long, or very long.
_SECONDS_FOR_A_TIE = 0.1


@dataclass(frozen=True)
class Beyond:
    """What is known of plans beyond the limits that held before.

    ``better`` is one that is better than the best plan within them. ``settled`` counts the
    stages, from the first on, in which no plan is better than that: than the better one where
    there is one, else than the best plan before.
    """

    better: Choices | None = None
    settled: int = 0


@dataclass
class _Asked:
    """A copy of a model with a row more, and the keys its variables stand for."""

    model: cp_model.CpModel
    variables: dict[Key, cp_model.IntVar]


def look_beyond(
    problem: Problem,
    stages: Sequence[Stage],
    values: Sequence[int],
    limits: Sequence[Loosened],
    clock: Clock,
) -> Beyond:
    """Search beyond the limits that held before for a plan that costs less, stage after stage.

    Parameters
    ----------
    values : sequence of int
        What the best plan within the limits before costs in each of the stages.
    """
    posted, costs = post_all(problem)
    compact = Compact(problem, posted)
    _go_beyond(compact, limits)
    settled = 0
    for stage, value in zip(stages, values, strict=True):
        cost = compact.add_up([costs[term] for term in stage.terms])
        if value:
            answer = _better(compact, cost, value, clock, tied=any(values[:settled]))
            if answer is None:
                break
            if answer.found is Found.UNKNOWN:
                return Beyond(settled=settled)
            if answer.values and _worth(cost, answer) < value:
                settled += answer.found is Found.OPTIMAL
                return Beyond(read_choices(problem, answer.values), settled)
        compact.limit(cost, value)
        settled += 1
    return Beyond(settled=len(stages))


def _go_beyond(compact: Compact, limits: Sequence[Loosened]) -> None:
    """Ask that somebody is over what was allowed before."""
    over = []
    for loosened in limits:
        here = compact.model.new_bool_var("")
        _be_over(compact, loosened, here)
        over.append(here)
    compact.model.add_bool_or(over)


def _be_over(compact: Compact, loosened: Loosened, here: cp_model.IntVar) -> None:
    """Where ``here`` holds, one total is over the limit before, as what is taken on counts.

    Over the limit, and something is taken on; or over what might be kept, too.
    """
    limit, problem = loosened.limit, compact.problem
    terms = coefficients(limit, problem, loosened.new)
    total = compact.add_up([Cost(0, terms)])
    compact.at_least(total, loosened.most + 1, here)
    ceiling = limit.ceiling(problem, loosened.old, loosened.most)
    if ceiling == loosened.most:
        return
    kept = compact.model.new_bool_var("")
    compact.at_least(total, ceiling + 1, kept)
    fresh = (Take(unit.id, loosened.new.id) for unit in limit.fresh(problem, loosened.new))
    taken_on = [compact.variables[key] for key in fresh if key in compact.variables]
    compact.model.add_bool_or([kept, *taken_on]).only_enforce_if(here)


def _better(compact: Compact, cost: Cost, value: int, clock: Clock, *, tied: bool) -> Answer | None:
    """Search for less than this; ``None`` where nothing is even as good.

    Where stages above cost something and are tied, there is often nothing as good, which is
    then seen at once.
    """
    if tied:
        soon = Clock(min(_SECONDS_FOR_A_TIE, clock.left), clock.workers, clock.seed, clock.stop)
        answer = _least(compact, cost, value, soon)
        if answer.found is Found.INFEASIBLE:
            return None
        if answer.found is Found.OPTIMAL:
            return answer
    return _less(compact, cost, value, clock)


def _less(compact: Compact, cost: Cost, most: int, clock: Clock) -> Answer:
    """Ask for any plan that costs less; where there is one, for the least."""
    asked = _Asked(compact.model.clone(), compact.variables)
    asked.model.clear_objective()
    asked.model.add(compact.sum_of(cost) <= most - 1)
    answer = search(asked, clock, first=CUTS_ONLY)
    if not answer.values:
        return answer
    # Without a hint: with one the search of the least was slower (measured).
    best = _least(compact, cost, _worth(cost, answer), clock)
    return best if best.values else replace(answer, found=Found.FEASIBLE)


def _least(compact: Compact, cost: Cost, most: int, clock: Clock) -> Answer:
    """Search for the least cost up to this."""
    compact.limit(cost, most)
    compact.minimize(cost)
    return search(compact, clock, first=CUTS_ONLY)


def _worth(cost: Cost, answer: Answer) -> int:
    """Give what the plan that was found costs."""
    spent = sum(c * answer.values.get(key, 0) for key, c in cost.coefficients.items())
    return cost.constant + spent
