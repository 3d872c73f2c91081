"""Who covers while somebody is away, and what falls due meanwhile; nobody's case moves."""

import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from planner.data.cover import (
    AwayChild,
    Cover,
    Covered,
    CoverHours,
    CoverLine,
    CoverOption,
    CoverQuestion,
    Due,
)
from planner.data.plan import Plan
from planner.data.policy import Policy
from planner.data.problem import Unit
from planner.data.scenario import Scenario
from planner.engine.monday.away import Away, away_of
from planner.errors import VerifierDisagrees
from planner.model import Clock, solve_cover
from planner.report.wording import hours
from planner.verify.covering import verify_cover
from planner.workload import Diary, diaries
from planner.workload.falls_due import falls_due
from planner.workload.units import group


def cover(
    scenario: Scenario,
    policy: Policy,
    practitioner: str,
    *,
    start: date | None = None,
    until: date | None = None,
    plan: Plan | None = None,
    time_limit: float = 10.0,
    stop: threading.Event | None = None,
) -> Cover:
    """Propose who covers for somebody who is away, and say what must be decided.

    Cover stays within the hours that each has to spare at 100 per cent, after
    their own cases and cover they are named for already.

    Parameters
    ----------
    start, until : date, optional
        The days away. With neither, those of the practitioner's leave in the
        scenario; without any leave there, the whole cycle.
    plan : Plan, optional
        The plan in hand; without one, the team as it stands.

    Raises
    ------
    UsageFault
        Where there is no such practitioner, or the plan is of another team.
    DataFaults
        Where the days are the wrong way round.
    """
    away = away_of(scenario, policy, practitioner, start, until, plan)
    own = diaries(away.base.prepared.facts, away.base.problem, away.base.choices)
    question = CoverQuestion(due=tuple(_due(away, own)), spare=_spare(away))
    covered = solve_cover(question, Clock(time_limit, stop=stop or threading.Event()))
    disagreed = verify_cover(question, covered.by)
    if disagreed:
        raise VerifierDisagrees(disagreed)
    lines = tuple(_line(away, question, covered, item) for item in _in_order(question.due))
    return _answer(away, own, question, covered, lines)


def _due(away: Away, own: Mapping[str, Diary]) -> Iterator[Due]:
    """Yield what falls due for each of their families, with those who may meet the family."""
    next_due = {child: diary.next_due for child, diary in own.items()}
    held = {unit.id: unit for unit in away.units}
    facts = away.base.prepared.facts
    for members in group(facts):
        if members.id not in held:
            continue
        for item in falls_due(facts, members, away.practitioner, next_due):
            if away.asks(item):
                yield _who_may(away, held[members.id], item)


def _who_may(away: Away, unit: Unit, item: Due) -> Due:
    """Keep those whom neither conflict nor bar nor distance keeps from the family."""
    pairs = away.base.problem.pairs
    options: list[CoverOption] = []
    for option in item.options:
        pair = pairs[unit.id, option.practitioner]
        if not (pair.conflict or pair.barred or pair.out_of_reach):
            grade = ("in the first year",) if pair.missing_grade else ()
            lacks = (*pair.missing_skills, *grade)
            options.append(option.model_copy(update={"lacks": lacks}))
    return item.model_copy(update={"options": tuple(options)})


def _spare(away: Away) -> dict[str, int]:
    """Give what everybody else has to spare at 100 per cent, after cover they are named for."""
    problem, holders = away.base.problem, away.base.choices.holders
    used = problem.half_hours_by_practitioner(holders)
    given = _named_already(away)
    return {
        carrier.id: max(0, carrier.capacity_half_hours - used[carrier.id] - given[carrier.id])
        for carrier in problem.carriers
        if carrier.present and carrier.id != away.practitioner
    }


def _named_already(away: Away) -> Counter[str]:
    """Add up the cover that people give in others' leave, where it names them."""
    facts, problem = away.base.prepared.facts, away.base.problem
    given: Counter[str] = Counter()
    for unit in problem.units:
        holder = away.base.choices.holders[unit.id]
        if not holder or holder == away.practitioner:
            continue
        spans = facts.attendance[holder].leave
        named = next((s.cover for s in spans if s.overlaps(facts.cycle) and s.cover), "")
        given[named] += problem.pairs[unit.id, holder].cover_half_hours
    return given


def _in_order(due: Sequence[Due]) -> list[Due]:
    return sorted(due, key=lambda item: (item.next_due or item.due, item.unit, item.id))


def _line(away: Away, question: CoverQuestion, covered: Covered, item: Due) -> CoverLine:
    by = covered.by.get(item.id, "")
    chosen = next((option for option in item.options if option.practitioner == by), None)
    if chosen is not None:
        return CoverLine(item=item, cover=by, half_hours=chosen.half_hours, lacks=chosen.lacks)
    team = away.base.problem.unit(item.unit).team
    return CoverLine(item=item, why=_why(question, item), decides=_decides(away, team))


def _why(question: CoverQuestion, item: Due) -> str:
    if not item.options:
        return "nobody who may meet the family is there"
    least = min(option.half_hours for option in item.options)
    most = max(question.spare.get(option.practitioner, 0) for option in item.options)
    if all(o.half_hours > question.spare.get(o.practitioner, 0) for o in item.options):
        return f"needs {hours(least)}; nobody there has more than {hours(most)} to spare"
    return "the hours there are to spare go to what comes before it"


def _answer(
    away: Away,
    own: Mapping[str, Diary],
    question: CoverQuestion,
    covered: Covered,
    lines: tuple[CoverLine, ...],
) -> Cover:
    scenario = away.scenario
    given = Counter({line.cover: 0 for line in lines if line.cover})
    for line in lines:
        given[line.cover] += line.half_hours
    person = next(p for p in scenario.practitioners if p.practitioner == away.practitioner)
    return Cover(
        scenario=scenario.name,
        as_at=scenario.as_at,
        cycle_ends=away.base.prepared.facts.cycle.end - timedelta(days=1),
        arrangement=away.base.words,
        practitioner=away.practitioner,
        label=person.label,
        days=away.days,
        named=next((span.cover for span in away.spans if span.cover), ""),
        children=tuple(_children(away, own, question)),
        lines=lines,
        people=tuple(
            CoverHours(practitioner=name, spare_half_hours=spare, given_half_hours=given[name])
            for name, spare in sorted(question.spare.items())
        ),
        waiting_half_hours=sum(
            unit.waiting_half_hours for unit in away.base.waiting if unit.team == person.team
        ),
        duty_half_hours=sum(
            pool.duty_half_hours for pool in away.base.problem.pools if pool.team == person.team
        ),
        decide=tuple(_decide(away)),
        proven=covered.proven,
    )


def _children(away: Away, own: Mapping[str, Diary], question: CoverQuestion) -> Iterator[AwayChild]:
    scores = away.base.prepared.priorities.scores
    units = {child: unit.id for unit in away.units for child in unit.children}
    for child in sorted(away.scenario.children, key=lambda c: c.child):
        if child.child in units:
            yield AwayChild(
                child=child.child,
                label=child.label,
                unit=units[child.child],
                family=child.family,
                tier=scores[child.child].tier,
                band=scores[child.child].band,
                last_seen=child.last_seen,
                next_contact_due=own[child.child].next_due,
                due_while_away=sum(child.child in item.children for item in question.due),
            )


def _decide(away: Away) -> Iterator[str]:
    """Yield what the manager must decide because of the leave's length."""
    standards = away.base.prepared.policy.standards
    name = away.practitioner
    if any(span.longer_than(standards.cover_days) for span in away.spans):
        yield (
            f"{name} is away longer than {standards.cover_days} days: "
            "the manager chooses cover or re-allocation."
        )
    if any(span.longer_than(standards.intensive_away_days) for span in away.spans):
        for unit in away.units:
            if unit.mandatory:
                yield (
                    f"{', '.join(unit.children)}: mandatory allocation, and {name} is away longer "
                    f"than {standards.intensive_away_days} days. "
                    f"{_decides(away, unit.team)} decides today who holds the case."
                )


def _decides(away: Away, team: str) -> str:
    """Name who decides when and by whom a child is seen meanwhile."""
    return away.scenario.manager_of(team) or "the team manager"
