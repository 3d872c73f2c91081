"""Workload evidence: the hours that a team's work needs beside the hours it has."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from pydantic import model_validator

from planner.data.plan import PoolLine, Status
from planner.data.record import Record
from planner.data.vocabulary import Tier


class MadeOf(Record):
    """What some case hours are made of, in hours to one decimal place; they add up exactly.

    ``contact`` includes notes; ``handover`` is what is taken and given; ``rounding`` is
    what counting each family up to half-hours, and these lines to a decimal, adds.
    """

    casework: Decimal = Decimal(0)
    contact: Decimal = Decimal(0)
    travel: Decimal = Decimal(0)
    tasks: Decimal = Decimal(0)
    handover: Decimal = Decimal(0)
    rounding: Decimal = Decimal(0)

    @property
    def total(self) -> Decimal:
        """The hours that the parts add up to."""
        parts = (self.casework, self.contact, self.travel, self.tasks, self.handover)
        return sum(parts, self.rounding)


class PractitionerEvidence(Record):
    """One practitioner's hours in a cycle: what the work needs, and what there is.

    ``case_half_hours`` are at today's service intensity, ``standard_half_hours`` at the
    standard of the policy; each has what it is over. ``cover_half_hours`` fall in their
    leave: they are not among their hours, the team's duty does them.
    """

    practitioner: str
    label: str = ""
    team: str
    present: bool
    families: int
    children: int
    capacity_half_hours: int
    standard_half_hours: int
    standard_over_half_hours: int
    case_half_hours: int
    over_half_hours: int
    cover_half_hours: int = 0
    made_of: MadeOf

    @model_validator(mode="after")
    def _adds_up(self) -> "PractitionerEvidence":
        if self.made_of.total * 2 != self.case_half_hours:
            raise ValueError(f"the hours of {self.practitioner} are not the sum of their parts")
        return self


class TaskDue(Record):
    """A dated task, by its title, and the day it falls due."""

    task: str
    due: date


class NotPossible(Record):
    """What nobody has hours for, for one child; somebody must decide about it."""

    child: str
    label: str = ""
    family: str
    tier: Tier
    holder: str = ""
    contacts_due: tuple[date, ...] = ()
    tasks: tuple[TaskDue, ...] = ()


class CycleFigures(Record):
    """One cycle's figures, as its plan says: hours of those present, and children awaiting."""

    as_at: date
    scenario: str
    policy: str
    policy_version: str
    status: Status
    case_half_hours: int
    capacity_half_hours: int
    over_half_hours: int
    children: int
    awaiting: int
    awaiting_by_tier: Mapping[Tier, int]
    contacts_missed: int


class Evidence(Record):
    """One page for supervision or a review panel; not a performance measure.

    ``trend`` has a line for each cycle by as-at date, this one last. ``proven`` says
    that the plan read is the best possible, or the team as it stands.
    """

    scenario: str
    scenario_digest: str
    as_at: date
    cycle_days: int
    policy: str
    policy_version: str
    status: Status
    service_intensity: Decimal
    calibrated: date | None = None
    says: tuple[str, ...]
    practitioners: tuple[PractitionerEvidence, ...]
    pools: tuple[PoolLine, ...]
    not_possible: tuple[NotPossible, ...]
    trend: tuple[CycleFigures, ...]
    proven: bool
