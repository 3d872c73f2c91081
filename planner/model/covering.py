"""Who does what falls due while somebody is away: a small assignment, solved stage by stage.

x(i, p) = 1 where p does item i: each item at most once, and within what p has to
spare. What stays uncovered comes first, in the order of the ledger: hearings and first
visits, contacts of watched children, other contacts. Then skills and grades
lacking, then how many different people each family meets, then travel.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from planner.data.board import Key, Take
from planner.data.cover import Covered, CoverOption, CoverQuestion, Due
from planner.model.clock import Clock
from planner.model.search import Found, search

_Cost = cp_model.LinearExprT


@dataclass
class _Covering:
    """The model, and a variable for each item with each practitioner who could do it."""

    question: CoverQuestion
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    variables: dict[Key, cp_model.IntVar] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Post who could do what, once each and within the hours to spare."""
        hours: defaultdict[str, list[cp_model.LinearExprT]] = defaultdict(list)
        for item in self.question.due:
            for option in item.options:
                key = Take(item.id, option.practitioner)
                self.variables[key] = self.model.new_bool_var(f"{item.id}|{option.practitioner}")
                hours[option.practitioner].append(option.half_hours * self.variables[key])
            self.model.add(self.done(item) <= 1)
        for person, parts in hours.items():
            self.model.add(sum(parts) <= self.question.spare.get(person, 0))

    def done(self, item: Due) -> _Cost:
        """Give 1 where anybody does an item."""
        return sum(self.variables[Take(item.id, option.practitioner)] for option in item.options)

    def uncovered(self, weigh: Callable[[Due], int]) -> _Cost:
        """Weigh what stays uncovered."""
        return sum(weigh(item) * (1 - self.done(item)) for item in self.question.due)

    def spent(self, weigh: Callable[[CoverOption], int]) -> _Cost:
        """Weigh who does what."""
        return sum(
            weigh(option) * self.variables[Take(item.id, option.practitioner)]
            for item in self.question.due
            for option in item.options
        )

    def people(self) -> _Cost:
        """Count the different people whom each family meets."""
        meets: dict[tuple[str, str], cp_model.IntVar] = {}
        for item in self.question.due:
            for option in item.options:
                pair = item.family, option.practitioner
                if pair not in meets:
                    meets[pair] = self.model.new_bool_var(f"meets|{pair}")
                self.model.add_implication(
                    self.variables[Take(item.id, option.practitioner)], meets[pair]
                )
        return sum(meets.values())

    def costs(self) -> Iterator[_Cost]:
        """Yield what is minimised, in order; the last tells equal answers apart, for nobody.

        What nothing counts in is left out: a search for it would decide nothing.
        """
        for loss in _UNCOVERED:
            if any(map(loss, self.question.due)):
                yield self.uncovered(loss)
        if any(option.lacks for item in self.question.due for option in item.options):
            yield self.spent(lambda option: len(option.lacks))
        yield self.people()
        yield self.spent(lambda option: option.travel_minutes)
        yield self.spent(lambda option: option.tie_weight)


_UNCOVERED: tuple[Callable[[Due], int], ...] = (
    lambda item: int(item.never_missed),
    lambda item: item.watched,
    lambda item: item.others,
)


def solve_cover(question: CoverQuestion, clock: Clock) -> Covered:
    """Choose who does what falls due, as well as the hours to spare allow."""
    covering = _Covering(question)
    if not covering.variables:
        return Covered(proven=True)
    values: Mapping[Key, int] = {}
    for cost in covering.costs():
        covering.model.minimize(cost)
        _hint(covering, values)
        answer = search(covering, clock)
        if answer.found not in (Found.OPTIMAL, Found.FEASIBLE):
            return _read(values, proven=False)
        values = answer.values
        if answer.found is Found.FEASIBLE:
            return _read(values, proven=False)
        covering.model.add(cost <= answer.objective)
    return _read(values, proven=True)


def _hint(covering: _Covering, values: Mapping[Key, int]) -> None:
    covering.model.clear_hints()
    for key, value in values.items():
        covering.model.add_hint(covering.variables[key], value)


def _read(values: Mapping[Key, int], *, proven: bool) -> Covered:
    done = {key.unit: key.practitioner for key in values if isinstance(key, Take) and values[key]}
    return Covered(by=dict(sorted(done.items())), proven=proven)
