"""A plan's cost shared out: what each family, practitioner and team adds to each term."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from planner.data.comparison import Bearer
from planner.data.plan import Choices
from planner.data.problem import Problem, Unit
from planner.terms import BY_ID
from planner.terms.load import steps_of

_LOAD = "load"


class Borne(NamedTuple):
    """Who bears a share of a cost."""

    bearer: Bearer
    id: str


class _Part(NamedTuple):
    """A part of a plan that is costed by itself."""

    borne: Borne
    problem: Problem
    choices: Choices


@dataclass(frozen=True)
class CostShares:
    """The choices of a plan, split so that every term can be shared out.

    A term is counted for each unit by itself, with what is missed of it and the
    limits that give way for it; then for each team, for what its duty leaves; then
    for limits that give way for the whole plan. Load is no sum over families: it is
    the practitioners'. The shares add up to the term's value.
    """

    problem: Problem
    choices: Choices

    def of(self, term: str) -> Mapping[Borne, int]:
        """Share one term's value out."""
        if term == _LOAD:
            return dict(self._loads())
        value = BY_ID[term].value
        return {part.borne: value(part.problem, part.choices) for part in self._parts}

    def _loads(self) -> Iterator[tuple[Borne, int]]:
        hours = self.problem.half_hours_by_practitioner(self.choices.holders)
        for carrier in self.problem.carriers:
            if carrier.present:
                borne = Borne(Bearer.PRACTITIONER, carrier.id)
                yield borne, steps_of(carrier, hours[carrier.id]) ** 2

    @cached_property
    def _parts(self) -> tuple[_Part, ...]:
        return (*map(self._of_unit, self.problem.units), *self._of_teams(), self._of_all())

    @cached_property
    def _nothing(self) -> Problem:
        return self.problem.model_copy(update={"units": (), "missables": (), "pools": ()})

    def _of_unit(self, unit: Unit) -> _Part:
        missed, team = self.choices.missed, self.problem.missables_of.get(unit.team, ())
        items = tuple(item for item in team if item.unit == unit.id)
        alone = {"units": (unit,), "missables": items}
        own = Choices(
            holders={unit.id: self.choices.holders[unit.id]},
            missed={item.id: missed[item.id] for item in items if item.id in missed},
            gives=tuple(give for give in self.choices.gives if give.unit == unit.id),
        )
        part = self._nothing.model_copy(update=alone)
        return _Part(Borne(Bearer.FAMILY, unit.id), part, own)

    def _of_teams(self) -> Iterator[_Part]:
        for pool in self.problem.pools:
            own = Choices(
                holders={},
                oversight_missed=_only(self.choices.oversight_missed, pool.team),
                short=_only(self.choices.short, pool.team),
            )
            yield _Part(Borne(Bearer.TEAM, pool.team), self._nothing, own)

    def _of_all(self) -> _Part:
        gives = tuple(give for give in self.choices.gives if not give.unit)
        return _Part(Borne(Bearer.WHOLE, ""), self._nothing, Choices(holders={}, gives=gives))


def _only(amounts: Mapping[str, int], team: str) -> Mapping[str, int]:
    return {team: amounts[team]} if team in amounts else {}
