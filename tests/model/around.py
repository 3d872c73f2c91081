"""A search around a plan, made ready for the tests of neighbourhoods."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from random import Random

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.board import Cost, Key
from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model.blocks import blocks
from planner.model.clock import Clock
from planner.model.compact import Compact, read_choices
from planner.model.first import everything_missed, first_plan
from planner.model.lines import stage_value
from planner.model.missing import least_missed
from planner.model.neighbourhoods import Neighbourhoods
from planner.model.posted import post_all
from planner.policy import default_policy
from planner.report import prepare, stages_of
from planner.synthetic import generate

POLICY = default_policy()


@cache
def team(children: int, people: int, seed: int) -> Problem:
    """Make a generated team with limits at 110 per cent: families can be taken on."""
    more = Adjustment(kind=AdjustmentKind.LIMIT, amount=Decimal(110))
    return prepare(adjust(generate(children, people, seed), (more,)), POLICY).problem


def poor(given: Problem) -> Choices:
    """Give a plan in which nobody takes on anything, and everything that may be is missed."""
    plan = first_plan(given)
    assert plan is not None
    assert plan == everything_missed(given, plan.holders)
    return plan


@dataclass
class Around:
    """A search around a plan, and every better plan that it came to."""

    problem: Problem
    clock: Clock
    plans: list[Choices]
    compact: Compact
    stages: tuple[Stage, ...]
    objective: Cost
    answers: int = field(default=0)

    def values(self, plan: Choices) -> list[int]:
        """Give what a plan costs in the stages."""
        return [stage_value(self.problem, stage, plan) for stage in self.stages]

    def take(self, values: Mapping[Key, int]) -> Choices:
        """Take an answer where it is better than the best so far."""
        self.answers += 1
        plan = read_choices(self.problem, values)
        if self.values(plan) < self.values(self.plans[-1]):
            self.plans.append(plan)
        return self.plans[-1]

    def improve(self, seconds: float) -> None:
        """Search around the plan."""
        random = Random(self.clock.seed)
        search = Neighbourhoods(
            self.problem, self.compact, self.objective, self.clock, random=random
        )
        search.improve(self.plans[-1], seconds, self.take)


def around(given: Problem, start: Choices, clock: Clock, wanted: str = "1") -> Around:
    """Make ready to better a plan in the stages searched with one, those above held."""
    posted, costs = post_all(given)
    compact = Compact(given, posted)
    for block in blocks(given, compact, costs, stages_of(POLICY, given)):
        own = [compact.add_up([costs[term] for term in stage.terms]) for stage in block.stages]
        if wanted in (stage.id for stage in block.stages):
            objective = compact.add_up(own, block.weights)
            return Around(given, clock, [start], compact, block.stages, objective)
        for stage, cost in zip(block.stages, own, strict=True):
            compact.limit(cost, stage_value(given, stage, start))
    raise AssertionError(f"no stage {wanted}")


def in_hand(size: tuple[int, int, int], clock: Clock) -> Around:
    """Make ready to better who remains awaiting: children are left, so it never costs nothing."""
    given = team(*size)
    return around(given, least_missed(given, poor(given).holders), clock, "3a")
