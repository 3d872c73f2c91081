"""Who holds a child now, in the meaning of *Held now*."""

from planner.data.vocabulary import LeaveChoice
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
    cover_days = facts.policy.standards.cover_days
    return bool(spans) and all(
        span.choice is LeaveChoice.COVER
        or (span.choice is None and not span.longer_than(cover_days))
        for span in spans
    )
