"""A certificate: the prices from which anyone can recompute how good a stage can be."""

from collections.abc import Mapping

from planner.data.record import Record


class Certificate(Record):
    """Prices for one stage, and the bound that follows from them.

    See ``docs/model.md``, section 8. ``scale`` units of price are one unit of
    the stage's cost.

    Attributes
    ----------
    bound : int
        What the stage costs at least, in any plan that keeps every stage above
        at its value: whole, rounded up, at least 0.
    rows : mapping of int to int
        The price of a row, by its position among those that rules and terms post.
    units : mapping of str to int
        The price of having at most one practitioner hold a unit.
    stages : mapping of str to int
        The price of a stage above, by its id.
    """

    stage: str
    scale: int = 1000
    bound: int
    rows: Mapping[int, int] = {}
    units: Mapping[str, int] = {}
    stages: Mapping[str, int] = {}
