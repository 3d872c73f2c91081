"""What prices come to: reduced prices by column, the bound, and the cheapest caseloads.

The arithmetic is that of the prices: exact with whole numbers, quick with fractions.
"""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from planner.model.arrays import Arrays, Cap, Linear
from planner.model.knapsack import Cheapest, Knapsack

Number = TypeVar("Number", np.int64, np.float64)


class Prices(NamedTuple, Generic[Number]):
    """A price for each row, each unit and each stage above; ``scale`` is one unit of cost."""

    rows: NDArray[Number]
    units: NDArray[Number]
    stages: NDArray[Number]
    scale: int = 1


class Weighed(NamedTuple, Generic[Number]):
    """Prices by column, what they come to, and each practitioner's cheapest caseload.

    ``bound`` is in units of price.
    """

    reduced: NDArray[Number]
    bound: float
    cheapest: tuple[Cheapest, ...]


def weigh(
    arrays: Arrays,
    knapsacks: Sequence[Knapsack],
    cost: Linear,
    caps: Sequence[Cap],
    prices: Prices[Number],
) -> Weighed[Number] | None:
    """Give the bound that prices come to; ``None`` where someone has no caseload at all."""
    reduced = reduce(arrays, cost, caps, prices)
    bound = prices.scale * cost.constant - (prices.rows @ arrays.limits) - prices.units.sum()
    for cap, price in zip(caps, prices.stages, strict=True):
        bound += price * (cap.cost.constant - cap.value)
    counts = reduced[arrays.pairs :]
    bound += np.minimum(counts, 0) @ arrays.most[arrays.pairs :]
    cheapest = []
    for knapsack in knapsacks:
        found = knapsack.cheapest(reduced)
        if found is None:
            return None
        cheapest.append(found)
        bound += found.price
    return Weighed(reduced, bound.item(), tuple(cheapest))


def reduce(
    arrays: Arrays, cost: Linear, caps: Sequence[Cap], prices: Prices[Number]
) -> NDArray[Number]:
    """Give what each quantity costs once everything it uses is paid for at these prices."""
    reduced = (prices.scale * cost.amounts).astype(prices.rows.dtype)
    used = np.flatnonzero(prices.rows)
    if len(used):
        _pay_for_rows(arrays, prices.rows, reduced)
    for cap, price in zip(caps, prices.stages, strict=True):
        if price:
            reduced += price * cap.cost.amounts
    reduced[: arrays.pairs] += prices.units[arrays.unit]
    return reduced


def _pay_for_rows(arrays: Arrays, rows: NDArray[Number], reduced: NDArray[Number]) -> None:
    paid = rows[arrays.row] * arrays.amount
    entries = np.flatnonzero(paid)
    np.add.at(reduced, arrays.column[entries], paid[entries])
