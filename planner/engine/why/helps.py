"""Facts that would let a waiting child in: a day more of somebody, a skill, a pin; each solved."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.explanation import Helps
from planner.data.problem import Carrier, Problem, Unit
from planner.data.scenario import Practitioner, Scenario
from planner.engine.question import Question, proven
from planner.rules.eligible import may_hold

# Where a child is allocated is settled by then; load and ties place nobody.
_LAST_STAGE = "3c"


class _Fact(NamedTuple):
    """A fact to be tried: the team with it, in words, and as a change where there is one."""

    sentence: str
    scenario: Scenario
    adjustment: Adjustment | None = None


def helps(question: Question, unit: Unit) -> tuple[Helps, ...]:
    """Try one fact at a time, and list those with which the best plan allocates the unit."""
    found: list[Helps] = []
    for fact in _facts(question, unit):
        if question.clock.left <= 0:
            break
        changed = question.changed(fact.scenario)
        result = question.other(changed, until=_LAST_STAGE)
        choices = result.solved.choices
        if choices is not None and choices.holders.get(unit.id):
            found.append(
                Helps(
                    sentence=fact.sentence,
                    adjustment=fact.adjustment,
                    holder=choices.holders[unit.id],
                    proven=proven(result),
                )
            )
    return tuple(found)


def _facts(question: Question, unit: Unit) -> Iterator[_Fact]:
    problem = question.problem
    for carrier in problem.carriers:
        if may_hold(problem, unit, carrier.id):
            yield from _day(question, carrier, problem, unit)
            yield from _skill(question, carrier, problem, unit)


def _day(question: Question, carrier: Carrier, problem: Problem, unit: Unit) -> Iterator[_Fact]:
    """Yield one more working day of somebody who meets the family's needs."""
    if problem.pairs[unit.id, carrier.id].lacks:
        return
    policy, scenario = question.prepared.policy.hours, question.prepared.scenario
    day = policy.full_time_day
    amount = Decimal(carrier.limit_half_hours) / 2 + day
    change = Adjustment(kind=AdjustmentKind.HOURS, practitioner=carrier.id, amount=amount)
    yield _Fact(
        f"One more day of {carrier.id} for cases ({day:f} h)",
        adjust(scenario, (change,)),
        change,
    )


def _skill(question: Question, carrier: Carrier, problem: Problem, unit: Unit) -> Iterator[_Fact]:
    """Yield the skills and the grade that somebody lacks, as if they had them."""
    pair = problem.pairs[unit.id, carrier.id]
    if not pair.lacks:
        return
    scenario = question.prepared.scenario
    lacking = [*pair.missing_skills, *(["the first year completed"] if pair.missing_grade else [])]
    people = tuple(_with_skills(p, carrier, pair.missing_skills) for p in scenario.practitioners)
    yield _Fact(
        f"{carrier.id} with {' and '.join(lacking)}",
        scenario.model_copy(update={"practitioners": people}),
    )


def _with_skills(person: Practitioner, carrier: Carrier, skills: tuple[str, ...]) -> Practitioner:
    if person.practitioner != carrier.id:
        return person
    update = {"skills": (*person.skills, *skills), "first_year": False}
    return person.model_copy(update=update)
