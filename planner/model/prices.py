"""Good prices by column generation: the linear program proposes, the knapsacks answer."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

import numpy as np

from planner.model.arrays import Arrays, Linear
from planner.model.bound import Prices, Weighed, weigh
from planner.model.clock import Clock
from planner.model.knapsack import Knapsack
from planner.model.master import Master

# Prices that follow the linear program all the way swing from side to side: measured.
_SHARES = (0.3, 0.6, 1.0)
# Rounding noise of the linear program.
_NOISE = 1e-6


class Found(NamedTuple):
    """The best prices found, the bound they give, and the most that any prices can.

    ``rounds`` says how often the linear program was solved.
    """

    prices: Prices[np.float64]
    bound: float
    most: float
    rounds: int


def find_prices(
    master: Master,
    knapsacks: Sequence[Knapsack],
    cost: Linear,
    target: int,
    clock: Clock,
    *,
    close: float = 1.0,
) -> Found:
    """Find prices for one cost, the stages above at the caps of the master.

    Parameters
    ----------
    target : int
        What a plan is known to cost: no bound is sought that is better.
    close : float
        Where whole costs cannot tell the bound from the most that prices can give, it
        is good enough; unless it is still further off than this.
    """
    arrays = master.arrays
    master.aim(cost)
    best = _nothing(arrays, master, knapsacks, cost)
    most, rounds = float(target), 0
    while ceil(best.bound - _NOISE) < target:
        proposed = master.solve(round(1000 * clock.left)) if clock.left > 0 else None
        if proposed is None:
            break
        rounds += 1
        most = min(proposed[0], target)
        if most - best.bound < close and ceil(best.bound - _NOISE) >= ceil(most - _NOISE):
            break
        best, grown = _answer(master, knapsacks, cost, best, proposed[1], rounds)
        if not grown:
            break
    return best._replace(most=max(most, best.bound), rounds=rounds)


def _answer(
    master: Master,
    knapsacks: Sequence[Knapsack],
    cost: Linear,
    best: Found,
    proposed: Prices[np.float64],
    rounds: int,
) -> tuple[Found, bool]:
    """Weigh prices on the way to those proposed; say which are best, and whether lists grew."""
    found, grown = best, False
    for share in _SHARES if rounds > 1 else (1.0,):
        prices = _between(best.prices, proposed, share)
        weighed = weigh(master.arrays, knapsacks, cost, master.caps, prices)
        if weighed is None:
            return best, False
        if weighed.bound > found.bound:
            found = found._replace(prices=prices, bound=weighed.bound)
        grown = _grow(master, weighed) or grown
    return found, grown


def _between(
    best: Prices[np.float64], proposed: Prices[np.float64], share: float
) -> Prices[np.float64]:
    """Give prices so far on the way from the best ones to those proposed."""
    return Prices(
        best.rows + share * (proposed.rows - best.rows),
        best.units + share * (proposed.units - best.units),
        best.stages + share * (proposed.stages - best.stages),
    )


def _grow(master: Master, weighed: Weighed[np.float64]) -> bool:
    added = [
        master.add(carrier, cheapest.places) for carrier, cheapest in enumerate(weighed.cheapest)
    ]
    return any(added)


def _nothing(
    arrays: Arrays,
    master: Master,
    knapsacks: Sequence[Knapsack],
    cost: Linear,
) -> Found:
    """Give what is known with no prices at all."""
    prices = Prices(
        np.zeros(len(arrays.limits)), np.zeros(len(arrays.required)), np.zeros(len(master.caps))
    )
    weighed = weigh(arrays, knapsacks, cost, master.caps, prices)
    return Found(prices, weighed.bound if weighed else 0.0, 0.0, 0)
