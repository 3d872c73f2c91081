"""Whose hours a curve varies: one practitioner's, everyone's, or somebody's who joins."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.curve import CurveOf, Joining
from planner.data.problem import Carrier, Problem
from planner.engine.question import Question
from planner.engine.tradeoffs.frontier import most_half_hours, wider
from planner.errors import UsageFault
from planner.report import Prepared

_NEW = "NEW"


@dataclass(frozen=True)
class Capacity:
    """What is varied, from its least to its most, and the team with any amount of it.

    Attributes
    ----------
    base : int or None
        The limit now of the one practitioner whose hours are varied.
    full_time : int
        The case hours of a full-time practitioner in the cycle, in half-hours.
    """

    of: CurveOf
    practitioner: str
    label: str
    base: int | None
    least: int
    most: int
    full_time: int
    made: Callable[[int], Prepared]

    def limit_at(self, half_hours: int) -> int | None:
        """Give the practitioner's limit with so many half-hours more."""
        return None if self.base is None else self.base + half_hours


def capacity_of(question: Question, practitioner: str, joining: Joining | None) -> Capacity:
    """Say what is varied; everyone's hours where nobody is named and nobody joins."""
    joined = _with(question, joining or Joining())
    full_time = max(1, _carrier(joined.problem, _new_id(question)).capacity_half_hours)
    if joining is not None:
        return _added(question, joined, full_time)
    problem, prepared = question.problem, question.prepared
    chosen = [_present(question, practitioner)] if practitioner else list(problem.carriers)
    widest = [most_half_hours(problem, c.id) - c.limit_half_hours for c in chosen]
    labels = {p.practitioner: p.label for p in question.prepared.scenario.practitioners}
    return Capacity(
        of=CurveOf.PRACTITIONER if practitioner else CurveOf.EVERYONE,
        practitioner=practitioner,
        label=labels.get(practitioner, ""),
        base=chosen[0].limit_half_hours if practitioner else None,
        least=-max((carrier.limit_half_hours for carrier in chosen), default=0),
        most=max(0, *widest) if widest else 0,
        full_time=full_time,
        made=lambda amount: replace(prepared, problem=wider(problem, amount, practitioner)),
    )


def _added(question: Question, joined: Prepared, full_time: int) -> Capacity:
    """Vary the hours of somebody who joins; with none, nobody does."""
    name = _new_id(question)
    alone = replace(question.prepared, problem=question.problem)

    def made(amount: int) -> Prepared:
        return replace(joined, problem=_sized(joined.problem, name, amount)) if amount else alone

    return Capacity(CurveOf.ADDED, name, "", 0, 0, full_time, full_time, made)


def _sized(problem: Problem, name: str, half_hours: int) -> Problem:
    """Give somebody so many hours of their own, all of them for cases or the duty pool."""
    hours = {"capacity_half_hours": half_hours, "limit_half_hours": half_hours}
    carriers = tuple(
        carrier.model_copy(update=hours) if carrier.id == name else carrier
        for carrier in problem.carriers
    )
    return problem.model_copy(update={"carriers": carriers})


def _with(question: Question, joining: Joining) -> Prepared:
    """Make the team ready with somebody who joins full time."""
    step = Adjustment(
        kind=AdjustmentKind.ADD,
        practitioner=_new_id(question),
        fte=Decimal(1),
        grade=joining.grade,
        zone=joining.zone,
        skills=joining.skills,
        team=joining.team or question.prepared.scenario.practitioners[0].team,
    )
    return question.changed(adjust(question.prepared.scenario, (step,)))


def _new_id(question: Question) -> str:
    known = {person.practitioner for person in question.prepared.scenario.practitioners}
    return next(
        f"{_NEW}{n or ''}" for n in range(len(known) + 1) if f"{_NEW}{n or ''}" not in known
    )


def _carrier(problem: Problem, name: str) -> Carrier:
    found = [carrier for carrier in problem.carriers if carrier.id == name]
    if not found:
        raise UsageFault("somebody of this grade holds no cases: CPP3, CPP4 and CPP5.1 do")
    return found[0]


def _present(question: Question, name: str) -> Carrier:
    """Give the practitioner whose hours can be varied, or say whose can."""
    here = [carrier for carrier in question.problem.carriers if carrier.present]
    for carrier in here:
        if carrier.id == name:
            return carrier
    known = ", ".join(sorted(carrier.id for carrier in here))
    people = {person.practitioner for person in question.prepared.scenario.practitioners}
    why = "has no hours for cases in this cycle" if name in people else "is nobody of this team"
    raise UsageFault(f"{name} {why}; there are {known}")
