"""A child's priority as a record: tier, band and why, each point with its source."""

from collections.abc import Mapping
from datetime import date

from planner.data.record import Record
from planner.data.vocabulary import Answer, Band, Group, Tier


class Reason(Record):
    """Why a child stands in a tier, a band or a group; ``paragraph`` is its source."""

    text: str
    paragraph: str


class PointLine(Record):
    """What one factor added: ``points`` is 0 where its fact was counted already."""

    factor: str
    title: str
    paragraph: str
    answer: Answer
    points: int
    evidence: str = ""
    dated: date | None = None
    note: str = ""


class Obligation(Record):
    """Something owed to the child, shown as a prompt and never as risk."""

    text: str
    paragraph: str


class Score(Record):
    """One child's priority.

    ``points`` orders children inside a stage and is policy, not science: a
    mandatory child has none, since a mandatory child never awaits. ``impact``
    (0-100) is what de-allocating this child would cost; ``watched`` marks a
    child whose missed contacts belong to stage 1; ``attention`` lists what
    needs the manager's judgement, the most urgent first, and ``no_judgement``
    marks a child with no risk judgement at all, listed before all others.
    ``gaps`` lists what the record does not say.
    """

    child: str
    tier: Tier
    band: Band | None = None
    groups: tuple[Group, ...] = ()
    reasons: tuple[Reason, ...] = ()
    points: int = 0
    lines: tuple[PointLine, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    attention: tuple[str, ...] = ()
    no_judgement: bool = False
    gaps: tuple[str, ...] = ()
    raised: bool = False
    infant: bool = False
    intensive: bool = False
    impact: int = 0
    impact_lines: tuple[PointLine, ...] = ()

    @property
    def high(self) -> bool:
        """Whether the child is mandatory or high risk."""
        return self.tier in (Tier.MANDATORY, Tier.HIGH)

    @property
    def watched(self) -> bool:
        """Whether missed contacts count in stage 1: mandatory, high risk, under two."""
        return self.high or self.infant


class Priorities(Record):
    """The scores of a team, by child, with the team's banners and counts.

    ``banners`` says once what was never supplied; ``assumed`` counts the
    children for whom a stated default stood in for a blank.
    """

    scores: Mapping[str, Score]
    banners: tuple[str, ...] = ()
    assumed: Mapping[str, int] = {}
