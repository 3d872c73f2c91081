"""A team's duty pool read from a plan: what it has, what falls due, what is short."""

from collections.abc import Iterator

from planner.data.plan import Choices
from planner.data.problem import Pair, Problem, TeamPool, Unit


def pool_supply(problem: Problem, pool: TeamPool) -> int:
    """Give what a team's pool would have with no case at all."""
    return pool.duty_half_hours + sum(
        p.capacity_half_hours for p in problem.carriers if p.present and p.team == pool.team
    )


def pool_half_hours(problem: Problem, pool: TeamPool, choices: Choices) -> int:
    """Give the half-hours of a team's duty pool, none where people are over by more."""
    return max(0, pool_supply(problem, pool) - _hours_taken(problem, pool, choices))


def _hours_taken(problem: Problem, pool: TeamPool, choices: Choices) -> int:
    """Add up the case hours of the team's present carriers in a plan."""
    present = {p.id for p in problem.carriers if p.present and p.team == pool.team}
    hours = 0
    for unit in problem.units:
        holder = choices.holders.get(unit.id, "")
        if holder in present:
            hours += problem.pairs[unit.id, holder].demand_half_hours
        if unit.holder in present and holder not in ("", unit.holder):
            pair = problem.pairs.get((unit.id, holder))
            hours += pair.give_half_hours if pair else 0
    return hours


def _held(problem: Problem, pool: TeamPool, choices: Choices) -> Iterator[tuple[Unit, Pair]]:
    """Yield the team's units that somebody holds in a plan, each with its pair."""
    for unit in problem.units_of.get(pool.team, ()):
        pair = problem.pairs.get((unit.id, choices.holders.get(unit.id, "")))
        if pair is not None:
            yield unit, pair


def shortfall(problem: Problem, pool: TeamPool, choices: Choices) -> int:
    """Give the half-hours that do not fit a team's pool after all that is missed."""
    waiting = sum(unit.waiting_half_hours for unit in problem.units_of.get(pool.team, ()))
    due = waiting + pool.contracted_half_hours + pool.reserve_half_hours
    missed = choices.oversight_missed.get(pool.team, 0) + sum(
        item.half_hours * choices.missed.get(item.id, 0)
        for item in problem.missables_of.get(pool.team, ())
    )
    falls_due = due + sum(
        pair.cover_half_hours - unit.waiting_half_hours
        for unit, pair in _held(problem, pool, choices)
    )
    return falls_due - missed - pool_half_hours(problem, pool, choices)


def last_missed(problem: Problem, pool: TeamPool, choices: Choices) -> int:
    """Give the most half-hours of oversight and reserve that a team may miss in a plan."""
    fixed = pool.contracted_half_hours + pool.reserve_half_hours
    oversight = sum(unit.oversight_half_hours for unit in problem.units_of.get(pool.team, ()))
    taken = sum(
        pair.cover_rest_half_hours - unit.oversight_half_hours
        for unit, pair in _held(problem, pool, choices)
    )
    return fixed + oversight + taken
