"""Filling a plan at once: who awaits goes, highest priority first, where every limit has room.

No search, and nothing is moved: families that nobody holds are taken on one after the
other, each by somebody for whom it is within every limit. What that takes from a duty
pool may only cost something in stages below the one in which it saves something.
"""

from collections.abc import Mapping, Sequence

from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.data.problem import Carrier, Pair, Problem, Unit
from planner.model.first import meets_rules
from planner.model.lines import stage_value
from planner.model.missing import least_missed
from planner.model.slack import Slack
from planner.rules import ADDITIVE
from planner.rules.additive import taken_by
from planner.rules.eligible import may_hold
from planner.terms.coverage import STAGES, points_of

_LIMITS = {limit.id: limit for limit in ADDITIVE}


def filled(problem: Problem, stages: Sequence[Stage], plan: Choices) -> Choices:
    """Give a plan in which families that await are taken on; the same one where none can be.

    It costs less in the order of the stages than the plan it began from, and limits give
    way by as much as there: whoever is given a family is within every limit it counts for.
    """
    taken = _Filling(problem, stages, plan).decide()
    least = _values(problem, stages, plan) if taken else []
    while taken:
        choices = least_missed(problem, {**plan.holders, **dict(taken)})
        # Like any other plan it is held to the rules: one that is not known here may be broken.
        if _values(problem, stages, choices) < least and meets_rules(problem, choices):
            return choices
        # Where contacts are missed already, hours do not say what missing others instead costs.
        taken = taken[: len(taken) // 2]
    return plan


def _values(problem: Problem, stages: Sequence[Stage], choices: Choices) -> list[int]:
    return [stage_value(problem, stage, choices) for stage in stages]


class _Filling:
    """Who awaits, what is left of everybody's limits, and what the duty pools can bear."""

    def __init__(self, problem: Problem, stages: Sequence[Stage], plan: Choices) -> None:
        self._problem = problem
        self._borrowed = [problem.borrowed_points * ("borrowed" in s.terms) for s in stages]
        # Taking back or handing on who is held now is for a search to weigh.
        self._awaiting = [
            (_points(unit, stages), unit)
            for unit in problem.units
            if not (plan.holders[unit.id] or unit.holder or unit.left_out)
        ]
        taken = taken_by(problem, plan)
        self._room = {
            carrier.id: _room(problem, carrier, taken.get(carrier.id, ()), plan)
            for carrier in problem.carriers
        }
        self._slack = Slack(problem, stages, plan)

    def decide(self) -> list[tuple[str, str]]:
        """Go down the list once; give the families that are taken on, each with its holder."""
        taken = []
        for points, unit in sorted(self._awaiting, key=_priority):
            able = [c for c in self._problem.carriers if self._may_take(unit, points, c)]
            if able:
                chosen = min(able, key=lambda carrier: self._rank(unit, carrier))
                self._take(unit, chosen)
                taken.append((unit.id, chosen.id))
        return taken

    def _may_take(self, unit: Unit, points: Sequence[int], carrier: Carrier) -> bool:
        pair = self._problem.pairs[unit.id, carrier.id]
        if pair.lacks or not may_hold(self._problem, unit, carrier.id):
            return False
        if not _within(self._room[carrier.id], unit, pair):
            return False
        stage = self._first_saving(points, pair)
        return stage is not None and self._slack.bears(unit, carrier, stage)

    def _first_saving(self, points: Sequence[int], pair: Pair) -> int | None:
        """Give the first stage that taking a family on changes, where it costs less there."""
        for stage, (saved, borrowed) in enumerate(zip(points, self._borrowed, strict=True)):
            less = saved - pair.borrowed * borrowed
            if less:
                return stage if less > 0 else None
        return None

    def _rank(self, unit: Unit, carrier: Carrier) -> tuple[bool, int, int, str]:
        """Say with whom a family is best: first its own team, then what takes the fewest hours.

        Where that is the same, whose hours it fills best, so that others have room for more.
        """
        pair = self._problem.pairs[unit.id, carrier.id]
        hours = pair.demand_half_hours + pair.cover_half_hours
        return pair.borrowed, hours, self._room[carrier.id]["hours"], carrier.id

    def _take(self, unit: Unit, carrier: Carrier) -> None:
        room, pair = self._room[carrier.id], self._problem.pairs[unit.id, carrier.id]
        for limit in room:
            room[limit] -= _LIMITS[limit].amount(unit, pair)
        self._slack.take(unit, carrier)


def _points(unit: Unit, stages: Sequence[Stage]) -> list[int]:
    """Give what it costs in each stage that a family awaits."""
    return [
        sum(
            points_of(unit.points, name) for name, *_ in STAGES if f"awaiting_{name}" in stage.terms
        )
        for stage in stages
    ]


def _priority(row: tuple[Sequence[int], Unit]) -> tuple[list[int], str]:
    points, unit = row
    return [-amount for amount in points], unit.id


def _room(
    problem: Problem, carrier: Carrier, taken: Sequence[Unit], plan: Choices
) -> dict[str, int]:
    """Give what is left of every limit that is on; negative where somebody is over it."""
    return {
        limit.id: most - limit.total(problem, carrier, taken, plan)
        for limit in ADDITIVE
        if (most := limit.limit(carrier)) is not None
    }


def _within(room: Mapping[str, int], unit: Unit, pair: Pair) -> bool:
    """Whether a family fits every limit that it counts for; the others are not looked at."""
    return all(_LIMITS[limit].amount(unit, pair) <= max(0, left) for limit, left in room.items())
