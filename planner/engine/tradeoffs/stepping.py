"""The steps of one varied amount: the least with which each level can be reached."""

from collections.abc import Iterator

from planner.engine.tradeoffs.point import Point, gradual, same
from planner.engine.tradeoffs.varied import Varied

# Over longer stretches the middle is tried first, so that what is near comes first.
_SHORT = 16


def steps(varied: Varied, low: Point, high: Point, probe: bool = True) -> Iterator[Point]:
    """Yield the least amount of each level over one known point and up to another, upwards.

    Each step is exact: the values one below it were solved, and are worse. Where
    two points differ in half-hours alone, and so does the middle, the upper one
    is yielded for the whole stretch.
    """
    if varied.cut or same(high, low):
        return
    high = varied.lowered(high, low.amount)
    width = high.amount - low.amount
    if width == 1:
        yield high
        return
    near = width <= _SHORT and probe and not gradual(high, low)
    middle = varied.at(high.amount - 1 if near else low.amount + width // 2, low, high)
    if varied.cut:
        return
    if gradual(high, low) and gradual(middle, low) and gradual(high, middle):
        yield high
        return
    yield from steps(varied, low, middle, probe=not (near and same(middle, high)))
    yield from steps(varied, middle, high)


def joined(points: list[Point], point: Point) -> list[Point]:
    """Put a step behind others; one that goes on with a gradual step takes its place."""
    goes_on = len(points) > 1 and gradual(point, points[-1]) and gradual(points[-1], points[-2])
    return [*(points[:-1] if goes_on else points), point]
