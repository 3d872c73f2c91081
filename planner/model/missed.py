"""The best of what to miss for an arrangement that is given, not chosen."""

from collections.abc import Mapping

from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.model.clock import Clock
from planner.model.compact import Compact, read_choices
from planner.model.first import everything_missed
from planner.model.posted import Posted
from planner.model.search import Found, search
from planner.model.values import values_of
from planner.rules import duty
from planner.terms import BY_ID

# The stages that only what is missed can change, in their order, and the tie-break.
_MISSED = (
    ("duty_short",),
    ("contact_missed_watched",),
    ("contact_missed_other",),
    ("oversight_missed",),
    ("tie_break",),
)


def solve_missed(problem: Problem, holders: Mapping[str, str], clock: Clock) -> Choices:
    """Choose the best of what to miss for an arrangement that is given, not chosen.

    Rules are not asked: the arrangement may be the team as it stands, with
    whatever it breaks. Only the duty pool is balanced, stage by stage.
    """
    posted = Posted()
    duty.RULE.post(posted, _without_limits(problem))
    costs = {term: BY_ID[term].cost(posted, problem) for stage in _MISSED for term in stage}
    compact = Compact(problem, posted)
    compact.fix(holders)
    best = everything_missed(problem, holders)
    for stage in _MISSED:
        cost = compact.add_up([costs[term] for term in stage])
        compact.minimize(cost)
        compact.hint(values_of(problem, best))
        answer = search(compact, clock)
        if answer.found in (Found.INFEASIBLE, Found.UNKNOWN):
            break
        best = read_choices(problem, answer.values)
        compact.limit(cost, answer.objective)
    return best


def _without_limits(problem: Problem) -> Problem:
    """Lift the limits on hours, which bound how far a duty pool can fall short."""
    everything = sum(pair.demand_half_hours for pair in problem.pairs.values())
    carriers = tuple(
        carrier.model_copy(update={"limit_half_hours": everything}) for carrier in problem.carriers
    )
    return problem.model_copy(update={"carriers": carriers})
