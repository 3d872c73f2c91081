"""The second source for single placements and prices: `docs/questions.md` sections 5 and 6.

Placements are scored one by one with nothing re-planned; fronts and curves solve the team again
for every number and every half-hour.
"""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from planner.data.policy import Policy
from planner.data.scenario import Practitioner, Scenario
from tests.oracle import BANDS, GIVING, Arrangement, Evaluation, OracleResult, Team, solve
from tests.oracle_office import Office

CEILING = "1 without de-allocations"
POLICY_STAGES = (*GIVING, CEILING, *BANDS, "2d", "1", "3a", "3b", "3c")

Values = dict[str, int]

# Section 5


def single_placements(
    scenario: Scenario, policy: Policy, holders: Mapping[str, str], unit: str
) -> dict[str, Evaluation]:
    """Give this one unit to each present practitioner in turn: what breaks, and the values.

    A mandatory allocation that nobody can meet is not counted as broken.
    """
    team = Team(scenario, policy)
    names = sorted(n for n in team.measure.carriers if team.measure.present(n))
    return {name: _placed(team, {**holders, unit: name}) for name in names}


def top_placements(found: Mapping[str, Evaluation], order: tuple[str, ...]) -> list[str]:
    """Give the placements that break nothing, least values first, ties by id."""
    allowed = [name for name, e in found.items() if not e.violated]
    return sorted(allowed, key=lambda n: (*(found[n].stages[s] for s in order), n))


def _placed(team: Team, holders: Mapping[str, str]) -> Evaluation:
    plan = Arrangement(team, {u.id: holders.get(u.id, "") for u in team.units})
    allowed = team.scenario.limits.deallocations
    unmet = {("mandatory allocation", unit) for unit in team.unmet}
    broken = {rule for rule, subject in plan.broken if (rule, subject) not in unmet}
    if not plan.within(allowed):
        broken.add("de-allocations")
    return Evaluation(tuple(sorted(broken)), plan.stages(allowed))


# Section 6


def policy_values(scenario: Scenario, policy: Policy) -> Values | None:
    """Give the policy stages of the best plan, in the order in which two teams are compared.

    The ceiling stands in its place before stage 2; it is stage 1 itself where there is none.
    """
    found, limits = solve(scenario, policy), scenario.limits
    if not found.feasible:
        return None
    counted = bool(limits.deallocations) and not limits.deallocate_for_any
    return _ordered(found, counted)


def _ordered(found: OracleResult, counted: bool) -> Values:
    known = {
        **found.stages,
        CEILING: found.stages["1"] if found.ceiling is None else found.ceiling,
        "2d": found.stages["2d"] if counted else 0,
    }
    return {stage: known[stage] for stage in POLICY_STAGES}


def better(one: Values | None, other: Values | None) -> bool:
    """Whether a plan exists and is better than the other, or the other does not exist."""
    if one is None or other is None:
        return one is not None and other is None
    return [one[s] for s in POLICY_STAGES] < [other[s] for s in POLICY_STAGES]


def front(scenario: Scenario, policy: Policy, of: str, most: int) -> list[tuple[int, Values]]:
    """Give each number of ``deallocations`` or ``changes`` at which the best plan gets better."""
    kept: list[tuple[int, Values]] = []
    for number in range(most + 1):
        limits = scenario.limits.model_copy(update={of: number})
        found = policy_values(scenario.model_copy(update={"limits": limits}), policy)
        if found is not None and better(found, kept[-1][1] if kept else None):
            kept.append((number, found))
    return kept


def curve_values(
    scenario: Scenario, policy: Policy, practitioner: str, half_hours: int
) -> Values | None:
    """Give the policy values with one practitioner's limit at this many half-hours.

    With no practitioner named, everybody's limit is raised by them.
    """
    office = Office(scenario, policy)
    limits = Team(scenario, policy).rules.limits

    def moved(row: Practitioner) -> Practitioner:
        name = row.practitioner
        if name not in office.carriers or practitioner not in ("", name):
            return row
        usual = 0 if practitioner else limits["hours", name] or 0
        return row.model_copy(update={"limit_hours": Decimal(usual + half_hours) / 2})

    people = tuple(moved(row) for row in scenario.practitioners)
    return policy_values(scenario.model_copy(update={"practitioners": people}), policy)


def curve_steps(
    scenario: Scenario, policy: Policy, practitioner: str, most: int
) -> list[tuple[int, Values]]:
    """Give the half-hours at which the values are better than half an hour below."""
    found = [(n, curve_values(scenario, policy, practitioner, n)) for n in range(most + 1)]
    steps = [(0, found[0][1])] if found[0][1] else []
    for (_, below), (number, values) in pairwise(found):
        if values is not None and better(values, below):
            steps.append((number, values))
    return steps
