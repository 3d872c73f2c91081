"""From a scenario to a problem: everything in one place, whatever the order of the rows."""

from collections.abc import Sequence
from random import Random

import pytest

from planner.data.scenario import Scenario
from tests.make import child, day, decision, infant, leave, practitioner, scenario, task, travel
from tests.workload.office import HIGH, MANDATORY, NEXT, POLICY, built

SCORES = {"I": MANDATORY, "A": HIGH, "B": NEXT}


def team() -> Scenario:
    """Make a team in which every table has rows."""
    return scenario(
        [
            child("A", family="F", holder="P", contact="weekly", contact_agreed=day(-5)),
            child("B", family="F", zone="hills"),
            child("C", family="G", holder="Q", team="south"),
            child("D", family="G", holder="P", team="south"),
            infant("I", family="H", holder="gone"),
            child("K", status="contracted", team="south"),
        ],
        [
            practitioner("P", zone="hills"),
            practitioner("Q", team="south"),
            practitioner("D1", grade="CPP2", duty_hours=9),
        ],
        bases={"team": "town", "south": "port"},
        leave=[leave("P", 0, 4), leave("P", 7, 9), leave("Q", 20, 40)],
        tasks=[
            task("A", "hearing"),
            task("A", "other", 2),
            task("A", "other", 2),
            task("C", "other"),
        ],
        decisions=[decision("bar", "I", "Q"), decision("pin", "C", "Q", waiver=True)],
        travel=[travel("town", "hills", 55), travel("hills", "town", 35)],
        limits={"borrow_minutes": 60, "arrivals": 1, "changes": 2},
    )


def shuffled(given: Scenario, rng: Random) -> Scenario:
    """Give the same team with the rows of every table in another order."""
    tables = ("children", "practitioners", "leave", "tasks", "decisions", "travel")
    mixed = {name: _mixed(getattr(given, name), rng) for name in tables}
    return given.model_copy(update=mixed)


def _mixed(rows: Sequence[object], rng: Random) -> tuple[object, ...]:
    return tuple(rng.sample(list(rows), len(rows)))


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_rows_changes_nothing(seed: int) -> None:
    """Units, pairs, missables and pools come out alike, in the same order."""
    expected = built(team(), SCORES)
    found = built(shuffled(team(), Random(seed)), SCORES)
    assert found == expected
    assert list(found.pairs) == list(expected.pairs)


def test_there_is_a_pair_for_every_unit_and_carrier() -> None:
    """F is one unit, G is held apart, H is the infant's; D1 carries nothing."""
    problem = built(team(), SCORES)
    assert [unit.id for unit in problem.units] == ["F", "G/C", "G/D", "H"]
    assert [carrier.id for carrier in problem.carriers] == ["P", "Q"]
    assert set(problem.pairs) == {(u.id, c.id) for u in problem.units for c in problem.carriers}
    assert [pool.team for pool in problem.pools] == ["south", "team"]


def test_facts_of_a_pair_come_through() -> None:
    """Q is barred from I; P is away on days 0 to 9, too long for I; C is pinned to Q."""
    problem = built(team(), SCORES)
    assert problem.pairs["H", "Q"].barred
    assert problem.pairs["H", "P"].away_too_long
    assert problem.unit("G/C").pinned_to == "Q"
    assert problem.unit("G/C").pin_waived
    assert problem.unit("H").forced
    assert {item.unit for item in problem.missables} == {"F", "G/C", "G/D", "H"}


def test_a_team_of_nobody_is_a_problem_without_units() -> None:
    """A pool for the one practitioner's team, and nothing else."""
    problem = built(scenario([], [practitioner("P")]))
    assert (problem.units, problem.pairs, problem.missables) == ((), {}, ())
    assert [pool.team for pool in problem.pools] == ["team"]


@pytest.mark.parametrize(
    ("families", "limits", "expected"),
    [
        (0, {}, 3),
        (39, {}, 3),  # 3.9 is rounded down
        (40, {}, 4),
        (49, {}, 4),
        (50, {}, 5),
        (2, {"baseline_families": 40}, 4),  # counted before the what-if
        (50, {"baseline_families": 0}, 3),
        (50, {"changes": 0}, 0),  # the manager's own number
        (0, {"changes": 9, "baseline_families": 50}, 9),
    ],
)
def test_the_limit_on_changes(families: int, limits: dict[str, int], expected: int) -> None:
    """The larger of 3 and a tenth of the families that a carrier holds, or the manager's."""
    children = [child(f"C{n}", holder="P") for n in range(families)]
    children += [child(f"W{n}") for n in range(30)]
    given = scenario(children, [practitioner("P")], limits=limits)
    assert built(given).changes_limit == expected


def test_settings_and_rates_come_through() -> None:
    """From the scenario's limits and the policy's rates."""
    limits = {"strict": True, "deallocations": 2, "deallocate_for_any": True}
    problem = built(scenario([], [], limits=limits))
    assert (problem.strict, problem.deallocations_limit, problem.deallocate_for_any) == (
        True,
        2,
        True,
    )
    rates = POLICY.rates
    assert (problem.change_points, problem.borrowed_points) == (rates.change, rates.borrowed)
    assert problem.deallocation_points == rates.deallocation
    assert problem.deallocation_high_points == rates.deallocation_high
    assert problem.hours_over_first == 20  # ten hours


@pytest.mark.parametrize(
    ("facts", "tasks", "rest"),
    [
        ({}, [], 2),  # 7 waiting less one trip of 5
        ({}, [task("A", "case_plan_review")], 2),  # 15 less 5 less 8
        ({}, [task("A", "hearing", hours=8)], 2),  # 23 less 5 less 16 that is never missed
        ({}, [task("A", "hearing", hours=0.1)], 2),  # 3.5198: 8 less 5 less 1
        ({"zone": "hills"}, [], 3),  # 4.2532: 9 less one trip of 6 (3.33 h rounded down)
    ],
)
def test_what_rounding_leaves_counts_as_oversight(
    facts: dict[str, object], tasks: list[object], rest: int
) -> None:
    """Waiting less trips, optional tasks and what is never missed."""
    problem = built(
        scenario([child("A", **facts)], [], tasks=tasks, bases={"team": "town"} if facts else {})
    )
    assert problem.units[0].oversight_half_hours == rest


def test_what_rounding_leaves_of_cover_may_be_missed_last_too() -> None:
    """P is away for both trips of 3.33 h from the base: cover 14, each trip frees 6, rest 2.

    A hearing of 0.3 h in the leave: 6.9667 h, 14; less 12, less 1 that is never missed: 1.
    """
    for tasks, cover, rest in (([], 14, 2), ([task("A", "hearing", hours=0.3)], 14, 1)):
        given = scenario(
            [child("A", zone="hills", holder="P")],
            [practitioner("P")],
            bases={"team": "town"},
            leave=[leave("P", 0, 27)],
            tasks=tasks,
        )
        pair = built(given).pairs["A", "P"]
        assert (pair.cover_half_hours, pair.cover_rest_half_hours) == (cover, rest)


def test_bug_a_bar_binds_the_unit_of_the_child_it_names() -> None:
    """A with P and B with Q are held apart: R, barred from A, may take B (sections 2 and 3)."""
    given = scenario(
        [child("A", family="F", holder="P"), child("B", family="F", holder="Q")],
        [practitioner("P"), practitioner("Q"), practitioner("R")],
        decisions=[decision("bar", "A", "R")],
    )
    problem = built(given)
    assert [unit.id for unit in problem.units] == ["F/A", "F/B"]
    assert problem.pairs["F/A", "R"].barred
    assert not problem.pairs["F/B", "R"].barred
