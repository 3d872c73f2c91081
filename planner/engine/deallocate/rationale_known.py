"""What the parts of a rationale are written from: one child of one candidate, and the gifts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from planner.data.deallocation import RationaleId, RationalePart
from planner.data.policy import Policy
from planner.data.rationale import Entry, Given
from planner.data.worksheet import Candidate, WorksheetChild

CASES, TASKS, INDICATORS = "cases table", "tasks table", "indicators table"
PRACTITIONERS, HOURS = "practitioners table", "counted by the planner"
MANAGER = "given by the manager"
POLICY = "policy"


@dataclass(frozen=True)
class Known:
    """One child of a family that is weighed, with what the manager gave."""

    policy: Policy
    candidate: Candidate
    child: str
    given: Given
    as_at: date

    @property
    def own(self) -> WorksheetChild:
        """The child's own lines of the worksheet."""
        return next(row for row in self.candidate.children if row.child == self.child)

    @property
    def named(self) -> str:
        """The child by id, with the manager's own label where there is one."""
        return f"{self.own.child} ({self.own.label})" if self.own.label else self.own.child

    def asked(self, wanted: RationaleId) -> RationalePart:
        """Give what the policy asks for in one part."""
        return next(row for row in self.policy.rationale if row.id is wanted)


Writer = Callable[[Known, str], tuple[Entry, ...]]
"""Writes one part; the text is what the policy asks of the manager there."""


def given_or_blank(label: str, text: str, blank: str) -> Entry:
    """Write what the manager gave, or a blank where nothing was given."""
    said = text.strip()
    if not said:
        return Entry(label=label, blank=blank)
    return Entry(label=label, text=said, source=MANAGER)
