"""What the controls on the left say, and the what-if changes that they stand for.

The what-if itself is a tuple of changes; controls are one way to read and write it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.policy import Policy
from planner.data.problem import Carrier
from planner.data.record import Record
from planner.data.scenario import Scenario
from planner.data.score import Priorities
from planner.workload import gather
from planner.workload.capacity import carrier


class Controls(Record):
    """Where every control stands; ``others`` are changes that no control stands for.

    ``everyone`` is one limit for all, in per cent, where it was set; ``limits``
    are per cent of own hours by practitioner, ``away`` who is away for the whole
    cycle, ``removed`` who leaves the team, ``added`` how many join it, each at
    ``added_fte``. ``duty`` are hours a cycle by who gives them and holds no cases.
    """

    everyone: int | None = None
    limits: Mapping[str, int] = {}
    away: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    added: int = 0
    added_fte: Decimal = Decimal(1)
    added_team: str = ""
    deallocations: int = 0
    changes: int = 0
    reserve: Decimal = Decimal(0)
    arrivals: Decimal = Decimal(0)
    duty: Mapping[str, Decimal] = {}
    others: tuple[Adjustment, ...] = ()


def carriers_of(scenario: Scenario, policy: Policy) -> Mapping[str, Carrier]:
    """Give everyone who can hold cases in the cycle, with own hours and limit."""
    facts = gather(scenario, policy, Priorities(scores={}))
    return {person.practitioner: carrier(facts, person) for person in facts.carriers}


def untouched(scenario: Scenario, carriers: Mapping[str, Carrier], changes: int) -> Controls:
    """Give the controls as a team's own data set them."""
    percents = {p.practitioner: p.limit_percent for p in scenario.practitioners}
    teams = teams_of(scenario)
    return Controls(
        limits={name: percents[name] for name in carriers},
        away=frozenset(name for name, person in carriers.items() if not person.present),
        added_team=teams[0] if teams else "",
        deallocations=scenario.limits.deallocations,
        changes=changes,
        reserve=scenario.limits.reserve_hours,
        arrivals=scenario.limits.arrivals,
        duty={
            p.practitioner: p.duty_hours
            for p in scenario.practitioners
            if p.practitioner not in carriers and not p.grade.carries
        },
    )


def everyone_at(controls: Controls, percent: int) -> Controls:
    """Have one limit for all; hours set for somebody by an offer give way to it."""
    others = tuple(o for o in controls.others if o.kind is not AdjustmentKind.HOURS)
    limits = dict.fromkeys(controls.limits, percent)
    return _with(controls, everyone=percent, limits=limits, others=others)


def teams_of(scenario: Scenario) -> list[str]:
    """List the teams of a scenario."""
    people = {person.team for person in scenario.practitioners}
    return sorted(people | {child.team for child in scenario.children})


def adjustments(controls: Controls, start: Controls, scenario: Scenario) -> tuple[Adjustment, ...]:
    """Give the what-if changes by which the controls differ from where they started."""
    return (
        *_people(controls, start, scenario),
        *_limits(controls, start),
        *_amounts(controls, start),
        *controls.others,
    )


def _people(controls: Controls, start: Controls, scenario: Scenario) -> Iterator[Adjustment]:
    names = new_names(scenario, controls.others)
    for _, name in zip(range(controls.added), names, strict=False):
        yield Adjustment(
            kind=AdjustmentKind.ADD,
            practitioner=name,
            fte=controls.added_fte,
            team=controls.added_team,
        )
    for name in sorted(controls.removed):
        yield Adjustment(kind=AdjustmentKind.REMOVE, practitioner=name)
    for name in sorted(controls.away - start.away):
        yield whole_cycle_away(scenario, name)
    for name in sorted(start.away - controls.away):
        yield Adjustment(kind=AdjustmentKind.BACK, practitioner=name)


def new_names(scenario: Scenario, others: Iterable[Adjustment] = ()) -> Iterator[str]:
    """Give names for those who join, none of which is taken in the team."""
    joining = {other.practitioner for other in others if other.kind is AdjustmentKind.ADD}
    taken = joining | {person.practitioner for person in scenario.practitioners}
    return (name for number in range(1, 100) if (name := f"NEW{number}") not in taken)


def whole_cycle_away(scenario: Scenario, name: str) -> Adjustment:
    """Have somebody away for the whole cycle."""
    until = scenario.as_at + timedelta(days=scenario.cycle_days - 1)
    return Adjustment(
        kind=AdjustmentKind.AWAY, practitioner=name, start=scenario.as_at, until=until
    )


def _limits(controls: Controls, start: Controls) -> Iterator[Adjustment]:
    if controls.everyone is not None:
        yield Adjustment(kind=AdjustmentKind.LIMIT, amount=Decimal(controls.everyone))
    for name, percent in sorted(controls.limits.items()):
        usual = start.limits.get(name) if controls.everyone is None else controls.everyone
        if usual is not None and percent != usual:
            yield Adjustment(kind=AdjustmentKind.LIMIT, practitioner=name, amount=Decimal(percent))


def _amounts(controls: Controls, start: Controls) -> Iterator[Adjustment]:
    for kind in _AMOUNTS:
        amount = getattr(controls, kind.value)
        if amount != getattr(start, kind.value):
            yield Adjustment(kind=kind, amount=Decimal(amount))
    for name, hours in sorted(controls.duty.items()):
        if hours != start.duty.get(name, hours):
            yield Adjustment(kind=AdjustmentKind.DUTY, practitioner=name, amount=hours)


_AMOUNTS: Mapping[AdjustmentKind, type[int] | type[Decimal]] = {
    AdjustmentKind.DEALLOCATIONS: int,
    AdjustmentKind.CHANGES: int,
    AdjustmentKind.RESERVE: Decimal,
    AdjustmentKind.ARRIVALS: Decimal,
}


def controls_of(changes: Iterable[Adjustment], start: Controls, scenario: Scenario) -> Controls:
    """Give where the controls stand for these changes; what none of them says stays as it is."""
    controls = start
    for change in changes:
        controls = _stepped(controls, change, start, scenario)
    return controls


def _stepped(now: Controls, change: Adjustment, start: Controls, scenario: Scenario) -> Controls:
    if change.kind in _AMOUNTS:
        amount = _AMOUNTS[change.kind](change.amount or 0)
        return _with(now, **{change.kind.value: amount})
    hours_or_limit = change.kind in (AdjustmentKind.LIMIT, AdjustmentKind.DUTY)
    step = _with_amount if hours_or_limit else _with_people
    return step(now, change, start, scenario) or _with(now, others=(*now.others, change))


def _with_amount(
    now: Controls, change: Adjustment, _start: Controls, _scenario: Scenario
) -> Controls | None:
    who, amount = change.practitioner, change.amount or Decimal(0)
    if change.kind is AdjustmentKind.DUTY:
        return _with(now, duty={**now.duty, who: amount}) if who in now.duty else None
    if not who:
        return _with(now, everyone=int(amount), limits=dict.fromkeys(now.limits, int(amount)))
    return _with(now, limits={**now.limits, who: int(amount)}) if who in now.limits else None


def _with_people(
    now: Controls, change: Adjustment, start: Controls, scenario: Scenario
) -> Controls | None:
    who = change.practitioner
    match change.kind:
        case AdjustmentKind.REMOVE if who in start.limits:
            return _with(now, removed=now.removed | {who})
        case AdjustmentKind.AWAY if who in now.limits and change == whole_cycle_away(scenario, who):
            return _with(now, away=now.away | {who})
        case AdjustmentKind.BACK if who in start.away:
            return _with(now, away=now.away - {who})
        case AdjustmentKind.ADD if _joins(now, change, start, scenario):
            return _with(now, added=now.added + 1, added_fte=change.fte, added_team=change.team)
        case _:
            return None


def _joins(now: Controls, change: Adjustment, start: Controls, scenario: Scenario) -> bool:
    """Whether somebody who joins is as the controls would have them join."""
    names = list(zip(range(now.added + 1), new_names(scenario, now.others), strict=False))
    plain = Adjustment(
        kind=change.kind,
        practitioner=names[-1][1],
        fte=now.added_fte if now.added else change.fte,
        team=now.added_team if now.added else change.team or start.added_team,
    )
    return change.model_copy(update={"team": change.team or start.added_team}) == plain


def _with(controls: Controls, **update: object) -> Controls:
    return controls.model_copy(update=update)
