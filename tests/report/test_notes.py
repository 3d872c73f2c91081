"""Notes beside a plan: thinner casework, leave that needs a choice, siblings held apart."""

import pytest

from tests.engine.solving import solved
from tests.make import child, day, decision, leave, practitioner, scenario


def test_thinner_casework_is_said_with_the_hours_at_standard() -> None:
    """Eight tenths since 20 February: 8 h instead of 8.5 h."""
    team = scenario(
        [child("C1", holder="P1")],
        [practitioner("P1")],
        limits={"service_intensity": "0.8", "calibrated": day(-10)},
    )
    assert solved(team).notes == (
        "Casework is counted at 80 % of standard hours, set on 20 February 2026. "
        "The families held now need 8 h a cycle so, and 8.5 h at standard hours.",
    )


@pytest.mark.parametrize(
    ("until", "choice", "noted"),
    [
        (40, None, False),
        (41, None, False),
        (42, None, True),
        (None, None, True),
        (42, "cover", False),
    ],
)
def test_long_leave_needs_a_choice(until: int | None, choice: str | None, noted: bool) -> None:
    """Forty-one, forty-two and forty-three days; open-ended; and the choice made."""
    team = scenario(
        [child("C1", holder="P1")],
        [practitioner("P1"), practitioner("P2")],
        leave=[leave("P1", 0, until, choice=choice)],
    )
    sentence = "P1 is away for more than 42 days: choose cover or re-allocation."
    assert solved(team).notes == ((sentence,) if noted else ())


def test_siblings_held_apart_may_be_rejoined_unless_that_was_decided() -> None:
    """P1 and P2 hold one each; with a split decided, nothing is said."""
    team = scenario(
        [child("C1", family="F", holder="P1"), child("C2", family="F", holder="P2")],
        [practitioner("P1"), practitioner("P2")],
    )
    assert solved(team).notes == (
        "Siblings of F are held apart now, by P1 and P2. "
        "To rejoin them, pin each to one practitioner.",
    )
    apart = team.model_copy(update={"decisions": (decision("split", "C1"),)})
    assert solved(apart).notes == ()
