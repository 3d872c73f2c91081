"""Who holds a child now, in the meaning of *Held now*."""

from collections.abc import Sequence

from planner.data.vocabulary import LeaveChoice
from planner.workload.calendar import Attendance, Span
from planner.workload.facts import Facts


def holders_now(facts: Facts) -> dict[str, str]:
    """Give the present holder of each open child, blank where nobody holds it now.

    A holder must be in the team and able to carry cases, not barred or in
    conflict, and present in the cycle or away within the cover period.
    """
    carriers = {p.practitioner for p in facts.carriers if _keeps(facts, p.practitioner)}
    return {
        child.child: child.holder
        if child.holder in carriers and not facts.barred(child, child.holder)
        else ""
        for child in facts.open_children
    }


def _keeps(facts: Facts, practitioner: str) -> bool:
    """Whether somebody's cases stay with them through their leave, if any."""
    days = facts.attendance[practitioner]
    if days.present:
        return True
    spans = [span for span in days.leave if span.overlaps(facts.cycle)]
    return _stays_on(days, spans) and all(_covered(facts, span) for span in spans)


def _stays_on(days: Attendance, spans: Sequence[Span]) -> bool:
    """Whether somebody who is away the whole cycle comes back to the team at all."""
    back = [span.until for span in spans if span.until is not None]
    return days.last >= days.cycle.end and all(days.last > until for until in back)


def _covered(facts: Facts, span: Span) -> bool:
    if span.choice is not None:
        return span.choice is LeaveChoice.COVER
    return not span.longer_than(facts.policy.standards.cover_days)
