"""Calibrate to today: the largest whole per cent at which what is held fits."""

from decimal import Decimal

import pytest

from planner.data.scenario import Scenario
from planner.engine import calibrate
from planner.policy import default_policy
from tests.make import AS_AT, child, day, practitioner, scenario

# A child of the builders: family preservation, 3.5 h a month x 28 / 30.44 = 3.2194 h of casework a
# cycle, two trips of 1.25 + 0.75 + 0.5 h = 5 h: 8.2194 h at standard hours, 7.2536 h at 70 %.


def team(fte: str, **leaving: object) -> Scenario:
    """One child held by P; 20 days x 7.6 h x 70 % = 106.4 h for full time."""
    return scenario([child("C", holder="P")], [practitioner("P", fte=Decimal(fte), **leaving)])


@pytest.mark.parametrize(
    ("fte", "expected"),
    [
        ("0.080", "1"),  # 8.512 h, rounded down to 8.5: 8.2194 rounds up to 8.5
        ("0.079", "0.93"),  # 8.4056 h, so 8.0: 5 + 3.2194 x 0.93 = 7.994; 0.94 gives 8.026
        ("0.060", "0.7"),  # 6.384 h: not even 70 % fits, and less is never counted
    ],
)
def test_the_largest_share_that_fits(fte: str, expected: str) -> None:
    """Half-hours up for what is held, down for what there is."""
    limits = calibrate(team(fte), default_policy()).limits
    assert limits.service_intensity == Decimal(expected)
    assert limits.calibrated == AS_AT


def test_departures_are_undone_first() -> None:
    """A vacancy makes nobody's casework thinner."""
    policy = default_policy()
    gone = team("0.079", end=day(-10))
    assert calibrate(gone, policy).limits == calibrate(team("0.079"), policy).limits
