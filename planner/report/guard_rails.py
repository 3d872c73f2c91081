"""Whether a plan does what a manager's guard-rails ask, by how much it does not, and for whom."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from planner.data.guard_rail import GuardRail, RailCheck, RailKind
from planner.data.plan import ChildLine, Move, Plan, PractitionerLine
from planner.data.policy import Standards
from planner.data.vocabulary import Tier
from planner.report.counts import AWAITING
from planner.report.wording import children, plural
from planner.workload.contact import least_trips

Check = Callable[[Plan, Standards, GuardRail], RailCheck]


def guard_rails(
    plan: Plan, standards: Standards, rails: Iterable[GuardRail]
) -> tuple[RailCheck, ...]:
    """Check a plan against guard-rails, always in the order of their kinds."""
    order = list(RailKind)
    ranked = sorted(rails, key=lambda rail: order.index(rail.kind))
    return tuple(_CHECKS[rail.kind](plan, standards, rail) for rail in ranked)


def asked(rail: GuardRail) -> str:
    """Say what a guard-rail asks."""
    return _ASKED[rail.kind].format(amount=rail.amount)


def held(check: RailCheck) -> str:
    """Say whether a guard-rail holds and, where not, by how much."""
    return "holds" if check.holds else f"does not hold: {_MISSED[check.rail.kind](check)}"


def _mandatory(plan: Plan, _standards: Standards, rail: GuardRail) -> RailCheck:
    return _children(rail, (line for line in _awaiting(plan) if line.score.tier is Tier.MANDATORY))


def _high_risk(plan: Plan, _standards: Standards, rail: GuardRail) -> RailCheck:
    return _children(rail, (line for line in _awaiting(plan) if line.score.tier is Tier.HIGH))


def _seen(plan: Plan, standards: Standards, rail: GuardRail) -> RailCheck:
    """Find who awaits and is seen less often than the least for children awaiting.

    Contact agreed beyond the least may be missed without breaking it.
    """
    return _children(rail, (line for line in _awaiting(plan) if _under(line, plan, standards)))


def _under(line: ChildLine, plan: Plan, standards: Standards) -> bool:
    least = least_trips(standards, plan.cycle_days, watched=line.score.watched)
    return line.contacts_due - line.contacts_missed < least


def _deallocations(plan: Plan, _standards: Standards, rail: GuardRail) -> RailCheck:
    return _children(rail, (line for line in plan.children if line.move is Move.DEALLOCATED))


def _changes(plan: Plan, _standards: Standards, rail: GuardRail) -> RailCheck:
    families = sorted({line.family for line in plan.children if line.move is Move.CHANGED})
    beyond = max(0, plan.counts.changes - rail.amount)
    return RailCheck(rail=rail, amount=beyond, who=tuple(families) if beyond else ())


def _load(plan: Plan, _standards: Standards, rail: GuardRail) -> RailCheck:
    over = [p for p in plan.practitioners if p.carries and p.present and _over(p, rail.amount)]
    return RailCheck(rail=rail, amount=len(over), who=tuple(p.practitioner for p in over))


def _over(person: PractitionerLine, percent: int) -> bool:
    return 100 * person.case_half_hours > percent * person.capacity_half_hours


def _awaiting(plan: Plan) -> Iterator[ChildLine]:
    return (line for line in plan.children if line.standing in AWAITING)


def _children(rail: GuardRail, lines: Iterable[ChildLine]) -> RailCheck:
    who = tuple(line.child for line in lines)
    return RailCheck(rail=rail, amount=len(who), who=who)


def _await(check: RailCheck) -> str:
    return f"{children(check.amount)} {'awaits' if check.amount == 1 else 'await'}"


def _seen_less(check: RailCheck) -> str:
    return f"{children(check.amount)} seen less often"


def _deallocated(check: RailCheck) -> str:
    return f"{children(check.amount)} de-allocated"


def _people_over(check: RailCheck) -> str:
    return f"{plural(check.amount, 'practitioner')} {'is' if check.amount == 1 else 'are'} over"


def _too_many(check: RailCheck) -> str:
    return f"{check.rail.amount + check.amount} changes, {check.amount} too many"


_CHECKS: Mapping[RailKind, Check] = {
    RailKind.MANDATORY: _mandatory,
    RailKind.SEEN: _seen,
    RailKind.HIGH_RISK: _high_risk,
    RailKind.LOAD: _load,
    RailKind.DEALLOCATIONS: _deallocations,
    RailKind.CHANGES: _changes,
}

_ASKED: Mapping[RailKind, str] = {
    RailKind.MANDATORY: "Every mandatory child is allocated",
    RailKind.SEEN: "Every child awaiting is seen at the minimum",
    RailKind.HIGH_RISK: "No high-risk child awaits allocation",
    RailKind.LOAD: "Nobody is over {amount} % of their own hours",
    RailKind.DEALLOCATIONS: "No child is de-allocated",
    RailKind.CHANGES: "No more than {amount} changes of practitioner",
}

_MISSED: Mapping[RailKind, Callable[[RailCheck], str]] = {
    RailKind.MANDATORY: _await,
    RailKind.SEEN: _seen_less,
    RailKind.HIGH_RISK: _await,
    RailKind.LOAD: _people_over,
    RailKind.DEALLOCATIONS: _deallocated,
    RailKind.CHANGES: _too_many,
}
