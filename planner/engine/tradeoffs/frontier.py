"""Choices with a price: the exact front of contacts, de-allocations, changes, or hours."""

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from planner.data.front import Front, FrontOf, FrontStep
from planner.data.plan import Plan
from planner.data.policy import Policy
from planner.data.problem import Problem
from planner.data.scenario import Scenario
from planner.engine.question import OnStep, Question, ask
from planner.engine.tradeoffs.contacts import (
    ceiling_on_contacts,
    contacts_varied,
    every_contact,
    fewest_contacts,
)
from planner.engine.tradeoffs.front_words import front_headline, front_notes, step_sentence
from planner.engine.tradeoffs.point import Point, better, gradual, same
from planner.engine.tradeoffs.reaching import moved, reached
from planner.engine.tradeoffs.stepping import joined, steps
from planner.engine.tradeoffs.varied import Varied
from planner.report import Prepared, stages_of

_HALF_HOURS = 2


def frontier(
    scenario: Scenario,
    policy: Policy,
    of: FrontOf = FrontOf.DEALLOCATIONS,
    *,
    most: int | None = None,
    plan: Plan | None = None,
    time_limit: float = 30.0,
    stop: threading.Event | None = None,
    on_step: OnStep | None = None,
) -> Front:
    """Find what each further de-allocation, change, hour or contact missed would buy.

    For each amount allowed the best plan is solved (epsilon-constraint method);
    amounts that buy nothing are left out. De-allocations serve only what the
    policy lets them serve. What no limit at all would give is solved first, so
    that it is known where the front ends.

    Parameters
    ----------
    most : int, optional
        Go no further than this amount.
    """
    question = ask(scenario, policy, plan=plan, time_limit=time_limit, stop=stop, on_step=on_step)
    front = Front(
        scenario=scenario.name,
        of=of,
        now=_now(question, of),
        complete=False,
        proven=False,
        notes=front_notes(of, question.problem),
        seconds=0.0,
    )
    if not question.found:
        words = ("No plan was found in the time given, so no choice has a price yet.",)
        return front.model_copy(update={"headline": words, "seconds": question.clock.spent})
    return _answered(question, front, most)


def _answered(question: Question, front: Front, most: int | None) -> Front:
    varied = _varied(question, front.of)
    if varied is None:
        words = (
            "This policy counts no contact before children awaiting: there is no such choice.",
        )
        return front.model_copy(update={"headline": words, "complete": True, "proven": True})
    least = front.now if front.of is FrontOf.CONTACTS else 0
    first = varied.at(least)
    if front.of is FrontOf.DEALLOCATIONS and first.found:
        varied.kept = first.result.solved
    top = max(least, _top(question.problem, front.of))
    last = varied.at(top if most is None else min(max(most, least), top))
    points = _kept(varied, first, last)
    ended = varied.cut is None
    told = list(_told(question, varied, points, front.of))
    ended = ended and (most is None or most >= top or _nothing_more(varied, last, top))
    made = front.model_copy(
        update={
            "steps": tuple(told),
            "complete": ended,
            "proven": varied.cut is None and all(step.proven for step in told),
            "seconds": round(question.clock.spent, 3),
        }
    )
    return made.model_copy(update={"headline": front_headline(made)})


def _varied(question: Question, of: FrontOf) -> Varied | None:
    """Vary one limit, the plan in hand known already."""
    problem, prepared = question.problem, question.prepared
    if of is FrontOf.CONTACTS:
        counted = ceiling_on_contacts(prepared.policy)
        return None if counted is None else contacts_varied(question, counted)
    now = _now(question, of)
    varied = Varied(
        question, lambda amount: replace(prepared, problem=_ALLOWING[of](problem, amount)), ""
    )
    varied.known[now] = Point(now, replace(prepared, problem=problem), question.result)
    if now:
        varied.at(0)
    varied.until = _until(prepared, of)
    varied.ceilings_vary = of is not FrontOf.DEALLOCATIONS and problem.guarded
    return varied


def _until(prepared: Prepared, of: FrontOf) -> str:
    """Give the last stage that can differ between two amounts.

    With the guarded de-allocations it is the number de-allocated: where the stages
    before it are equal, more of them are never chosen, so all after it is equal too.
    """
    guarded = prepared.problem.model_copy(update={"deallocations_limit": 1})
    stages = [stage for stage in stages_of(prepared.policy, guarded) if stage.policy]
    if of is FrontOf.DEALLOCATIONS:
        return next((s.id for s in stages if s.only_with_deallocations), stages[-1].id)
    return stages[-1].id


def _kept(varied: Varied, first: Point, last: Point) -> list[Point]:
    """List the steps found, the first plan there is before them; an unproven one comes last."""
    points = [first] if first.found else []
    if varied.cut is None:
        for point in steps(varied, first, last):
            varied.question.told(point.amount, last.amount, _FOUND)
            points = joined(points, point) if not points or better(point, points[-1]) else points
    cut = varied.cut
    beyond = cut is not None and (not points or cut.amount > points[-1].amount)
    if cut is not None and beyond and (not points or better(cut, points[-1])):
        points.append(cut)
    return points


def _told(
    question: Question, varied: Varied, points: list[Point], of: FrontOf
) -> Iterator[FrontStep]:
    """Describe each step against the one before, from the one best plan where time allows."""
    before: FrontStep | None = None
    known: Point | None = None
    valued = [varied.valued(point) for point in points]
    for number, point in enumerate(valued, start=1):
        whole = varied.whole(point)
        step = FrontStep(
            amount=point.amount,
            reached=reached(whole),
            gradual=known is not None and gradual(point, valued[number - 2]),
            proven=point.proven,
            settled=whole.settled,
            moved=moved(known, whole) if known else (),
            choices=whole.result.solved.choices,
        )
        before = step.model_copy(update={"sentence": step_sentence(of, before, step)})
        known = whole
        question.told(number, len(points), before.sentence)
        yield before


def _nothing_more(varied: Varied, last: Point, top: int) -> bool:
    """Whether no limit at all gives the same values as the most that was asked for."""
    unlimited = varied.at(top)
    return unlimited.proven and same(unlimited, last)


def _now(question: Question, of: FrontOf) -> int:
    """Give what the plan in hand allows."""
    now = {
        FrontOf.CONTACTS: fewest_contacts(question),
        FrontOf.DEALLOCATIONS: question.problem.deallocations_limit,
        FrontOf.CHANGES: question.problem.changes_limit,
        FrontOf.HOURS: 0,
    }
    return now[of]


def _top(problem: Problem, of: FrontOf) -> int:
    """Give an amount that is as good as no limit at all."""
    if of is FrontOf.CONTACTS:
        return every_contact(problem)
    if of is FrontOf.DEALLOCATIONS:
        return sum(unit.held_children for unit in problem.units)
    if of is FrontOf.CHANGES:
        return sum(bool(unit.holder) for unit in problem.units)
    widest = max(
        (most_half_hours(problem, c.id) - c.limit_half_hours for c in problem.carriers), default=0
    )
    return max(0, -(-widest // _HALF_HOURS))


def most_half_hours(problem: Problem, practitioner: str) -> int:
    """Give the case hours of somebody who held every family, handovers included."""
    return sum(
        problem.pairs[unit.id, practitioner].demand_half_hours
        + max(problem.pairs[unit.id, c.id].give_half_hours for c in problem.carriers)
        for unit in problem.units
    )


def wider(problem: Problem, half_hours: int, practitioner: str = "") -> Problem:
    """Give the problem with a limit (or everyone's) so many half-hours higher, or lower."""
    carriers = tuple(
        carrier.model_copy(
            update={"limit_half_hours": max(0, carrier.limit_half_hours + half_hours)}
        )
        if practitioner in ("", carrier.id)
        else carrier
        for carrier in problem.carriers
    )
    return problem.model_copy(update={"carriers": carriers})


def _deallocating(problem: Problem, amount: int) -> Problem:
    return problem.model_copy(update={"deallocations_limit": amount})


def _changing(problem: Problem, amount: int) -> Problem:
    return problem.model_copy(update={"changes_limit": amount})


def _lengthening(problem: Problem, amount: int) -> Problem:
    return wider(problem, amount * _HALF_HOURS)


_FOUND = "a choice worth making"
_ALLOWING: Mapping[FrontOf, Callable[[Problem, int], Problem]] = {
    FrontOf.DEALLOCATIONS: _deallocating,
    FrontOf.CHANGES: _changing,
    FrontOf.HOURS: _lengthening,
}
