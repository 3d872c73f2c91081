"""Settled, your call, not possible; and other plans as good."""

from planner.data.explanation import Latitude, Settled
from planner.data.scenario import Scenario
from planner.engine import settled
from tests.engine.solving import POLICY
from tests.make import child, practitioner, scenario


def latitudes(team: Scenario, tolerance: int = 0) -> dict[str, Latitude]:
    """Give what is left to choose for each unit, proven."""
    answer = settled(team, POLICY, tolerance=tolerance)
    assert answer.proven
    return {unit.unit: unit.latitude for unit in answer.units}


def alike(limit: float = 14) -> Scenario:
    """Make a team with a held family, two alike that await, and room for one of them."""
    return scenario(
        [child("C1", holder="P1"), child("C2"), child("C3")],
        [practitioner("P1", limit_hours=8.5), practitioner("P2", limit_hours=limit)],
    )


def test_equal_children_are_the_managers_call() -> None:
    """C2 or C3 with P2; C1 stays: moving it would cost a change."""
    assert latitudes(alike()) == {
        "C1": Latitude.SETTLED,
        "C2": Latitude.YOUR_CALL,
        "C3": Latitude.YOUR_CALL,
    }


def test_no_room_is_not_possible() -> None:
    """Nobody could take either."""
    found = latitudes(alike(6))
    assert (found["C2"], found["C3"]) == (Latitude.NOT_POSSIBLE, Latitude.NOT_POSSIBLE)


def test_a_tolerance_opens_more() -> None:
    """As many points as a change and a waiting child cost, and C1 may move."""
    assert latitudes(alike())["C1"] is Latitude.SETTLED
    assert latitudes(alike(), tolerance=200)["C1"] is Latitude.YOUR_CALL


def others(team: Scenario) -> Settled:
    """Ask for other plans."""
    return settled(team, POLICY)


def test_another_plan_is_described_by_what_differs() -> None:
    """C3 instead of C2, or the other way round."""
    (other,) = others(alike()).others
    assert other.differing == 2
    assert {shift.unit for shift in other.shifts} == {"C2", "C3"}


def test_a_plan_without_equals() -> None:
    """One family, one practitioner: settled, and no other plan."""
    team = scenario([child("C1")], [practitioner("P1")])
    answer = others(team)
    assert answer.others == ()
    assert [unit.latitude for unit in answer.units] == [Latitude.SETTLED]
