"""Plans made earlier, with their scenarios: what a changed one is compared with."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from planner.data.digest import digest
from planner.data.plan import Plan, Status
from planner.data.policy import Policy
from planner.data.scenario import Scenario
from planner.model import Before, loosened, still_best
from planner.report.prepare import Prepared, prepare_once, stages_of

_SOLVED = frozenset({Status.BEST_POSSIBLE, Status.NOT_PROVEN, Status.INTERRUPTED})


@dataclass(frozen=True)
class Earlier:
    """A verified plan, the scenario and the policy it was made for.

    Where a scenario differs from this one only in limits, what was proven of the plan
    speaks of it, too; elsewhere nothing is made of it.
    """

    scenario: Scenario
    policy: Policy
    plan: Plan

    @cached_property
    def before(self) -> Before | None:
        """What was solved, read anew; ``None`` where the plan is of another scenario or policy."""
        plan = self.plan
        if (
            plan.status not in _SOLVED
            or not plan.ledger
            or plan.policy_digest != self.policy.digest
        ):
            return None
        if plan.scenario_digest != digest(self.scenario):
            return None
        problem = prepare_once(self.scenario, self.policy).problem
        return Before(problem, plan.choices, plan.ledger)


def before_of(earlier: Sequence[Earlier], prepared: Prepared) -> Before | None:
    """Choose what to compare with: what says something, and of how few limits are looser now."""
    stages, problem = stages_of(prepared.policy, prepared.problem), prepared.problem
    known = [one.before for one in earlier if one.policy.digest == prepared.policy.digest]
    speaking = [b for b in known if b is not None and still_best(b, problem, stages)]
    return min(speaking, key=lambda before: len(loosened(before, problem)), default=None)
