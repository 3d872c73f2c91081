"""Robustness on the page: in how many draws each family is allocated, in plain numbers."""

from planner.data.robustness import Robustness, Steadiness
from planner.data.vocabulary import Tier
from planner.ui import robust


def unit(name: str, holder: str, points: float | None, hours: float | None) -> Steadiness:
    """Make a family and its shares; stable where they agree with the plan."""
    return Steadiness(
        unit=name,
        children=(f"{name}1", f"{name}2"),
        tier=Tier.HIGH,
        holder=holder,
        by_points=points,
        by_hours=hours,
        stable=all(share in (None, float(bool(holder))) for share in (points, hours)),
    )


def answered(*units: Steadiness, drawn: int = 20) -> Robustness:
    """Make an answer with so many draws of each kind."""
    return Robustness(
        scenario="made",
        seed=0,
        spread=0.2,
        points_drawn=drawn,
        hours_drawn=drawn,
        asked=20,
        unproven=0,
        units=units,
        proven=True,
        seconds=1,
    )


def test_families_on_which_little_decides_come_first() -> None:
    """Then who awaits in every draw, then who is allocated in every draw."""
    found = robust.groups(
        answered(unit("A", "P1", 1, 1), unit("B", "", 0, 0), unit("C", "P1", 0.85, 1))
    )
    assert {name: [row["Children"] for row in rows] for name, rows in found.items()} == {
        "Hangs on a little more or less": ["C1, C2"],
        "Awaits in every draw": ["B1, B2"],
        "Allocated in every draw": ["A1, A2"],
    }


def test_a_share_is_said_as_a_count_of_draws() -> None:
    """Seventeen of twenty, not 85 per cent; nothing is claimed that was not drawn."""
    groups = robust.groups(answered(unit("C", "", 0.85, None)))
    (row,) = groups["Hangs on a little more or less"]
    assert row == {
        "Children": "C1, C2",
        "Priority": "High risk",
        "In this plan": "awaiting allocation",
        "Allocated when points vary": "in 17 of 20 draws",
        "Allocated when hours vary": "not drawn",
    }
