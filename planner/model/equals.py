"""Other plans as good as the best: which placements occur in any of them, and which differ most."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from planner.data.board import Cost, Take
from planner.data.lookups import grouped
from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.model.clock import Clock
from planner.model.compact import Compact, read_choices
from planner.model.posted import post_all
from planner.model.search import Answer, Found, search
from planner.model.values import values_of

Ceiling = tuple[Sequence[str], int]
"""Some terms, and the most that they may cost together."""


@dataclass(frozen=True)
class Occurring:
    """Which placements occur in plans within some ceilings.

    ``placements`` has a set of holders for every unit, blank for awaiting;
    ``witnesses`` are plans in which all of them occur. ``proven`` where no
    other placement can occur; without it, more of them may.
    """

    placements: Mapping[str, frozenset[str]]
    witnesses: tuple[Choices, ...]
    proven: bool


@dataclass(frozen=True)
class Farthest:
    """The plan that places most units otherwise than the nearest of some plans.

    ``differing`` counts those units. ``proven`` where no plan places more of them
    otherwise. ``choices`` is ``None`` where there is no other plan, or none was found.
    """

    choices: Choices | None
    differing: int
    proven: bool


@dataclass
class _Within:
    """A model of all plans within some ceilings, with a literal for every placement."""

    compact: Compact
    placed: dict[tuple[str, str], cp_model.LiteralT] = field(default_factory=dict)


def occurring(
    problem: Problem, ceilings: Sequence[Ceiling], best: Choices, clock: Clock
) -> Occurring:
    """Find every placement that occurs in some plan within the ceilings.

    Each search asks for a plan with as many placements as possible that were
    not seen before; where there is none, all are known.
    """
    within = _within(problem, ceilings)
    witnesses = [best]
    while True:
        unseen = _unseen(within, witnesses)
        if not unseen:
            return _occurring(problem, witnesses, proven=True)
        within.compact.model.add_bool_or(unseen)
        within.compact.model.minimize(-cp_model.LinearExpr.sum(unseen))
        within.compact.hint(values_of(problem, witnesses[-1]))
        answer = search(within.compact, clock)
        if answer.found is Found.INFEASIBLE:
            return _occurring(problem, witnesses, proven=True)
        if answer.found is Found.UNKNOWN:
            return _occurring(problem, witnesses, proven=False)
        witnesses.append(read_choices(problem, answer.values))


def farthest(
    problem: Problem, ceilings: Sequence[Ceiling], plans: Sequence[Choices], clock: Clock
) -> Farthest:
    """Find the plan within the ceilings that is farthest from the nearest of some plans."""
    within = _within(problem, ceilings)
    model = within.compact.model
    differing = model.new_int_var(1, len(problem.units), "")
    for plan in plans:
        same = [literal for place, literal in within.placed.items() if place in _placed(plan)]
        model.add(differing <= len(problem.units) - cp_model.LinearExpr.sum(same))
    model.minimize(-differing)
    answer = search(within.compact, clock)
    if answer.found is Found.INFEASIBLE:
        return Farthest(None, 0, proven=True)
    if answer.found is Found.UNKNOWN:
        return Farthest(None, 0, proven=False)
    return _far(problem, plans, answer)


def _far(problem: Problem, plans: Sequence[Choices], answer: Answer) -> Farthest:
    choices = read_choices(problem, answer.values)
    apart = min(len(_placed(choices) - _placed(plan)) for plan in plans)
    return Farthest(choices, apart, proven=answer.found is Found.OPTIMAL)


def _within(problem: Problem, ceilings: Sequence[Ceiling]) -> _Within:
    posted, costs = post_all(problem)
    compact = Compact(problem, posted)
    for terms, most in ceilings:
        compact.limit(_sum(compact, costs, terms), most)
    takes = grouped(
        (key for key in compact.variables if isinstance(key, Take)), lambda key: key.unit
    )
    within = _Within(compact)
    for unit in problem.units:
        within.placed.update(_places(compact, unit.id, takes.get(unit.id, ())))
    return within


def _sum(compact: Compact, costs: Mapping[str, Cost], terms: Sequence[str]) -> Cost:
    return compact.add_up([costs[term] for term in terms])


def _places(
    compact: Compact, unit: str, takes: Sequence[Take]
) -> Iterator[tuple[tuple[str, str], cp_model.LiteralT]]:
    """Yield a literal for each practitioner who may hold a unit, and one for awaiting."""
    for key in takes:
        yield (unit, key.practitioner), compact.variables[key]
    waits = compact.model.new_bool_var("")
    compact.model.add_exactly_one([*(compact.variables[key] for key in takes), waits])
    yield (unit, ""), waits


def _unseen(within: _Within, witnesses: Sequence[Choices]) -> list[cp_model.LiteralT]:
    seen = {place for plan in witnesses for place in _placed(plan)}
    return [literal for place, literal in within.placed.items() if place not in seen]


def _placed(choices: Choices) -> set[tuple[str, str]]:
    return set(choices.holders.items())


def _occurring(problem: Problem, witnesses: Sequence[Choices], *, proven: bool) -> Occurring:
    placements = {
        unit.id: frozenset(plan.holders[unit.id] for plan in witnesses) for unit in problem.units
    }
    return Occurring(placements, tuple(witnesses), proven)
