"""The allocation policy as data: paragraphs, factors, hours, rates and stages.

The file that ships is ``planner/policy/default.toml``. Code holds neither a
policy number nor a policy sentence; both live there.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pydantic import Field

from planner.data.deallocation import DeallocationWords, ImpactScale, Indicator, RationalePart
from planner.data.record import Record
from planner.data.vocabulary import Band, Consequence, Contact, Group, Probability
from planner.data.wording import Applies, ClassBands, Derivation, ObligationRule, Sentence


class Source(StrEnum):
    """Where a paragraph comes from."""

    ADVICE_2254 = "2254"
    PROCEDURE_1802 = "1802"
    MANUAL = "other manual page"
    LOCAL = "local setting"


class Paragraph(Record):
    """One numbered paragraph, in our own words."""

    id: str
    source: Source
    heading: str
    text: str


class Factor(Record):
    """A fact that adds points inside a tier or band.

    ``fact`` groups factors that state one fact: only the largest counts.
    ``derived`` names the rule in ``principles`` that answers it from the
    child's row; blank means it is answered in ``factors.csv``. ``group`` is
    the next-priority group that a "yes" puts the child in.
    ``unknown_points`` counts only where the item was supplied for the team,
    and never exceeds ``points``. ``reads`` names the factors a derivation asks.
    """

    id: str
    title: str
    paragraph: str
    part: str
    fact: str
    points: int = Field(ge=0, le=49)
    unknown_points: int = Field(default=0, ge=0, le=49)
    derived: Derivation | Literal[""] = ""
    group: Group | None = None
    applies: Applies = Applies.ALWAYS
    reads: tuple[str, ...] = ()


class Judgement(Record):
    """A pair of professional judgements and the high-risk band it puts a child in."""

    consequence: Consequence
    probability: Probability
    band: Band


class PointScale(Record):
    """Points: ``base`` plus the sum of factors, which is capped.

    With the defaults high risk and next priority are 101-150 a child, remaining
    children 1-50, so that two children always outweigh one of the same stage.
    """

    high_base: int = 101
    next_base: int = 101
    remaining_base: int = 1
    factor_cap: int = 49
    unknown_cap: int = 10


class Rates(Record):
    """Exchange rates between the terms of stage 3, in points."""

    deallocation_high: int = 0
    deallocation: int = 200
    change: int = 101
    missed_to_minimum: int = 60
    missed_beyond_minimum: int = 30
    borrowed: int = 30
    optional_task_contacts: int = 3


class TaskKind(Record):
    """A kind of dated task: its usual hours, and whether it may be missed.

    ``review`` marks a step of the planning and review cycle, ``hearing`` one
    before the court, ``first_visit`` the first visit of an investigation.
    """

    id: str
    title: str
    hours: Decimal = Field(ge=0)
    optional: bool
    review: bool = False
    hearing: bool = False
    first_visit: bool = False
    urgent: bool = False
    paragraph: str


class Hours(Record):
    """Hours and shares the workload is counted with; monthly where it says so."""

    casework_monthly: Mapping[str, Decimal]
    casework_labels: Mapping[str, str] = {}
    interpreter_monthly: Decimal
    oversight_monthly: Decimal
    contracted_monthly: Decimal
    arrival_monthly: Decimal = Decimal("9.2")
    further_sibling_percent: int = Field(ge=0, le=100)
    contact: Decimal
    notes: Decimal
    extra_sibling: Decimal
    handover_taker: Decimal
    handover_giver: Decimal
    days_per_month: Decimal
    full_time_day: Decimal
    case_share_percent: int = Field(ge=0, le=100)
    first_year_percent: int = Field(ge=0, le=100)
    supervisee: Decimal
    travel_same_zone_minutes: int = Field(ge=0)
    travel_other_zone_minutes: int = Field(ge=0)


class Standards(Record):
    """Contact and dates: trips a cycle of 28 days, ages in years, spans in days.

    ``audit_ages`` are the ages at which the age bands of an audit begin; a group of
    fewer children than ``small_group`` is marked as small.
    """

    trips: Mapping[Contact, int]
    allocated_usual: Contact
    waiting_usual: Contact
    waiting_watched: Contact
    intensive: Contact
    agreement_days: int
    infant_age: int
    preschool_age: int
    youth_age: int = 10
    cover_days: int
    risk_assessment_old_days: int
    intensive_away_days: int
    small_group: int = Field(ge=1)
    audit_ages: tuple[int, ...] = Field(min_length=1)


class DefaultLimits(Record):
    """Limits where neither the practitioner nor the scenario sets one."""

    children_per_fte: Decimal
    intensive_per_fte: Decimal
    changes_least: int
    changes_percent: int
    hours_over_first: Decimal


class Stage(Record):
    """One step of the lexicographic objective: the sum of ``terms`` is minimised.

    ``policy`` marks a policy stage (0-3). Where de-allocations are allowed,
    ``only_with_deallocations`` steps join, and a ``ceiling_with_deallocations``
    step is no longer minimised: its value without de-allocations is a ceiling.
    """

    id: str
    title: str
    terms: tuple[str, ...]
    policy: bool = True
    only_with_deallocations: bool = False
    ceiling_with_deallocations: bool = False


class NotModelled(Record):
    """A sentence of a source that the planner does not model, and why."""

    source: Source
    text: str
    because: str


class Policy(Record):
    """One policy file, read and checked; ``digest`` is of its text."""

    name: str
    version: str
    digest: str = ""
    paragraphs: tuple[Paragraph, ...]
    factors: tuple[Factor, ...]
    indicators: tuple[Indicator, ...]
    judgements: tuple[Judgement, ...]
    points: PointScale = PointScale()
    impact: ImpactScale = ImpactScale()
    rates: Rates = Rates()
    tasks: tuple[TaskKind, ...]
    hours: Hours
    standards: Standards
    limits: DefaultLimits
    stages: tuple[Stage, ...]
    not_modelled: tuple[NotModelled, ...] = ()
    classes: ClassBands = ClassBands()
    sentences: tuple[Sentence, ...] = ()
    obligations: tuple[ObligationRule, ...] = ()
    deallocation: DeallocationWords
    rationale: tuple[RationalePart, ...]

    def paragraph(self, paragraph_id: str) -> Paragraph:
        """Give the paragraph with this number; ``KeyError`` where there is none."""
        for paragraph in self.paragraphs:
            if paragraph.id == paragraph_id:
                return paragraph
        raise KeyError(paragraph_id)

    def task(self, kind: str) -> TaskKind:
        """Give the kind of task with this id; ``KeyError`` where there is none."""
        for task in self.tasks:
            if task.id == kind:
                return task
        raise KeyError(kind)
