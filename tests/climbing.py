"""Prices found by trying: a climb that would make use of any bound that promises too much."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from planner.data.certificate import Certificate
from planner.data.plan import StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.verify.certificate import Priced

Name = TypeVar("Name", int, str)

SCALE = 1000
USUAL_PRICES = (1, 2, 10, 30, 60, 101, 150, 200)


def climb(
    given: Problem,
    stages: Sequence[Stage],
    ledger: Sequence[StageValue],
    stage: str,
    *,
    seed: int = 0,
    steps: int = 150,
) -> Certificate:
    """Change one price at a time, kept where the bound is no lower; give the last certificate.

    A practitioner's price moves between rows only step by step, so the best bound is not always
    found; what is found is the bound that its prices give.
    """
    priced = Priced.of(given, stages, ledger)
    random = Random(seed)
    best = Certificate(stage=stage, scale=SCALE, bound=0)
    height = priced.scaled(best)
    for _ in range(steps):
        other = _changed(priced, best, random)
        found = priced.scaled(other)
        if found >= height:
            best, height = other, found
    return best.model_copy(update={"bound": priced.bound(best)})


def _changed(priced: Priced, certificate: Certificate, random: Random) -> Certificate:
    rows, units = dict(certificate.rows), dict(certificate.units)
    stages = dict(certificate.stages)
    moves = [lambda: _row(priced, rows, random), lambda: _unit(priced, units, random)]
    above = priced.above(certificate.stage)
    if above:
        moves.append(lambda: _set(stages, random.choice(above), random))
    for _ in range(random.choice((1, 1, 2, 3))):
        random.choice(moves)()
    return certificate.model_copy(update={"rows": rows, "units": units, "stages": stages})


def _row(priced: Priced, rows: dict[int, int], random: Random) -> None:
    _set(rows, random.randrange(len(priced.sheet.rows)), random)


def _unit(priced: Priced, units: dict[str, int], random: Random) -> None:
    unit = random.choice(priced.problem.units).id
    _set(units, unit, random)
    if unit in priced.sheet.required and random.random() < 0.5:
        units[unit] = -units[unit]


def _set(prices: dict[Name, int], name: Name, random: Random) -> None:
    now = abs(prices.get(name, 0))
    usual = random.choice(USUAL_PRICES) * SCALE // random.choice((1, 1, 2, 5, 10))
    prices[name] = random.choice((0, now // 2, now * 2, usual, now + usual))
