"""A first plan at once: everyone kept, mandatory and pinned units placed by hand.

No search: it is checked by the rules like any other plan, and given up where
they do not hold, so that a search takes over.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from planner.data.plan import Choices, GivenWay
from planner.data.problem import Carrier, Missable, Problem, Unit
from planner.model.missing import least_missed
from planner.rules import ADDITIVE, RULES, fit, settle
from planner.rules.additive import gives_of
from planner.rules.eligible import may_hold
from planner.rules.pool import last_missed, shortfall
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


def plan_at_hand(problem: Problem, warm: Choices | None = None) -> Choices | None:
    """Give the warm plan where it meets every rule, else a first one, with the least missed."""
    best = warm if warm is not None and meets_rules(problem, warm) else first_plan(problem)
    return None if best is None else least_missed(problem, best.holders)


def meets_rules(problem: Problem, choices: Choices) -> bool:
    """Whether no rule finds anything in a plan."""
    return not any(rule.check(problem, choices) for rule in RULES)


def _place(problem: Problem, unit: Unit, holders: dict[str, str]) -> None:
    """Give a mandatory unit to whom the fewest limits give way for."""
    costs = [
        (_cost(problem, unit, carrier, holders), carrier.id)
        for carrier in problem.carriers
        if may_hold(problem, unit, carrier.id)
    ]
    if costs:
        holders[unit.id] = min(costs)[1]


def _cost(
    problem: Problem, unit: Unit, carrier: Carrier, holders: Mapping[str, str]
) -> tuple[int, ...]:
    """Give what it adds to each stage of limits that give way that this carrier holds a unit.

    Changes and de-allocations beyond their limits are left out: nobody who may
    hold the unit holds it now, so that they are the same whoever does.
    """
    concerned = [c for c in problem.carriers if c.id in (carrier.id, unit.holder)]
    teams = {unit.team, *(c.team for c in concerned)}
    before, after = (
        _settled_in_part(problem, chosen, concerned, teams)
        for chosen in (holders, {**holders, unit.id: carrier.id})
    )
    return tuple(
        sum(
            BY_ID[term].value(problem, after) - BY_ID[term].value(problem, before) for term in terms
        )
        for terms in (stage.terms for stage in STAGE_0)
    )


def _settled_in_part(
    problem: Problem,
    holders: Mapping[str, str],
    carriers: Sequence[Carrier],
    teams: Collection[str],
) -> Choices:
    """Settle a plan for some practitioners and teams alone, with everything missed."""
    choices = Choices(
        holders=holders,
        missed=_all_missed(
            (i for team in teams for i in problem.missables_of.get(team, ())), holders
        ),
    )
    gives: list[GivenWay] = []
    for carrier in carriers:
        taken = [unit for unit in problem.units if holders[unit.id] == carrier.id]
        for limit in ADDITIVE:
            gives += gives_of(limit, problem, carrier, taken, choices)
        gives += fit.gives_of(problem, carrier.id, taken)
    pools = [pool for pool in problem.pools if pool.team in teams]
    missed = {pool.team: last_missed(problem, pool, choices) for pool in pools}
    choices = choices.model_copy(update={"oversight_missed": missed})
    short = {pool.team: max(0, shortfall(problem, pool, choices)) for pool in pools}
    return choices.model_copy(update={"gives": tuple(gives), "short": short})


def everything_missed(problem: Problem, holders: Mapping[str, str]) -> Choices:
    """Settle a plan in which whatever may be missed is missed: always feasible."""
    missed = _all_missed(problem.missables, holders)
    taken = Choices(holders={unit.id: holders.get(unit.id, "") for unit in problem.units})
    oversight = {pool.team: last_missed(problem, pool, taken) for pool in problem.pools}
    return settle(problem, holders, missed, oversight)


def _all_missed(items: Iterable[Missable], holders: Mapping[str, str]) -> dict[str, int]:
    return {i.id: i.most for i in items if holders.get(i.unit, "") == i.practitioner}
