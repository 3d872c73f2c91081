"""What a decision record must say before it is kept, and what a plan says for it."""

from collections.abc import Iterator
from datetime import date

from pydantic import ValidationError

from planner.data.decision_record import DecisionEntry, DecisionRecord
from planner.data.digest import digest
from planner.data.plan import ChildLine, Move, Plan
from planner.data.record_kinds import ReasonCode, RecordKind
from planner.data.vocabulary import Tier
from planner.errors import UsageFault

AWAITING = ""
"""In the place of a practitioner: the child awaits allocation."""


def entry(**fields: object) -> DecisionEntry:
    """Make an entry of what was typed.

    Raises
    ------
    UsageFault
        Where a field is too long or no text.
    """
    try:
        return DecisionEntry.model_validate(fields)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False, include_context=False)
        sentences = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}." for one in details]
        raise _refusal(sentences) from error


def of_plan(entry: DecisionEntry, plan: Plan, to: str | None = None) -> DecisionEntry:
    """Fill in what a plan knows: family, unit, practitioners, and what it was made from.

    ``to`` is the practitioner decided on, blank for awaiting allocation;
    without it the plan's own is meant, where the kind of record allows that.

    Raises
    ------
    UsageFault
        Where children or practitioner are not in the plan, the children belong
        to several families, or the plan does not say who is meant.
    """
    lines = _lines(entry, plan)
    before, suggested = _one_pair(lines) if entry.kind.decides else ("", "")
    if to and to not in {line.practitioner for line in plan.practitioners}:
        held = ", ".join(line.practitioner for line in plan.practitioners)
        raise UsageFault(f"{to} is no practitioner of this plan; there are {held}.")
    units = {line.unit for line in lines}
    filled = entry.model_copy(
        update={
            "family": lines[0].family,
            "unit": lines[0].unit if len(units) == 1 else "",
            "practitioner_before": before,
            "practitioner_after": _after(entry.kind, suggested, to),
            "plan_digest": digest(plan),
            "scenario_digest": plan.scenario_digest,
            "policy": plan.policy,
            "policy_version": plan.policy_version,
            "policy_digest": plan.policy_digest,
        }
    )
    _refuse([*_against_plan(filled, lines, plan.as_at)])
    return filled


def entered_on_cris(record: DecisionRecord, on: date, by: str) -> DecisionEntry:
    """Say of an earlier record on which day, and by whom, it was entered on CRIS."""
    kept = record.model_dump(include=set(_KEPT))
    said = {"kind": RecordKind.ENTERED, "about": record.sequence, "entered": on, "user": by}
    return entry(**kept, **said)


_KEPT = (
    "children",
    "family",
    "unit",
    "plan_digest",
    "scenario_digest",
    "policy",
    "policy_version",
    "policy_digest",
)


def check(entry: DecisionEntry) -> None:
    """Refuse an entry that does not say what its kind must say.

    Raises
    ------
    UsageFault
        With a sentence for everything that is missing.
    """
    _refuse([*_missing(entry), *_at_odds(entry)])


def _refuse(sentences: list[str]) -> None:
    if sentences:
        raise _refusal(sentences)


def _refusal(sentences: list[str]) -> UsageFault:
    return UsageFault("\n".join(["Not recorded:", *(f"  {text}" for text in sentences)]))


def _missing(entry: DecisionEntry) -> Iterator[str]:
    kind = entry.kind
    if not entry.user.strip():
        yield "It does not say by whom."
    if kind.needs_reason and entry.reason is None:
        yield f"A coded reason belongs to it: {', '.join(ReasonCode)}."
    if entry.reason is ReasonCode.OTHER and not entry.text.strip():
        yield 'The reason "other" needs words.'
    if kind is RecordKind.DEALLOCATED and not (entry.text.strip() or entry.rationale.strip()):
        yield "A de-allocation needs its rationale in words."
    if kind is RecordKind.DEALLOCATED and entry.review is None:
        yield "A de-allocation needs a review date."
    if kind is RecordKind.NOTE and not entry.text.strip():
        yield "A note needs words."
    if kind is RecordKind.ENTERED and (entry.about is None or entry.entered is None):
        yield "An entry on CRIS needs the record that was entered, and the day."


def _at_odds(entry: DecisionEntry) -> Iterator[str]:
    kind, before, after = entry.kind, entry.practitioner_before, entry.practitioner_after
    if len(set(entry.children)) < len(entry.children):
        yield "A child is named twice."
    if kind is RecordKind.DEALLOCATED and (before == AWAITING or after != AWAITING):
        yield "A de-allocation is of a child who has a practitioner and then awaits allocation."
    if kind is RecordKind.CHANGED and (AWAITING in (before, after) or before == after):
        yield "A change of practitioner goes from one practitioner to another."
    if kind is RecordKind.PINNED and after == AWAITING:
        yield "A pin names the practitioner."
    if not kind.decides and (before or after):
        yield "A note or an entry on CRIS decides nothing about a practitioner."


_HELD_NOW = frozenset({Move.KEPT, Move.CHANGED, Move.DEALLOCATED})
"""What a plan can do with a child whom a present practitioner holds."""


def _lines(entry: DecisionEntry, plan: Plan) -> list[ChildLine]:
    if not plan.found:
        raise UsageFault("This file holds no plan: none was found in time.")
    there = {line.child: line for line in plan.children}
    for child in entry.children:
        if child not in there:
            raise UsageFault(f"{child} is not in this plan, which is of {plan.scenario}.")
    lines = [there[child] for child in entry.children]
    families = sorted({line.family for line in lines})
    if len(families) > 1:
        raise UsageFault(
            f"{', '.join(entry.children)} belong to {' and '.join(families)}: "
            "one child or one family is decided at a time."
        )
    return lines


def _one_pair(lines: list[ChildLine]) -> tuple[str, str]:
    """Give the practitioner now and in the plan, where all the children have the same."""
    pairs = {(line.now, line.holder) for line in lines}
    if len(pairs) > 1:
        names = ", ".join(line.child for line in lines)
        raise UsageFault(
            f"{names} do not go from the same practitioner to the same: decide one at a time."
        )
    return pairs.pop()


def _after(kind: RecordKind, suggested: str, to: str | None) -> str:
    if kind is RecordKind.DEALLOCATED or not kind.decides:
        return to or AWAITING
    if to is not None:
        return to
    if kind in (RecordKind.OTHERWISE, RecordKind.PINNED):
        raise UsageFault("Say with whom: the plan's own practitioner is not what is meant here.")
    return suggested


def _against_plan(entry: DecisionEntry, lines: list[ChildLine], as_at: date) -> Iterator[str]:
    mandatory = [line.child for line in lines if line.score.tier is Tier.MANDATORY]
    held = any(line.move in _HELD_NOW for line in lines)
    awaits = entry.kind.decides and entry.practitioner_after == AWAITING
    if entry.kind is RecordKind.DEALLOCATED and not held:
        yield "No present practitioner holds the case now: there is nothing to de-allocate."
    if held and awaits and entry.kind is not RecordKind.DEALLOCATED:
        yield "A practitioner holds the case now: record it as de-allocated."
    if mandatory and awaits and entry.kind is not RecordKind.ACCEPTED:
        yield (
            f"Allocation is mandatory for {', '.join(mandatory)}: a named practitioner holds "
            "the case, or the delegated decision maker is told today."
        )
    if entry.kind is RecordKind.ACCEPTED and entry.practitioner_after != lines[0].holder:
        yield "The plan suggests another practitioner: record it as decided otherwise."
    if entry.review is not None and entry.review < as_at:
        yield f"The review date lies before the day of the plan, {as_at.isoformat()}."
