"""A plain peer: CP-SAT on the compact model, two threads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil

from ortools.sat.python import cp_model

from benchmarks.linear import Goal, Linear, Row

THREADS = 2

# Called with (value, bound), one of them None, as soon as a solver knows better.
Tell = Callable[[int | None, int | None], None]


@dataclass(frozen=True)
class Answer:
    """One stage's end: the values found, if any, and the bound."""

    values: Mapping[int, int] | None
    bound: int
    infeasible: bool = False


class CpSat:
    """The compact model in CP-SAT, minimised one goal after the other."""

    def __init__(self, linear: Linear, settings: Mapping[str, int | bool], seed: int = 0) -> None:
        self._model = cp_model.CpModel()
        self._variables = [self._model.new_int_var(0, most, "") for most in linear.most]
        self._settings = settings
        self._seed = seed
        for row in linear.rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Hold a row from here on."""
        low = cp_model.INT_MIN if row.least is None else row.least
        high = cp_model.INT_MAX if row.most is None else row.most
        self._model.add_linear_constraint(self._sum(row.coefficients), low, high)

    def minimise(
        self, goal: Goal, seconds: float, hint: Mapping[int, int] | None, tell: Tell
    ) -> Answer:
        """Search for the least value of a goal, from the plan in hand where there is one."""
        self._model.minimize(self._sum(goal.coefficients) + goal.constant)
        self._model.clear_hints()
        for index, value in (hint or {}).items():
            self._model.add_hint(self._variables[index], value)
        solver = self._solver(seconds)
        solver.best_bound_callback = lambda bound: tell(None, ceil(bound - 1e-6))
        status = solver.solve(self._model, _Watch(tell))
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            values = {i: int(solver.value(v)) for i, v in enumerate(self._variables)}
            return Answer(values, ceil(solver.best_objective_bound - 1e-6))
        return Answer(None, 0, infeasible=status == cp_model.INFEASIBLE)

    def _sum(self, coefficients: Mapping[int, int]) -> cp_model.LinearExpr:
        chosen = [self._variables[index] for index in coefficients]
        return cp_model.LinearExpr.weighted_sum(chosen, list(coefficients.values()))

    def _solver(self, seconds: float) -> cp_model.CpSolver:
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.random_seed = self._seed
        for name, value in {"num_workers": THREADS, **self._settings}.items():
            setattr(solver.parameters, name, value)
        return solver


class _Watch(cp_model.CpSolverSolutionCallback):
    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self._tell = tell

    def on_solution_callback(self) -> None:
        """Hand on the value of a better plan."""
        self._tell(round(self.objective_value), None)
