"""Large families passed over, and each phase, so that neither is hidden."""

import pytest

from planner.data.plan import PassedOver
from planner.data.scenario import Child
from planner.data.vocabulary import Tier
from tests.engine.solving import high, solved
from tests.make import child, practitioner, scenario


def siblings(count: int, **facts: object) -> list[Child]:
    """Make a family A of some children."""
    return [child(f"A{n}", family="A", **facts) for n in range(count)]


def test_a_large_family_passed_over_is_shown_with_the_one_taken_instead() -> None:
    """Twelve hours: B of 11.5 h is taken, the four siblings of A need 19.5 h."""
    team = scenario([*siblings(4), child("B")], [practitioner("P1", limit_hours=12)])
    assert solved(team).passed_over == (
        PassedOver(
            unit="A",
            tier=Tier.REMAINING,
            children=("A0", "A1", "A2", "A3"),
            half_hours=39,
            taken_instead="B",
            taken_half_hours=23,
        ),
    )


@pytest.mark.parametrize("holder", ["", "P1"])
def test_it_is_size_that_decided(holder: str) -> None:
    """Not where a higher child was taken on, nor where the smaller one was held all along."""
    other = child("B", holder=holder) if holder else high("B")
    team = scenario([*siblings(4), other], [practitioner("P1", limit_hours=12)])
    assert solved(team).passed_over == ()


def test_phases_are_counted_with_their_hours() -> None:
    """One kept on an order (8.5 h), one family of four awaiting in investigation."""
    team = scenario(
        [child("C", holder="P1"), *siblings(4, phase="investigation", order="none")],
        [practitioner("P1", limit_hours=9)],
    )
    phases = {line.phase: line for line in solved(team).phases}
    assert set(phases) == {"protection order", "investigation"}
    kept, waits = phases["protection order"], phases["investigation"]
    assert (kept.allocated, kept.awaiting) == (1, 0)
    assert (waits.allocated, waits.awaiting) == (0, 4)
    assert (kept.mean_half_hours_allocated, kept.mean_half_hours_awaiting) == (17, None)
    assert waits.mean_half_hours_allocated is None
    assert waits.mean_half_hours_awaiting is not None
