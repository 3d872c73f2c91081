"""Who cannot hold a unit whatever else the team does, and by which rule."""

from collections.abc import Iterator

from planner.data.explanation import Screened
from planner.data.problem import Carrier, Problem, Unit
from planner.report.why import lacking, never_waived
from planner.report.wording import hours, plural
from planner.rules import ADDITIVE
from planner.rules.additive import AdditiveLimit

_COUNTED = {
    "children": "child",
    "intensive": "intensive infant",
    "high_risk": "high-risk child",
    "new_families": "new family",
}
_MANY = {
    "children": "children",
    "intensive": "intensive infants",
    "high_risk": "high-risk children",
    "new_families": "new families",
}


def screen(problem: Problem, unit: Unit) -> tuple[Screened, ...]:
    """List the practitioners who cannot hold a unit, in the order of their ids, with every rule.

    Somebody who holds the unit now can hold it: limits bind what is taken on.
    """
    found = (_screened(problem, unit, carrier) for carrier in problem.carriers)
    return tuple(sorted((row for row in found if row.rules), key=lambda row: row.practitioner))


def _screened(problem: Problem, unit: Unit, carrier: Carrier) -> Screened:
    reasons = dict(never_waived(problem, unit, carrier))
    if unit.holder != carrier.id:
        reasons |= dict(_fit(problem, unit, carrier))
        reasons |= dict(_too_much_alone(problem, unit, carrier))
    return Screened(
        practitioner=carrier.id,
        rules=tuple(reasons),
        sentences=tuple(f"{carrier.id}: {text}." for text in reasons.values()),
    )


def _fit(problem: Problem, unit: Unit, carrier: Carrier) -> Iterator[tuple[str, str]]:
    text = lacking(problem, unit, carrier)
    if text:
        yield "fit", text


def _too_much_alone(problem: Problem, unit: Unit, carrier: Carrier) -> Iterator[tuple[str, str]]:
    """Yield every limit that this unit alone passes, with what cannot be put down."""
    for limit in ADDITIVE:
        most = limit.limit(carrier)
        amount = limit.amount(unit, problem.pairs[unit.id, carrier.id])
        if most is not None and amount and amount + _stays(problem, carrier, limit) > most:
            yield limit.id, _passed(limit.id, amount, most)


def _stays(problem: Problem, carrier: Carrier, limit: AdditiveLimit) -> int:
    """Add up what is pinned to somebody: nothing else must stay with them."""
    return sum(
        limit.amount(unit, problem.pairs[unit.id, carrier.id])
        for unit in problem.units
        if unit.pinned_to == carrier.id and not unit.pin_waived
    )


def _passed(limit: str, amount: int, most: int) -> str:
    if limit == "hours":
        return (
            f"needs {hours(amount)} a cycle; too few even if empty, with a limit of {hours(most)}"
        )
    counted = plural(amount, _COUNTED[limit], _MANY[limit])
    return f"{counted}; the limit is {most} even if empty"
