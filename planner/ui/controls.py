"""What the controls on the left say, and the what-if changes that they stand for."""

from collections.abc import Iterator, Mapping
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
    """Where every control stands; ``offered`` are changes taken over from an offer.

    ``limits`` are per cent of own hours by practitioner, ``away`` who is away
    for the whole cycle, ``removed`` who leaves the team, ``added`` how many
    join it, each at ``added_fte``.
    """

    limits: Mapping[str, int] = {}
    away: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    added: int = 0
    added_fte: Decimal = Decimal(1)
    added_team: str = ""
    deallocations: int = 0
    changes: int = 0
    reserve: Decimal = Decimal(0)
    offered: tuple[Adjustment, ...] = ()


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
    )


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
        *controls.offered,
    )


def _people(controls: Controls, start: Controls, scenario: Scenario) -> Iterator[Adjustment]:
    taken = {person.practitioner for person in scenario.practitioners}
    names = (name for number in range(1, 100) if (name := f"NEW{number}") not in taken)
    for _, name in zip(range(controls.added), names, strict=False):
        yield Adjustment(
            kind=AdjustmentKind.ADD,
            practitioner=name,
            fte=controls.added_fte,
            team=controls.added_team,
        )
    for name in sorted(controls.removed):
        yield Adjustment(kind=AdjustmentKind.REMOVE, practitioner=name)
    until = scenario.as_at + timedelta(days=scenario.cycle_days - 1)
    for name in sorted(controls.away - start.away):
        yield Adjustment(
            kind=AdjustmentKind.AWAY, practitioner=name, start=scenario.as_at, until=until
        )
    for name in sorted(start.away - controls.away):
        yield Adjustment(kind=AdjustmentKind.BACK, practitioner=name)


def _limits(controls: Controls, start: Controls) -> Iterator[Adjustment]:
    for name, percent in sorted(controls.limits.items()):
        if percent != start.limits.get(name, percent):
            yield Adjustment(kind=AdjustmentKind.LIMIT, practitioner=name, amount=Decimal(percent))


def _amounts(controls: Controls, start: Controls) -> Iterator[Adjustment]:
    pairs = (
        (AdjustmentKind.DEALLOCATIONS, controls.deallocations, start.deallocations),
        (AdjustmentKind.CHANGES, controls.changes, start.changes),
        (AdjustmentKind.RESERVE, controls.reserve, start.reserve),
    )
    for kind, amount, before in pairs:
        if amount != before:
            yield Adjustment(kind=kind, amount=Decimal(amount))
