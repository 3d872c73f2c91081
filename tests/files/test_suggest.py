"""Suggestions: the nearest known name, and short lists of many."""

import pytest

from planner.files.suggest import listed, nearest


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("famly", "; did you mean family?"),
        ("FAMILY", "; did you mean family?"),
        ("weather", ""),
        ("x" * 100_000, ""),
    ],
)
def test_nearest(name: str, words: str) -> None:
    """A slip has a suggestion; something else has none."""
    assert nearest(name, ("family", "child")) == words


@pytest.mark.parametrize(
    ("count", "words"), [(2, "a0, a1"), (3, "a0, a1, a2"), (4, "a0, a1, a2, ...")]
)
def test_listed(count: int, words: str) -> None:
    """Up to three in full; of four the first three and three dots."""
    assert listed((f"a{number}" for number in range(count)), most=3) == words
