"""What was decided already: locks of the what-if, and decisions in the team's own data."""

from collections.abc import Sequence

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.describe import describe
from planner.data.scenario import Decision, Scenario
from planner.data.vocabulary import DecisionKind
from planner.ui.words import full_day, title

_DECIDED = {
    DecisionKind.PIN: "Locked with {who}",
    DecisionKind.BAR: "Not with {who}",
    DecisionKind.CONFLICT: "Conflict of interest: {who}",
    DecisionKind.SPLIT: "Brothers and sisters may be apart",
    DecisionKind.RAISE: "Tier raised",
    DecisionKind.LOWER: "Tier lowered",
}
_LOCKS = (
    AdjustmentKind.PIN,
    AdjustmentKind.BAR,
    AdjustmentKind.RAISE,
    AdjustmentKind.SPLIT,
)


def locks(changes: Sequence[Adjustment], children: Sequence[str]) -> tuple[Adjustment, ...]:
    """List what was decided in the what-if for some children."""
    return tuple(c for c in changes if c.kind in _LOCKS and c.child in children)


def locks_on(changes: Sequence[Adjustment], practitioner: str) -> tuple[Adjustment, ...]:
    """List the locks and bars in the what-if that name a practitioner."""
    return tuple(c for c in changes if c.kind in _LOCKS and c.practitioner == practitioner)


def lock_words(change: Adjustment) -> str:
    """Say what was decided and why; a lock is called so."""
    locked = "locked: " if change.kind is AdjustmentKind.PIN else ""
    code = change.code.words if change.code else ""
    why = "; ".join(part for part in (code, change.reason) if part)
    return f"{title(locked + describe(change))}{f' ({why})' if why else ''}"


def recorded_lines(scenario: Scenario, children: Sequence[str], who: str = "") -> list[str]:
    """Say what the team's own data have decided for some children, or for a practitioner."""
    return [
        f"{row.child}: {_DECIDED[row.kind].format(who=row.practitioner)}{_because(row)}"
        for row in scenario.decisions
        if (row.practitioner == who if who else row.child in children)
    ]


def _because(row: Decision) -> str:
    day = full_day(row.decided) if row.decided else ""
    parts = (row.code.words if row.code else "", row.reason, day)
    said = "; ".join(part for part in parts if part)
    return f" ({said})" if said else ""
