"""Choices with a price: what each further de-allocation, change or hour would buy."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from planner.data.explanation import Shift
from planner.data.plan import Choices, Plan, StageValue
from planner.data.record import Record
from planner.data.vocabulary import Tier


class FrontOf(StrEnum):
    """What is allowed in a growing number: contacts, children, families, or whole hours.

    Contacts are those of mandatory, high-risk and under-two children that may be
    missed; hours are for everyone.
    """

    CONTACTS = "contacts"
    DEALLOCATIONS = "deallocations"
    CHANGES = "changes"
    HOURS = "hours"


class Reached(Record):
    """What a plan comes to: children awaiting by tier, what is missed, who is moved.

    ``values`` are the policy stages of its ledger; ``hours_giving_half_hours`` is by
    how much limits on hours give way in it.
    """

    awaiting_by_tier: Mapping[Tier, int]
    contacts_missed: int
    contacts_missed_watched: int
    changes: int
    deallocations: int
    hours_giving_half_hours: int = 0
    values: tuple[StageValue, ...] = ()

    @classmethod
    def of(cls, plan: Plan) -> "Reached":
        """Count what a plan comes to that was made elsewhere, such as the team as it stands."""
        counts = plan.counts
        return cls(
            awaiting_by_tier=counts.awaiting_by_tier,
            contacts_missed=counts.contacts_missed,
            contacts_missed_watched=counts.contacts_missed_watched,
            changes=counts.changes,
            deallocations=counts.deallocations,
            hours_giving_half_hours=hours_giving(plan.choices),
            values=tuple(line for line in plan.ledger if line.policy),
        )

    @property
    def awaiting(self) -> int:
        """Every child who awaits."""
        return sum(self.awaiting_by_tier.values())

    @property
    def urgent(self) -> int:
        """Children of the two highest tiers who await."""
        return self.awaiting_by_tier[Tier.MANDATORY] + self.awaiting_by_tier[Tier.HIGH]


def hours_giving(choices: Choices) -> int:
    """Add up by how many half-hours limits on hours give way in a plan."""
    return sum(give.amount for give in choices.gives if give.limit == "hours")


class FrontStep(Record):
    """One choice on the front: the least amount with which so much can be reached.

    Attributes
    ----------
    gradual : bool
        Whether it is reached half-hour by half-hour since the step before, with
        everything else unchanged.
    settled : bool
        Whether the children named are those of the one best plan; otherwise
        equal children might be named in their place.
    moved : tuple of Shift
        Who is placed otherwise than in the step before.
    choices : Choices or None
        The plan itself, to go on from; it is not written to files.
    """

    amount: int
    reached: Reached
    gradual: bool = False
    proven: bool
    settled: bool
    moved: tuple[Shift, ...] = ()
    sentence: str = ""
    choices: Choices | None = Field(default=None, exclude=True, repr=False)

    @property
    def admitted(self) -> tuple[Shift, ...]:
        """Families that awaited in the step before and have a practitioner in this one."""
        return tuple(shift for shift in self.moved if not shift.before)

    @property
    def left(self) -> tuple[Shift, ...]:
        """Families that await in this step and had a practitioner in the one before."""
        return tuple(shift for shift in self.moved if not shift.after)


class Front(Record):
    """The best plan for each amount allowed; steps that buy nothing are left out.

    ``now`` is what the plan in hand allows. ``complete`` says that more than the
    last step's amount buys nothing; ``proven`` that every step and every gap
    between steps is proven.
    """

    scenario: str
    of: FrontOf
    now: int
    steps: tuple[FrontStep, ...] = ()
    complete: bool
    proven: bool
    headline: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float
