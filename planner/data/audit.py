"""What a plan does for each group of children, beside the team as it stands."""

from datetime import date

from planner.data.plan import Status
from planner.data.record import Record


class GroupFigures(Record):
    """One group of children in one arrangement; a child is counted once.

    Allocated, away and awaiting add up to the group: ``away`` are held by somebody
    in whose leave something falls due. ``awaiting_percent`` is left out where the
    group is small. Changes and de-allocations are counted in children.
    """

    allocated: int = 0
    away: int = 0
    awaiting: int = 0
    awaiting_percent: int | None = None
    changes: int = 0
    forced_changes: int = 0
    deallocated: int = 0
    children_missed: int = 0
    contacts_missed: int = 0


class AuditGroup(Record):
    """One group of one characteristic: as things stand, and in the plan.

    ``known`` is false for the children of whom nothing is recorded; ``small`` marks
    a group of fewer children than the policy's standard.
    """

    characteristic: str
    group: str
    known: bool = True
    children: int
    small: bool
    now: GroupFigures
    without_decisions: GroupFigures
    with_decisions: GroupFigures


class Audit(Record):
    """A plan read by group, before and after what the manager decided.

    ``without_decisions`` is the best plan with pins, bars, splits, raised and lowered
    tiers set aside; how many there were is not told. ``left_out`` children are
    contracted or outside the pool. ``proven`` says that both plans are the best possible.
    """

    scenario: str
    scenario_digest: str
    as_at: date
    policy: str
    policy_version: str
    says: tuple[str, ...]
    notes: tuple[str, ...] = ()
    everyone: AuditGroup
    groups: tuple[AuditGroup, ...]
    left_out: int = 0
    status_without: Status
    status_with: Status
    proven: bool
