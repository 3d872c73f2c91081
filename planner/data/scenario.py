"""A team as it stands on one day: what the files say, typed, nothing computed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from pydantic import Field

from planner.data.record import Record
from planner.data.record_kinds import ReasonCode
from planner.data.vocabulary import (
    Answer,
    CasePlan,
    CaseStatus,
    Consequence,
    Contact,
    DecisionKind,
    Grade,
    InfantResponse,
    LeaveChoice,
    Living,
    Maram,
    Objective,
    Order,
    Phase,
    Probability,
)


class Child(Record):
    """One child, the unit of count. Blank means not recorded, never "no".

    ``age`` (whole years) is read only where ``birth_date`` is blank.
    ``since`` is the day the holder took the case or, with no holder, the day
    the child began awaiting allocation. ``risk_date`` is the day the current
    risk assessment was endorsed. ``placement`` names the household: children
    of a family in the same zone and placement are seen in one trip.
    """

    child: str = Field(min_length=1)
    family: str = Field(min_length=1)
    team: str = "team"
    label: str = ""
    birth_date: date | None = None
    age: int | None = Field(default=None, ge=0, le=25)
    zone: str = ""
    living: Living = Living.UNKNOWN
    placement: str = ""
    phase: Phase
    order: Order = Order.NONE
    objective: Objective = Objective.UNKNOWN
    infant_response: InfantResponse = InfantResponse.NOT_RECORDED
    youth_schedule: Answer = Answer.UNKNOWN
    consequence: Consequence | None = None
    probability: Probability | None = None
    risk_date: date | None = None
    maram: Maram = Maram.UNKNOWN
    case_plan: CasePlan = CasePlan.UNKNOWN
    holder: str = ""
    since: date | None = None
    last_seen: date | None = None
    contact: Contact | None = None
    contact_agreed: date | None = None
    status: CaseStatus = CaseStatus.OPEN
    aboriginal: Answer = Answer.UNKNOWN
    disability: Answer = Answer.UNKNOWN
    language: str = ""
    skills: tuple[str, ...] = ()


class Practitioner(Record):
    """Someone of the team; ``None`` in a limit means the policy's default.

    ``limit_percent`` is the capacity slider: the share of own capacity up to
    which the practitioner may take on families; ``limit_hours`` states the
    same in hours a cycle and goes before it. ``rostered_hours`` are hours a
    cycle already promised to supervision, training and the like.
    ``duty_hours`` are hours a cycle a person who holds no cases gives to duty.
    ``start`` and ``end`` are the first and last day in the team.
    """

    practitioner: str = Field(min_length=1)
    label: str = ""
    team: str = "team"
    grade: Grade = Grade.CPP3
    fte: Decimal = Field(ge=0, le=1, decimal_places=3)
    zone: str = ""
    skills: tuple[str, ...] = ()
    first_year: bool = False
    supervisees: int = Field(default=0, ge=0, le=10)
    rostered_hours: Decimal = Field(default=Decimal(0), ge=0, le=200)
    duty_hours: Decimal = Field(default=Decimal(0), ge=0, le=200)
    limit_percent: int = Field(default=100, ge=0, le=200)
    limit_hours: Decimal | None = Field(default=None, ge=0, le=400)
    children_limit: int | None = Field(default=None, ge=0, le=200)
    intensive_limit: int | None = Field(default=None, ge=0, le=50)
    high_risk_limit: int | None = Field(default=None, ge=0, le=200)
    new_families_limit: int | None = Field(default=None, ge=0, le=200)
    start: date | None = None
    end: date | None = None


class Leave(Record):
    """Days away, both ends included; no ``until`` means open-ended.

    ``cover`` names the practitioner who covers, where one is named.
    """

    practitioner: str
    start: date
    until: date | None = None
    choice: LeaveChoice | None = None
    cover: str = ""


class Task(Record):
    """A dated task of one child; ``hours`` blank means the policy's for its kind."""

    child: str
    task: str
    due: date
    hours: Decimal | None = Field(default=None, ge=0, le=100)


class Decision(Record):
    """What the manager has decided about one child (or the child's family).

    A pin with ``waiver`` lifts the limits of the practitioner it names, by the
    amount the plan shows. ``reason`` is free text, shown and never read; ``code``
    says the same in one of a few words.
    """

    kind: DecisionKind
    child: str
    practitioner: str = ""
    waiver: bool = False
    code: ReasonCode | None = None
    reason: str = ""
    decided: date | None = None


class Travel(Record):
    """Minutes one way between two zones; read in both directions."""

    origin: str
    destination: str
    minutes: int = Field(ge=0, le=600)


class Reply(Record):
    """One row of ``factors.csv`` or ``indicators.csv``."""

    child: str
    item: str
    answer: Answer
    dated: date | None = None
    evidence: str = ""


class Limits(Record):
    """Team-wide settings of one scenario.

    ``changes`` and ``baseline_families`` are fixed on the team before any
    what-if change: with ``changes`` blank, the policy's default is taken from
    the families held in the baseline. ``arrivals`` are children expected in
    the cycle; hours are reserved for them. ``service_intensity`` scales casework.
    """

    strict: bool = False
    changes: int | None = Field(default=None, ge=0)
    baseline_families: int | None = Field(default=None, ge=0)
    deallocations: int = Field(default=0, ge=0)
    deallocate_for_any: bool = False
    reserve_hours: Decimal = Field(default=Decimal(0), ge=0, le=1000)
    arrivals: Decimal = Field(default=Decimal(0), ge=0, le=1000)
    high_risk_limit: int | None = Field(default=None, ge=0)
    new_families_limit: int | None = Field(default=None, ge=0)
    borrow_minutes: int | None = Field(default=None, ge=0)
    waiting_at_minimum: bool = False
    service_intensity: Decimal = Field(default=Decimal(1), ge=Decimal("0.7"), le=1)
    calibrated: date | None = None


class Scenario(Record):
    """Everything one plan is made from.

    ``supplied`` names the columns and items the files held, such as
    ``cases.disability`` or ``factors.child.disability``: what was never
    supplied gives one banner and no points, a gap in what was supplied gives
    attention. ``bases`` gives each team's base zone.
    """

    name: str
    as_at: date
    cycle_days: int = Field(default=28, ge=7, le=56)
    policy: str = "default"
    limits: Limits = Limits()
    bases: Mapping[str, str] = {}
    children: tuple[Child, ...] = ()
    practitioners: tuple[Practitioner, ...] = ()
    leave: tuple[Leave, ...] = ()
    tasks: tuple[Task, ...] = ()
    decisions: tuple[Decision, ...] = ()
    travel: tuple[Travel, ...] = ()
    factors: tuple[Reply, ...] = ()
    indicators: tuple[Reply, ...] = ()
    supplied: frozenset[str] = frozenset()

    def manager_of(self, team: str) -> str:
        """Name the manager of a team, as the tables do; blank where they do not."""
        managing = (p for p in self.practitioners if p.team == team and p.grade.manages)
        return min((person.practitioner for person in managing), default="")
