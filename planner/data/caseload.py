"""Case hours of one practitioner: what rules and terms both add up."""

from planner.data.board import Key, Take
from planner.data.plan import Choices
from planner.data.problem import Carrier, Problem


def case_half_hours(problem: Problem, carrier: Carrier, choices: Choices) -> int:
    """Add up a practitioner's demand and the handovers they give, in half-hours."""
    hours = 0
    for unit in problem.units:
        holder = choices.holders[unit.id]
        if holder == carrier.id:
            hours += problem.pairs[unit.id, holder].demand_half_hours
        elif holder and unit.holder == carrier.id:
            hours += problem.pairs[unit.id, holder].give_half_hours
    return hours


def case_keys(problem: Problem, carrier: Carrier) -> dict[Key, int]:
    """Give what each choice adds to a practitioner's case hours, in half-hours."""
    keys: dict[Key, int] = {}
    for unit in problem.units:
        pair = problem.pairs[unit.id, carrier.id]
        if pair.demand_half_hours:
            keys[Take(unit.id, carrier.id)] = pair.demand_half_hours
        if unit.holder == carrier.id:
            for other in problem.carriers:
                handover = problem.pairs[unit.id, other.id].give_half_hours
                if handover:
                    keys[Take(unit.id, other.id)] = handover
    return keys
