"""Seeded draws keep their shares whatever they are correlated with."""

from datetime import date
from statistics import correlation

import pytest

from planner.synthetic.draw import among_highest, at, days_before, linked, ranked, spread, stream

WEIGHTS = {"high": 0.2, "middle": 0.5, "low": 0.3}


def test_streams_belong_to_seed_and_name() -> None:
    """The same seed and name draw the same; another name or seed draws something else."""
    first = stream(1, "family", "3").random()
    assert first == stream(1, "family", "3").random()
    assert first != stream(2, "family", "3").random()
    assert first != stream(1, "family", "4").random()


@pytest.mark.parametrize(
    ("position", "category"),
    [(0.0, "high"), (0.2, "high"), (0.21, "middle"), (0.7, "middle"), (0.71, "low"), (1.0, "low")],
)
def test_at_lays_weights_end_to_end(position: float, category: str) -> None:
    """Each category begins where the one before ends."""
    assert at(position, WEIGHTS) == category


def test_ranked_takes_the_first_category_at_the_highest_need() -> None:
    """The greatest need gets the category listed first, the least the one listed last."""
    # One child in five has a need above 0.84, so 0.9 is among the highest fifth.
    assert ranked(0.9, WEIGHTS) == "high"
    assert ranked(0.8, WEIGHTS) == "middle"
    assert ranked(-3.0, WEIGHTS) == "low"


def test_among_highest_is_a_share_of_all() -> None:
    """Above 1.2816 lies one in ten of a standard normal distribution."""
    assert among_highest(1.29, 0.1)
    assert not among_highest(1.27, 0.1)
    assert not among_highest(9.0, 0.0)


def test_linked_draws_have_the_correlation_asked_for() -> None:
    """Twenty thousand pairs lie within 0.02 of it; the standard error is 0.005."""
    rng = stream(1, "linked")
    needs = [rng.gauss(0, 1) for _ in range(20_000)]
    assert correlation(needs, [linked(rng, need, 0.6) for need in needs]) == pytest.approx(
        0.6, abs=0.02
    )


def test_spread_draws_one_from_each_part() -> None:
    """Of four numbers one lies in each quarter, and their order is drawn."""
    drawn = spread(stream(1, "spread"), 4)
    assert sorted(int(number * 4) for number in drawn) == [0, 1, 2, 3]
    assert len({spread(stream(seed, "spread"), 4) for seed in range(5)}) == 5
    assert spread(stream(1, "spread"), 0) == ()


def test_days_before_counts_back() -> None:
    """Three days before Monday 2 March 2026 is Friday 27 February."""
    assert days_before(date(2026, 3, 2), 3.2) == date(2026, 2, 27)
