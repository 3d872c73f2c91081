"""Make one scenario of another by what-if changes; nothing is changed in place.

The default limit on changes of practitioner stays the one of the team before
the first change, so that removing people never lowers what may be considered.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from decimal import Decimal
from difflib import get_close_matches

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.checked import (
    FILE,
    amount,
    changed,
    known_child,
    known_practitioner,
    practitioner_ids,
    refused,
    whole_amount,
)
from planner.data.families import held_families, may_be_apart
from planner.data.scenario import Decision, Leave, Limits, Practitioner, Scenario
from planner.data.vocabulary import DecisionKind
from planner.errors import DataFaults, Fault


def adjust(scenario: Scenario, adjustments: Iterable[Adjustment]) -> Scenario:
    """Apply what-if changes in order and give the scenario they make.

    Raises
    ------
    DataFaults
        Every adjustment that names an unknown child or practitioner, or an
        amount that is not allowed; ``row`` counts adjustments from 1.
    """
    steps = tuple(adjustments)
    if not steps:
        return scenario
    result = _fix_baseline(scenario)
    faults: list[Fault] = []
    for number, step in enumerate(steps, start=1):
        try:
            result = _STEPS[step.kind](result, step)
        except DataFaults as error:
            faults += [fault._replace(row=number) for fault in error.faults]
    if faults:
        raise DataFaults(faults)
    return result


def _fix_baseline(scenario: Scenario) -> Scenario:
    if scenario.limits.baseline_families is not None:
        return scenario
    return _with_limits(scenario, baseline_families=held_families(scenario))


def _away(scenario: Scenario, step: Adjustment) -> Scenario:
    practitioner = known_practitioner(scenario, step)
    start = step.start or scenario.as_at
    if step.until is not None and step.until < start:
        message = f"is before the first day away, {start.isoformat()}"
        raise refused("until", step.until.isoformat(), message)
    until = step.until or max(start, scenario.as_at + timedelta(days=scenario.cycle_days - 1))
    leave = Leave(practitioner=practitioner.practitioner, start=start, until=until)
    return scenario.model_copy(update={"leave": (*scenario.leave, leave)})


def _back(scenario: Scenario, step: Adjustment) -> Scenario:
    practitioner = known_practitioner(scenario, step).practitioner
    kept = tuple(leave for leave in scenario.leave if leave.practitioner != practitioner)
    return scenario.model_copy(update={"leave": kept})


def _hours(scenario: Scenario, step: Adjustment) -> Scenario:
    practitioner = known_practitioner(scenario, step)
    return _with_practitioner(scenario, practitioner, limit_hours=amount(step))


def _fte(scenario: Scenario, step: Adjustment) -> Scenario:
    return _with_practitioner(scenario, known_practitioner(scenario, step), fte=step.fte)


def _duty(scenario: Scenario, step: Adjustment) -> Scenario:
    return _with_practitioner(scenario, known_practitioner(scenario, step), duty_hours=amount(step))


def _limit(scenario: Scenario, step: Adjustment) -> Scenario:
    """Set the limit in per cent; hours stated before would go before it, so they go."""
    percent = whole_amount(step)
    chosen = (known_practitioner(scenario, step),) if step.practitioner else scenario.practitioners
    for practitioner in chosen:
        scenario = _with_practitioner(
            scenario, practitioner, limit_percent=percent, limit_hours=None
        )
    return scenario


def _add(scenario: Scenario, step: Adjustment) -> Scenario:
    if not step.practitioner:
        raise refused("practitioner", "", "needs an id for the new practitioner")
    if step.practitioner in practitioner_ids(scenario):
        raise refused("practitioner", step.practitioner, "is in the team already")
    added = changed(
        Practitioner(practitioner=step.practitioner, fte=Decimal(1)),
        fte=step.fte,
        grade=step.grade,
        zone=step.zone,
        team=step.team or _only_team(scenario),
        skills=step.skills,
        start=step.start,
        end=step.until,
    )
    return scenario.model_copy(update={"practitioners": (*scenario.practitioners, added)})


def _only_team(scenario: Scenario) -> str:
    people = {practitioner.team for practitioner in scenario.practitioners}
    teams = sorted(people | {child.team for child in scenario.children})
    if len(teams) > 1:
        raise refused("team", "", "needs the team of the new practitioner", ", ".join(teams))
    return teams[0] if teams else "team"


def _remove(scenario: Scenario, step: Adjustment) -> Scenario:
    practitioner = known_practitioner(scenario, step)
    eve = scenario.as_at - timedelta(days=1)
    start = practitioner.start
    kept = start if start is not None and start <= eve else None
    return _with_practitioner(scenario, practitioner, start=kept, end=eve)


def _pin(scenario: Scenario, step: Adjustment) -> Scenario:
    """Pin a child, in place of an earlier pin of the same child."""
    known_practitioner(scenario, step)
    child = known_child(scenario, step)
    _refuse_second_pin(scenario, step, child)
    kept = tuple(d for d in scenario.decisions if (d.kind, d.child) != (DecisionKind.PIN, child))
    return _with_decision(scenario.model_copy(update={"decisions": kept}), step, DecisionKind.PIN)


def _refuse_second_pin(scenario: Scenario, step: Adjustment, child: str) -> None:
    """Refuse to pin brothers and sisters to different people unless they may be apart."""
    family_of = {c.child: c.family for c in scenario.children}
    siblings = {c.child for c in scenario.children if c.family == family_of[child]} - {child}
    if may_be_apart(scenario, family_of[child]):
        return
    for decision in scenario.decisions:
        pinned = decision.kind is DecisionKind.PIN and decision.child in siblings
        if pinned and decision.practitioner != step.practitioner:
            message = f"family is pinned to {decision.practitioner} already: split it first"
            raise refused("child", child, message)


def _bar(scenario: Scenario, step: Adjustment) -> Scenario:
    known_practitioner(scenario, step)
    return _with_decision(scenario, step, DecisionKind.BAR)


def _split(scenario: Scenario, step: Adjustment) -> Scenario:
    return _with_decision(scenario, step, DecisionKind.SPLIT)


def _raise(scenario: Scenario, step: Adjustment) -> Scenario:
    return _with_decision(scenario, step, DecisionKind.RAISE)


def _with_decision(scenario: Scenario, step: Adjustment, kind: DecisionKind) -> Scenario:
    decision = Decision(
        kind=kind,
        child=known_child(scenario, step),
        practitioner=step.practitioner if kind in (DecisionKind.PIN, DecisionKind.BAR) else "",
        waiver=step.waiver,
        code=step.code,
        reason=step.reason or FILE,
        decided=scenario.as_at,
    )
    return scenario.model_copy(update={"decisions": (*scenario.decisions, decision)})


def _reserve(scenario: Scenario, step: Adjustment) -> Scenario:
    return _with_limits(scenario, reserve_hours=amount(step))


def _arrivals(scenario: Scenario, step: Adjustment) -> Scenario:
    return _with_limits(scenario, arrivals=amount(step))


def _deallocations(scenario: Scenario, step: Adjustment) -> Scenario:
    return _with_limits(scenario, deallocations=whole_amount(step))


def _changes(scenario: Scenario, step: Adjustment) -> Scenario:
    return _with_limits(scenario, changes=whole_amount(step))


def _setting(scenario: Scenario, step: Adjustment) -> Scenario:
    name = step.name.strip()
    if name not in Limits.model_fields:
        nearest = get_close_matches(name, Limits.model_fields, n=1)
        hint = f"; did you mean {nearest[0]}?" if nearest else ""
        allowed = ", ".join(Limits.model_fields)
        raise refused("name", name, f"is not a setting{hint}", allowed)
    return _with_limits(scenario, **{name: step.value.strip() or None})


def _with_practitioner(scenario: Scenario, old: Practitioner, **update: object) -> Scenario:
    new = changed(old, **update)
    people = tuple(new if p.practitioner == old.practitioner else p for p in scenario.practitioners)
    return scenario.model_copy(update={"practitioners": people})


def _with_limits(scenario: Scenario, **update: object) -> Scenario:
    return scenario.model_copy(update={"limits": changed(scenario.limits, **update)})


_STEPS: Mapping[AdjustmentKind, Callable[[Scenario, Adjustment], Scenario]] = {
    AdjustmentKind.AWAY: _away,
    AdjustmentKind.BACK: _back,
    AdjustmentKind.HOURS: _hours,
    AdjustmentKind.FTE: _fte,
    AdjustmentKind.LIMIT: _limit,
    AdjustmentKind.DUTY: _duty,
    AdjustmentKind.ADD: _add,
    AdjustmentKind.REMOVE: _remove,
    AdjustmentKind.PIN: _pin,
    AdjustmentKind.BAR: _bar,
    AdjustmentKind.SPLIT: _split,
    AdjustmentKind.RAISE: _raise,
    AdjustmentKind.RESERVE: _reserve,
    AdjustmentKind.ARRIVALS: _arrivals,
    AdjustmentKind.DEALLOCATIONS: _deallocations,
    AdjustmentKind.CHANGES: _changes,
    AdjustmentKind.SETTING: _setting,
}
