"""The only place that rounds hours, and the fixed neutral weights of ties."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256

# Twenty bits: large enough that two plans of equal weight are hardly ever met,
# small enough that sums over a thousand units stay far inside 64 bits.
_WEIGHT_BITS = 20


@lru_cache(maxsize=4096)
def exact(hours: Decimal | int) -> Fraction:
    """Give hours as they are written, exactly; few amounts are written again and again."""
    return Fraction(hours)


def half_hours_up(hours: Fraction) -> int:
    """Round a demand up to whole half-hours."""
    return parts_up(hours.numerator, hours.denominator)


def parts_up(parts: int, per_hour: int) -> int:
    """Round a demand counted in whole parts of an hour up to whole half-hours."""
    return -(-2 * parts // per_hour)


def half_hours_down(hours: Fraction) -> int:
    """Round a capacity, or what a missed item frees, down to whole half-hours."""
    return max(0, 2 * hours.numerator // hours.denominator)


def tie_weight(*names: str) -> int:
    """Give a fixed weight from 1 to 2**20 that favours nobody: a hash of the names."""
    text = "\x1f".join(names)
    return int.from_bytes(sha256(text.encode()).digest()[:4], "big") % (1 << _WEIGHT_BITS) + 1
