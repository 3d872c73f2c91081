"""Rounding: demand up, capacity down, to half-hours."""

from fractions import Fraction

import pytest

from planner.workload.rounding import half_hours_down, half_hours_up, tie_weight


@pytest.mark.parametrize(
    ("hours", "up", "down"),
    [
        (Fraction(0), 0, 0),
        (Fraction(1, 1000), 1, 0),
        (Fraction(1, 2), 1, 1),
        (Fraction(501, 1000), 2, 1),
        (Fraction(999, 1000), 2, 1),
        (Fraction(7), 14, 14),
        (Fraction(-1), -2, 0),  # a capacity is never below nothing
    ],
)
def test_demand_goes_up_and_capacity_down(hours: Fraction, up: int, down: int) -> None:
    """A whole half-hour stays what it is."""
    assert half_hours_up(hours) == up
    assert half_hours_down(hours) == down


def test_weights_are_fixed_and_favour_nobody() -> None:
    """The same names weigh the same on every machine; weights spread over their range.

    Of a thousand, about half lie below the middle: 500, give or take 3 x 16.
    """
    assert tie_weight("pair", "A", "P") == tie_weight("pair", "A", "P")
    assert tie_weight("pair", "A", "P") != tie_weight("pair", "AP", "")
    weights = [tie_weight("pair", str(n)) for n in range(1000)]
    assert min(weights) >= 1
    assert max(weights) <= 2**20
    assert 452 < sum(weight <= 2**19 for weight in weights) < 548


def test_a_weight_is_the_one_it_was_before() -> None:
    """A plan of last year would be drawn the same way today.

    SHA-256 of the names, joined by the unit separator, begins with 84b37931; its last 20 bits
    are 37931 in hexadecimal, 227633, and weights begin at 1.
    """
    assert tie_weight("pair", "F1", "P01") == 227634
