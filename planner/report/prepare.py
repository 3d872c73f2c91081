"""A scenario made ready: scored, measured, and built into a problem, once."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from planner.data.policy import Policy, Stage
from planner.data.problem import Problem
from planner.data.same import Same
from planner.data.scenario import Scenario
from planner.data.score import Priorities
from planner.principles import prioritise
from planner.terms import STAGE_0
from planner.workload import Facts, build, gather


@dataclass(frozen=True)
class Prepared:
    """A scenario with its policy, its children's scores and its problem."""

    scenario: Scenario
    policy: Policy
    priorities: Priorities
    problem: Problem

    @cached_property
    def facts(self) -> Facts:
        """The scenario indexed for the workload, once for everything that is said of it."""
        return gather(self.scenario, self.policy, self.priorities)


def prepare(scenario: Scenario, policy: Policy) -> Prepared:
    """Score and measure a scenario."""
    priorities = prioritise(scenario, policy)
    return Prepared(scenario, policy, priorities, build(scenario, policy, priorities))


def prepare_once(scenario: Scenario, policy: Policy) -> Prepared:
    """Give the same scenario, the very same object, made ready once; the last few are kept."""
    return _prepared(Same(scenario, policy))


@lru_cache(maxsize=8)
def _prepared(key: Same) -> Prepared:
    scenario, policy = key.parts
    assert isinstance(scenario, Scenario)
    assert isinstance(policy, Policy)
    return prepare(scenario, policy)


def stages_of(policy: Policy, problem: Problem) -> tuple[Stage, ...]:
    """List the stages of a problem in order, stage 0 first.

    Where de-allocations are allowed for mandatory and high-risk children only,
    the steps made for that join, and ceilings are no longer minimised.
    """
    return (*STAGE_0, *(stage for stage in policy.stages if not _left_out(stage, problem)))


def _left_out(stage: Stage, problem: Problem) -> bool:
    if problem.guarded:
        return stage.ceiling_with_deallocations
    return stage.only_with_deallocations


def ceilings_of(policy: Policy) -> tuple[Stage, ...]:
    """List the stages whose value without de-allocations is a ceiling with them."""
    return tuple(stage for stage in policy.stages if stage.ceiling_with_deallocations)
