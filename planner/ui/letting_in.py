"""What would let each child in who awaits, gathered by unit from whatever is known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from planner.data.explanation import Explanations
from planner.data.letting_in import lets_in_words
from planner.data.plan import ChildLine, Offer, Plan

Lines = Mapping[str, tuple[str, ...]]
"""Sentences by unit."""

_EARLIER = "Before the last change: "
_NOT_IN_TIME = "What would let the child in is not known in the time given."


def offered(plan: Plan) -> Lines:
    """Give the solved offers of a plan that name a child, and the repairs of a conflict."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    units = {line.child: line.unit for line in plan.children}
    for offer in plan.offers:
        for unit in _named(offer, units):
            found[unit].append(offer.text)
    if plan.conflict is not None:
        repairs = [f"Would work: {offer.text}" for offer in plan.conflict.repairs]
        for unit in dict.fromkeys((*plan.conflict.units, *plan.conflict.unmet)):
            found[unit] += repairs
    return {unit: tuple(lines) for unit, lines in found.items()}


def _named(offer: Offer, units: Mapping[str, str]) -> Iterable[str]:
    named = (units.get(change.child, "") for change in offer.adjustments if change.child)
    return dict.fromkeys(unit for unit in named if unit)


def worked_out(plan: Plan, answer: Explanations, *, stale: bool = False) -> Lines:
    """Give what was worked out for each child; ``stale`` where it was before the last change."""
    units = {line.child: line.unit for line in plan.children}
    before = _EARLIER if stale else ""
    found = {each.unit: (before + lets_in_words(each),) for each in answer.explained}
    late = {units[child]: (_NOT_IN_TIME,) for child in answer.unanswered if child in units}
    return {**late, **found}


def elsewhere(plan: Plan, others: Mapping[str, Plan]) -> Lines:
    """Say where other plans put the children of this one, such as of the team as it stands."""
    holders = {name: {c.child: c.holder for c in other.children} for name, other in others.items()}
    return {
        line.unit: tuple(_place(name, held, line) for name, held in holders.items())
        for line in plan.children
        if line.unit
    }


def _place(name: str, held: Mapping[str, str], line: ChildLine) -> str:
    holder = held.get(line.child, "")
    return f"{name}: with {holder}." if holder else f"{name}: still awaiting."


def together(*parts: Lines) -> Lines:
    """Put sentences about the same unit together, each once."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for part in parts:
        for unit, lines in part.items():
            found[unit].update(dict.fromkeys(lines))
    return {unit: tuple(lines) for unit, lines in found.items()}
