"""Answers about one child: who cannot hold the case, what would have to move, what would do."""

from collections.abc import Mapping
from enum import StrEnum

from planner.data.adjustment import Adjustment
from planner.data.record import Record
from planner.data.vocabulary import Tier


class Screened(Record):
    """One practitioner who cannot hold a unit whatever else the team does.

    ``rules`` are ids of rules, ``sentences`` say the same with amounts.
    """

    practitioner: str
    rules: tuple[str, ...]
    sentences: tuple[str, ...]


class Shift(Record):
    """One unit that is placed otherwise than in the plan in hand; blank is awaiting."""

    unit: str
    children: tuple[str, ...]
    tier: Tier
    before: str
    after: str
    sentence: str


class StageDifference(Record):
    """What another plan costs more (or less, negative) in one stage of the ledger.

    ``sentence`` says both amounts in the stage's own unit.
    """

    stage: str
    title: str
    sentence: str
    before: int
    after: int
    proven: bool

    @property
    def more(self) -> int:
        """How much more the other plan costs."""
        return self.after - self.before


class Counterfactual(Record):
    """The best plan in which one unit is placed otherwise than in the plan in hand.

    ``possible`` is whether there is such a plan within the limits, ``None`` where
    the time did not suffice to know. Where there is none, what follows describes
    the plan in which limits give way as little as they can, and ``gives`` says
    which. ``decided_by`` is the first stage that differs; blank where none does,
    so that the choice is the manager's.
    """

    asked: str
    possible: bool | None
    gives: tuple[str, ...] = ()
    proven: bool = False
    shifts: tuple[Shift, ...] = ()
    differences: tuple[StageDifference, ...] = ()
    decided_by: str = ""
    sentences: tuple[str, ...] = ()


class TippingKind(StrEnum):
    """What number of points would let a child in."""

    ANY = "any points"
    POINTS = "points"
    NONE = "no number of points"
    NOT_ASKED = "not asked"
    UNKNOWN = "not known in the time"


class Helps(Record):
    """A fact that would let the child in: solved, never guessed.

    ``holder`` is who would hold the case. ``adjustment`` is the fact as a what-if
    change, where there is one.
    """

    sentence: str
    holder: str
    adjustment: Adjustment | None = None
    proven: bool


class Tipping(Record):
    """How many points of its own, in its own stage, would let a child in.

    With more than ``points`` the child is allocated in every best plan, with
    fewer in none. Where it is not proven, the number lies from ``low`` to
    ``high``. ``stage`` is the child's own, or for no number of points the one
    that stands before it.
    """

    kind: TippingKind
    stage: str = ""
    own: int = 0
    points: int | None = None
    low: int | None = None
    high: int | None = None
    proven: bool = False
    sentence: str


class Explanation(Record):
    """Everything that can be said about where a plan puts one child."""

    child: str
    label: str = ""
    unit: str
    tier: Tier
    holder: str = ""
    why: tuple[str, ...] = ()
    screen: tuple[Screened, ...] = ()
    counterfactual: Counterfactual
    tipping: Tipping
    helps: tuple[Helps, ...] = ()
    proven: bool


class Explanations(Record):
    """Explanations of several children, in the order of the awaiting board.

    ``unanswered`` are children for whom the time did not suffice.
    """

    scenario: str
    explained: tuple[Explanation, ...]
    unanswered: tuple[str, ...] = ()
    seconds: float


class Latitude(StrEnum):
    """What is left to choose for a child among equally good plans."""

    SETTLED = "settled"
    YOUR_CALL = "your call"
    NOT_POSSIBLE = "not possible"
    UNKNOWN = "not known in the time"


class Placed(Record):
    """Where a unit may be placed among equally good plans; blank is awaiting."""

    unit: str
    children: tuple[str, ...]
    tier: Tier
    latitude: Latitude
    holder: str = ""
    holders: tuple[str, ...]


class OtherPlan(Record):
    """Another plan as good under the policy, by what differs from the plan in hand."""

    differing: int
    proven: bool
    shifts: tuple[Shift, ...]
    holders: Mapping[str, str]


class Settled(Record):
    """What all equally good plans share, and where they differ.

    ``tolerance`` is how many points worse a plan may be in stages 3a and 3b.
    """

    scenario: str
    tolerance: int
    units: tuple[Placed, ...]
    others: tuple[OtherPlan, ...] = ()
    proven: bool
    seconds: float
