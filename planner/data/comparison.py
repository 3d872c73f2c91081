"""Two plans of one team, or of a variant of it, beside each other: A and B."""

from datetime import date
from enum import StrEnum
from typing import TypeVar

from pydantic import model_validator

from planner.data.plan import Move, Status
from planner.data.record import Record
from planner.data.vocabulary import Band, Tier

_Checked = TypeVar("_Checked", bound=Record)


class Bearer(StrEnum):
    """What a share of a cost belongs to."""

    FAMILY = "family"
    PRACTITIONER = "practitioner"
    TEAM = "team"
    WHOLE = "whole plan"


class Share(Record):
    """What one family, practitioner or team costs in one term of either plan.

    ``id`` is a unit's, a practitioner's or a team's; ``children`` are the unit's.
    """

    bearer: Bearer
    id: str = ""
    children: tuple[str, ...] = ()
    a: int
    b: int
    difference: int

    @model_validator(mode="after")
    def _differs(self) -> "Share":
        return _checked(self, self.b - self.a, self.difference)


class TermCost(Record):
    """One term of a stage in both plans; the shares that differ add up to its difference.

    ``measure`` is what it is counted in.
    """

    term: str
    title: str
    measure: str
    a: int
    b: int
    difference: int
    shares: tuple[Share, ...] = ()

    @model_validator(mode="after")
    def _adds_up(self) -> "TermCost":
        shared = sum(share.difference for share in self.shares)
        return _checked(_checked(self, self.b - self.a, self.difference), shared, self.difference)


class StageCost(Record):
    """One line of the two ledgers; blank where a plan has no such stage.

    Where both have it, the differences of its terms add up to the difference.
    """

    stage: str
    title: str
    a: int | None = None
    b: int | None = None
    difference: int | None = None
    terms: tuple[TermCost, ...] = ()

    @model_validator(mode="after")
    def _adds_up(self) -> "StageCost":
        if self.a is None or self.b is None:
            return _checked(self, self.difference, None)
        summed = sum(term.difference for term in self.terms)
        return _checked(_checked(self, self.b - self.a, self.difference), summed, self.difference)


class RuleBroken(Record):
    """One rule not met, or a limit that gives way, in one of the plans and not in the other.

    ``both`` counts what is the same in both.
    """

    rule: str
    title: str
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()
    both: int = 0


class ChildPlace(Record):
    """Where one child is in one plan, why, and what of the child's cycle is missed."""

    where: str
    move: Move
    tier: Tier
    band: Band | None = None
    contacts_missed: int = 0
    tasks_missed: int = 0
    why: tuple[str, ...] = ()


class ChildCompared(Record):
    """A child whom the two plans place or see otherwise; blank where a plan has no such child."""

    child: str
    label: str = ""
    family: str
    a: ChildPlace | None = None
    b: ChildPlace | None = None


class PractitionerCompared(Record):
    """One practitioner in both plans: hours, and the children whom B adds and leaves.

    Hours are blank where a plan has nobody of that id who holds cases.
    """

    practitioner: str
    label: str = ""
    half_hours_a: int | None = None
    half_hours_b: int | None = None
    over_a: int = 0
    over_b: int = 0
    taken: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


class Compared(Record):
    """Which plan is meant, and what is known of it; ``checked`` where its team was at hand."""

    scenario: str
    scenario_digest: str
    as_at: date
    policy: str
    policy_version: str
    status: Status
    proven: bool
    checked: bool
    awaiting: int


class PlanDifferences(Record):
    """How plan B differs from plan A: by stage, rule, child and practitioner.

    ``decided_by`` is the first stage whose values differ; blank where none does.
    ``same`` counts the children about whom the two plans agree.
    """

    a: Compared
    b: Compared
    notes: tuple[str, ...] = ()
    decided_by: str = ""
    stages: tuple[StageCost, ...]
    rules: tuple[RuleBroken, ...]
    children: tuple[ChildCompared, ...]
    same: int
    practitioners: tuple[PractitionerCompared, ...]

    @property
    def proven(self) -> bool:
        """Whether what both plans say is sure."""
        return self.a.proven and self.b.proven


def _checked(record: _Checked, found: int | None, written: int | None) -> _Checked:
    if found != written:
        raise ValueError(f"the difference is {written}, but its parts come to {found}")
    return record
