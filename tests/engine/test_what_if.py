"""Three columns side by side: now, the baseline plan, and the plan after some changes."""

import threading

import pytest

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment
from planner.data.plan import Status
from planner.engine import allocate, evaluate, verify_plan, what_if
from planner.errors import DataFaults
from tests.engine.solving import POLICY
from tests.make import child, practitioner, scenario

TEAM = scenario(
    [child("C1", family="F"), child("C2", family="F"), child("C3", holder="P2")],
    [practitioner("P1", limit_hours=15), practitioner("P2", limit_hours=10)],
)


def change(**fields: object) -> Adjustment:
    """Make one what-if change."""
    return Adjustment.model_validate(fields)


@pytest.mark.parametrize(
    "made",
    [
        change(kind="split", child="C1", reason="they live apart"),
        change(kind="remove", practitioner="P2"),
        change(kind="add", practitioner="P9"),
        change(kind="bar", child="C3", practitioner="P2"),
        change(kind="hours", practitioner="P1", amount=0),
    ],
    ids=lambda made: str(made.kind),
)
def test_each_column_is_what_it_would_be_alone(made: Adjustment) -> None:
    """Whatever the change does to units and people, the plan before it does not colour it."""
    found = what_if(TEAM, POLICY, [made])
    changed = adjust(TEAM, [made])
    assert found.adjustments == (made,)
    assert found.now.status is Status.AS_IT_STANDS
    assert found.now.choices == evaluate(TEAM, POLICY).choices
    assert found.baseline.choices == allocate(TEAM, POLICY, offers=False).choices
    assert found.what_if.choices == allocate(changed, POLICY, offers=False).choices
    assert verify_plan(found.what_if, changed, POLICY) == ()


def test_without_changes_the_last_two_columns_agree() -> None:
    """What-if of nothing is the baseline plan."""
    found = what_if(TEAM, POLICY, [])
    assert found.what_if.choices == found.baseline.choices
    assert found.what_if.scenario_digest == found.baseline.scenario_digest


def test_the_limit_on_changes_stays_the_baselines() -> None:
    """Two of three gone: what may change practitioner is not lowered with them."""
    team = scenario(
        [child(f"C{n}", holder="P1") for n in range(40)], [practitioner("P1"), practitioner("P2")]
    )
    changed = adjust(team, [change(kind="remove", practitioner="P1")])
    assert changed.limits.baseline_families == 40


def test_a_change_that_names_nobody_is_refused_before_anything_is_solved() -> None:
    """In words, with the row of the change."""
    with pytest.raises(DataFaults, match="P77"):
        what_if(TEAM, POLICY, [change(kind="away", practitioner="P77")])


def test_a_stop_ends_both_plans() -> None:
    """Both are handed over as they are, labelled."""
    stop = threading.Event()
    stop.set()
    found = what_if(TEAM, POLICY, [change(kind="add", practitioner="P9")], stop=stop)
    assert {found.baseline.status, found.what_if.status} == {Status.INTERRUPTED}
