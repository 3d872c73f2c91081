"""An audit: groups that add up, decisions set aside, small groups marked."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pytest

from planner.data.audit import Audit, AuditGroup, GroupFigures
from planner.data.lookups import grouped
from planner.data.plan import Plan
from planner.data.scenario import Scenario
from planner.engine import audit, evaluate
from planner.engine.review.audit import audit_of, undecided
from planner.errors import UsageFault
from planner.report import prepare
from tests.engine.solving import POLICY, high, solved
from tests.make import child, decision, practitioner, scenario
from tests.make_random import random_scenario

CHARACTERISTICS = [
    "Aboriginal or Torres Strait Islander",
    "Age in years",
    "Disability",
    "Other language, interpreter",
    "Zone",
    "Phase",
]
COUNTED = [name for name in GroupFigures.model_fields if name != "awaiting_percent"]


def sides(group: AuditGroup) -> tuple[GroupFigures, GroupFigures, GroupFigures]:
    """Give the three columns of a group."""
    return group.now, group.without_decisions, group.with_decisions


@pytest.mark.parametrize(
    "seed", [n if n < 12 else pytest.param(n, marks=pytest.mark.long) for n in range(120)]
)
def test_groups_add_up_on_any_team(seed: int) -> None:
    """In every characteristic each child is in one group, and every figure adds up."""
    team, rng = random_scenario(seed), Random(seed)
    problem = prepare(team, POLICY).problem
    people = ["", *(person.id for person in problem.carriers)]
    moved = {unit.id: rng.choice(people) for unit in problem.units}
    now, plan = evaluate(team, POLICY), evaluate(team, POLICY, moved)
    found = audit_of(team, POLICY, now, now, plan)
    groups = grouped(found.groups, lambda group: group.characteristic)
    if found.everyone.children:
        assert list(groups) == CHARACTERISTICS
    for members in groups.values():
        assert sum(group.children for group in members) == found.everyone.children
        for column, whole in enumerate(sides(found.everyone)):
            for name in COUNTED:
                parts = sum(getattr(sides(group)[column], name) for group in members)
                assert parts == getattr(whole, name)
    for group in (*found.groups, found.everyone):
        for side in sides(group):
            assert side.allocated + side.away + side.awaiting == group.children
            assert (side.awaiting_percent is None) == group.small
    assert found.everyone.children + found.left_out == len(team.children)
    assert found.everyone.with_decisions.contacts_missed == plan.counts.contacts_missed
    assert found.everyone.with_decisions.deallocated == plan.counts.deallocations


TEAM = scenario(
    [
        *(high(f"C{n}", aboriginal="yes", age=n) for n in range(4)),
        *(child(f"D{n}", aboriginal="no", disability="unknown", holder="P1") for n in range(6)),
        child("X", status="outside the pool"),
    ],
    [practitioner("P1", limit_hours=60), practitioner("P2", limit_hours=8)],
)


def of(found: Audit, characteristic: str, group: str) -> AuditGroup:
    """Give one group of an audit."""
    return next(
        row for row in found.groups if (row.characteristic, row.group) == (characteristic, group)
    )


def test_one_team_by_hand() -> None:
    """Four await of whom three are two and over; six are held; one is outside the pool."""
    now = evaluate(TEAM, POLICY)
    found = audit_of(TEAM, POLICY, now, now, now)
    yes, no = (of(found, CHARACTERISTICS[0], answer) for answer in ("yes", "no"))
    assert (yes.children, yes.small, yes.now.awaiting, yes.now.awaiting_percent) == (
        4,
        True,
        4,
        None,
    )
    assert (no.children, no.small, no.now.allocated, no.now.awaiting_percent) == (6, False, 6, 0)
    bands = [
        (row.group, row.children) for row in found.groups if row.characteristic == "Age in years"
    ]
    assert bands == [("0-1", 2), ("2-4", 2), ("5-9", 6)]
    unknown = of(found, "Disability", "not recorded")
    assert (unknown.children, unknown.known) == (6, False)
    assert not of(found, "Zone", "not recorded").known
    assert found.everyone.now.awaiting_percent == 40
    assert found.left_out == 1


@pytest.mark.parametrize(("size", "small"), [(4, True), (5, False), (6, False)])
def test_a_group_below_the_standard_is_small(size: int, small: bool) -> None:
    """The policy's number is the first that is not small."""
    team = scenario([child(f"C{n}") for n in range(size)], [practitioner("P1")])
    now = evaluate(team, POLICY)
    assert audit_of(team, POLICY, now, now, now).everyone.small is small


def test_an_age_that_nobody_knows_is_a_group_of_its_own() -> None:
    """No age is not an age of nought."""
    team = scenario([child("C1", age=None), child("C2", age=19)], [practitioner("P1")])
    now = evaluate(team, POLICY)
    found = audit_of(team, POLICY, now, now, now)
    assert of(found, "Age in years", "not recorded").children == 1
    assert of(found, "Age in years", "18 and over").children == 1


def test_decisions_on_children_are_set_aside_and_conflicts_are_not() -> None:
    """Pins, bars, splits, raised and lowered tiers go; a conflict of interest is a fact."""
    kinds = ("pin", "bar", "conflict", "split", "raise", "lower")
    team = TEAM.model_copy(
        update={
            "decisions": tuple(
                decision(kind, "D1", "P2" if kind in ("pin", "bar", "conflict") else "")
                for kind in kinds
            )
        }
    )
    assert [row.kind.value for row in undecided(team).decisions] == ["conflict"]


@dataclass(frozen=True)
class Asked:
    """A team in which a decision moves a child, with the plans before and after."""

    team: Scenario
    plan: Plan
    found: Audit


@pytest.fixture(scope="module")
def asked() -> Asked:
    """Room for one family: the manager pins the remaining child, the high-risk one waits."""
    team = scenario(
        [high("C1", aboriginal="yes"), child("C2", aboriginal="no")],
        [practitioner("P1", limit_hours=14)],
        decisions=(decision("pin", "C2", "P1"),),
    )
    plan = solved(team)
    return Asked(team, plan, audit(team, POLICY, plan=plan))


def test_before_and_after_the_managers_decisions(asked: Asked) -> None:
    """Without the pin C1 is taken on, with it C2; nobody counts the pins."""
    yes, no = (of(asked.found, CHARACTERISTICS[0], answer) for answer in ("yes", "no"))
    assert [side.awaiting for side in sides(yes)] == [1, 0, 1]
    assert [side.awaiting for side in sides(no)] == [1, 1, 0]
    assert asked.found.proven
    assert "pin" not in asked.found.model_dump_json(exclude={"says"})


def test_the_best_plan_is_read_where_none_is_given(asked: Asked) -> None:
    """The audit of a team alone is that of its best plan; every step is told."""
    steps: list[int] = []
    found = audit(asked.team, POLICY, on_step=lambda step: steps.append(step.done))
    assert found == asked.found
    assert steps == [1, 2, 3]


def test_without_decisions_two_columns_are_one_plan() -> None:
    """Nothing was decided: it is said, and the plan is not searched for twice."""
    found = audit(TEAM, POLICY)
    assert found.everyone.without_decisions == found.everyone.with_decisions
    assert len(found.notes) == 1


def test_a_column_that_is_not_the_best_plan_says_so(asked: Asked) -> None:
    """The team as it stands may be audited, and is called what it is."""
    found = audit(asked.team, POLICY, plan=evaluate(asked.team, POLICY))
    assert found.notes == ("With them: as it stands.",)


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda plan: plan.model_copy(update={"scenario_digest": "00"}),
        lambda plan: plan.model_copy(update={"policy_digest": "00"}),
        lambda plan: plan.model_copy(update={"children": plan.children[1:]}),
    ],
)
def test_another_plan_is_refused(asked: Asked, spoilt: Callable[[Plan], Plan]) -> None:
    """A plan of another team or policy, or an altered one, is not read."""
    with pytest.raises(UsageFault):
        audit(asked.team, POLICY, plan=spoilt(asked.plan))
