"""Plain peers: HiGHS and SCIP on the compact model, through MathOpt, two threads.

Both are inside ortools; HiGHS's own package cannot be loaded beside it. What is
known on the way is read from the log, the only report both of them give.
"""

from collections.abc import Mapping
from datetime import timedelta
from math import ceil

from ortools.math_opt.python import mathopt

from benchmarks.cpsat import THREADS, Answer, Tell
from benchmarks.linear import Goal, Linear, Row
from benchmarks.log import Known, known_from

# Costs are whole numbers, so a plan within less than one of the bound is the best.
_LESS_THAN_ONE = 0.99


class Mip:
    """The compact model in a mixed-integer solver, minimised one goal after the other."""

    def __init__(self, linear: Linear, solver: mathopt.SolverType, seed: int = 0) -> None:
        self._model = mathopt.Model()
        self._variables = [self._model.add_integer_variable(lb=0, ub=most) for most in linear.most]
        self._solver = solver
        self._seed = seed
        for row in linear.rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Hold a row from here on."""
        low = -float("inf") if row.least is None else row.least
        high = float("inf") if row.most is None else row.most
        self._model.add_linear_constraint(lb=low, ub=high, expr=self._sum(row.coefficients))

    def minimise(
        self, goal: Goal, seconds: float, hint: Mapping[int, int] | None, tell: Tell
    ) -> Answer:
        """Search for the least value of a goal, from the plan in hand where there is one."""
        self._model.minimize(self._sum(goal.coefficients) + goal.constant)
        try:
            result = mathopt.solve(
                self._model,
                self._solver,
                params=self._parameters(seconds),
                model_params=self._from(hint),
                msg_cb=lambda lines: _pass_on(known_from(lines), tell),
            )
        except AttributeError:
            # How MathOpt 9.15 reports any error of a solver, such as an answer at odds with
            # its status; the plan in hand stays, with no bound.
            return Answer(None, 0)
        reason = result.termination.reason
        if result.has_primal_feasible_solution():
            found = result.variable_values(self._variables)
            values = {index: round(value) for index, value in enumerate(found)}
            return Answer(values, _whole(result.termination.objective_bounds.dual_bound))
        return Answer(None, 0, infeasible=reason is mathopt.TerminationReason.INFEASIBLE)

    def _sum(self, coefficients: Mapping[int, int]) -> mathopt.LinearSum:
        return mathopt.fast_sum(c * self._variables[i] for i, c in coefficients.items())

    def _from(self, hint: Mapping[int, int] | None) -> mathopt.ModelSolveParameters:
        if hint is None:
            return mathopt.ModelSolveParameters()
        start = {self._variables[index]: float(value) for index, value in hint.items()}
        return mathopt.ModelSolveParameters(
            solution_hints=[mathopt.SolutionHint(variable_values=start)]
        )

    def _parameters(self, seconds: float) -> mathopt.SolveParameters:
        parameters = mathopt.SolveParameters(
            time_limit=timedelta(seconds=seconds),
            random_seed=self._seed,
            relative_gap_tolerance=0.0,
            absolute_gap_tolerance=_LESS_THAN_ONE,
        )
        # MathOpt refuses its own ``threads`` for HiGHS. SCIP's second thread only races a
        # second copy of the search: no better gaps, and MathOpt loses some of its answers.
        if self._solver is mathopt.SolverType.HIGHS:
            parameters.highs.int_options["threads"] = THREADS
        return parameters


def _pass_on(known: Known, tell: Tell) -> None:
    bound = None if known.bound is None else _whole(known.bound)
    value = None if known.value is None else round(known.value)
    if value is not None or bound is not None:
        tell(value, bound)


def _whole(bound: float) -> int:
    return ceil(bound - 1e-6) if abs(bound) < 1e15 else 0
