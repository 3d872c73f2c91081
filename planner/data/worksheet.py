"""The de-allocation worksheet: what letting a child's case go would bear on, to be weighed."""

from collections.abc import Mapping
from datetime import date

from planner.data.deallocation import BearsOn
from planner.data.record import Record
from planner.data.score import PointLine, Score
from planner.data.vocabulary import Answer, Tier


class IndicatorLine(Record):
    """One of the 14 indicators as it is answered for one child.

    ``gap`` marks what is to be settled or accepted with a reason, ``missing``
    what nobody has answered yet.
    """

    indicator: str
    title: str
    paragraph: str
    answer: Answer
    points: int
    evidence: str = ""
    dated: date | None = None
    gap: bool = False
    missing: bool = False


class ImpactOn(Record):
    """One of the two lines of impact: indicators, steps of the cycle, and their points."""

    bears_on: BearsOn
    heading: str
    points: int
    indicators: tuple[IndicatorLine, ...]
    cycle: tuple[PointLine, ...] = ()

    def count(self, answer: Answer) -> int:
        """Count the indicators with this answer."""
        return sum(line.answer is answer for line in self.indicators)


class Assessed(Record):
    """The current risk assessment: judgements, the day it was endorsed, and its age in days.

    ``old`` where it is older than the policy allows; a judgement that is not
    recorded is blank.
    """

    consequence: str = ""
    probability: str = ""
    maram: str = ""
    endorsed: date | None = None
    days: int | None = None
    old: bool = False


class DatedStep(Record):
    """A review or hearing on the list of dated tasks."""

    title: str
    due: date


class CycleFacts(Record):
    """Where the child stands in the planning and review cycle, as far as the tables say.

    ``last_review`` is the last review on the list that fell due before today;
    the list does not say whether it was held.
    """

    phase: str
    case_plan: str
    objective: str
    order: str
    last_review: DatedStep | None = None
    next_review: DatedStep | None = None
    next_hearing: DatedStep | None = None


class ContactChange(Record):
    """Direct contact in the cycle while held and while awaiting, and who else sees the child."""

    before: int
    after: int
    least: int
    agreed: str = ""
    agreed_on: date | None = None
    due: tuple[date, ...] = ()
    professionals: IndicatorLine
    words: tuple[str, ...]


class DueTask(Record):
    """A dated task that falls due in the cycle, whoever does it."""

    title: str
    due: date
    half_hours: int


class WorksheetChild(Record):
    """One child of a family that might be de-allocated.

    ``held`` is false for a sibling who awaits already and belongs to the unit.
    """

    child: str
    label: str = ""
    held: bool
    living: str
    aboriginal: Answer
    score: Score
    assessed: Assessed
    cycle: CycleFacts
    on_child: ImpactOn
    on_permanency: ImpactOn
    contact: ContactChange
    tasks: tuple[DueTask, ...] = ()

    @property
    def lines(self) -> tuple[ImpactOn, ImpactOn]:
        """The two lines of impact, the child's first."""
        return self.on_child, self.on_permanency

    @property
    def gaps(self) -> tuple[IndicatorLine, ...]:
        """What is to be settled, or accepted with a reason."""
        return tuple(row for line in self.lines for row in line.indicators if row.gap)

    @property
    def missing(self) -> tuple[IndicatorLine, ...]:
        """What nobody has answered yet."""
        return tuple(row for line in self.lines for row in line.indicators if row.missing)


class Undone(Record):
    """What the team's duty cannot do in the cycle, in one arrangement."""

    contacts: int = 0
    tasks: int = 0
    half_hours: int = 0


class Candidate(Record):
    """A family that could be de-allocated: what it would bear on, and what it would free.

    Half-hours are of one cycle: ``freed_half_hours`` with the holder,
    ``duty_half_hours`` asked of the team's duty. ``before`` and ``after`` say
    what duty leaves undone with the family held and with it awaiting; ``None``
    where there was no time to find out. ``manager`` is blank where the tables
    name none. ``apart`` names siblings who stay, with
    their holder.
    """

    unit: str
    family: str
    holder: str
    manager: str = ""
    tier: Tier
    children: tuple[WorksheetChild, ...]
    apart: Mapping[str, str] = {}
    in_plan: bool = False
    named: bool = False
    reason: str = ""
    freed_half_hours: int
    duty_half_hours: int
    holder_half_hours: int
    holder_capacity_half_hours: int
    before: Undone | None = None
    after: Undone | None = None
    words: tuple[str, ...] = ()


class NotSuggested(Record):
    """Children the planner does not suggest, and why, with the paragraph."""

    children: tuple[str, ...]
    words: str
    paragraph: str


class Worksheet(Record):
    """Families that could be de-allocated, those that were named first.

    ``refused`` answers what was named and cannot be on the worksheet,
    ``not_suggested`` lists whom the planner leaves out; ``others`` counts
    further families that could have been listed.
    """

    scenario: str
    as_at: date
    cycle_days: int
    policy: str
    policy_version: str
    words: tuple[str, ...]
    gaps_heading: str
    missing_heading: str
    candidates: tuple[Candidate, ...]
    refused: tuple[NotSuggested, ...] = ()
    not_suggested: tuple[NotSuggested, ...] = ()
    others: int = 0
    proven: bool = True
