"""A decision about one child or one family, as it is kept: added to, never altered."""

from datetime import date, datetime

from pydantic import AwareDatetime, Field

from planner.data.record import Record
from planner.data.record_kinds import ReasonCode, RecordKind


class DecisionEntry(Record):
    """What is to be recorded.

    ``practitioner_before`` and ``practitioner_after`` are blank for "awaiting
    allocation" and in records that decide nothing. ``rationale`` is text, or a
    record written as JSON. ``about`` is the number of the earlier record that
    this one speaks of; ``entered`` the day that one was entered on CRIS.
    ``user`` is who decided or, of an entry on CRIS, who made it. Digests and
    the policy name what the decision was made from.
    """

    kind: RecordKind
    children: tuple[str, ...] = Field(min_length=1, max_length=50)
    family: str = Field(default="", max_length=200)
    unit: str = Field(default="", max_length=200)
    practitioner_before: str = Field(default="", max_length=200)
    practitioner_after: str = Field(default="", max_length=200)
    reason: ReasonCode | None = None
    text: str = Field(default="", max_length=20_000)
    rationale: str = Field(default="", max_length=500_000)
    review: date | None = None
    consulted: tuple[str, ...] = Field(default=(), max_length=50)
    about: int | None = Field(default=None, ge=1)
    entered: date | None = None
    plan_digest: str = ""
    scenario_digest: str = ""
    policy: str = ""
    policy_version: str = ""
    policy_digest: str = ""
    user: str = Field(max_length=200)


class DecisionRecord(DecisionEntry):
    """One record of the chain.

    ``sequence`` counts from 1 without a gap and ``time`` is UTC. ``previous``
    is the digest of the record before, blank for the first; ``digest`` is the
    SHA-256 of all other fields written as compact JSON with sorted names.
    """

    sequence: int = Field(ge=1)
    time: AwareDatetime
    previous: str
    digest: str

    @property
    def local_time(self) -> datetime:
        """The time on the clock of this machine."""
        return self.time.astimezone()


class Head(Record):
    """Where a chain ends: how many records it has, and the digest of the last.

    Written down elsewhere, as on a printout, it shows later whether records
    that were there then are there still and say the same.
    """

    count: int = Field(default=0, ge=0)
    digest: str = ""
