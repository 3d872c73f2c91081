"""What one practitioner's case hours go to, family by family, in an arrangement."""

from datetime import date

from pydantic import model_validator

from planner.data.evidence import MadeOf
from planner.data.fit import LimitLine
from planner.data.record import Record
from planner.data.vocabulary import Tier


class HeldFamily(Record):
    """One family with a practitioner: its hours in the cycle, and what they are made of.

    ``held_now`` is false where the practitioner takes the family on.
    """

    unit: str
    children: tuple[str, ...]
    tier: Tier
    held_now: bool
    half_hours: int
    made_of: MadeOf


class HandedOver(Record):
    """A family that a practitioner hands over to another, and the hours that this takes."""

    unit: str
    children: tuple[str, ...]
    to: str
    half_hours: int


class CasesHeld(Record):
    """One practitioner's families and hours; they add up to ``case_half_hours`` exactly.

    ``cover_half_hours`` fall in their leave: the team's duty does them. ``limits``
    are those that are on, with what the practitioner's cases come to.
    """

    scenario: str
    as_at: date
    arrangement: str
    practitioner: str
    label: str = ""
    present: bool
    families: tuple[HeldFamily, ...]
    handed_over: tuple[HandedOver, ...]
    capacity_half_hours: int
    limit_half_hours: int
    case_half_hours: int
    cover_half_hours: int
    made_of: MadeOf
    limits: tuple[LimitLine, ...]
    says: tuple[str, ...]

    @model_validator(mode="after")
    def _adds_up(self) -> "CasesHeld":
        held = sum(row.half_hours for row in self.families)
        if held + sum(row.half_hours for row in self.handed_over) != self.case_half_hours:
            raise ValueError(f"the hours of {self.practitioner} are not those of the families")
        return self
