"""One unit's hours in whole parts of an hour: exact sums at the price of integers.

Every amount is a fraction; counted in parts of their common denominator they add
up as whole numbers, and nothing is rounded before ``rounding`` does it once.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from planner.data.scenario import Child, Task
from planner.workload.casework import casework, task_hours
from planner.workload.contact import Place, seen_hours
from planner.workload.facts import Facts
from planner.workload.rounding import exact, parts_up

# A minute one way is a thirtieth of an hour there and back.
_THERE_AND_BACK = 30


class Amounts(NamedTuple):
    """What a practitioner's hours for one unit are made of, in hours, before rounding."""

    casework: Fraction
    contact: Fraction
    travel: Fraction
    tasks: Fraction
    handover: Fraction


class Parts:
    """What one unit asks of whoever holds it, and of duty in that person's leave."""

    def __init__(
        self,
        facts: Facts,
        children: Sequence[Child],
        places: Sequence[Place],
        tasks: Sequence[Task],
        team: str,
    ) -> None:
        usual = casework(facts, children)
        handover = exact(facts.policy.hours.handover_taker)
        seen = [seen_hours(facts, place) for place in places]
        dated = [task_hours(facts, task) for task in tasks]
        known = (usual, handover, *seen, *dated)
        self._per_hour = lcm(_THERE_AND_BACK, *(amount.denominator for amount in known))
        self._per_minute = self._per_hour // _THERE_AND_BACK
        self._casework, self._handover = self._whole(usual), self._whole(handover)
        self._seen = [self._whole(amount) for amount in seen]
        self._tasks = [self._whole(amount) for amount in dated]
        self._trips = [place.trips for place in places]
        base = facts.base(team)
        self._from_base = [facts.travel(base, place.zone) for place in places]

    def _whole(self, hours: Fraction) -> int:
        return hours.numerator * (self._per_hour // hours.denominator)

    def demand(
        self, minutes: Sequence[int], away: Sequence[int], left: Sequence[bool], *, held: bool
    ) -> int:
        """Give the half-hours a practitioner needs for the unit.

        Parameters
        ----------
        minutes : Sequence[int]
            Minutes one way to each place.
        away : Sequence[int]
            Trips to each place that fall in the practitioner's leave.
        left : Sequence[bool]
            Whether each task falls in it.
        held : bool
            Whether the practitioner holds the unit now, so that nothing is handed over.
        """
        parts = self._casework if held else self._casework + self._handover
        for seen, trips, far, gone in zip(self._seen, self._trips, minutes, away, strict=True):
            parts += (trips - gone) * (seen + far * self._per_minute)
        parts += sum(task for task, gone in zip(self._tasks, left, strict=True) if not gone)
        return parts_up(parts, self._per_hour)

    def amounts(
        self, minutes: Sequence[int], away: Sequence[int], left: Sequence[bool], *, held: bool
    ) -> Amounts:
        """Give what ``demand`` adds up and rounds, each part by itself."""
        made = [trips - gone for trips, gone in zip(self._trips, away, strict=True)]
        contact = sum(n * seen for n, seen in zip(made, self._seen, strict=True))
        travel = sum(n * far for n, far in zip(made, minutes, strict=True)) * self._per_minute
        tasks = sum(task for task, gone in zip(self._tasks, left, strict=True) if not gone)
        parts = (self._casework, contact, travel, tasks, 0 if held else self._handover)
        return Amounts(*(Fraction(part, self._per_hour) for part in parts))

    def cover(self, away: Sequence[int], left: Sequence[bool]) -> int:
        """Give the half-hours of duty that fall in the practitioner's leave."""
        parts = sum(task for task, gone in zip(self._tasks, left, strict=True) if gone)
        for seen, far, gone in zip(self._seen, self._from_base, away, strict=True):
            parts += gone * (seen + far * self._per_minute)
        return parts_up(parts, self._per_hour)
