"""The plan that most tests alter."""

import pytest

from planner.data.plan import Plan
from planner.engine import allocate
from planner.policy import default_policy
from tests.verify.altering import team


@pytest.fixture(scope="session")
def plan() -> Plan:
    """Give the plan of a team in which something of everything happens."""
    return allocate(team(), default_policy(), offers=False)
