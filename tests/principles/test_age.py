"""Age in completed years."""

from datetime import date

import pytest

from planner.principles import age_in_years
from tests.make import child


@pytest.mark.parametrize(
    ("born", "as_at", "years"),
    [
        # Two on the birthday itself, one on the day before.
        (date(2024, 3, 3), date(2026, 3, 2), 1),
        (date(2024, 3, 2), date(2026, 3, 2), 2),
        (date(2024, 3, 1), date(2026, 3, 2), 2),
        # Born on a leap day: one year older on 1 March.
        (date(2024, 2, 29), date(2026, 2, 28), 1),
        (date(2024, 2, 29), date(2026, 3, 1), 2),
        (date(2024, 2, 29), date(2028, 2, 29), 4),
        # Not yet born.
        (date(2026, 5, 1), date(2026, 3, 2), 0),
    ],
)
def test_from_the_birth_date(born: date, as_at: date, years: int) -> None:
    """Age counts completed years on the day, and never below nought."""
    assert age_in_years(child("c", birth_date=born, age=9), as_at) == years


def test_from_whole_years() -> None:
    """Without a birth date the recorded age stands; without either nothing is known."""
    assert age_in_years(child("c", age=7), date(2026, 3, 2)) == 7
    assert age_in_years(child("c", age=None), date(2026, 3, 2)) is None
