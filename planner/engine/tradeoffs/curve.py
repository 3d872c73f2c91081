"""The capacity curve: who awaits with more or fewer hours, exact to the half-hour."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce

from planner.data.curve import Curve, CurveStep, Joining
from planner.data.plan import Plan
from planner.data.policy import Policy
from planner.data.scenario import Scenario
from planner.engine.question import OnStep, Question, ask
from planner.engine.tradeoffs.capacities import Capacity, capacity_of
from planner.engine.tradeoffs.curve_words import curve_headline, curve_notes, step_words
from planner.engine.tradeoffs.not_enough import not_enough
from planner.engine.tradeoffs.point import Point, better, gradual
from planner.engine.tradeoffs.reaching import moved, reached
from planner.engine.tradeoffs.stepping import joined, steps
from planner.engine.tradeoffs.varied import Varied
from planner.report import stages_of


def curve(
    scenario: Scenario,
    policy: Policy,
    practitioner: str = "",
    *,
    joining: Joining | None = None,
    least: int | None = None,
    most: int | None = None,
    plan: Plan | None = None,
    time_limit: float = 30.0,
    stop: threading.Event | None = None,
    on_step: OnStep | None = None,
) -> Curve:
    """Find who awaits with more or fewer hours, until nothing changes any more.

    Parameters
    ----------
    practitioner : str
        Whose limit is varied; blank means everyone's, by the same hours.
    joining : Joining, optional
        Somebody further, whose hours are varied instead, up to full time.
    least, most : int, optional
        From and to how many half-hours more than now (negative: fewer).

    Raises
    ------
    UsageFault
        Where there is no such practitioner, or they are away for the whole cycle.
    """
    question = ask(scenario, policy, plan=plan, time_limit=time_limit, stop=stop, on_step=on_step)
    capacity = capacity_of(question, practitioner, joining)
    ends = _ends(capacity, least, most)
    empty = Curve(
        scenario=scenario.name,
        of=capacity.of,
        practitioner=practitioner,
        label=capacity.label,
        joining=joining,
        least=ends[0],
        most=ends[1],
        complete=False,
        proven=False,
        notes=curve_notes(capacity, question.problem),
        seconds=0.0,
    )
    if not question.found:
        words = ("No plan was found in the time given, so there is nothing to vary yet.",)
        return empty.model_copy(update={"headline": words, "seconds": question.clock.spent})
    return _answered(question, capacity, empty)


def _ends(capacity: Capacity, least: int | None, most: int | None) -> tuple[int, int]:
    low = capacity.least if least is None else max(least, capacity.least)
    high = capacity.most if most is None else min(most, capacity.most)
    return min(low, high), max(low, high)


@dataclass(frozen=True)
class _Levels:
    """Levels from the lowest amount up, and whether each side was finished."""

    points: tuple[Point, ...]
    below: bool
    above: bool


def _answered(question: Question, capacity: Capacity, empty: Curve) -> Curve:
    varied = _varied(question, capacity)
    levels = _levels(varied, empty.least, empty.most)
    told = tuple(_told(question, varied, capacity, levels.points))
    now = varied.known.get(0)
    done = levels.below and levels.above
    made = empty.model_copy(
        update={
            "now": reached(now) if now else None,
            "steps": told,
            "flat_below": levels.below and empty.least == capacity.least,
            "flat_above": levels.above and empty.most == capacity.most,
            "enough": _enough(told),
            "complete": done,
            "proven": done and all(step.proven for step in told),
        }
    )
    if made.flat_above and made.enough is None:
        made = made.model_copy(
            update={"not_enough": not_enough(levels.points[-1], capacity.practitioner)}
        )
    return made.model_copy(
        update={"headline": curve_headline(made), "seconds": round(question.clock.spent, 3)}
    )


def _varied(question: Question, capacity: Capacity) -> Varied:
    """Vary the hours, the plan in hand known already."""
    stages = stages_of(question.prepared.policy, question.problem)
    varied = Varied(
        question,
        capacity.made,
        [stage.id for stage in stages if stage.policy][-1],
        ceilings_vary=question.problem.guarded,
    )
    now = replace(question.prepared, problem=question.problem)
    varied.known[0] = Point(0, now, question.result)
    return varied


def _levels(varied: Varied, least: int, most: int) -> _Levels:
    """Find the levels upwards from now first, then downwards: what is near comes first."""
    middle = varied.at(min(max(0, least), most))
    high = varied.at(most)
    above = [] if varied.cut else _climbed(varied, middle, high)
    up = varied.cut is None
    low = varied.at(least) if up else middle
    below = [] if varied.cut else _climbed(varied, low, middle)
    finished = varied.cut is None
    first = low if finished else middle
    points = reduce(joined, (*(below if finished else []), *above), [first])
    cut = varied.cut
    if cut is not None and cut.found and cut.amount > points[-1].amount and better(cut, points[-1]):
        points.append(cut)
    return _Levels(tuple(points), below=finished, above=up)


def _climbed(varied: Varied, low: Point, high: Point) -> list[Point]:
    points = [low]
    for point in steps(varied, low, high):
        varied.question.told(len(points), len(points) + 1, "a step found")
        points = joined(points, point) if better(point, points[-1]) else points
    return points[1:]


def _told(
    question: Question, varied: Varied, capacity: Capacity, points: tuple[Point, ...]
) -> Iterator[CurveStep]:
    """Describe each step against the one before, from the one best plan where time allows."""
    before: CurveStep | None = None
    known: Point | None = None
    for number, point in enumerate(points, start=1):
        whole = varied.whole(point)
        step = CurveStep(
            half_hours=point.amount,
            limit_half_hours=capacity.limit_at(point.amount),
            full_time=round(point.amount / capacity.full_time, 2),
            reached=reached(whole),
            gradual=known is not None and gradual(point, points[number - 2]),
            proven=point.proven,
            settled=whole.settled,
            moved=moved(known, whole) if known else (),
            choices=whole.result.solved.choices,
        )
        before = step.model_copy(update={"sentence": step_words(capacity.of, before, step)})
        known = whole
        question.told(number, len(points), before.sentence)
        yield before


def _enough(told: tuple[CurveStep, ...]) -> int | None:
    """Give the least hours at which no high-risk child awaits, on every level from there on."""
    found = None
    for step in reversed(told):
        if step.reached.urgent:
            break
        found = step.half_hours
    return found
