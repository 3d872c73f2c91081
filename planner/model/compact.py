"""The compact model: one Boolean for each unit and practitioner that may meet."""

from collections.abc import Mapping, Sequence

from ortools.sat.python import cp_model

from planner.data.board import Cost, Key, Miss, MissOversight, Take
from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.errors import ModelBug
from planner.model.posted import Posted, Row
from planner.rules import settle

LinearExprT = cp_model.LinearExprT


class Compact:
    """A CP-SAT model of one problem, with the keys its variables stand for."""

    def __init__(self, problem: Problem, posted: Posted) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.variables: dict[Key, cp_model.IntVar] = {}
        self.most: dict[Key, int] = dict(posted.counts)
        self.required: frozenset[str] = frozenset(posted.required)
        self.rows: list[Row] = []
        self._takes(problem, posted)
        for key, most in posted.counts.items():
            self.variables[key] = self.model.new_int_var(0, most, "")
        for row in posted.rows:
            self._add(row)

    def _takes(self, problem: Problem, posted: Posted) -> None:
        for unit in problem.units:
            own = []
            for carrier in problem.carriers:
                if (unit.id, carrier.id) not in posted.forbidden:
                    variable = self.model.new_bool_var("")
                    self.variables[Take(unit.id, carrier.id)] = variable
                    own.append(variable)
            if unit.id in posted.required:
                self.model.add_bool_or(own)

    def _add(self, row: Row) -> None:
        """Add a row, unless no choice at all can pass its limit."""
        terms = {k: c for k, c in row.coefficients.items() if k in self.variables}
        if sum(c * self.most.get(k, 1) for k, c in terms.items() if c > 0) > row.limit:
            self.rows.append(Row(row.practitioner, terms, row.limit))
            self.model.add(self._sum(terms) <= row.limit)

    def limit(self, cost: Cost, most: int) -> None:
        """Keep a cost at or under a ceiling from here on."""
        self._add(Row("", cost.coefficients, most - cost.constant))
        if most == cost.constant and all(c > 0 for c in cost.coefficients.values()):
            self.most.update((key, 0) for key in cost.coefficients if key in self.most)

    def minimize(self, cost: Cost) -> None:
        """Search for the least of a cost from here on."""
        self.model.minimize(self.sum_of(cost))

    def at_least(self, cost: Cost, least: int, where: cp_model.IntVar) -> None:
        """Keep a cost at or over a floor where ``where`` holds."""
        self.model.add(self.sum_of(cost) >= least).only_enforce_if(where)

    def sum_of(self, cost: Cost) -> LinearExprT:
        """Give a cost as an expression of the model's variables."""
        return self._sum(cost.coefficients) + cost.constant

    def add_up(self, costs: Sequence[Cost], weights: Sequence[int] = ()) -> Cost:
        """Add up costs, each times its weight, over the keys that the model knows."""
        total: dict[Key, int] = {}
        constant = 0
        for cost, weight in zip(costs, weights or [1] * len(costs), strict=True):
            constant += weight * cost.constant
            for key, coefficient in cost.coefficients.items():
                if key in self.variables:
                    total[key] = total.get(key, 0) + weight * coefficient
        return Cost(constant, total)

    def _sum(self, terms: Mapping[Key, int]) -> LinearExprT:
        return cp_model.LinearExpr.weighted_sum(
            [self.variables[key] for key in terms], list(terms.values())
        )

    @property
    def pairs(self) -> int:
        """How many pairs of a unit and a practitioner may meet."""
        return len(self.variables) - len(self.most)

    def fix(self, holders: Mapping[str, str]) -> None:
        """Fix who holds what, as the team stands or as the manager has it."""
        for unit in self.problem.units:
            for carrier in self.problem.carriers:
                variable = self.variables.get(Take(unit.id, carrier.id))
                chosen = holders.get(unit.id, "") == carrier.id
                if variable is None and chosen:
                    raise ModelBug(f"{carrier.id} cannot be fixed for {unit.id}")
                if variable is not None:
                    self.model.add(variable == int(chosen))

    def hint(self, values: Mapping[Key, int]) -> None:
        """Start the next search from these values."""
        self.model.clear_hints()
        for key, variable in self.variables.items():
            if key in values:
                self.model.add_hint(variable, values[key])


def read_choices(problem: Problem, values: Mapping[Key, int]) -> Choices:
    """Turn the values of a solution into a plan's choices."""
    holders = {
        key.unit: key.practitioner
        for key, value in values.items()
        if isinstance(key, Take) and value
    }
    missed = {key.missable: value for key, value in values.items() if isinstance(key, Miss)}
    oversight = {key.team: value for key, value in values.items() if isinstance(key, MissOversight)}
    return settle(problem, holders, missed, oversight)
