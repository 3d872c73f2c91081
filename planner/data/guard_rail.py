"""Guard-rails: what a manager wants to hold in any plan, chosen from a few kinds."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from planner.data.record import Record


class RailKind(StrEnum):
    """What a guard-rail asks of a plan; the value is how it is kept."""

    MANDATORY = "mandatory"
    SEEN = "seen"
    HIGH_RISK = "high_risk"
    LOAD = "load"
    DEALLOCATIONS = "deallocations"
    CHANGES = "changes"


USUAL_AMOUNTS: Mapping[RailKind, int] = {RailKind.LOAD: 110, RailKind.CHANGES: 3}
"""The kinds that have an amount, with the one to begin with: per cent of own hours, families."""


class GuardRail(Record):
    """One guard-rail; ``amount`` counts only for kinds that have one."""

    kind: RailKind
    amount: int = Field(default=0, ge=0, le=200)


def usual_rail(kind: RailKind) -> GuardRail:
    """Give a guard-rail with the amount to begin with."""
    return GuardRail(kind=kind, amount=USUAL_AMOUNTS.get(kind, 0))


USUAL_RAILS: tuple[GuardRail, ...] = tuple(
    map(usual_rail, (RailKind.MANDATORY, RailKind.SEEN, RailKind.HIGH_RISK, RailKind.LOAD))
)
"""The guard-rails of a manager who has not chosen any yet."""


class RailCheck(Record):
    """How one plan stands to one guard-rail.

    ``amount`` is by how much it does not hold: children, practitioners, or
    changes beyond those wanted; 0 where it holds. ``who`` names them.
    """

    rail: GuardRail
    amount: int = 0
    who: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the plan does what the guard-rail asks."""
        return not self.amount
