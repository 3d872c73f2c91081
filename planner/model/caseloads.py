"""Every caseload of a practitioner that some best plan may have: those within reach.

Prices give each caseload a price, and each practitioner a cheapest one. In a plan
that costs no more than the bound and so much beyond, no caseload costs more than
the cheapest and so much beyond; all others are left out, and no plan is lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.model.arrays import Arrays, Whole
from planner.model.bound import Weighed
from planner.model.knapsack import Knapsack

Flags = NDArray[np.bool_]


class Reach(NamedTuple):
    """Prices by column, and the most that each practitioner's caseload may cost at them."""

    reduced: Whole
    most: tuple[int, ...]

    @classmethod
    def of(cls, weighed: Weighed[np.int64], beyond: int) -> "Reach":
        """Reach so far beyond the bound, in units of price."""
        return cls(weighed.reduced, tuple(int(one.price) + beyond for one in weighed.cheapest))


class Check(NamedTuple):
    """What rows leave for one practitioner's own part: amounts by row and pair, and room."""

    amounts: Whole
    room: Whole


@dataclass
class _Partial:
    """Caseloads in the making: half-hours left, prices, use of rows, and switches made."""

    left: Whole
    price: Whole
    used: Whole
    made: Flags

    def pick(self, which: Flags) -> "_Partial":
        return _Partial(
            self.left[which], self.price[:, which], self.used[:, which], self.made[which]
        )

    def switch(self, at: int, hours: int, prices: Whole, amounts: Whole) -> "_Partial":
        made = self.made.copy()
        made[:, at] = True
        return _Partial(
            self.left - hours, self.price + prices[:, None], self.used + amounts[:, None], made
        )

    def join(self, other: "_Partial") -> "_Partial":
        return _Partial(
            np.concatenate([self.left, other.left]),
            np.concatenate([self.price, other.price], axis=1),
            np.concatenate([self.used, other.used], axis=1),
            np.concatenate([self.made, other.made]),
        )


def list_caseloads(
    arrays: Arrays, knapsacks: Sequence[Knapsack], reaches: Sequence[Reach], limit: int
) -> list[list[tuple[int, ...]]] | None:
    """List every practitioner's caseloads within every reach; ``None`` where they pass a limit."""
    lists: list[list[tuple[int, ...]]] = []
    for carrier, knapsack in enumerate(knapsacks):
        flags = within_reach(
            knapsack,
            [reach.reduced for reach in reaches],
            [reach.most[carrier] for reach in reaches],
            check_of(arrays, carrier, knapsack),
            limit,
        )
        if flags is None:
            return None
        lists.append([tuple(np.sort(knapsack.places[one]).tolist()) for one in flags])
        limit -= len(flags)
    return lists


def check_of(arrays: Arrays, carrier: int, knapsack: Knapsack) -> Check:
    """Say what each row leaves for one practitioner, whatever all others hold."""
    mine = np.zeros(len(arrays.keys), np.bool_)
    mine[knapsack.places] = True
    own = mine[arrays.column]
    amount, row = arrays.amount, arrays.row
    room = arrays.limits.copy()
    rest = np.minimum(0, amount * arrays.most[arrays.column])
    np.subtract.at(room, row[~own], rest[~own])
    needed = np.zeros(len(room), np.int64)
    np.add.at(needed, row[own], np.maximum(0, amount[own]))
    binding = np.flatnonzero(needed > room)
    position = np.full(len(room), -1)
    position[binding] = np.arange(len(binding))
    at = np.full(len(arrays.keys), -1)
    at[knapsack.places] = np.arange(len(knapsack.places))
    amounts = np.zeros((len(binding), len(knapsack.places)), np.int64)
    chosen = own & (position[row] >= 0)
    np.add.at(amounts, (position[row[chosen]], at[arrays.column[chosen]]), amount[chosen])
    return Check(amounts, room[binding])


def within_reach(
    knapsack: Knapsack, reduced: Sequence[Whole], most: Sequence[int], check: Check, limit: int
) -> Flags | None:
    """List caseloads as flags of the switches' units; ``None`` where they pass a limit."""
    number = len(knapsack.places)
    found = np.zeros((0, number), np.bool_)
    if knapsack.most >= 0:
        # Eased switches alone may go beyond the limit; any others only where it is kept.
        eased = _grow(knapsack, knapsack.eased, knapsack.most, reduced, most, check, limit)
        if eased is None:
            return None
        found = eased.made
    if knapsack.limit >= 0 and knapsack.eased < number:
        mixed = _grow(knapsack, number, knapsack.limit, reduced, most, check, limit)
        if mixed is None:
            return None
        found = np.concatenate([found, mixed.made[mixed.made[:, knapsack.eased :].any(axis=1)]])
    return None if len(found) > limit else found ^ knapsack.kept


def _grow(
    knapsack: Knapsack,
    switches: int,
    hours: int,
    reduced: Sequence[Whole],
    most: Sequence[int],
    check: Check,
    limit: int,
) -> _Partial | None:
    """Decide switch after switch, keeping what can still be finished within every reach."""
    prices = np.array([knapsack.prices(one) for one in reduced], np.int64)
    prices = prices.reshape(len(reduced), len(knapsack.places))
    amounts = np.where(knapsack.kept, -check.amounts, check.amounts)
    tables = [_cheapest_rest(own[:switches], knapsack.hours, hours) for own in prices]
    spare = _least_rest(amounts[:, :switches])
    start = _Partial(
        left=np.array([hours]),
        price=np.array([[knapsack.start(one)] for one in reduced], np.int64).reshape(-1, 1),
        used=check.amounts[:, knapsack.kept].sum(axis=1).reshape(-1, 1),
        made=np.zeros((1, len(knapsack.places)), np.bool_),
    )
    grown = start
    for at in range(switches):
        need = int(knapsack.hours[at])
        able = grown.pick(grown.left >= need)
        grown = grown.join(able.switch(at, need, prices[:, at], amounts[:, at]))
        fits = np.ones(len(grown.left), np.bool_)
        for table, price, room in zip(tables, grown.price, most, strict=True):
            fits &= price + table[at + 1][grown.left] <= room
        fits &= (grown.used + spare[:, at + 1, None] <= check.room[:, None]).all(axis=0)
        grown = grown.pick(fits)
        if len(grown.left) > limit:
            return None
    if not switches:
        fits = np.array(
            [(start.price[:, 0] <= most).all() & (start.used[:, 0] <= check.room).all()]
        )
        grown = start.pick(fits)
    return grown


def _cheapest_rest(prices: Whole, hours: Whole, most: int) -> Whole:
    """Give, for each switch and half-hours left, the least price of it and those after it."""
    table = np.zeros((len(prices) + 1, most + 1), np.int64)
    for at in range(len(prices) - 1, -1, -1):
        table[at] = table[at + 1]
        need = int(hours[at])
        if prices[at] < 0 and need <= most:
            with_it = table[at + 1][: most + 1 - need] + prices[at]
            table[at][need:] = np.minimum(table[at][need:], with_it)
    return table


def _least_rest(amounts: Whole) -> Whole:
    """Give, for each row and switch, the least that it and those after it can use."""
    least = np.minimum(0, amounts)
    ends = np.zeros((len(amounts), 1), np.int64)
    return np.concatenate([np.cumsum(least[:, ::-1], axis=1)[:, ::-1], ends], axis=1)
