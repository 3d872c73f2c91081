"""A band of hours is filled with the most valued items."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.synthetic.fill import fill


@pytest.mark.parametrize(
    ("least", "most", "chosen"),
    [
        # Hours 4, 3, 2. In 5 to 5: 3 + 2, worth 3; in 6 to 7: 4 + 3 (worth 5) beats 4 + 2 (4).
        (5, 5, (1, 2)),
        (6, 7, (0, 1)),
        (6, 6, (0, 2)),
        # No sum is 8: the largest below is 7.
        (8, 8, (0, 1)),
        (0, 0, ()),
        (9, 99, (0, 1, 2)),
    ],
)
def test_fill_by_hand(least: int, most: int, chosen: tuple[int, ...]) -> None:
    """Each example is argued in the comment beside it."""
    assert fill((4, 3, 2), (3.0, 2.0, 1.0), least, most) == chosen


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 5)), max_size=7),
    st.integers(0, 20),
    st.integers(0, 6),
)
def test_fill_is_best_of_all_subsets(items: list[tuple[int, int]], least: int, width: int) -> None:
    """No other subset in the band is worth more; without one, none below is larger."""
    hours, values = [item[0] for item in items], [float(item[1]) for item in items]
    chosen = fill(hours, values, least, least + width)
    total = sum(hours[n] for n in chosen)
    subsets = [c for size in range(len(items) + 1) for c in combinations(range(len(items)), size)]
    sums = {subset: sum(hours[n] for n in subset) for subset in subsets}
    inside = [subset for subset, amount in sums.items() if least <= amount <= least + width]
    if inside:
        assert least <= total <= least + width
        best = max(sum(values[n] for n in subset) for subset in inside)
        assert sum(values[n] for n in chosen) == best
    else:
        assert total == max(amount for amount in sums.values() if amount <= least + width)
