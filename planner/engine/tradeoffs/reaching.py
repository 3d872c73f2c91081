"""What a plan with another amount comes to, verified, and what that gains in words."""

from collections.abc import Iterator, Sequence

from planner.data.explanation import Shift
from planner.data.front import Reached, hours_giving
from planner.data.plan import StageValue
from planner.data.vocabulary import Tier
from planner.engine.tradeoffs.point import Point
from planner.engine.why.shifts import shifts
from planner.errors import VerifierDisagrees
from planner.report.counts import count
from planner.report.lines import child_lines, practitioner_lines
from planner.report.wording import hours
from planner.terms import BY_ID
from planner.verify import verify_choices

_NAMES = {
    Tier.MANDATORY: "mandatory child",
    Tier.HIGH: "high-risk child",
    Tier.NEXT: "next-priority child",
    Tier.REMAINING: "remaining child",
}


def reached(point: Point) -> Reached:
    """Count what a plan comes to, once the verifier confirms it.

    Raises
    ------
    VerifierDisagrees
        Where it does not: a bug, never shown.
    """
    problem, solved, prepared = point.prepared.problem, point.result.solved, point.prepared
    if solved.choices is None:
        raise ValueError("no plan was found to count")
    disagreed = verify_choices(problem, solved.choices, solved.ledger)
    if disagreed:
        raise VerifierDisagrees(disagreed)
    children = child_lines(prepared, problem, solved.choices)
    people = practitioner_lines(prepared, problem, solved.choices)
    counts = count(problem, solved.choices, children, people)
    return Reached(
        awaiting_by_tier=counts.awaiting_by_tier,
        contacts_missed=counts.contacts_missed,
        contacts_missed_watched=counts.contacts_missed_watched,
        changes=counts.changes,
        deallocations=counts.deallocations,
        hours_giving_half_hours=hours_giving(solved.choices),
        values=point.lines,
    )


def moved(before: Point, after: Point) -> tuple[Shift, ...]:
    """List who is placed otherwise in one plan than in another of the same team."""
    one, other = before.result.solved.choices, after.result.solved.choices
    if one is None or other is None:
        return ()
    return shifts(after.prepared.problem, one, other)


def named(tier: Tier, number: int) -> str:
    """Say a number of children of a tier, as "3 high-risk children"."""
    return f"{number} {_NAMES[tier] if number == 1 else _NAMES[tier].replace('child', 'children')}"


def gains_in_children(before: Reached, after: Reached) -> str:
    """Say what one plan comes to against another in children, contacts and hours alone."""
    parts = [*_awaiting(before, after), *_others(before, after)]
    decided = _decided(before.values, after.values)
    if parts or decided is None:
        return "; ".join(parts)
    return f"equal numbers, but better in this: {decided[0].title.lower()}"


def gains(before: Reached, after: Reached) -> str:
    """Say what one plan comes to against another: who awaits, what is missed, what decides."""
    parts = [*_awaiting(before, after), *_others(before, after)]
    decided = _decided(before.values, after.values)
    if decided is None:
        return "; ".join(parts)
    line, old = decided
    values = f"{_amount(line, line.value)} instead of {_amount(line, old)}"
    if parts:
        return f"{'; '.join(parts)} (stage {line.id}: {values})"
    return f"{line.title.lower()}: {values}"


def _awaiting(before: Reached, after: Reached) -> Iterator[str]:
    for tier in Tier:
        more = after.awaiting_by_tier[tier] - before.awaiting_by_tier[tier]
        if more:
            number, _, words = named(tier, abs(more)).partition(" ")
            awaits = "awaits" if abs(more) == 1 else "await"
            yield f"{number} {_more(more)} {words} {awaits}"


def _others(before: Reached, after: Reached) -> Iterator[str]:
    over = after.hours_giving_half_hours - before.hours_giving_half_hours
    if over:
        less = "more" if over > 0 else "less"
        yield f"{hours(abs(over))} {less} over a limit for children who must be allocated"
    counted = (
        (after.contacts_missed - before.contacts_missed, "contact missed", "contacts missed"),
        (after.changes - before.changes, "change of practitioner", "changes of practitioner"),
        (after.deallocations - before.deallocations, "de-allocation", "de-allocations"),
    )
    for more, one, many in counted:
        if more:
            yield f"{abs(more)} {_more(more)} {one if abs(more) == 1 else many}"


def _more(number: int) -> str:
    return "more" if number > 0 else "fewer"


def _decided(
    before: Sequence[StageValue], after: Sequence[StageValue]
) -> tuple[StageValue, int] | None:
    """Give the first stage in which two ledgers differ, with its value before."""
    known = {line.id: line.value for line in before}
    differing = (line for line in after if known.get(line.id, line.value) != line.value)
    first = next(differing, None)
    return None if first is None else (first, known[first.id])


def _amount(line: StageValue, value: int) -> str:
    units = {BY_ID[term].unit for term in line.terms}
    if units == {"half-hours"}:
        return hours(value)
    return f"{value:,}"
