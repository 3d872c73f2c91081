"""The second source for what is asked of a plan: `docs/questions.md` sections 2 to 4.

Every arrangement of a tiny team is tried. A question narrows down which arrangements may be chosen
and changes nothing else: the order of stages, and the ceiling of stage 1 where children may be
de-allocated, stay those of the team.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple, cast

from planner.data.policy import Policy
from planner.data.scenario import Child, Scenario
from planner.data.vocabulary import Tier
from tests.oracle import BANDS, GIVING, LATER, Arrangement, Team

CEILING = "1 over the ceiling"
"""By how much stage 1 goes over its ceiling: never in the plan in hand, only in forced plans."""
WITH_POINTS = (*BANDS, "3a", "3b")
WIDEST, STEPS = 4000, (250, 10, 0.5)
"""How far up and down from zero a trial varies points, and in which ever smaller steps."""

Verdict = tuple[str] | tuple[str, str] | tuple[str, str, int]
Plan = tuple[tuple[str, str], ...]


class Best(NamedTuple):
    """The best of some arrangements: every stage's value, and all that reach it."""

    stages: Mapping[str, int]
    plans: frozenset[Plan]


class Question:
    """A team with the order of stages that every question about it is answered by."""

    def __init__(self, scenario: Scenario, policy: Policy) -> None:
        self.team = Team(scenario, policy)
        self.allowed = scenario.limits.deallocations
        plans = [a for a in self.team.arrangements() if a.feasible]
        self.plans = [a for a in plans if a.within(self.allowed)]
        self.ceiling: int | None = None
        self.order = self._order([a for a in plans if a.within(0)])

    def _order(self, plain: list[Arrangement]) -> tuple[str, ...]:
        """Give the stages in order; ``plain`` are the plans that de-allocate nobody."""
        usual = (*GIVING, "1", *BANDS, *LATER)
        if not self.allowed or self.team.scenario.limits.deallocate_for_any:
            return usual
        least = min((a.giving(0) for a in plain), default=None)
        if least != min((a.giving(self.allowed) for a in self.plans), default=None):
            return (*GIVING, "1", *BANDS, "2d", *LATER)
        self.ceiling = min((a.stage("1", 0) for a in plain if a.giving(0) == least), default=0)
        return (*GIVING, CEILING, *BANDS, "2d", "1", *LATER)

    @property
    def policy_order(self) -> tuple[str, ...]:
        """Stages 0 to 3."""
        return self.order[: self.order.index("4a")]

    def value(self, plan: Arrangement, stage: str) -> int:
        """Give one stage's value."""
        if stage == CEILING:
            return max(0, plan.stage("1", self.allowed) - (self.ceiling or 0))
        return plan.stage(stage, self.allowed)

    def values(self, plan: Arrangement, order: Iterable[str]) -> dict[str, int]:
        """Give the values of some stages."""
        return {stage: self.value(plan, stage) for stage in order}

    def best(self, plans: list[Arrangement], order: Iterable[str]) -> list[Arrangement]:
        """Keep the best, stage by stage."""
        for stage in order:
            least = min((self.value(a, stage) for a in plans), default=0)
            plans = [a for a in plans if self.value(a, stage) == least]
        return plans

    def allocating(self, unit: str) -> list[Arrangement]:
        """Give the plans in which somebody holds the unit."""
        return [a for a in self.plans if a.holders[unit]]

    def awaiting(self, unit: str) -> list[Arrangement]:
        """Give the plans in which the unit awaits allocation."""
        return [a for a in self.plans if not a.holders[unit]]

    # Points

    def stage_of(self, child: Child) -> str:
        """Name the stage in which the child's points count first."""
        score = self.team.scores[child.child]
        if score.band:
            return f"2{score.band.value}"
        return "3a" if score.tier is Tier.NEXT else "3b"

    def own(self, unit: str, child: str) -> list[Child]:
        """Give the child asked for, or the children of the unit's highest stage."""
        (found,) = (u for u in self.team.units if u.id == unit)
        if child:
            return [c for c in found.children if c.child == child]
        highest = min(self.stage_of(c) for c in found.children)
        return [c for c in found.children if self.stage_of(c) == highest]

    def points(self, children: list[Child]) -> int:
        """Sum up the children's points."""
        return sum(self.team.scores[c.child].points for c in children)

    def give_points(self, children: list[Child], points: float) -> None:
        """Let these children have so many points between them, and the others their own."""
        scores = dict(self.team.measure.scores)
        for number, child in enumerate(children):
            given = cast("int", 0 if number else points)
            scores[child.child] = scores[child.child]._replace(points=given)
        self.team.scores = scores
        for plan in self.plans:
            for stage in WITH_POINTS:
                plan._values.pop(stage, None)


# Section 2


def counterfactual(question: Question, unit: str) -> Best | None:
    """Give the best plan in which the unit is allocated, if there is one."""
    return _reached(question, question.allocating(unit))


def waiting_best(question: Question, unit: str) -> Best | None:
    """Give the best plan in which the unit awaits, if there is one."""
    return _reached(question, question.awaiting(unit))


def elsewhere(question: Question, unit: str, holder: str) -> Best | None:
    """Give the best plan in which the unit is not with this holder: another's, or awaiting."""
    return _reached(question, [a for a in question.plans if a.holders[unit] != holder])


def _reached(question: Question, plans: list[Arrangement]) -> Best | None:
    best = question.best(plans, question.order)
    if not best:
        return None
    plans_of = frozenset(tuple(sorted(a.holders.items())) for a in best)
    return Best(best[0].stages(question.allowed), plans_of)


# Section 3


def tipping(question: Question, unit: str, child: str = "") -> Verdict:
    """Say what number of points would decide, from the best plan with the unit and without it."""
    order, own = question.policy_order, question.own(unit, child)
    held = question.best(question.allocating(unit), order)
    left = question.best(question.awaiting(unit), order)
    if not held:
        return ("none", "")
    if not left:
        return ("any",)
    stage = question.stage_of(own[0])
    for before in order[: order.index(stage)]:
        difference = question.value(held[0], before) - question.value(left[0], before)
        if difference:
            name = "1" if before == CEILING else before
            return ("any",) if difference < 0 else ("none", name)
    without = question.value(left[0], stage) - question.points(own)
    return ("points", stage, question.value(held[0], stage) - without)


def tipping_by_trial(question: Question, unit: str, child: str = "") -> Verdict:
    """Give the unit more and more points, and look whether the best plans allocate it.

    Half points tell apart what happens at the number itself, which later stages decide. No stage is
    found where no points decide; what has no one number, never below and always above, is *odd*.
    """
    own = question.own(unit, child)
    seen: dict[float, str] = {}
    for low, high, step in _trials(seen):
        number = low
        while number <= high:
            if number not in seen:
                seen[number] = _allocated(question, own, unit, number)
            number += step
    question.give_points([], 0)
    none = [n for n in seen if seen[n] == "none"]
    every = [n for n in seen if seen[n] == "all"]
    if len(every) == len(seen):
        return ("any",)
    if len(none) == len(seen):
        return ("none",)
    numbers = range(floor(max(none)), ceil(min(every)) + 1)
    between = [n for n in numbers if max(none) <= n <= min(every)]
    stage = question.stage_of(own[0])
    return ("points", stage, between[0]) if len(between) == 1 else ("odd", stage)


def _trials(seen: Mapping[float, str]) -> Iterator[tuple[float, float, float]]:
    """Give from, to and step: everything at a coarse step, then wherever the answer turns."""
    yield -WIDEST, WIDEST, STEPS[0]
    for step in STEPS[1:]:
        known = sorted(seen)
        for low, high in pairwise(known):
            if high - low > step and (seen[low] != seen[high] or seen[low] == "some"):
                yield low, high, step


def _allocated(question: Question, own: list[Child], unit: str, points: float) -> str:
    """Say whether all, some or none of the best plans by policy stages allocate the unit."""
    question.give_points(own, points)
    best = question.best(question.plans, question.policy_order)
    placed = {bool(a.holders[unit]) for a in best}
    return "some" if len(placed) == 2 else "all" if placed == {True} else "none"


# Section 4


def as_good(question: Question, tolerance: int = 0) -> list[Arrangement]:
    """Give all plans as good by the policy stages, or within a tolerance of points."""
    order = question.policy_order
    best = question.best(question.plans, order)
    if not tolerance or not best:
        return best
    above = order[: order.index("3a")]
    most = {s: question.value(best[0], s) + tolerance for s in ("3a", "3b")}
    same = question.best(question.plans, above)
    return [a for a in same if all(question.value(a, s) <= n for s, n in most.items())]


def placements(question: Question, tolerance: int = 0) -> dict[str, frozenset[str]]:
    """Give for every unit who holds it in any plan as good; blank for awaiting."""
    found = as_good(question, tolerance)
    return {u.id: frozenset(a.holders[u.id] for a in found) for u in question.team.units}


def standing(placed: frozenset[str]) -> str:
    """Name what the placements that occur mean for the manager."""
    if placed == {""}:
        return "not possible"
    return "settled" if len(placed) == 1 else "your call"


def other_plans_distance(question: Question, holders: Mapping[str, str]) -> int:
    """Give the most units that any plan as good places differently."""
    found = as_good(question)
    return max(sum(a.holders[u] != holders[u] for u in a.holders) for a in found)
