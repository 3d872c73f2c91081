"""A plan: choices, ledger, findings and provenance; never a solver's object."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from planner.data.adjustment import Adjustment
from planner.data.certificate import Certificate
from planner.data.record import Record
from planner.data.score import Score
from planner.data.vocabulary import Tier

SCHEMA_VERSION = 1


class Choices(Record):
    """What is decided: who holds which unit, what is missed, which limits give way.

    ``holders`` has every unit; blank means awaiting allocation. ``missed``
    counts items by missable id, zeros left out; ``oversight_missed`` and
    ``short`` are half-hours by team; ``gives`` says by how much a limit gives
    way (limit id, practitioner, unit, amount).
    """

    holders: Mapping[str, str]
    missed: Mapping[str, int] = {}
    oversight_missed: Mapping[str, int] = {}
    short: Mapping[str, int] = {}
    gives: tuple["GivenWay", ...] = ()


class GivenWay(Record):
    """A limit that gave way for one mandatory (or waived) unit, and by how much."""

    limit: str
    practitioner: str = ""
    unit: str = ""
    amount: int


class Finding(Record):
    """A rule not met: by which amount, for whom. ``subject`` names what else."""

    rule: str
    unit: str = ""
    practitioner: str = ""
    subject: str = ""
    amount: int = 1
    allowed: int = 0


class StageValue(Record):
    """One line of the ledger.

    ``value`` is what the plan costs in this stage and ``bound`` the least that
    any plan can cost, given the stages above; ``total`` is what it would cost
    if everyone waited. ``proven`` only where every stage above is proven too.
    """

    id: str
    title: str
    value: int
    bound: int | None = None
    total: int = 0
    proven: bool = False
    policy: bool = True
    terms: Mapping[str, int] = {}

    @property
    def gap(self) -> float | None:
        """|value - bound| over the total, 0 where equal; ``None`` without a bound."""
        if self.bound is None:
            return None
        difference = abs(self.value - self.bound)
        return difference / max(self.total, 1) if difference else 0.0


class Status(StrEnum):
    """What is known of a plan."""

    BEST_POSSIBLE = "best possible plan"
    NOT_PROVEN = "verified, not proven best"
    AS_IT_STANDS = "as it stands"
    NOT_COMPLIANT = "not compliant"
    NO_PLAN_IN_TIME = "no plan found in time"
    INTERRUPTED = "interrupted"


class Standing(StrEnum):
    """Where a child stands in a plan; counted apart, never mixed."""

    ALLOCATED = "allocated"
    AWAY_COVERED = "away, cover named"
    AWAY_UNCOVERED = "away, no cover named"
    MANAGER = "in the team manager's name"
    AWAITING = "awaiting allocation"
    CONTRACTED = "contracted"
    OUTSIDE_POOL = "outside the pool"


class Move(StrEnum):
    """What a plan changes for a child."""

    KEPT = "kept"
    TAKEN_ON = "taken on"
    CHANGED = "change of practitioner"
    FORCED = "forced change"
    DEALLOCATED = "de-allocation"
    STILL_AWAITING = "still awaiting"
    NOT_PLANNED = "not planned here"


class ChildLine(Record):
    """One child in a plan, with what a manager needs to read it."""

    child: str
    label: str = ""
    unit: str = ""
    family: str
    team: str
    score: Score
    standing: Standing
    move: Move
    now: str = ""
    holder: str = ""
    phase: str = ""
    days_awaiting: int | None = None
    last_seen: date | None = None
    next_contact_due: date | None = None
    contacts_due: int = 0
    contacts_missed: int = 0
    missed_due: tuple[date, ...] = ()
    tasks_missed: int = 0
    duty_half_hours: int = 0
    interim: str = ""
    cover: str = ""
    why: tuple[str, ...] = ()


class PractitionerLine(Record):
    """One practitioner in a plan: hours, what they are made of, and the load."""

    practitioner: str
    label: str = ""
    team: str
    present: bool
    carries: bool
    capacity_half_hours: int = 0
    limit_half_hours: int = 0
    case_half_hours: int = 0
    held_half_hours: int = 0
    over_half_hours: int = 0
    children: int = 0
    families: int = 0
    high_risk: int = 0
    intensive: int = 0


class PoolLine(Record):
    """A team's duty pool in half-hours; ``spare`` is negative where people are over."""

    team: str
    spare_half_hours: int
    duty_half_hours: int
    over_half_hours: int
    waiting_half_hours: int
    cover_half_hours: int
    contracted_half_hours: int
    reserve_half_hours: int
    missed_half_hours: int
    short_half_hours: int


class PassedOver(Record):
    """A family that awaits while a smaller, not higher one was taken on: large, not forgotten."""

    unit: str
    tier: Tier
    children: tuple[str, ...]
    half_hours: int
    taken_instead: str
    taken_half_hours: int


class PhaseLine(Record):
    """Children of one phase: how many are allocated and await, and their mean hours a cycle."""

    phase: str
    allocated: int
    awaiting: int
    mean_half_hours_allocated: float | None = None
    mean_half_hours_awaiting: float | None = None


class Counts(Record):
    """Children counted by where they stand, and the plan's headline figures."""

    standing: Mapping[Standing, int]
    awaiting_by_tier: Mapping[Tier, int]
    families_awaiting: int
    holder_over_hours: int
    over_half_hours: int
    changes: int
    forced_changes: int
    deallocations: int
    contacts_missed: int
    contacts_missed_watched: int
    optional_tasks_missed: int
    mandatory_unmet: int = 0


class Offer(Record):
    """Something the manager may choose instead; ``solved`` only where it was."""

    kind: str
    text: str
    solved: bool
    awaiting_by_tier: Mapping[Tier, int] = {}
    adjustments: tuple[Adjustment, ...] = ()


class Conflict(Record):
    """Why no compliant plan exists: rules and subjects, and repairs that work.

    The pins of ``units`` are set aside for the plan that serves everyone else;
    for those in ``unmet`` mandatory allocation is not met either.
    """

    rules: tuple[str, ...]
    units: tuple[str, ...]
    unmet: tuple[str, ...] = ()
    sentences: tuple[str, ...]
    repairs: tuple[Offer, ...] = ()


class Provenance(Record):
    """Where a plan comes from; kept apart from choices and stage values."""

    planner_version: str
    solver: str
    made: datetime
    seconds: float
    first_plan_seconds: float | None = None
    seed: int
    workers: int
    time_limit: float
    canonical_finished: bool = False


class Plan(Record):
    """A verified plan and everything needed to read, question and repeat it.

    ``now`` counts the team as it stands, to be read beside ``counts``; blank
    where it was not asked for.
    """

    schema_version: int = SCHEMA_VERSION
    scenario: str
    scenario_digest: str
    as_at: date
    cycle_days: int
    policy: str
    policy_version: str
    policy_digest: str
    status: Status
    headline: tuple[str, ...] = ()
    now: Counts | None = None
    choices: Choices
    ledger: tuple[StageValue, ...]
    counts: Counts
    children: tuple[ChildLine, ...]
    practitioners: tuple[PractitionerLine, ...]
    pools: tuple[PoolLine, ...]
    passed_over: tuple[PassedOver, ...] = ()
    phases: tuple[PhaseLine, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    banners: tuple[str, ...] = ()
    assumed: Mapping[str, int] = {}
    offers: tuple[Offer, ...] = ()
    conflict: Conflict | None = None
    certificates: tuple[Certificate, ...] = ()
    provenance: Provenance

    @property
    def found(self) -> bool:
        """Whether a plan was found; if not, what is shown is the team as it stands."""
        if self.status is Status.INTERRUPTED:
            return bool(self.ledger)
        return self.status is not Status.NO_PLAN_IN_TIME


class Outcome(StrEnum):
    """The ends a run can come to; ``cli`` maps each to its exit code."""

    PROVEN = "proven"
    FAULTY = "faulty"
    NOT_COMPLIANT = "not compliant"
    NOT_PROVEN = "not proven"
    VERIFIER_DISAGREES = "verifier disagrees"
    NO_PLAN = "no plan"
    INTERRUPTED = "interrupted"
