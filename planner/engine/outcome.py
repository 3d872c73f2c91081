"""What a run came to, as one word; the command line turns it into an exit code."""

from planner.data.plan import Outcome, Plan, Status

_BY_STATUS = {
    Status.BEST_POSSIBLE: Outcome.PROVEN,
    Status.AS_IT_STANDS: Outcome.PROVEN,
    Status.NOT_PROVEN: Outcome.NOT_PROVEN,
    Status.NOT_COMPLIANT: Outcome.NOT_COMPLIANT,
    Status.NO_PLAN_IN_TIME: Outcome.NO_PLAN,
    Status.INTERRUPTED: Outcome.NOT_PROVEN,
}


def outcome(plan: Plan) -> Outcome:
    """Give what a plan's run came to; interrupted before any plan is an end of its own."""
    if plan.status is Status.INTERRUPTED and not plan.found:
        return Outcome.INTERRUPTED
    return _BY_STATUS[plan.status]
