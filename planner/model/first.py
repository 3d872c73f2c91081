"""A first plan at once: everyone kept, mandatory and pinned units placed by hand.

No search: it is checked by the rules like any other plan, and given up where
they do not hold, so that a search takes over.
"""

from collections.abc import Mapping

from planner.data.plan import Choices
from planner.data.problem import Problem, Unit
from planner.rules import RULES, settle
from planner.rules.duty import last_missed
from planner.rules.eligible import may_hold
from planner.terms import BY_ID, STAGE_0


def first_plan(problem: Problem) -> Choices | None:
    """Give a plan that meets every rule, or ``None`` where this simple way finds none."""
    holders = {
        unit.id: unit.holder if unit.holder and may_hold(problem, unit, unit.holder) else ""
        for unit in problem.units
    }
    carriers = {carrier.id for carrier in problem.carriers}
    for unit in problem.units:
        if unit.pinned_to and unit.pinned_to not in carriers:
            return None
        if unit.pinned_to:
            holders[unit.id] = unit.pinned_to
    for unit in problem.units:
        if unit.mandatory and not unit.excused and not holders[unit.id]:
            _place(problem, unit, holders)
    choices = everything_missed(problem, holders)
    return choices if meets_rules(problem, choices) else None


def meets_rules(problem: Problem, choices: Choices) -> bool:
    """Whether no rule finds anything in a plan."""
    return not any(rule.check(problem, choices) for rule in RULES)


def _place(problem: Problem, unit: Unit, holders: dict[str, str]) -> None:
    """Give a mandatory unit to whom the fewest limits give way for."""
    best: tuple[list[int], str] | None = None
    for carrier in problem.carriers:
        if not may_hold(problem, unit, carrier.id):
            continue
        choices = everything_missed(problem, {**holders, unit.id: carrier.id})
        cost = [
            sum(BY_ID[term].value(problem, choices) for term in stage.terms) for stage in STAGE_0
        ]
        if best is None or (cost, carrier.id) < best:
            best = cost, carrier.id
    if best is not None:
        holders[unit.id] = best[1]


def everything_missed(problem: Problem, holders: Mapping[str, str]) -> Choices:
    """Settle a plan in which whatever may be missed is missed: always feasible."""
    missed = {
        item.id: item.most
        for item in problem.missables
        if holders.get(item.unit, "") == item.practitioner
    }
    settled = settle(problem, holders, missed, {})
    oversight = {pool.team: last_missed(problem, pool, settled) for pool in problem.pools}
    return settle(problem, holders, missed, oversight)
