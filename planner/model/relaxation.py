"""What the linear relaxation says at scale: a bound, and which pairs are worth searching.

Of the many practitioners who might hold a unit a good plan uses one of the few that a
linear program finds nearly as good as the best for it. The others may be needed all the
same: these pairs serve to find plans, and never to prove one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ortools.linear_solver import pywraplp

from planner.data.board import Cost, Key, Take
from planner.model.compact import Compact

# Measured: of twenty to forty practitioners good plans use the best two or three for each unit.
_BEST = 3
# Prices are whole numbers of these parts of a unit of cost, so that the bound is exact.
_SCALE = 1 << 20
# Less than this, a thousandth of a unit of cost, is rounding noise.
_NOISE = _SCALE >> 10


class Relaxed(NamedTuple):
    """What no choice costs less than, and the few best pairs of each unit and those as good."""

    bound: int
    core: frozenset[Take]


class _Priced(NamedTuple):
    """Prices of a model's rows in their order, and of units that somebody must hold."""

    rows: tuple[int, ...]
    units: Mapping[str, int]


def relax(compact: Compact, objective: Cost, seconds: float) -> Relaxed:
    """Solve the linear relaxation of a model, or do without its prices where time runs out.

    The bound does not trust the linear solver: it holds for any prices whatever (Geoffrion
    1974), and is added up in whole numbers.

    Parameters
    ----------
    objective : Cost
        What is minimised.
    seconds : float
        Wall clock that the linear program may take.
    """
    prices = _prices(compact, objective, seconds)
    reduced = _reduced(compact, objective, prices)
    total = sum(prices.units.values())
    total -= sum(p * row.limit for p, row in zip(prices.rows, compact.rows, strict=True))
    total += sum(min(0, cost) * compact.most.get(key, 1) for key, cost in reduced.items())
    return Relaxed(objective.constant - (-total // _SCALE), _core(reduced))


def _core(reduced: Mapping[Key, int]) -> frozenset[Take]:
    """Give the pairs of each unit that are among the best for it, and all that are as good."""
    by_unit: dict[str, list[Take]] = {}
    for key in reduced:
        if isinstance(key, Take):
            by_unit.setdefault(key.unit, []).append(key)
    return frozenset(take for pairs in by_unit.values() for take in _best(pairs, reduced))


def _best(pairs: Iterable[Take], reduced: Mapping[Key, int]) -> Iterable[Take]:
    most = sorted(reduced[take] for take in pairs)[:_BEST][-1]
    return (take for take in pairs if reduced[take] <= most + _NOISE)


def _reduced(compact: Compact, objective: Cost, prices: _Priced) -> dict[Key, int]:
    """Give what each key costs once its rows are paid for."""
    reduced = dict.fromkeys(compact.variables, 0)
    for key, amount in objective.coefficients.items():
        reduced[key] = _SCALE * amount
    for price, row in zip(prices.rows, compact.rows, strict=True):
        if price:
            for key, amount in row.coefficients.items():
                reduced[key] += price * amount
    for key in reduced:
        if isinstance(key, Take):
            reduced[key] -= prices.units.get(key.unit, 0)
    return reduced


def _shared(key: Key, several: Mapping[str, int]) -> bool:
    return isinstance(key, Take) and several[key.unit] > 1


def _prices(compact: Compact, objective: Cost, seconds: float) -> _Priced:
    """Solve the linear program; a pair has no upper limit in it but those of its rows.

    A unit that only one practitioner may hold has no row for that: nothing passes it.
    """
    if seconds <= 0:
        return _Priced((0,) * len(compact.rows), {})
    solver = pywraplp.Solver.CreateSolver("GLOP")
    infinity = solver.infinity()
    several = Counter(key.unit for key in compact.variables if isinstance(key, Take))
    variables = {
        key: solver.NumVar(0, infinity if _shared(key, several) else compact.most.get(key, 1), "")
        for key in compact.variables
    }
    rows = [solver.Constraint(-infinity, row.limit) for row in compact.rows]
    for constraint, row in zip(rows, compact.rows, strict=True):
        for key, amount in row.coefficients.items():
            constraint.SetCoefficient(variables[key], amount)
    units = {unit: solver.Constraint(1, infinity) for unit in sorted(compact.required)}
    for key, variable in variables.items():
        if isinstance(key, Take) and key.unit in units:
            units[key.unit].SetCoefficient(variable, 1)
    for key, amount in objective.coefficients.items():
        solver.Objective().SetCoefficient(variables[key], amount)
    solver.Objective().SetMinimization()
    solver.SetTimeLimit(max(1, round(1000 * seconds)))
    if solver.Solve() != pywraplp.Solver.OPTIMAL:
        return _Priced((0,) * len(rows), {})
    return _Priced(
        tuple(max(0, round(-_SCALE * row.dual_value())) for row in rows),
        {unit: max(0, round(_SCALE * row.dual_value())) for unit, row in units.items()},
    )
