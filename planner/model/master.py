"""The linear program over the caseloads seen so far, which says what prices to try next."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from ortools.linear_solver import pywraplp

from planner.data.board import Step
from planner.errors import ModelBug
from planner.model.arrays import Arrays, Cap, Linear
from planner.model.bound import Prices

Caseload = tuple[int, ...]

_WAYS = ("use_preprocessing: true", "use_preprocessing: false", "use_scaling: false")


class Master:
    """One caseload for each practitioner, in shares, and every row across practitioners.

    It grows by caseloads, and by a cap for each stage that is settled. It is made
    with the caseloads of a plan, so that it always has a solution.
    """

    def __init__(self, arrays: Arrays, priced: NDArray[np.int64]) -> None:
        self.arrays = arrays
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._priced = priced
        self.seen: list[dict[Caseload, pywraplp.Variable]] = [{} for _ in arrays.problem.carriers]
        infinity = self._solver.infinity()
        self._rows = [self._solver.Constraint(-infinity, int(arrays.limits[r])) for r in priced]
        self._units = [
            self._solver.Constraint(1 if needed else -infinity, 1) for needed in arrays.required
        ]
        self._one = [self._solver.Constraint(1, 1) for _ in arrays.problem.carriers]
        self._caps: list[tuple[Cap, pywraplp.Constraint]] = []
        self._by_column = _columns(arrays, priced)
        self._counts = [self._count(place) for place in range(arrays.pairs, len(arrays.keys))]
        self._cost = Linear(0, np.zeros(len(arrays.keys), np.int64))

    def _count(self, place: int) -> pywraplp.Variable:
        variable = self._solver.NumVar(0, int(self.arrays.most[place]), "")
        rows, amounts = self._by_column[place]
        for row, amount in zip(rows, amounts, strict=True):
            self._rows[row].SetCoefficient(variable, amount)
        return variable

    @property
    def caps(self) -> tuple[Cap, ...]:
        """The stages that are settled."""
        return tuple(cap for cap, _ in self._caps)

    def add(self, carrier: int, caseload: Caseload) -> bool:
        """Add a caseload; say whether it is new."""
        if caseload in self.seen[carrier]:
            return False
        variable = self._solver.NumVar(0, self._solver.infinity(), "")
        self.seen[carrier][caseload] = variable
        self._one[carrier].SetCoefficient(variable, 1)
        entries: dict[int, int] = {}
        for place in caseload:
            self._units[self.arrays.unit[place]].SetCoefficient(variable, 1)
            for row, amount in zip(*self._by_column[place], strict=True):
                entries[row] = entries.get(row, 0) + amount
        for row, amount in entries.items():
            self._rows[row].SetCoefficient(variable, amount)
        for cap, constraint in self._caps:
            constraint.SetCoefficient(variable, _cost_of(cap.cost, caseload))
        self._solver.Objective().SetCoefficient(variable, _cost_of(self._cost, caseload))
        return True

    def aim(self, cost: Linear) -> None:
        """Minimise another cost."""
        self._cost = cost
        objective = self._solver.Objective()
        for variable, amount in self._amounts(cost):
            objective.SetCoefficient(variable, amount)
        objective.SetMinimization()

    def cap(self, cap: Cap) -> None:
        """Keep a stage at or under its value from here on."""
        constraint = self._solver.Constraint(
            -self._solver.infinity(), cap.value - cap.cost.constant
        )
        self._caps.append((cap, constraint))
        for variable, amount in self._amounts(cap.cost):
            constraint.SetCoefficient(variable, amount)

    def _amounts(self, cost: Linear) -> Iterable[tuple[pywraplp.Variable, int]]:
        counts = cost.amounts[self.arrays.pairs :].tolist()
        yield from zip(self._counts, counts, strict=True)
        for own in self.seen:
            for caseload, variable in own.items():
                yield variable, _cost_of(cost, caseload)

    def solve(self, milliseconds: int) -> tuple[float, Prices[np.float64]] | None:
        """Give the least cost and the prices at it; ``None`` where time ran out."""
        status = self._status(milliseconds)
        if status == pywraplp.Solver.INFEASIBLE:
            raise ModelBug("the caseloads of a plan do not make a plan")
        if status != pywraplp.Solver.OPTIMAL:
            return None
        rows = np.zeros(len(self.arrays.limits))
        rows[self._priced] = _duals(self._rows)
        units = _duals(self._units)
        prices = Prices(
            rows=np.maximum(rows, 0),
            units=np.where(self.arrays.required, units, np.maximum(units, 0)),
            stages=np.maximum(_duals([row for _, row in self._caps]), 0),
        )
        return self._solver.Objective().Value() + self._cost.constant, prices

    def _status(self, milliseconds: int) -> int:
        """Solve, in another way where the usual one ends in numerical trouble."""
        self._solver.SetTimeLimit(max(1, milliseconds))
        status = pywraplp.Solver.ABNORMAL
        for way in _WAYS:
            if status == pywraplp.Solver.ABNORMAL:
                self._solver.SetSolverSpecificParametersAsString(way)
                status = self._solver.Solve()
        return int(status)


def rows_to_price(arrays: Arrays) -> NDArray[np.int64]:
    """List the rows that get prices: those across practitioners that can bind.

    Rows of one practitioner are left to the caseloads, which know the hours.
    Steps of load cost nothing in a policy stage, so that their rows never bind.
    """
    steps = np.array([isinstance(key, Step) for key in arrays.keys], np.bool_)
    stepped = np.zeros(len(arrays.limits), np.bool_)
    stepped[arrays.row[steps[arrays.column]]] = True
    most = np.zeros(len(arrays.limits), np.int64)
    np.add.at(most, arrays.row, np.maximum(arrays.amount * arrays.most[arrays.column], 0))
    return np.flatnonzero(~stepped & ~arrays.own & (most > arrays.limits))


def _columns(arrays: Arrays, priced: NDArray[np.int64]) -> list[tuple[list[int], list[int]]]:
    """Give the entries of every column in the rows that get prices."""
    position = np.full(len(arrays.limits), -1)
    position[priced] = np.arange(len(priced))
    chosen = position[arrays.row] >= 0
    order = np.argsort(arrays.column[chosen], kind="stable")
    column = arrays.column[chosen][order]
    rows, amounts = position[arrays.row[chosen][order]], arrays.amount[chosen][order]
    cuts = np.searchsorted(column, np.arange(len(arrays.keys) + 1)).tolist()
    rows, amounts = rows.tolist(), amounts.tolist()
    return [(rows[begin:end], amounts[begin:end]) for begin, end in pairwise(cuts)]


def _cost_of(cost: Linear, caseload: Caseload) -> int:
    return int(cost.amounts[list(caseload)].sum())


def _duals(constraints: Sequence[pywraplp.Constraint]) -> NDArray[np.float64]:
    return -np.array([row.dual_value() for row in constraints], np.float64)
