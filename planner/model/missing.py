"""What to miss for an arrangement in hand: the least that balances each duty pool.

A knapsack cover for each team, by dynamic programming over the half-hours that
must be freed. Contacts of watched children count first, then points of other
contacts, then oversight; what is never missed is short only where all that may
be missed is not enough. It is where a search starts, and it costs no search.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from planner.data.plan import Choices
from planner.data.problem import Missable, Problem, TeamPool
from planner.rules import settle
from planner.rules.pool import last_missed, shortfall

# Larger than any sum of points, or of half-hours of oversight, in one team.
_LARGE = 1_000_000
_NEVER = np.iinfo(np.int64).max // 4


def least_missed(problem: Problem, holders: Mapping[str, str]) -> Choices:
    """Settle a plan for who holds what, with the least missed that balances the duty pools.

    Equal items are not told apart here: the tie-break stages settle that.
    """
    bare = settle(problem, holders, {}, {})
    missed: dict[str, int] = {}
    oversight: dict[str, int] = {}
    for pool in problem.pools:
        due = shortfall(problem, pool, bare)
        if due > 0:
            own, last = _team(problem, pool, bare, due)
            missed.update(own)
            oversight[pool.team] = last
    return settle(problem, holders, missed, oversight)


def _team(problem: Problem, pool: TeamPool, bare: Choices, due: int) -> tuple[dict[str, int], int]:
    """Choose what one team misses to free what is due, or as much as it can."""
    items = [
        item
        for item in problem.missables
        if item.team == pool.team
        and bare.holders.get(item.unit, "") == item.practitioner
        # What takes less than a half-hour frees none: missing it would help nobody.
        and item.half_hours
    ]
    last = last_missed(problem, pool, bare)
    most = last + sum(item.half_hours * item.most for item in items)
    if most <= due:
        return {item.id: item.most for item in items}, last
    copies = [item for item in items for _ in range(item.most)]
    cost, taken = _table(copies, due)
    left = due - np.arange(due + 1)
    total = np.where(left <= last, cost + left, _NEVER)
    freed = int(total.argmin())
    return _read(copies, taken, freed), int(due - freed)


def _table(
    copies: Sequence[Missable], due: int
) -> tuple[NDArray[np.int64], Sequence[tuple[NDArray[np.bool_], NDArray[np.int64]]]]:
    """Give the least cost of freeing exactly each sum, or at least ``due``, and how."""
    cost = np.full(due + 1, _NEVER, dtype=np.int64)
    cost[0] = 0
    taken = []
    for item in copies:
        before = np.arange(due + 1) - item.half_hours
        with_it = np.where(before >= 0, cost[np.maximum(before, 0)], _NEVER)
        start = np.where(before >= 0, before, 0)
        # Whatever passes what is due counts as just enough.
        tail = int(cost[max(0, due - item.half_hours) :].argmin()) + max(0, due - item.half_hours)
        if cost[tail] < with_it[due]:
            with_it[due], start[due] = cost[tail], tail
        with_it = np.minimum(_NEVER, with_it + _price(item))
        better = with_it < cost
        cost = np.where(better, with_it, cost)
        taken.append((better, start))
    return cost, taken


def _price(item: Missable) -> int:
    return (item.watched * _LARGE + item.points) * _LARGE


def _read(
    copies: Sequence[Missable],
    taken: Sequence[tuple[NDArray[np.bool_], NDArray[np.int64]]],
    freed: int,
) -> dict[str, int]:
    """Walk back through the table to what was missed."""
    missed: dict[str, int] = {}
    for item, (better, start) in zip(reversed(copies), reversed(taken), strict=True):
        if better[freed]:
            missed[item.id] = missed.get(item.id, 0) + 1
            freed = int(start[freed])
    return missed
