"""What a run came to is one word for each status, none left out."""

import pytest

from planner.data.plan import Outcome, Status
from planner.engine import outcome
from tests.engine.solving import solved
from tests.make import child, practitioner, scenario

ENDS = {
    Status.BEST_POSSIBLE: Outcome.PROVEN,
    Status.NOT_PROVEN: Outcome.NOT_PROVEN,
    Status.AS_IT_STANDS: Outcome.PROVEN,
    Status.NOT_COMPLIANT: Outcome.NOT_COMPLIANT,
    Status.NO_PLAN_IN_TIME: Outcome.NO_PLAN,
    Status.INTERRUPTED: Outcome.NOT_PROVEN,
}


@pytest.mark.parametrize("status", Status)
def test_every_status_has_its_outcome(status: Status) -> None:
    """An interrupted run that hands over a plan ends like one that ran out of time."""
    plan = solved(scenario([child("C1")], [practitioner("P1")]))
    assert outcome(plan.model_copy(update={"status": status})) is ENDS[status]
