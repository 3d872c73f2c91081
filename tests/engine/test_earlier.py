"""A plan made earlier: its proof is used where only limits have changed, and nowhere else."""

from decimal import Decimal

import pytest

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment
from planner.data.plan import Plan, Status
from planner.data.scenario import Scenario
from planner.engine import Earlier, allocate
from tests.engine.solving import POLICY
from tests.make import child, practitioner, scenario
from tests.make_random import random_scenario
from tests.marks import many

TEAM = scenario(
    [child("C1", family="F"), child("C2", family="G"), child("C3", holder="P2")],
    [practitioner("P1", limit_hours=15), practitioner("P2", limit_hours=10)],
)


def with_hours(team: Scenario, practitioner_id: str, hours: Decimal) -> Scenario:
    """Give the team with another limit for one practitioner."""
    made = {"kind": "hours", "practitioner": practitioner_id, "amount": hours}
    return adjust(team, [Adjustment.model_validate(made)])


def said(plan: Plan) -> object:
    """Give everything of a plan but how it was come by, and what is behind its figures."""
    return plan.model_copy(
        update={"provenance": None, "banners": (), "headline": (), "certificates": ()}
    )


@pytest.mark.parametrize("hours", ["0", "7.5", "12", "15", "20", "40"])
def test_the_plan_is_the_one_that_a_new_search_gives(hours: str) -> None:
    """Whichever way the limit is moved, and whatever the plan made earlier says."""
    earlier = Earlier(TEAM, POLICY, allocate(TEAM, POLICY, offers=False))
    changed = with_hours(TEAM, "P1", Decimal(hours))
    found = allocate(changed, POLICY, offers=False, earlier=(earlier,))
    assert said(found) == said(allocate(changed, POLICY, offers=False))


def compare(seed: int) -> None:
    """Change each practitioner's limit in a random team, and compare with a search from nothing."""
    team = random_scenario(seed)
    earlier = Earlier(team, POLICY, allocate(team, POLICY, offers=False))
    for person in team.practitioners:
        for hours in ("2", "9", "31"):
            changed = with_hours(team, person.practitioner, Decimal(hours))
            found = allocate(changed, POLICY, offers=False, earlier=(earlier,))
            expected = allocate(changed, POLICY, offers=False)
            assert found.status == expected.status
            values = [[(li.id, li.value, li.proven) for li in p.ledger] for p in (found, expected)]
            assert values[0] == values[1]


@pytest.mark.parametrize("seed", range(6))
def test_no_value_depends_on_it(seed: int) -> None:
    """In six random teams every stage costs the same, and is as proven."""
    compare(seed)


@pytest.mark.parametrize("seed", many(range(6, 12), range(12, 72)))
def test_no_value_depends_on_it_in_many_teams(seed: int) -> None:
    """The same in sixty-six more."""
    compare(seed)


def test_what_is_of_another_team_or_policy_says_nothing() -> None:
    """A plan speaks of the scenario and the policy whose digests it carries."""
    plan = allocate(TEAM, POLICY, offers=False)
    other = with_hours(TEAM, "P1", Decimal(12))
    stricter = POLICY.model_copy(update={"digest": "another"})
    assert Earlier(TEAM, POLICY, plan).before is not None
    assert Earlier(other, POLICY, plan).before is None
    assert Earlier(TEAM, stricter, plan).before is None
    no_plan = plan.model_copy(update={"status": Status.NO_PLAN_IN_TIME})
    assert Earlier(TEAM, POLICY, no_plan).before is None


def test_a_plan_that_was_not_proven_proves_nothing() -> None:
    """Its values are a plan to start from, and no more."""
    plan = allocate(TEAM, POLICY, offers=False)
    lines = tuple(line.model_copy(update={"proven": False, "bound": 0}) for line in plan.ledger)
    guessed = plan.model_copy(update={"ledger": lines})
    changed = with_hours(TEAM, "P1", Decimal(14))
    found = allocate(changed, POLICY, offers=False, earlier=(Earlier(TEAM, POLICY, guessed),))
    assert said(found) == said(allocate(changed, POLICY, offers=False))
