"""From a plan's choices back to the values of every key, to start a search from."""

from collections import defaultdict

from planner.data.board import (
    Fresh,
    Further,
    Give,
    Key,
    Miss,
    MissOversight,
    Short,
    Step,
    Take,
)
from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.rules import ADDITIVE
from planner.terms.load import MOST_STEPS, load_steps


def values_of(problem: Problem, choices: Choices) -> dict[Key, int]:
    """Give the value of every key in a plan; keys left out are zero."""
    values: dict[Key, int] = {
        Take(unit, holder): 1 for unit, holder in choices.holders.items() if holder
    }
    values.update({Miss(item): count for item, count in choices.missed.items()})
    values.update({MissOversight(t): count for t, count in choices.oversight_missed.items()})
    values.update({Short(team): count for team, count in choices.short.items()})
    values.update(_gives(problem, choices))
    values.update(_fresh(problem, choices))
    for carrier in problem.carriers:
        if carrier.present:
            reached = min(MOST_STEPS, load_steps(problem, carrier, choices))
            values.update({Step(carrier.id, step): 1 for step in range(1, reached + 1)})
    return values


def _gives(problem: Problem, choices: Choices) -> dict[Key, int]:
    values: dict[Key, int] = {}
    over: defaultdict[str, int] = defaultdict(int)
    for give in choices.gives:
        if give.limit == "fit":  # counted on the pair itself, see giving_way
            continue
        values[Give(give.limit, give.practitioner, give.unit)] = give.amount
        if give.limit == "hours" and problem.unit(give.unit).mandatory:
            over[give.practitioner] += give.amount
    for practitioner, amount in over.items():
        values[Further(practitioner)] = max(0, amount - problem.hours_over_first)
    return values


def _fresh(problem: Problem, choices: Choices) -> dict[Key, int]:
    return {
        Fresh(limit.id, carrier.id): 1
        for limit in ADDITIVE
        for carrier in problem.carriers
        if any(choices.holders[unit.id] == carrier.id for unit in limit.fresh(problem, carrier))
    }
