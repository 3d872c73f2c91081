"""From a plan back to the values of every key: they meet all that is posted."""

import pytest

from planner.data.board import Fresh, Give, Key, MissOversight, Pool, Short, Spare, Step, Take
from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.engine import allocate
from planner.model.first import everything_missed, meets_rules
from planner.model.posted import post_all
from planner.model.values import values_of
from planner.policy import default_policy
from planner.report import prepare
from planner.terms import BY_ID
from tests.boards import allows_values, total
from tests.make_random import random_scenario
from tests.problems import carrier, pair, problem, settled, unit

POLICY = default_policy()


def assert_values_fit(given: Problem, choices: Choices) -> None:
    """Every row holds, and every term costs what its value says."""
    board, costs = post_all(given)
    values = values_of(given, choices)
    assert allows_values(board, values)
    for term, cost in costs.items():
        found = cost.constant + total(cost.coefficients, values)
        assert found == BY_ID[term].value(given, choices), term


@pytest.mark.parametrize("seed", range(25))
def test_a_verified_plan_meets_every_row_and_costs_what_it_says(seed: int) -> None:
    """Random teams, solved; the units of a conflict set aside as in the plan."""
    scenario = random_scenario(seed)
    plan = allocate(scenario, POLICY, offers=False)
    problem = prepare(scenario, POLICY).problem
    if plan.conflict is not None:
        problem = problem.unpinned(plan.conflict.units).excusing(plan.conflict.unmet)
    assert_values_fit(problem, plan.choices)


@pytest.mark.parametrize("seed", range(25))
def test_the_team_as_it_stands_meets_every_row_where_it_meets_every_rule(seed: int) -> None:
    """Nothing optimal about it: everything that may be missed is missed."""
    given = prepare(random_scenario(seed), POLICY).problem
    choices = everything_missed(given, {unit.id: unit.holder for unit in given.units})
    if meets_rules(given, choices):
        assert_values_fit(given, choices)
    else:
        assert not allows_values(post_all(given)[0], values_of(given, choices))


def test_each_kind_of_key_has_its_value() -> None:
    """P (20 half-hours, limit 10) takes mandatory M of 14: 4 over, 7 steps, 6 left for duty.

    G waits on 9 half-hours of hearings: 6 fit, 3 are short.
    """
    given = problem(
        [unit("M", mandatory=True), unit("G", waiting_half_hours=9)],
        [carrier("P", capacity_half_hours=20, limit_half_hours=10)],
        [pair("M", "P", demand_half_hours=14)],
    )
    # 14 of 20 is seven tenths exactly.
    expected: dict[Key, int] = {Step("P", k): 1 for k in range(1, 8)}
    expected |= {Take("M", "P"): 1, Give("hours", "P", "M"): 4, Short("team"): 3}
    expected |= {Pool("team"): 6, Spare("team"): 1}
    assert values_of(given, settled(given, M="P")) == expected


def test_what_is_newly_taken_on_is_marked_for_each_limit_it_counts_under() -> None:
    """One new family of one child that is not at high risk."""
    given = problem([unit("F")], [carrier("P")])
    values = values_of(given, settled(given, oversight_missed={"team": 2}, F="P"))
    fresh = {key.limit for key in values if isinstance(key, Fresh)}
    assert fresh == {"hours", "children", "new_families"}
    assert values[MissOversight("team")] == 2


def test_no_pool_is_marked_where_nothing_is_spare() -> None:
    """Held 30 of 20: over by 10, so there is no duty pool."""
    given = problem(
        [unit("F", holder="P")],
        [carrier("P", capacity_half_hours=20)],
        [pair("F", "P", demand_half_hours=30)],
    )
    values = values_of(given, settled(given, F="P"))
    assert (values[Pool("team")], values[Spare("team")]) == (0, 0)
