"""How near to the best each policy stage is: certified, searched, or at nothing already."""

import pytest

from planner.data.certificate import Certificate
from planner.data.plan import Plan, StageValue
from planner.engine import allocate
from planner.policy import default_policy
from planner.verify import Assurance, assurances
from tests.make import child, practitioner, scenario


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Give a plan whose ledger the tests replace."""
    made = allocate(scenario([child("A")], [practitioner("P")]), default_policy(), offers=False)
    lines = (
        StageValue(id="1", title="", value=0, bound=0, proven=True),
        StageValue(id="2a", title="", value=241, bound=241, proven=True),
        StageValue(id="3a", title="", value=300, bound=290),
        StageValue(id="4a", title="", value=9, bound=9, policy=False),
    )
    prices = (Certificate(stage="2a", bound=238), Certificate(stage="4a", bound=9))
    return made.model_copy(update={"ledger": lines, "certificates": prices})


def test_policy_stages_alone_in_the_order_of_the_ledger(plan: Plan) -> None:
    """A stage at nothing needs no prices; 3a has none; 4a is no policy stage."""
    assert assurances(plan) == (
        Assurance("1", value=0, certified=0, bound=0, proven=True),
        Assurance("2a", value=241, certified=238, bound=241, proven=True),
        Assurance("3a", value=300, certified=None, bound=290, proven=False),
    )


def test_by_how_much_a_stage_may_still_be_better(plan: Plan) -> None:
    """By the prices, and by search."""
    found = [(stage.within, stage.searched_within) for stage in assurances(plan)]
    assert found == [(0, 0), (3, 0), (None, 10)]


def test_where_nothing_was_searched_for_nothing_is_said() -> None:
    """The team as it stands has no bounds."""
    stage = Assurance("1", value=5, certified=None, bound=None, proven=False)
    assert (stage.within, stage.searched_within) == (None, None)
