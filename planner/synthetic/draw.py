"""Seeded draws: the same seed gives the same team, whatever else is drawn beside it."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import sqrt
from random import Random
from statistics import NormalDist

_NORMAL = NormalDist()


def stream(seed: int, *names: str) -> Random:
    """Give a source of random numbers that belongs to one seed and one name."""
    return Random("/".join((str(seed), *names)))


def chance(rng: Random, share: float) -> bool:
    """Say yes with this share."""
    return rng.random() < share


def pick(rng: Random, weights: Mapping[str, float]) -> str:
    """Pick one category in proportion to its weight."""
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def spread(rng: Random, count: int) -> tuple[float, ...]:
    """Draw one number from each of so many equal parts of 0 to 1, in random order.

    Each is even over 0 to 1 by itself; together they vary far less than free
    draws, so that a small team is not all on leave or all part-time by chance.
    """
    drawn = [(part + rng.random()) / count for part in range(count)]
    rng.shuffle(drawn)
    return tuple(drawn)


def at(position: float, weights: Mapping[str, float]) -> str:
    """Give the category at this position from 0 to 1 of the weights laid end to end."""
    left = position * sum(weights.values())
    for category, weight in weights.items():
        left -= weight
        if left <= 0:
            return category
    return next(reversed(list(weights)))


def linked(rng: Random, need: float, correlation: float) -> float:
    """Draw a standard normal number with this correlation to another one."""
    return correlation * need + sqrt(1 - correlation**2) * rng.gauss(0, 1)


def ranked(need: float, weights: Mapping[str, float]) -> str:
    """Give the category at this need, categories being listed from the highest down.

    Whatever the number is correlated with, each category keeps its weight.
    """
    return at(_NORMAL.cdf(-need), weights)


def among_highest(need: float, share: float) -> bool:
    """Whether this need is among the highest of this share of all children."""
    return _NORMAL.cdf(-need) < share


def days_before(as_at: date, days: float) -> date:
    """Give the day this many days earlier."""
    return as_at - timedelta(days=round(days))


def between(rng: Random, share: Mapping[str, float]) -> float:
    """Draw evenly between ``least`` and ``most`` of a share."""
    return rng.uniform(share["least"], share["most"])
