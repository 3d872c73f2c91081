"""Small named cases with what the policy says of them, and how a policy comes out on them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from planner.data.record import Record
from planner.data.scenario import Scenario
from planner.data.vocabulary import Band, Contact, Group, Tier


class Counted(StrEnum):
    """Where the hours of a child's case count."""

    TEAM = "the team"
    PLANNING = "planning hours only"
    OUTSIDE = "outside the pool"


class Relation(StrEnum):
    """How two children of a vignette stand to each other.

    *Above* means first in the order of priority, by tier, band and points;
    *a step above* by tier or band, so that no sum of points passes it. Impact
    is that of a de-allocation.
    """

    ABOVE = "above"
    STEP_ABOVE = "a step above"
    LEVEL = "level with"
    LESS_IMPACT = "less impact than"
    SAME_IMPACT = "same impact as"


class Expected(Record):
    """What the sources say of one child; what is ``None`` is not asked.

    ``obligations`` and ``never_missed`` name the least that must be there.
    """

    tier: Tier | None = None
    band: Band | None = None
    groups: tuple[Group, ...] | None = None
    judgement_first: bool | None = None
    contact: Contact | Literal["none"] | None = None
    contact_awaiting: Contact | Literal["none"] | None = None
    counted: Counted | None = None
    never_deallocated: bool | None = None
    obligations: tuple[str, ...] | None = None
    never_missed: tuple[str, ...] | None = None


class Position(Record):
    """What a policy makes of one child, in the terms that can be expected.

    ``contact`` is how often the child is seen while allocated,
    ``contact_awaiting`` while awaiting, each as a word of the vignettes where
    one fits. ``obligations`` are paragraphs, ``never_missed`` kinds of task.
    """

    child: str
    tier: Tier
    band: Band | None
    groups: tuple[Group, ...]
    points: int
    impact: int
    judgement_first: bool
    contact: str
    contact_awaiting: str
    counted: Counted
    never_deallocated: bool
    obligations: tuple[str, ...]
    never_missed: tuple[str, ...]


class Ordered(Record):
    """One expected relation between two children of a vignette."""

    child: str
    stands: Relation
    other: str


class Vignette(Record):
    """A small case: ``scenario`` holds its children, ``source`` what the paragraph says.

    Every child is a family alone unless the facts say otherwise. ``left_out``
    names columns of cases that the team of the vignette never supplied.
    """

    id: str
    title: str
    says: str
    source: str
    paragraphs: tuple[str, ...]
    scenario: Scenario
    left_out: tuple[str, ...] = ()
    expected: Mapping[str, Expected] = {}
    order: tuple[Ordered, ...] = ()


class Casebook(Record):
    """Vignettes, with ``visits``: what each word of contact means in a cycle of the cases."""

    visits: Mapping[Contact, int]
    vignettes: tuple[Vignette, ...]


class Expectation(Record):
    """One expectation with what a policy makes of it, in words."""

    says: str
    found: str
    holds: bool


class VignetteResult(Record):
    """One vignette under one policy.

    ``first_to_last`` holds the children by priority, those level with each
    other together; ``unread`` says which answers the policy does not know.
    """

    id: str
    title: str
    says: str
    paragraphs: tuple[str, ...]
    holds: bool
    expectations: tuple[Expectation, ...]
    positions: tuple[Position, ...]
    first_to_last: tuple[tuple[str, ...], ...]
    unread: tuple[str, ...] = ()


class PolicyResult(Record):
    """Every vignette under one policy."""

    name: str
    version: str
    digest: str
    vignettes: tuple[VignetteResult, ...]

    def vignette(self, vignette_id: str) -> VignetteResult:
        """Give the result of the vignette with this id; ``KeyError`` where there is none."""
        for result in self.vignettes:
            if result.id == vignette_id:
                return result
        raise KeyError(vignette_id)


class PolicyCheck(Record):
    """The vignettes under the shipped policy and, where one is checked, under another.

    ``flips`` names the vignettes of which an expectation holds under one of
    the two policies only, ``failing`` those that do not hold under the policy
    that is checked, and ``moved`` those that come out as expected though
    points, impact or order are not the same.
    """

    shipped: PolicyResult
    changed: PolicyResult | None = None
    flips: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()

    @property
    def checked(self) -> PolicyResult:
        """The policy that is checked: the changed one, or the shipped one alone."""
        return self.shipped if self.changed is None else self.changed
