"""Parameters of which some are tried with the slow tests, and the rest before a release."""

from collections.abc import Iterable, Iterator

import pytest


def many(slow: Iterable[object], long: Iterable[object]) -> list[object]:
    """Mark parameters as slow, and as long; pytest knows what to do with them."""
    return [*_marked(slow, pytest.mark.slow), *_marked(long, pytest.mark.long)]


def _marked(values: Iterable[object], mark: pytest.MarkDecorator) -> Iterator[object]:
    return (pytest.param(value, marks=mark) for value in values)
