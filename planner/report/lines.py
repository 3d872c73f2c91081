"""The lines of a plan: every child, every practitioner, every duty pool."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.data.lookups import grouped
from planner.data.plan import (
    ChildLine,
    Choices,
    Move,
    PoolLine,
    PractitionerLine,
    Standing,
)
from planner.data.problem import Carrier, Problem, TeamPool, Unit
from planner.data.scenario import Child, Practitioner
from planner.data.vocabulary import CaseStatus
from planner.report.prepare import Prepared
from planner.report.why import why
from planner.workload import Diary, Facts, diaries


@dataclass(frozen=True)
class _Page:
    """What every child's line is written from, looked up once for all of them."""

    prepared: Prepared
    problem: Problem
    choices: Choices
    diaries: Mapping[str, Diary]
    reasons: Mapping[str, tuple[str, ...]]
    managers: Mapping[str, str]
    not_carrying: frozenset[str]


def child_lines(prepared: Prepared, problem: Problem, choices: Choices) -> tuple[ChildLine, ...]:
    """Write a line for every child of the scenario, in the order of their ids."""
    people = sorted(prepared.scenario.practitioners, key=lambda p: p.practitioner)
    hours = problem.half_hours_by_practitioner(choices.holders)
    page = _Page(
        prepared,
        problem,
        choices,
        diaries(prepared.facts, problem, choices),
        {unit.id: why(problem, choices, unit, hours) for unit in problem.units},
        {person.team: person.practitioner for person in reversed(people) if person.grade.manages},
        frozenset(person.practitioner for person in people if not person.grade.carries),
    )
    units = {child: unit for unit in problem.units for child in unit.children}
    children = sorted(prepared.scenario.children, key=lambda c: c.child)
    return tuple(
        _planned(page, child, units[child.child])
        if child.child in units
        else _not_planned(prepared, child)
        for child in children
    )


def _not_planned(prepared: Prepared, child: Child) -> ChildLine:
    contracted = child.status is CaseStatus.CONTRACTED
    return ChildLine(
        child=child.child,
        label=child.label,
        family=child.family,
        team=child.team,
        score=prepared.priorities.scores[child.child],
        standing=Standing.CONTRACTED if contracted else Standing.OUTSIDE_POOL,
        move=Move.NOT_PLANNED,
        now=child.holder,
        phase=child.phase.value,
        last_seen=child.last_seen,
    )


def _planned(page: _Page, child: Child, unit: Unit) -> ChildLine:
    facts = page.prepared.facts
    holder = page.choices.holders[unit.id]
    diary = page.diaries[child.child]
    cover = _cover(facts, holder)
    waits = not holder
    first = child.child == unit.children[0]
    return ChildLine(
        child=child.child,
        label=child.label,
        unit=unit.id,
        family=child.family,
        team=child.team,
        score=page.prepared.priorities.scores[child.child],
        standing=_standing(page, child, holder, away=diary.away, cover=cover),
        move=_move(child, unit, holder),
        now=child.holder,
        holder=holder,
        phase=child.phase.value,
        days_awaiting=_days_awaiting(facts, child) if waits else None,
        last_seen=child.last_seen,
        next_contact_due=diary.next_due,
        contacts_due=len(diary.contacts),
        contacts_missed=len(diary.missed),
        missed_due=diary.missed,
        tasks_missed=diary.missed_tasks,
        duty_half_hours=unit.waiting_half_hours if waits and first else 0,
        interim=page.managers.get(child.team, "team manager") if waits else "",
        cover=cover if diary.away else "",
        why=page.reasons[unit.id],
    )


def _standing(page: _Page, child: Child, holder: str, *, away: bool, cover: str) -> Standing:
    if holder:
        if not away:
            return Standing.ALLOCATED
        return Standing.AWAY_COVERED if cover else Standing.AWAY_UNCOVERED
    return Standing.MANAGER if child.holder in page.not_carrying else Standing.AWAITING


def _move(child: Child, unit: Unit, holder: str) -> Move:
    """Say what changes for this child, who may join a sibling's practitioner."""
    held_now = bool(unit.holder) and child.holder == unit.holder
    if not holder:
        return Move.DEALLOCATED if held_now else Move.STILL_AWAITING
    if held_now:
        return Move.KEPT if holder == unit.holder else Move.CHANGED
    return Move.FORCED if child.holder else Move.TAKEN_ON


def _cover(facts: Facts, holder: str) -> str:
    if not holder:
        return ""
    spans = facts.attendance[holder].leave
    return next((span.cover for span in spans if span.overlaps(facts.cycle) and span.cover), "")


def _days_awaiting(facts: Facts, child: Child) -> int | None:
    if child.holder or child.since is None:
        return None
    return max(0, (facts.scenario.as_at - child.since).days)


def practitioner_lines(
    prepared: Prepared, problem: Problem, choices: Choices
) -> tuple[PractitionerLine, ...]:
    """Write a line for everyone of the team, in the order of their ids."""
    carriers = {carrier.id: carrier for carrier in problem.carriers}
    people = sorted(prepared.scenario.practitioners, key=lambda p: p.practitioner)
    hours = problem.half_hours_by_practitioner(choices.holders)
    held = grouped(problem.units, lambda unit: choices.holders[unit.id])
    return tuple(
        _carrier(
            problem,
            person,
            carriers[person.practitioner],
            held.get(person.practitioner, ()),
            hours[person.practitioner],
        )
        if person.practitioner in carriers
        else PractitionerLine(
            practitioner=person.practitioner,
            label=person.label,
            team=person.team,
            present=False,
            carries=False,
        )
        for person in people
    )


def _carrier(
    problem: Problem, person: Practitioner, carrier: Carrier, held: Sequence[Unit], hours: int
) -> PractitionerLine:
    return PractitionerLine(
        practitioner=carrier.id,
        label=person.label,
        team=carrier.team,
        present=carrier.present,
        carries=True,
        capacity_half_hours=carrier.capacity_half_hours,
        limit_half_hours=carrier.limit_half_hours,
        case_half_hours=hours,
        held_half_hours=sum(
            problem.pairs[unit.id, carrier.id].demand_half_hours
            for unit in problem.units_held_by.get(carrier.id, ())
        ),
        over_half_hours=max(0, hours - carrier.capacity_half_hours) if carrier.present else 0,
        children=sum(len(unit.children) for unit in held),
        families=len({unit.family for unit in held}),
        high_risk=sum(unit.high_children for unit in held),
        intensive=sum(unit.intensive_infants for unit in held),
    )


def pool_lines(
    problem: Problem, choices: Choices, people: tuple[PractitionerLine, ...]
) -> tuple[PoolLine, ...]:
    """Write a line for each team's duty pool."""
    return tuple(_pool(problem, choices, people, pool) for pool in problem.pools)


def _pool(
    problem: Problem,
    choices: Choices,
    people: tuple[PractitionerLine, ...],
    pool: TeamPool,
) -> PoolLine:
    own = [p for p in people if p.team == pool.team and p.present]
    units = problem.units_of.get(pool.team, ())
    missed = sum(
        item.half_hours * choices.missed.get(item.id, 0)
        for item in problem.missables_of.get(pool.team, ())
    )
    return PoolLine(
        team=pool.team,
        spare_half_hours=sum(p.capacity_half_hours - p.case_half_hours for p in own),
        duty_half_hours=pool.duty_half_hours,
        over_half_hours=sum(p.over_half_hours for p in own),
        waiting_half_hours=sum(
            unit.waiting_half_hours for unit in units if not choices.holders[unit.id]
        ),
        cover_half_hours=sum(
            problem.pairs[unit.id, holder].cover_half_hours
            for unit in units
            if (holder := choices.holders[unit.id])
        ),
        contracted_half_hours=pool.contracted_half_hours,
        reserve_half_hours=pool.reserve_half_hours,
        missed_half_hours=missed + choices.oversight_missed.get(pool.team, 0),
        short_half_hours=choices.short.get(pool.team, 0),
    )
