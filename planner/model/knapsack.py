"""The cheapest caseload of one practitioner at given prices, by dynamic programming.

A caseload is seen from the one that needs the fewest hours: every other follows
from it by switches, each of which takes on a unit, or keeps or lets go one that
is held now, and needs hours. A switch that saves nothing is never made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", np.int64, np.float64)


class Cheapest(NamedTuple):
    """The least sum of prices of a caseload, and the columns of the pairs in it."""

    price: float
    places: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Knapsack:
    """What one practitioner may hold.

    Attributes
    ----------
    places : array
        The columns of the pairs, one for each switch.
    hours : array
        The half-hours that a switch needs.
    kept : array
        Whether the unit is held before any switch.
    eased : int
        So many switches come first that may be made while hours are over the limit.
    limit, most : int
        The half-hours for switches: with any, and with eased ones alone. Negative
        where even no switch at all is too much.
    """

    places: NDArray[np.int64]
    hours: NDArray[np.int64]
    kept: NDArray[np.bool_]
    eased: int
    limit: int
    most: int

    def prices(self, reduced: NDArray[Number]) -> NDArray[Number]:
        """Give the price of every switch from the prices by column."""
        own = reduced[self.places]
        return np.where(self.kept, -own, own)

    def start(self, reduced: NDArray[Number]) -> Number:
        """Give the price of the caseload before any switch."""
        total: Number = reduced[self.places[self.kept]].sum()
        return total

    def cheapest(self, reduced: NDArray[Number]) -> Cheapest | None:
        """Find the cheapest caseload; ``None`` where none is allowed.

        Parameters
        ----------
        reduced : array
            Prices by column: whole numbers are added exactly.
        """
        if self.most < 0:
            return None
        prices = self.prices(reduced)
        saving = np.flatnonzero((prices < 0) & (self.hours <= self.most))
        eased = int(np.searchsorted(saving, self.eased))
        hours = self.hours[saving]
        best, taken, least = _fill(prices[saving], hours, eased, max(-1, self.limit), self.most)
        last, room = eased, self.most
        if self.limit >= 0 and best[self.limit] < least:
            last, room, least = len(saving), self.limit, best[self.limit]
        made = saving[_read(taken, hours, last, room)]
        switched = np.zeros(len(prices), np.bool_)
        switched[made] = True
        places = self.places[switched ^ self.kept]
        return Cheapest((least + self.start(reduced)).item(), tuple(sorted(places.tolist())))

    def allows(self, places: Sequence[int]) -> bool:
        """Whether a caseload, as columns of pairs, is one of these."""
        switched = np.isin(self.places, places) ^ self.kept
        used = int(self.hours[switched].sum())
        known = int(np.isin(self.places, places).sum()) == len(places)
        return known and used <= (self.limit if switched[self.eased :].any() else self.most)


def _fill(
    prices: NDArray[Number], hours: NDArray[np.int64], eased: int, limit: int, most: int
) -> tuple[NDArray[Number], NDArray[np.bool_], Number]:
    """Give the least price within so many half-hours, and which switches were made for it.

    The first ``eased`` switches have ``most`` half-hours, and what they come to is the
    last figure; then the table is cut at ``limit``, and the others join.
    """
    best = np.zeros(most + 1, prices.dtype)
    taken = np.zeros((len(prices), most + 1), np.bool_)
    least = best[most]
    for i in range(len(prices)):
        end = most + 1 if i < eased else limit + 1
        h = hours[i]
        if h < end:
            with_it = best[: end - h] + prices[i]
            taken[i, h:end] = with_it < best[h:end]
            best[h:end] = np.minimum(with_it, best[h:end])
        if i < eased:
            least = best[most]
    return best, taken, least


def _read(taken: NDArray[np.bool_], hours: NDArray[np.int64], last: int, room: int) -> list[int]:
    """Walk back through the table to the switches that were made."""
    made = []
    for i in range(last - 1, -1, -1):
        if taken[i, room]:
            made.append(i)
            room -= int(hours[i])
    return made
