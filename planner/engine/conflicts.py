"""No compliant plan: the conflicting rules in policy words, and repairs that work."""

from collections.abc import Iterator, Sequence

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.describe import describe
from planner.data.plan import Conflict, Offer
from planner.data.problem import Problem, Unit
from planner.data.vocabulary import DecisionKind
from planner.engine.solving import Result, set_aside, unmet
from planner.model import Clock, Core, feasible
from planner.report.prepare import Prepared, prepare
from planner.report.why import stands_between
from planner.rules import RULES

_MOST_REPAIRS = 5


def describe_conflict(prepared: Prepared, result: Result, clock: Clock) -> Conflict:
    """Say which rules and subjects conflict, with repairs that were checked to work."""
    units = set_aside(prepared.problem, result.problem)
    return Conflict(
        rules=tuple(
            dict.fromkeys(
                (*_requirements(prepared, units), *(r for c in result.cores for r in c.rules))
            )
        ),
        units=units,
        unmet=unmet(result.problem),
        sentences=tuple(s for core in result.cores for s in _sentences(prepared.problem, core)),
        repairs=_repairs(prepared, units, clock),
    )


def _requirements(prepared: Prepared, units: Sequence[str]) -> Iterator[str]:
    for unit in (prepared.problem.unit(name) for name in units):
        if unit.mandatory:
            yield "mandatory"
        if unit.pinned_to:
            yield "pin"


def _sentences(problem: Problem, core: Core) -> Iterator[str]:
    titles = {rule.id: rule.title for rule in RULES}
    for name in core.units:
        unit = problem.unit(name)
        if unit.mandatory:
            yield f"{name} must have a practitioner (mandatory allocation)."
        if unit.pinned_to:
            yield f"{name} is pinned to {unit.pinned_to}."
        for carrier in problem.carriers:
            reason = stands_between(problem, unit, carrier)
            if reason:
                yield f"{carrier.id} cannot hold {name}: {reason}."
    if not any(carrier.present for carrier in problem.carriers):
        yield "No practitioner is present in the cycle."
    if core.rules:
        yield "In conflict with: " + ", ".join(titles[rule].lower() for rule in core.rules) + "."


def _repairs(prepared: Prepared, units: Sequence[str], clock: Clock) -> tuple[Offer, ...]:
    """Try what a manager can do herself first; keep what was checked to work."""
    offers: list[Offer] = []
    for text, changed, others in _candidates(prepared, units):
        if len(offers) == _MOST_REPAIRS or clock.left <= 0:
            break
        if feasible(changed.problem.excusing(others), clock):
            offers.append(Offer(kind="repair", text=text, solved=True))
    return tuple(offers)


def _candidates(
    prepared: Prepared, units: Sequence[str]
) -> Iterator[tuple[str, Prepared, tuple[str, ...]]]:
    """Yield what might help each unit, with the other units that stay set aside."""
    for name in units:
        unit = prepared.problem.unit(name)
        others = tuple(other for other in units if other != name)
        for text, changed in (*_release(prepared, unit), *_people_back(prepared, unit)):
            yield text, changed, others
    for text, changed in _newcomer(prepared):
        yield text, changed, ()


def _release(prepared: Prepared, unit: Unit) -> Iterator[tuple[str, Prepared]]:
    """Yield a pin released or waived, and each bar lifted."""
    scenario = prepared.scenario
    for row in scenario.decisions:
        if row.child not in unit.children:
            continue
        rest = tuple(other for other in scenario.decisions if other is not row)
        if row.kind is DecisionKind.PIN:
            yield (
                f"Release the pin of {row.child} to {row.practitioner}.",
                _with(prepared, decisions=rest),
            )
            waived = (*rest, row.model_copy(update={"waiver": True}))
            yield (
                f"Record a waiver with the pin of {row.child} to {row.practitioner}.",
                _with(prepared, decisions=waived),
            )
        if row.kind is DecisionKind.BAR:
            yield (
                f"Lift the bar of {row.practitioner} from {row.child}.",
                _with(prepared, decisions=rest),
            )
    if len(unit.children) > 1:
        split = Adjustment(kind=AdjustmentKind.SPLIT, child=unit.children[0], reason="repair")
        yield describe(split) + ".", _adjusted(prepared, split)


def _people_back(prepared: Prepared, unit: Unit) -> Iterator[tuple[str, Prepared]]:
    away = {
        pair.practitioner
        for pair in prepared.problem.pairs.values()
        if pair.unit == unit.id and (pair.absent or pair.away_too_long)
    }
    for practitioner in sorted(away):
        back = Adjustment(kind=AdjustmentKind.BACK, practitioner=practitioner)
        yield f"Bring {practitioner} back from leave.", _adjusted(prepared, back)


def _newcomer(prepared: Prepared) -> Iterator[tuple[str, Prepared]]:
    team = prepared.problem.units[0].team if prepared.problem.units else ""
    new = Adjustment(
        kind=AdjustmentKind.ADD, practitioner="one more practitioner", team=team, reason="repair"
    )
    yield "Bring in one more practitioner, from another team or agency.", _adjusted(prepared, new)


def _adjusted(prepared: Prepared, change: Adjustment) -> Prepared:
    return prepare(adjust(prepared.scenario, (change,)), prepared.policy)


def _with(prepared: Prepared, **fields: object) -> Prepared:
    return prepare(prepared.scenario.model_copy(update=fields), prepared.policy)
