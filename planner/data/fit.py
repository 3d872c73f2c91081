"""Who could take a family, and which families somebody could take: facts of fit, no search."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import Field

from planner.data.plan import Finding, GivenWay
from planner.data.record import Record
from planner.data.scenario import Child, Decision, Task
from planner.data.vocabulary import Band, Tier


class NewFamily(Record):
    """One family that is not in the team yet: its children, dated tasks and conflicts.

    The rows are those of ``cases.csv`` and ``tasks.csv``; nobody holds the children.
    """

    children: tuple[Child, ...] = Field(min_length=1)
    tasks: tuple[Task, ...] = ()
    decisions: tuple[Decision, ...] = ()


class Known(StrEnum):
    """How a practitioner knows a family already."""

    HOLDS = "holds the case now"
    FORMER = "the case is still in their name"
    SIBLING = "holds a brother or sister"


class LimitLine(Record):
    """One limit of a practitioner with the family added: met, or passed and by how much.

    ``unit`` is what is counted. What somebody holds already may pass a limit;
    only what is taken on beyond it breaks the rule.
    """

    limit: str
    title: str
    unit: str
    total: int
    most: int

    @property
    def passed(self) -> int:
        """By how much the total is over the limit; 0 where it is met."""
        return max(0, self.total - self.most)


class StageChange(Record):
    """What a choice changes in one stage of the ledger; lower is better."""

    id: str
    title: str
    before: int
    after: int
    policy: bool = True

    @property
    def difference(self) -> int:
        """How much worse the stage becomes; negative where it becomes better."""
        return self.after - self.before


class Language(Record):
    """A language for which an interpreter is needed, and whether the practitioner speaks it.

    ``spoken`` is read from the practitioner's skills.
    """

    language: str
    spoken: bool


class Fit(Record):
    """One family with one practitioner, all else as it is: facts, limits and consequences.

    Attributes
    ----------
    fits : bool
        Whether no rule would be broken that is not broken already.
    within_limits : bool
        Whether, beyond that, no limit is passed: neither given way nor held over already.
    broken, against : tuple
        The rules that this would break, with amounts, and the same in words.
    left_half_hours : int
        Hours left within the practitioner's limit after taking the family on.
    one_way_minutes : int
        The longest way from the practitioner's zone to a child of the family.
    contacts_missed, contacts_missed_watched : int
        Contacts that duty misses after it beyond those missed now; negative where fewer.
    no_longer_fit : tuple of str
        Families awaiting that would fit with this practitioner now, and after it would not.
    suggested : bool
        Whether it is one of the few that break no rule and cost least by the ledger.
    """

    unit: str
    children: tuple[str, ...]
    tier: Tier
    practitioner: str
    label: str = ""
    fits: bool
    within_limits: bool
    suggested: bool = False
    known: tuple[Known, ...] = ()
    needs_half_hours: int
    left_half_hours: int
    one_way_minutes: int
    skills: tuple[str, ...] = ()
    missing_skills: tuple[str, ...] = ()
    missing_grade: bool = False
    languages: tuple[Language, ...] = ()
    limits: tuple[LimitLine, ...] = ()
    broken: tuple[Finding, ...] = ()
    against: tuple[str, ...] = ()
    gives: tuple[GivenWay, ...] = ()
    gives_way: tuple[str, ...] = ()
    stages: tuple[StageChange, ...] = ()
    contacts_missed: int = 0
    contacts_missed_watched: int = 0
    no_longer_fit: tuple[str, ...] = ()


class WhoCouldTake(Record):
    """Every practitioner present with one family, in the order of their names.

    Nothing is searched for and nobody else moves, so every figure is exact.
    ``suggested`` has at most ``top`` practitioners in the order of their names:
    no rule is broken, and by the ledger nobody else present costs less.
    ``holder`` holds the family in the arrangement asked about.
    """

    scenario: str
    as_at: date
    arrangement: str
    new: bool = False
    unit: str
    family: str
    children: tuple[str, ...]
    tiers: Mapping[str, Tier]
    bands: Mapping[str, Band | None] = {}
    holder: str = ""
    top: int
    suggested: tuple[str, ...] = ()
    fits: tuple[Fit, ...] = ()
    away: tuple[str, ...] = ()


class WhomCouldTake(Record):
    """Every family awaiting with one practitioner, in the order of their ids.

    Nothing is searched for and nobody else moves, so every figure is exact.
    ``suggested`` has at most ``top`` families in the order of their ids.
    """

    scenario: str
    as_at: date
    arrangement: str
    practitioner: str
    label: str = ""
    left_half_hours: int
    top: int
    suggested: tuple[str, ...] = ()
    fits: tuple[Fit, ...] = ()
