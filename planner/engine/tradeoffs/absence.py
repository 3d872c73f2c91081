"""What each practitioner's absence for the cycle would mean for children."""

import threading
from collections.abc import Iterator
from dataclasses import replace

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.curve import Absences, Absent
from planner.data.front import Reached
from planner.data.plan import Plan
from planner.data.policy import Policy
from planner.data.scenario import Practitioner, Scenario
from planner.engine.question import OnStep, Question, ask, proven
from planner.engine.tradeoffs.point import Point
from planner.engine.tradeoffs.reaching import gains, moved, reached
from planner.report.wording import children

_NOTES = (
    "Each line is the best plan of the team with that one practitioner away for the whole "
    "cycle. It is about hours and children, never about anybody's work.",
)


def absence(
    scenario: Scenario,
    policy: Policy,
    *,
    plan: Plan | None = None,
    time_limit: float = 30.0,
    stop: threading.Event | None = None,
    on_step: OnStep | None = None,
) -> Absences:
    """Solve the team without each practitioner in turn, in the order of their ids.

    Those who have no hours in the cycle already are listed as away.
    """
    question = ask(scenario, policy, plan=plan, time_limit=time_limit, stop=stop, on_step=on_step)
    if not question.found:
        return Absences(
            scenario=scenario.name, proven=False, notes=_NOTES, seconds=question.clock.spent
        )
    base = Point(0, replace(question.prepared, problem=question.problem), question.result)
    now = reached(base)
    lines = tuple(_lines(question, base, now))
    answered = {line.practitioner for line in lines}
    people = sorted(carrier.id for carrier in question.problem.carriers)
    return Absences(
        scenario=scenario.name,
        now=now,
        lines=lines,
        unanswered=tuple(name for name in people if name not in answered),
        proven=len(lines) == len(people) and all(line.proven for line in lines),
        notes=_NOTES,
        seconds=round(question.clock.spent, 3),
    )


def _lines(question: Question, base: Point, now: Reached) -> Iterator[Absent]:
    people = {p.practitioner: p for p in question.prepared.scenario.practitioners}
    carriers = sorted(question.problem.carriers, key=lambda carrier: carrier.id)
    for number, carrier in enumerate(carriers):
        person = people[carrier.id]
        question.told(number, len(carriers), carrier.id)
        if not carrier.present:
            yield _away_already(person)
        elif question.clock.left > 0:
            yield _without(question, base, now, person, len(carriers) - number)


def _away_already(person: Practitioner) -> Absent:
    sentence = f"{person.practitioner} has no hours in this cycle already."
    return Absent(
        practitioner=person.practitioner,
        label=person.label,
        away=True,
        proven=True,
        sentence=sentence,
    )


def _without(
    question: Question, base: Point, now: Reached, person: Practitioner, parts: int
) -> Absent:
    """Solve the team with one practitioner away, within an equal part of the time left."""
    name = person.practitioner
    step = Adjustment(kind=AdjustmentKind.AWAY, practitioner=name)
    changed = question.changed(adjust(question.prepared.scenario, (step,)))
    result = question.other(changed, seconds=question.clock.left / parts)
    if result.solved.choices is None:
        sentence = f"Without {name}: no plan was found in the time given."
        return Absent(practitioner=name, label=person.label, proven=False, sentence=sentence)
    problem = result.problem
    point = Point(0, replace(changed, problem=problem), result)
    after = reached(point)
    choices = result.solved.choices
    covered = [c for u in problem.units if choices.holders[u.id] == name for c in u.children]
    return Absent(
        practitioner=name,
        label=person.label,
        reached=after,
        to_cover=tuple(covered),
        moved=moved(base, point),
        conflict=bool(result.cores),
        proven=proven(question.result) and proven(result) and not result.cores,
        sentence=_sentence(name, now, after, len(covered)),
        choices=choices,
    )


def _sentence(name: str, now: Reached, after: Reached, covered: int) -> str:
    gained = gains(now, after) or "nothing else changes"
    cover = f"{children(covered)} would need cover" if covered else "nobody would need cover"
    return f"Without {name}: {cover}; {gained}."
