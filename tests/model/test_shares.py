"""A limit of the whole, shared out: never more than there is, and by use where it binds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.shares import shared


@pytest.mark.parametrize(
    ("limit", "uses", "expected"),
    [
        (3, (1, 1), (2, 1)),
        (2, (2, 2), (1, 1)),
        (3, (4, 2), (2, 1)),
        (1, (1, 1), (1, 0)),
        (4, (5, 0, 5), (2, 0, 2)),
        (0, (3, 1), (0, 0)),
        (0, (0, 0), (0, 0)),
    ],
)
def test_a_limit_is_shared_by_use(
    limit: int, uses: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    """What is spare goes evenly; what is short is borne by those who use it."""
    assert shared(limit, uses) == expected


@given(st.integers(0, 60), st.lists(st.integers(0, 20), min_size=1, max_size=13))
def test_the_shares_are_the_limit(limit: int, uses: list[int]) -> None:
    """Nothing is lost or added; where there is enough nobody gets less than they use."""
    found = shared(limit, uses)
    assert sum(found) == limit
    assert min(found) >= 0
    if sum(uses) <= limit:
        assert all(share >= use for share, use in zip(found, uses, strict=True))
    else:
        assert all(share <= use for share, use in zip(found, uses, strict=True))
