"""What bears on no priority leaves the scores as they are; everything that does is seen."""

from decimal import Decimal
from typing import Any

import pytest

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.scenario import Scenario
from planner.principles import prioritise
from planner.principles.prioritise import BEARING, _prioritised
from tests.make import child, day, practitioner, replies, scenario, task
from tests.principles.scored import ALL_COLUMNS, ALL_FACTORS, POLICY

TEAM = scenario(
    [child("C1", holder="P1", last_seen=day(-3)), child("C2")],
    [practitioner("P1"), practitioner("P2")],
    tasks=[task("C1", "contested_hearing", 20)],
    supplied=ALL_COLUMNS | ALL_FACTORS,
)


def anew(team: Scenario) -> Any:
    """Score without anything that was found before."""
    _prioritised.cache_clear()
    return prioritise(team, POLICY)


def test_a_change_of_staffing_is_scored_once() -> None:
    """A limit, leave and a practitioner who leaves give the very same scores."""
    before = anew(TEAM)
    for kind, more in (
        (AdjustmentKind.LIMIT, {"amount": Decimal(50)}),
        (AdjustmentKind.AWAY, {}),
        (AdjustmentKind.REMOVE, {}),
    ):
        changed = adjust(TEAM, [Adjustment(kind=kind, practitioner="P1", **more)])
        assert prioritise(changed, POLICY) is before
        assert anew(changed) == before
        anew(TEAM)
        before = prioritise(TEAM, POLICY)


@pytest.mark.parametrize(
    "update",
    [
        {"as_at": day(40)},
        {"cycle_days": 14},
        {"children": (child("C1", consequence="severe", probability="likely"), child("C2"))},
        {"tasks": ()},
        {"factors": tuple(replies("C1", **{"child.escalating": "yes"}))},
        {"supplied": frozenset()},
    ],
    ids=lambda update: next(iter(update)),
)
def test_what_bears_on_priority_is_seen(update: dict[str, Any]) -> None:
    """One field after the other: scored at once after the team, it is as if scored alone."""
    prioritise(TEAM, POLICY)
    changed = TEAM.model_copy(update=update)
    assert prioritise(changed, POLICY) == anew(changed) != anew(TEAM)
    assert set(update) <= set(BEARING)


def test_a_raised_child_is_seen() -> None:
    """A decision is no change of staffing."""
    raised = adjust(TEAM, [Adjustment(kind=AdjustmentKind.RAISE, child="C2", reason="new facts")])
    assert prioritise(raised, POLICY).scores["C2"] != prioritise(TEAM, POLICY).scores["C2"]
