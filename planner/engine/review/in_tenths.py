"""Hours and what they are made of, to one decimal place, so that the parts add up exactly."""

from decimal import Decimal
from fractions import Fraction

from planner.data.evidence import MadeOf
from planner.workload.parts import Amounts


def in_tenths(amounts: Amounts, given: Fraction, half_hours: int) -> MadeOf:
    """Round each part to a decimal; rounding is what is left of the half-hours counted.

    Parameters
    ----------
    given : Fraction
        Hours of handovers given to others, which join those that are taken.
    """
    parts = amounts._replace(handover=amounts.handover + given)._asdict()
    tenths = {name: round(hours * 10) for name, hours in parts.items()}
    tenths["rounding"] = 5 * half_hours - sum(tenths.values())
    return MadeOf(**{name: Decimal(amount) / 10 for name, amount in tenths.items()})
