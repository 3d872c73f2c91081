"""Teams that have nothing to do with each other: each group is a problem of its own.

A unit weighs on its own team's duty pool, a practitioner on their own team's, and
whoever holds or may hold a unit ties the two teams together. Teams that nothing
ties share only the limits on changes and de-allocations of the whole.

Each group is a relaxation. The part of any plan that lies in a group meets every
rule of the group; and no stage costs less than its groups' parts together: the
terms are sums over units, practitioners and teams, and what two groups go
beyond one limit, each by itself, is never more than they go beyond it together.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.rules import RULES, settle
from planner.rules.eligible import may_hold
from planner.rules.moves import team_limits_may_give

# Rules of one unit, one practitioner or one team, and the two limits of the whole. A rule
# that is not here might tie teams together in a way that nothing below would see.
_UNDERSTOOD = frozenset(
    {
        "single_holder",
        "mandatory",
        "presence",
        "away_too_long",
        "conflict",
        "bar",
        "reach",
        "pin",
        "asked",
        "hours",
        "children",
        "intensive",
        "high_risk",
        "new_families",
        "fit",
        "changes",
        "deallocations",
        "duty",
    }
)


def groups_of(problem: Problem) -> tuple[Problem, ...]:
    """Take a problem apart, the smallest group first; itself alone where all hangs together."""
    groups = _groups(problem)
    if len(groups) < 2 or not _UNDERSTOOD.issuperset(rule.id for rule in RULES):
        return (problem,)
    parts = [_part(problem, teams) for teams in groups]
    return tuple(sorted(parts, key=lambda part: len(part.pairs)))


def at_home(problem: Problem) -> Problem:
    """Give the problem in which nobody newly takes on a family of another team.

    What is a plan of it is a plan of the problem; its bounds say nothing.
    """
    pairs = {
        key: pair.model_copy(update={"out_of_reach": True})
        if pair.borrowed and not pair.held
        else pair
        for key, pair in problem.pairs.items()
    }
    return problem.model_copy(update={"pairs": pairs})


def part_of(choices: Choices, group: Problem) -> Choices:
    """Give the part of a plan that lies in a group."""
    items = {item.id for item in group.missables}
    teams = {pool.team for pool in group.pools}
    return settle(
        group,
        {unit.id: choices.holders.get(unit.id, "") for unit in group.units},
        {item: count for item, count in choices.missed.items() if item in items},
        {team: n for team, n in choices.oversight_missed.items() if team in teams},
    )


def join(problem: Problem, parts: Iterable[Choices]) -> Choices:
    """Put the parts of a plan together again."""
    parts = tuple(parts)
    return settle(
        problem,
        {unit: holder for part in parts for unit, holder in part.holders.items()},
        {item: count for part in parts for item, count in part.missed.items()},
        {team: count for part in parts for team, count in part.oversight_missed.items()},
    )


def _groups(problem: Problem) -> Sequence[frozenset[str]]:
    """Give the teams that hang together, a set for each group."""
    group = {team: {team} for team in _teams(problem)}
    for one, other in _ties(problem, group):
        group[one] |= group[other]
        for team in group[one]:
            group[team] = group[one]
    return list(dict.fromkeys(frozenset(teams) for teams in group.values()))


def _teams(problem: Problem) -> Iterator[str]:
    """Yield every team, some of them more than once."""
    for rows in (problem.pools, problem.units, problem.carriers, problem.missables):
        yield from (row.team for row in rows)


def _ties(problem: Problem, group: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Yield two teams that are not in one group yet and have to be."""
    teams = {carrier.id: carrier.team for carrier in problem.carriers}
    units = {unit.id: unit for unit in problem.units}
    for item in problem.missables:
        yield item.team, units[item.unit].team
    for pair in problem.pairs.values():
        unit, team = units[pair.unit], teams[pair.practitioner]
        if team not in group[unit.team] and (
            unit.holder == pair.practitioner or may_hold(problem, unit, pair.practitioner)
        ):
            yield unit.team, team


def _part(problem: Problem, teams: frozenset[str]) -> Problem:
    """Cut a group's part out of a problem, with the limits of the whole."""
    units = tuple(unit for unit in problem.units if unit.team in teams)
    carriers = tuple(carrier for carrier in problem.carriers if carrier.team in teams)
    own, named = [unit.id for unit in units], [carrier.id for carrier in carriers]
    part = problem.model_copy(
        update={
            "units": units,
            "carriers": carriers,
            "pairs": {key: problem.pairs[key] for key in product(own, named)},
            "missables": tuple(
                item
                for item in problem.missables
                if item.team in teams and item.practitioner in ("", *named)
            ),
            "pools": tuple(pool for pool in problem.pools if pool.team in teams),
        }
    )
    return _loosened(problem, part)


def _loosened(problem: Problem, part: Problem) -> Problem:
    """Leave a group without limits of the whole that only others can make give way."""
    if team_limits_may_give(part) or not team_limits_may_give(problem):
        return part
    everyone = sum(len(unit.children) for unit in part.units)
    return part.model_copy(
        update={
            "changes_limit": max(problem.changes_limit, everyone),
            "deallocations_limit": max(problem.deallocations_limit, everyone),
        }
    )
