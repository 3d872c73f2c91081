"""Certificates: prices in whole numbers, and exactly the bound that follows from them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.data.certificate import Certificate
from planner.data.plan import StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model.arrays import Arrays, Cap, Linear, arrays_of
from planner.model.bound import Prices, Weighed, weigh
from planner.model.clock import Clock
from planner.model.knapsack import Knapsack
from planner.model.master import Master, rows_to_price
from planner.model.posted import post_all
from planner.model.prices import find_prices
from planner.model.room import hours_over

SCALE = 1000
# Tried where rounding prices at the usual scale costs a whole unit of the bound.
_FINE_SCALE = 1_000_000
# Sums of so much are exact in 64 bits, with room to spare.
_LARGEST = 2.0**60


class Stated(NamedTuple):
    """A stage in columns: its cost, the stages above it, and who may hold what."""

    stage: str
    cost: Linear
    caps: tuple[Cap, ...]
    knapsacks: tuple[Knapsack, ...]


def state(
    arrays: Arrays, stage: Stage, stages_above: Sequence[Stage], values_above: Sequence[int]
) -> Stated:
    """Write a stage in columns, with the values of the stages above."""
    return Stated(
        stage.id,
        arrays.cost(stage),
        arrays.caps(stages_above, values_above),
        arrays.knapsacks(hours_over(stages_above, values_above)),
    )


def whole(prices: Prices[np.float64], scale: int = SCALE) -> Prices[np.int64]:
    """Round prices to whole numbers of 1 / ``scale``."""
    rows, units, stages = (np.rint(part * scale).astype(np.int64) for part in prices[:3])
    return Prices(rows, units, stages, scale)


def weigh_exactly(
    arrays: Arrays, stated: Stated, prices: Prices[np.int64]
) -> Weighed[np.int64] | None:
    """Give what whole prices come to; ``None`` where the sums might not be exact."""
    if _size(arrays, stated, prices) > _LARGEST:
        return None
    return weigh(arrays, stated.knapsacks, stated.cost, stated.caps, prices)


def _size(arrays: Arrays, stated: Stated, prices: Prices[np.int64]) -> float:
    """Bound every sum of the arithmetic, in fractions that do not overflow."""
    most = np.maximum(arrays.most, 1).astype(np.float64)
    paid = np.abs(arrays.amount.astype(np.float64)) * prices.rows[arrays.row]
    total = float(paid @ most[arrays.column])
    total += float(np.abs(arrays.limits.astype(np.float64)) @ prices.rows)
    total += float(np.abs(prices.units.astype(np.float64)).sum()) * (1 + arrays.pairs)
    amounts = [(prices.scale, stated.cost, 0)]
    amounts += [
        (int(price), cap.cost, cap.value)
        for cap, price in zip(stated.caps, prices.stages, strict=True)
    ]
    for price, cost, value in amounts:
        total += price * (abs(cost.constant) + abs(value) + float(np.abs(cost.amounts) @ most))
    return total


def certificate(
    arrays: Arrays, stated: Stated, prices: Prices[np.float64], *, scale: int = SCALE
) -> Certificate:
    """Round prices, and state exactly the bound that follows from them."""
    exact = whole(prices, scale)
    weighed = weigh_exactly(arrays, stated, exact)
    if weighed is None:
        return Certificate(stage=stated.stage, scale=scale, bound=0)
    units = arrays.problem.units
    return Certificate(
        stage=stated.stage,
        scale=scale,
        bound=max(0, -(-int(weighed.bound) // scale)),
        rows=_priced(exact.rows),
        units={units[at].id: price for at, price in _priced(exact.units).items()},
        stages={stated.caps[at].stage: price for at, price in _priced(exact.stages).items()},
    )


def _priced(prices: NDArray[np.int64]) -> dict[int, int]:
    return {int(at): int(prices[at]) for at in np.flatnonzero(prices)}


def certificates(
    problem: Problem,
    stages: Sequence[Stage],
    ledger: Sequence[StageValue],
    holders: Mapping[str, str],
    clock: Clock,
) -> tuple[Certificate, ...]:
    """Find prices for each policy stage of a finished ledger that costs anything.

    Parameters
    ----------
    stages : sequence of Stage
        The stages that the ledger names, with their terms.
    holders : mapping of str to str
        Who holds what in the plan: the caseloads to start from.
    clock : Clock
        When it is over, or a stop was asked for, the best prices so far stand.

    Returns
    -------
    tuple of Certificate
        Those that certify more than nothing; a stage at 0 needs none.
    """
    known = {stage.id: stage for stage in stages}
    lines = [line for line in ledger if line.id in known]
    if not any(line.value for line in lines if line.policy):
        return ()
    arrays = arrays_of(problem, *post_all(problem))
    master = Master(arrays, rows_to_price(arrays))
    for carrier, caseload in enumerate(arrays.caseloads(holders)):
        master.add(carrier, caseload)
    found: list[Certificate] = []
    for at, line in enumerate(lines):
        if not line.policy or clock.left <= 0:
            break
        above = lines[:at]
        stated = state(
            arrays, known[line.id], [known[x.id] for x in above], [x.value for x in above]
        )
        if line.value:
            # Each stage has an even share of the time left: caseloads seen serve the next.
            waiting = sum(1 for later in lines[at:] if later.policy and later.value)
            share = Clock(clock.left / waiting, stop=clock.stop)
            found.append(_best(arrays, master, stated, line.value, share))
        master.cap(Cap(line.id, stated.cost, line.value))
    return tuple(one for one in found if one.bound)


def _best(arrays: Arrays, master: Master, stated: Stated, value: int, clock: Clock) -> Certificate:
    found = find_prices(master, stated.knapsacks, stated.cost, value, clock)
    usual = certificate(arrays, stated, found.prices)
    if usual.bound >= min(value, found.bound):
        return usual
    fine = certificate(arrays, stated, found.prices, scale=_FINE_SCALE)
    return fine if fine.bound > usual.bound else usual
