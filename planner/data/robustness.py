"""How far a plan hangs on points and hours that might as well be a little different."""

from planner.data.explanation import Tipping
from planner.data.record import Record
from planner.data.vocabulary import Tier


class Steadiness(Record):
    """One unit over many draws: in what share of the best plans it is allocated.

    ``by_points`` and ``by_hours`` are shares from 0 to 1, ``None`` where nothing
    was drawn. ``stable`` where every draw agrees with the plan in hand.
    ``tipping`` is the smallest change of its own points that flips it, where
    that was asked for.
    """

    unit: str
    children: tuple[str, ...]
    tier: Tier
    holder: str
    by_points: float | None = None
    by_hours: float | None = None
    stable: bool
    tipping: Tipping | None = None


class Robustness(Record):
    """What many draws of points, and of hours, leave as it is.

    ``points_drawn`` and ``hours_drawn`` count the draws that were solved; of
    these ``unproven`` were not proven in their time. ``spread`` is the most by
    which each amount was multiplied or divided off, 0.2 for 20 per cent.
    """

    scenario: str
    seed: int
    spread: float
    points_drawn: int
    hours_drawn: int
    asked: int
    unproven: int
    units: tuple[Steadiness, ...]
    proven: bool
    seconds: float
