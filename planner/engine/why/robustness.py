"""Which allocations hang on points or hours that might as well be a little different."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Unpack

from planner.data.explanation import Tipping
from planner.data.policy import Policy
from planner.data.problem import Unit
from planner.data.robustness import Robustness, Steadiness
from planner.data.scenario import Scenario
from planner.engine.question import Asking, Question, ask_of_a_plan, proven
from planner.engine.solving import Result
from planner.engine.why.counterfactual import forced
from planner.engine.why.draws import drawn_hours, drawn_policy
from planner.engine.why.tipping import tipping
from planner.report import prepare

DRAWS = 200
SPREAD = 0.2
_SECONDS = 120.0

# Who is allocated is settled by then; load and ties place nobody.
_LAST_STAGE = "3c"


@dataclass
class _Tally:
    """How often each unit was allocated, over the draws that were solved."""

    drawn: int = 0
    unproven: int = 0
    allocated: Counter[str] = field(default_factory=Counter)

    def add(self, result: Result) -> None:
        """Count one draw; one without a plan says nothing."""
        choices = result.solved.choices
        if choices is None:
            self.unproven += 1
            return
        self.drawn += 1
        self.unproven += not proven(result, _LAST_STAGE)
        self.allocated.update(unit for unit, holder in choices.holders.items() if holder)

    def share(self, unit: str) -> float | None:
        """Give the share of draws in which a unit is allocated."""
        return self.allocated[unit] / self.drawn if self.drawn else None


def robustness(
    scenario: Scenario,
    policy: Policy,
    *,
    draws: int = DRAWS,
    spread: float = SPREAD,
    flips: bool = True,
    **asking: Unpack[Asking],
) -> Robustness:
    """Draw points, and hours, many times, and count how often each family is allocated.

    Parameters
    ----------
    draws : int
        How many of points, and as many of hours; the same seed gives the same draws.
    spread : float
        Each amount is multiplied by a factor from 1 - spread to 1 + spread.
    flips : bool
        Whether to find the smallest change of its own points that flips each
        family that awaits.
    **asking : Asking
        The plan in hand, the time there is (120 s unless told otherwise), and so on.
    """
    asking.setdefault("time_limit", _SECONDS)
    question = ask_of_a_plan(scenario, policy, **asking)
    tips = dict(_flips(question)) if flips else {}
    points, hours = _drawn(question, draws, spread)
    unproven = points.unproven + hours.unproven
    best = proven(question.result, _LAST_STAGE)
    return Robustness(
        scenario=scenario.name,
        seed=question.clock.seed,
        spread=spread,
        points_drawn=points.drawn,
        hours_drawn=hours.drawn,
        asked=draws,
        unproven=unproven,
        units=tuple(
            _steadiness(question, unit, points, hours, tips.get(unit.id))
            for unit in question.problem.units
        ),
        proven=best and not unproven and points.drawn == hours.drawn == draws,
        seconds=round(question.clock.spent, 3),
    )


def _drawn(question: Question, draws: int, spread: float) -> tuple[_Tally, _Tally]:
    """Solve as many draws of points and of hours as there is time for."""
    points, hours = _Tally(), _Tally()
    for number in range(draws):
        if question.clock.left <= 0:
            break
        question.told(number, draws, "draws of points and of hours")
        random = Random(f"{question.clock.seed} {number}")
        points.add(_with_points(question, random, spread))
        hours.add(_with_hours(question, random, spread))
    return points, hours


def _flips(question: Question) -> Iterator[tuple[str, Tipping]]:
    """Yield the tipping point of every unit that awaits: of its child with the most points."""
    scores = question.prepared.priorities.scores
    for unit in question.problem.units:
        if not question.choices.holders[unit.id] and question.clock.left > 0:
            own = [scores[child] for child in unit.children if scores[child].tier is unit.tier]
            score = max(own, key=lambda score: (score.points, score.child))
            yield unit.id, tipping(question, unit, score, forced(question, unit))


def _with_points(question: Question, random: Random, spread: float) -> Result:
    policy = drawn_policy(question.prepared.policy, random, spread)
    changed = prepare(question.prepared.scenario, policy)
    return question.other(question.setting_aside(changed), until=_LAST_STAGE)


def _with_hours(question: Question, random: Random, spread: float) -> Result:
    return question.again(drawn_hours(question.problem, random, spread), until=_LAST_STAGE)


def _steadiness(
    question: Question, unit: Unit, points: _Tally, hours: _Tally, tips: Tipping | None
) -> Steadiness:
    holder = question.choices.holders[unit.id]
    shares = points.share(unit.id), hours.share(unit.id)
    return Steadiness(
        unit=unit.id,
        children=unit.children,
        tier=unit.tier,
        holder=holder,
        by_points=shares[0],
        by_hours=shares[1],
        stable=all(share in (None, float(bool(holder))) for share in shares),
        tipping=tips,
    )
