"""The plan that an answer reads: the one in hand, checked anew, or the best one."""

import threading

from planner.data.plan import Plan, Status
from planner.data.policy import Policy
from planner.data.scenario import Scenario
from planner.engine.allocate import allocate
from planner.errors import UsageFault
from planner.verify import verify_plan


def plan_in_hand(
    scenario: Scenario,
    policy: Policy,
    plan: Plan | None,
    *,
    time_limit: float,
    stop: threading.Event | None = None,
) -> Plan:
    """Give the plan in hand once it is verified, or else the best plan of the team.

    Raises
    ------
    UsageFault
        Where the plan in hand is no plan, is of another team or policy, or does not verify.
    """
    if plan is None:
        return allocate(scenario, policy, time_limit=time_limit, stop=stop, offers=False)
    if not plan.found:
        raise UsageFault("No plan was found there, so there is nothing to read.")
    found = verify_plan(plan, scenario, policy)
    if found:
        raise UsageFault(found[0])
    return plan


def surely(plan: Plan) -> bool:
    """Whether what a plan says is sure: proven down to travel, or the team as it stands."""
    if plan.status is Status.AS_IT_STANDS:
        return True
    above = [line for line in plan.ledger if not line.id.startswith("5")]
    return bool(above) and all(line.proven for line in above)
