"""The compact model as plain rows of whole numbers, which any solver can be given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from planner.data.board import Cost, Key, Take
from planner.data.problem import Problem
from planner.model.posted import Posted


class Row(NamedTuple):
    """least <= sum of coefficient x variable <= most; ``None`` where a side is open."""

    coefficients: Mapping[int, int]
    least: int | None
    most: int | None


class Goal(NamedTuple):
    """What is minimised: ``constant`` plus the sum of coefficient x variable."""

    constant: int
    coefficients: Mapping[int, int]

    def value(self, values: Mapping[int, int]) -> int:
        """Add up what some values cost."""
        return self.constant + sum(c * values[i] for i, c in self.coefficients.items())


@dataclass
class Linear:
    """Whole variables from 0 to ``most``, by their place, and rows over them."""

    keys: list[Key] = field(default_factory=list)
    most: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    place: dict[Key, int] = field(default_factory=dict)

    def add(self, key: Key, most: int) -> int:
        """Add a variable and give its place."""
        self.place[key] = len(self.keys)
        self.keys.append(key)
        self.most.append(most)
        return self.place[key]

    def goal(self, costs: Iterable[Cost]) -> Goal:
        """Add up some costs; keys that are no variable count as zero."""
        costs = tuple(costs)
        total: dict[int, int] = {}
        for cost in costs:
            for key, coefficient in cost.coefficients.items():
                if key in self.place:
                    total[self.place[key]] = total.get(self.place[key], 0) + coefficient
        return Goal(sum(cost.constant for cost in costs), total)

    def by_key(self, values: Mapping[int, int]) -> dict[Key, int]:
        """Name values by what they stand for."""
        return {self.keys[index]: value for index, value in values.items()}


def linear_of(problem: Problem, posted: Posted) -> Linear:
    """Write what was posted as rows; nothing is tightened, left to each solver's presolve."""
    linear = Linear()
    for unit in problem.units:
        own = [
            linear.add(Take(unit.id, carrier.id), 1)
            for carrier in problem.carriers
            if (unit.id, carrier.id) not in posted.forbidden
        ]
        if unit.id in posted.required:
            linear.rows.append(Row(dict.fromkeys(own, 1), 1, None))
    for key, most in posted.counts.items():
        linear.add(key, most)
    for row in posted.rows:
        known = {linear.place[k]: c for k, c in row.coefficients.items() if k in linear.place}
        if sum(c * linear.most[i] for i, c in known.items() if c > 0) > row.limit:
            linear.rows.append(Row(known, None, row.limit))
    return linear
