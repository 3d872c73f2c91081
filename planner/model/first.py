"""A first plan at once: everyone kept, mandatory and pinned units placed by hand.

No search: it is checked by the rules like any other plan, and given up where
they do not hold, so that a search takes over.
"""

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence

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
    _place_mandatory(problem, holders)
    choices = everything_missed(problem, holders)
    return choices if meets_rules(problem, choices) else None


def plan_at_hand(problem: Problem, warm: Choices | None = None) -> Choices | None:
    """Give the warm plan where it meets every rule, else a first one, with the least missed."""
    best = warm if warm is not None and meets_rules(problem, warm) else first_plan(problem)
    return None if best is None else least_missed(problem, best.holders)


def meets_rules(problem: Problem, choices: Choices) -> bool:
    """Whether no rule finds anything in a plan."""
    return not any(rule.check(problem, choices) for rule in RULES)


def _place_mandatory(problem: Problem, holders: dict[str, str]) -> None:
    """Give each mandatory unit that nobody holds to whom the fewest limits give way for.

    Where that is the same for several, to whom it takes the fewest hours.
    """
    taken = {
        carrier.id: [unit for unit in problem.units if holders[unit.id] == carrier.id]
        for carrier in problem.carriers
    }
    for unit in problem.units:
        if not unit.mandatory or unit.excused or holders[unit.id]:
            continue
        costs = {
            carrier.id: _cost(problem, unit, carrier, holders, taken)
            for carrier in problem.carriers
            if may_hold(problem, unit, carrier.id)
        }
        if costs:
            least = min(costs.values())
            equal = [carrier for carrier in costs if costs[carrier] == least]
            equal.sort(key=lambda carrier: (_hours(problem, unit, carrier), carrier))
            holder = _least_short(problem, unit, equal, holders)
            holders[unit.id] = holder
            taken[holder].append(unit)


def _hours(problem: Problem, unit: Unit, carrier: str) -> int:
    pair = problem.pairs[unit.id, carrier]
    return pair.demand_half_hours + pair.give_half_hours


def _cost(
    problem: Problem,
    unit: Unit,
    carrier: Carrier,
    holders: dict[str, str],
    taken: Mapping[str, Sequence[Unit]],
) -> tuple[int, ...]:
    """Give what it adds to each stage of limits that give way that this carrier holds a unit.

    Changes and de-allocations beyond their limits are left out: nobody who may
    hold the unit holds it now, so that they are the same whoever does.
    """
    people = [c for c in problem.carriers if c.id in (carrier.id, unit.holder)]
    before = [(c, taken[c.id]) for c in people]
    after = [(c, [*own, unit] if c is carrier else own) for c, own in before]
    with_it = ChainMap({unit.id: carrier.id}, holders)
    amounts = zip(
        _given_way(problem, after, with_it), _given_way(problem, before, holders), strict=True
    )
    return tuple(more - less for more, less in amounts)


def _least_short(
    problem: Problem, unit: Unit, carriers: Sequence[str], holders: dict[str, str]
) -> str:
    """Choose with whom of some the least does not fit the duty pools; the first where equal."""
    if len(carriers) == 1:
        return carriers[0]
    team_of = {carrier.id: carrier.team for carrier in problem.carriers}
    teams = {unit.team, *(team_of[name] for name in (*carriers, unit.holder) if name)}
    best, least = "", None
    for carrier in carriers:
        short = _short(problem, teams, {**holders, unit.id: carrier})
        if least is None or short < least:
            best, least = carrier, short
        if not least:
            break
    return best


def _short(problem: Problem, teams: Iterable[str], holders: Mapping[str, str]) -> int:
    """Give the half-hours that do not fit the duty pools of some teams with all else missed."""
    items = (item for team in teams for item in problem.missables_of.get(team, ()))
    missed = _all_missed(items, holders)
    choices = Choices.model_construct(holders=holders, missed=missed)
    pools = [pool for pool in problem.pools if pool.team in teams]
    last = {pool.team: last_missed(problem, pool, choices) for pool in pools}
    choices = choices.model_copy(update={"oversight_missed": last})
    return sum(max(0, shortfall(problem, pool, choices)) for pool in pools)


def _given_way(
    problem: Problem,
    taken: Iterable[tuple[Carrier, Sequence[Unit]]],
    holders: Mapping[str, str],
) -> tuple[int, ...]:
    """Give what some practitioners' caseloads cost in each stage of limits that give way."""
    choices = Choices.model_construct(holders=holders)
    gives: list[GivenWay] = []
    for carrier, own in taken:
        for limit in ADDITIVE:
            gives += gives_of(limit, problem, carrier, own, choices)
        gives += fit.gives_of(problem, carrier.id, own)
    if not gives:
        return (0,) * len(STAGE_0)
    given = Choices.model_construct(holders=holders, gives=tuple(gives))
    return tuple(
        sum(BY_ID[term].value(problem, given) for term in stage.terms) for stage in STAGE_0
    )


def everything_missed(problem: Problem, holders: Mapping[str, str]) -> Choices:
    """Settle a plan in which whatever may be missed is missed: always feasible."""
    missed = _all_missed(problem.missables, holders)
    taken = Choices(holders={unit.id: holders.get(unit.id, "") for unit in problem.units})
    oversight = {pool.team: last_missed(problem, pool, taken) for pool in problem.pools}
    return settle(problem, holders, missed, oversight)


def _all_missed(items: Iterable[Missable], holders: Mapping[str, str]) -> dict[str, int]:
    return {i.id: i.most for i in items if holders.get(i.unit, "") == i.practitioner}
