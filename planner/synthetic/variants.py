"""The what-if variants that ship: each holds only what it changes of another scenario."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.vocabulary import Grade

_UNTIL = date(2026, 3, 13)


class Variant(NamedTuple):
    """A shipped what-if: its folder, the one it extends, and the changes."""

    folder: str
    extends: str
    name: str
    about: str
    changes: tuple[Adjustment, ...]


def _joins(practitioner: str, grade: Grade, fte: str = "1") -> Adjustment:
    return Adjustment(
        kind=AdjustmentKind.ADD, practitioner=practitioner, grade=grade, fte=Decimal(fte)
    )


def _away(practitioner: str) -> Adjustment:
    return Adjustment(kind=AdjustmentKind.AWAY, practitioner=practitioner, until=_UNTIL)


VARIANTS: tuple[Variant, ...] = (
    Variant(
        "monday_two_deallocations",
        "monday",
        "Monday, and two de-allocations may be considered",
        "Shows what up to two de-allocations would make room for.",
        (Adjustment(kind=AdjustmentKind.DEALLOCATIONS, amount=Decimal(2)),),
    ),
    Variant(
        "steady_two_away",
        "steady",
        "The steady team with two away for a fortnight",
        "P02 and P05 are away until 13 March. Holders stay and cover is planned, but for an infant "
        "of an intensive response, whose holder may not be away so long.",
        (_away("P02"), _away("P05")),
    ),
    Variant(
        "steady_limit_90",
        "steady",
        "The steady team, everyone at 90 per cent",
        "Nobody takes on more than 90 per cent of their hours.",
        (Adjustment(kind=AdjustmentKind.LIMIT, amount=Decimal(90)),),
    ),
    Variant(
        "steady_new_starter",
        "steady",
        "The steady team with a new starter",
        "P07 joins as a CPP3 and takes on up to 60 per cent of the hours at first.",
        (
            _joins("P07", Grade.CPP3),
            Adjustment(kind=AdjustmentKind.LIMIT, practitioner="P07", amount=Decimal(60)),
        ),
    ),
    Variant(
        "vacancy_filled",
        "vacancy",
        "The two posts are filled",
        "P07 and P08 join the team that lost two of six.",
        (_joins("P07", Grade.CPP4), _joins("P08", Grade.CPP3)),
    ),
    Variant(
        "infant_surge_extra_practitioner",
        "infant_surge",
        "Six infants, and one practitioner more",
        "P07, a CPP4 at 0.8, is lent to the team with the six infants.",
        (_joins("P07", Grade.CPP4, "0.8"),),
    ),
)
