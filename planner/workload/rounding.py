"""The only place that rounds hours, and the fixed neutral weights of ties."""

from fractions import Fraction
from hashlib import sha256
from math import ceil, floor

# Twenty bits: large enough that two plans of equal weight are hardly ever met,
# small enough that sums over a thousand units stay far inside 64 bits.
_WEIGHT_BITS = 20


def half_hours_up(hours: Fraction) -> int:
    """Round a demand up to whole half-hours."""
    return ceil(hours * 2)


def half_hours_down(hours: Fraction) -> int:
    """Round a capacity, or what a missed item frees, down to whole half-hours."""
    return max(0, floor(hours * 2))


def tie_weight(*names: str) -> int:
    """Give a fixed weight from 1 to 2**20 that favours nobody: a hash of the names."""
    text = "\x1f".join(names)
    return int.from_bytes(sha256(text.encode()).digest()[:4], "big") % (1 << _WEIGHT_BITS) + 1
