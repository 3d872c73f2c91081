"""A plan made earlier, with the scenario it was made for: what a changed one is compared with."""

from dataclasses import dataclass
from functools import cached_property

from planner.data.digest import digest
from planner.data.plan import Plan, Status
from planner.data.policy import Policy
from planner.data.scenario import Scenario
from planner.model import Before
from planner.report.prepare import prepare

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
        return Before(prepare(self.scenario, self.policy).problem, plan.choices, plan.ledger)
