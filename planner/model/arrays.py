"""A posted problem as arrays of whole numbers, for prices and bounds.

Columns are the quantities of the model: first every pair that may meet, then
the counts. See ``docs/model.md``, section 8, for what is made of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.data.board import Cost, Key, Take
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model.knapsack import Knapsack
from planner.model.posted import Posted
from planner.model.room import knapsacks_of

Whole = NDArray[np.int64]


class Linear(NamedTuple):
    """A cost by column: ``constant`` plus the sum of amount times quantity."""

    constant: int
    amounts: Whole


class Cap(NamedTuple):
    """A stage above: what it costs stays at or under its value."""

    stage: str
    cost: Linear
    value: int


@dataclass(frozen=True)
class Arrays:
    """One problem in columns, with its rows as entries in the order they were posted.

    Attributes
    ----------
    keys : sequence of Key
        What each column stands for; the first ``pairs`` of them are pairs.
    unit, carrier : array
        Of each pair the position of its unit and of its practitioner.
    most : array
        The most that each column can be.
    row, column, amount : array
        Every entry of every row; ``limits`` has the right-hand sides.
    own : array
        Whether a row is of one practitioner alone.
    costs : mapping of str to Linear
        What each term costs, by column; ``terms`` has the same by key, as it was given.
    """

    problem: Problem
    keys: Sequence[Key]
    places: Mapping[Key, int]
    pairs: int
    unit: Whole
    carrier: Whole
    most: Whole
    required: NDArray[np.bool_]
    row: Whole
    column: Whole
    amount: Whole
    limits: Whole
    own: NDArray[np.bool_]
    costs: Mapping[str, Linear]
    posted: Posted
    terms: Mapping[str, Cost]

    def cost(self, stage: Stage) -> Linear:
        """Add up what the terms of a stage cost."""
        parts = [self.costs[term] for term in stage.terms]
        amounts = sum((part.amounts for part in parts), np.zeros(len(self.keys), np.int64))
        return Linear(sum(part.constant for part in parts), amounts)

    def caps(self, stages: Sequence[Stage], values: Sequence[int]) -> tuple[Cap, ...]:
        """Write the stages above with their values."""
        return tuple(
            Cap(stage.id, self.cost(stage), value)
            for stage, value in zip(stages, values, strict=True)
        )

    def knapsacks(self, hours_over: int | None) -> tuple[Knapsack, ...]:
        """Give what each practitioner may hold, where hours may be over by so many in all."""
        return knapsacks_of(self.problem, self.posted.forbidden, self.places, hours_over)

    def caseloads(self, holders: Mapping[str, str]) -> list[tuple[int, ...]]:
        """Give the columns that each practitioner holds in a plan."""
        found: list[list[int]] = [[] for _ in self.problem.carriers]
        for unit, holder in holders.items():
            place = self.places.get(Take(unit, holder))
            if place is not None:
                found[self.carrier[place]].append(place)
        return [tuple(sorted(places)) for places in found]


def arrays_of(problem: Problem, posted: Posted, costs: Mapping[str, Cost]) -> Arrays:
    """Write a posted problem as arrays."""
    pairs = [
        (at, whose, Take(unit.id, carrier.id))
        for at, unit in enumerate(problem.units)
        for whose, carrier in enumerate(problem.carriers)
        if (unit.id, carrier.id) not in posted.forbidden
    ]
    keys: list[Key] = [*(take for _, _, take in pairs), *posted.counts]
    places = {key: place for place, key in enumerate(keys)}
    entries = [
        (number, places[key], amount)
        for number, row in enumerate(posted.rows)
        for key, amount in row.coefficients.items()
        if key in places
    ]
    table = np.array(entries, np.int64).reshape(-1, 3)
    return Arrays(
        problem=problem,
        keys=keys,
        places=places,
        pairs=len(pairs),
        unit=np.array([at for at, _, _ in pairs], np.int64),
        carrier=np.array([whose for _, whose, _ in pairs], np.int64),
        most=np.array([1] * len(pairs) + list(posted.counts.values()), np.int64),
        required=np.array([unit.id in posted.required for unit in problem.units], np.bool_),
        row=table[:, 0],
        column=table[:, 1],
        amount=table[:, 2],
        limits=np.array([row.limit for row in posted.rows], np.int64),
        own=np.array([bool(row.practitioner) for row in posted.rows], np.bool_),
        costs={term: _linear(cost, places) for term, cost in costs.items()},
        posted=posted,
        terms=costs,
    )


def _linear(cost: Cost, places: Mapping[Key, int]) -> Linear:
    amounts = np.zeros(len(places), np.int64)
    for key, amount in cost.coefficients.items():
        if key in places:
            amounts[places[key]] += amount
    return Linear(cost.constant, amounts)
