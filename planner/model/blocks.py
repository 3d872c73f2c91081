"""Stages that are searched together: one weighted objective that keeps their order.

Each search has a cost of its own, so consecutive stages share one where their
weights stay small enough to be exact: a stage weighs more than all that the
stages after it in the block can ever cost together.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from planner.data.board import Cost, Take
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model.compact import Compact

# Weights far under this are exact in the solver's linear relaxation, too.
_MOST_WEIGHT = 10**12

# Measured: squares of load and the fixed weights of the tie-break are searched faster alone.
_ALONE = frozenset({"load", "tie_break"})


class Block(NamedTuple):
    """Consecutive stages and their weights, the first stage's the largest, the last one's 1."""

    stages: tuple[Stage, ...]
    weights: tuple[int, ...]

    def rest(self) -> "Block":
        """Give the block without its first stage."""
        return Block(self.stages[1:], self.weights[1:])

    def bounds(self, bound: int, values: Sequence[int]) -> Sequence[int]:
        """Read a bound on the weighted sum as one bound for each stage.

        The first stage costs at least the bound over its weight, for all others
        together weigh less than one of it. Where the plan's value is that, what is
        left of the bound says something about the next stage; else nothing is known.
        """
        found = []
        left = max(0, bound)
        for weight, value in zip(self.weights, values, strict=True):
            least = min(value, left // weight)
            found.append(least)
            left = left - weight * value if least == value else 0
            left = max(0, left)
        return found


def blocks(
    problem: Problem, compact: Compact, costs: Mapping[str, Cost], stages: Sequence[Stage]
) -> Iterator[Block]:
    """Group consecutive stages, as many as their weights allow."""
    group: list[Stage] = []
    sizes: list[int] = []
    for stage in stages:
        size = 1 + _most(problem, compact, [costs[term] for term in stage.terms])
        alone = not _ALONE.isdisjoint(stage.terms)
        if group and (alone or _product(sizes) * size > _MOST_WEIGHT):
            yield _block(group, sizes)
            group, sizes = [], []
        group.append(stage)
        sizes.append(size)
        if alone:
            yield _block(group, sizes)
            group, sizes = [], []
    if group:
        yield _block(group, sizes)


def _block(stages: Sequence[Stage], sizes: Sequence[int]) -> Block:
    weights = [_product(sizes[at + 1 :]) for at in range(len(sizes))]
    return Block(tuple(stages), tuple(weights))


def _product(sizes: Sequence[int]) -> int:
    product = 1
    for size in sizes:
        product *= size
    return product


def _most(problem: Problem, compact: Compact, costs: Sequence[Cost]) -> int:
    """Bound what some costs can come to together: each unit has one holder at most."""
    total = sum(cost.constant for cost in costs)
    by_unit: dict[str, int] = {unit.id: 0 for unit in problem.units}
    for cost in costs:
        most: dict[str, int] = {}
        for key, coefficient in cost.coefficients.items():
            if isinstance(key, Take):
                most[key.unit] = max(most.get(key.unit, 0), coefficient)
            elif key in compact.most:
                total += max(0, coefficient) * compact.most[key]
        for unit, coefficient in most.items():
            by_unit[unit] += coefficient
    return total + sum(by_unit.values())
