"""The compact model allows exactly what the rules allow, and reads back what it found."""

from itertools import islice
from random import Random

import pytest

from planner.data.board import Cost, Miss, Take
from planner.data.problem import Problem
from planner.errors import ModelBug
from planner.model.clock import Clock
from planner.model.compact import Compact, read_choices
from planner.model.first import everything_missed, meets_rules
from planner.model.posted import Posted, Row, post_all
from planner.model.search import Found, search
from planner.policy import default_policy
from planner.report import prepare
from tests.make_random import random_scenario
from tests.problems import carrier, every_arrangement, problem, unit

POLICY = default_policy()


def two_by_two() -> Problem:
    """Make two families and two practitioners."""
    return problem([unit("F"), unit("G")], [carrier("P"), carrier("Q")])


def found(compact: Compact) -> Found:
    """Say what a search of a tiny model comes to."""
    return search(compact, Clock(10)).found


def test_a_forbidden_pair_has_no_variable() -> None:
    """What may not be is not in the model at all."""
    board = Posted()
    board.forbid("F", "P")
    compact = Compact(two_by_two(), board)
    assert set(compact.variables) == {Take("F", "Q"), Take("G", "P"), Take("G", "Q")}


def test_a_required_unit_with_nobody_left_has_no_solution() -> None:
    """Required and forbidden with everyone."""
    board = Posted()
    board.require("F")
    board.forbid("F", "P")
    assert found(Compact(two_by_two(), board)) is Found.OPTIMAL
    board.forbid("F", "Q")
    assert found(Compact(two_by_two(), board)) is Found.INFEASIBLE


@pytest.mark.parametrize(("limit", "kept"), [(11, 1), (12, 0), (13, 0)])
def test_a_row_that_nothing_can_pass_is_left_out(limit: int, kept: int) -> None:
    """5 for taking F and 1 for each of 7 missed: 12 at most."""
    board = Posted()
    board.count(Miss("trip"), 7)
    board.team_row({Take("F", "P"): 5, Miss("trip"): 1, Take("G", "Q"): -3}, limit)
    assert len(Compact(two_by_two(), board).model.proto.constraints) == kept


@pytest.mark.parametrize(("limit", "held"), [(4, 0), (5, 1), (6, 1)])
def test_a_row_binds(limit: int, held: int) -> None:
    """Five half-hours fit a limit of five and no less."""
    board = Posted()
    board.row("P", {Take("F", "P"): 5}, limit)
    compact = Compact(two_by_two(), board)
    compact.model.maximize(compact.variables[Take("F", "P")])
    assert search(compact, Clock(10)).objective == held


def test_costs_add_up_and_what_cannot_be_costs_nothing() -> None:
    """7 + (2 + 3) for F with P; G with Q is forbidden, so its 100 never count."""
    board = Posted()
    board.forbid("G", "Q")
    compact = Compact(two_by_two(), board)
    costs = [Cost(7, {Take("F", "P"): 2, Take("G", "Q"): 100}), Cost(0, {Take("F", "P"): 3})]
    total = compact.add_up(costs)
    assert total == Cost(7, {Take("F", "P"): 5})
    compact.model.add(compact.variables[Take("F", "P")] == 1)
    compact.minimize(total)
    assert search(compact, Clock(10)).objective == 12


def test_costs_are_added_up_by_weight() -> None:
    """10 x (1 + 2 F) + (3 + 4 F + 5 G)."""
    compact = Compact(two_by_two(), Posted())
    one = Cost(1, {Take("F", "P"): 2})
    other = Cost(3, {Take("F", "P"): 4, Take("G", "Q"): 5})
    both = compact.add_up([one, other], (10, 1))
    assert both == Cost(13, {Take("F", "P"): 24, Take("G", "Q"): 5})
    with pytest.raises(ValueError, match="zip"):
        compact.add_up([one, other], (10,))


@pytest.mark.parametrize(
    ("most", "come"), [(6, Found.INFEASIBLE), (7, Found.OPTIMAL), (8, Found.OPTIMAL)]
)
def test_a_limit_on_a_cost_counts_what_the_cost_always_is(most: int, come: Found) -> None:
    """4 in any plan, and 3 for F, which somebody must hold and only P may."""
    board = Posted()
    board.require("F")
    board.forbid("F", "Q")
    compact = Compact(two_by_two(), board)
    compact.limit(Cost(4, {Take("F", "P"): 3, Take("F", "Q"): 100}), most)
    assert found(compact) is come


@pytest.mark.parametrize(("most", "come"), [(3, Found.INFEASIBLE), (4, Found.OPTIMAL)])
def test_a_cost_that_nothing_changes_can_be_limited(most: int, come: Found) -> None:
    """4 whatever is chosen."""
    compact = Compact(two_by_two(), Posted())
    compact.limit(Cost(4, {Take("unknown", "P"): 1}), most)
    assert found(compact) is come


def test_the_rows_are_kept_that_can_bind() -> None:
    """To take parts out of the model: what it does not know is left out, limits on costs come."""
    board = Posted()
    board.row("P", {Take("F", "P"): 5, Take("unknown", "P"): 7}, 4)
    board.row("Q", {Take("F", "Q"): 5}, 5)
    compact = Compact(two_by_two(), board)
    assert compact.rows == [Row("P", {Take("F", "P"): 5}, 4)]
    compact.limit(Cost(1, {Take("G", "P"): 2}), 2)
    assert compact.rows[1:] == [Row("", {Take("G", "P"): 2}, 1)]
    assert len(compact.model.proto.constraints) == 2


def test_pairs_are_counted_without_counts() -> None:
    """Two families and two practitioners, one pair forbidden; a trip is no pair."""
    board = Posted()
    board.forbid("G", "Q")
    board.count(Miss("trip"), 7)
    assert Compact(two_by_two(), board).pairs == 3


def test_an_arrangement_can_be_fixed() -> None:
    """Who is fixed holds it, and who is not named awaits."""
    given = two_by_two()
    compact = Compact(given, post_all(given)[0])
    compact.fix({"F": "Q"})
    answer = search(compact, Clock(10))
    assert read_choices(given, answer.values).holders == {"F": "Q", "G": ""}


def test_what_is_forbidden_cannot_be_fixed() -> None:
    """That is a mistake of ours, never a finding about a team."""
    board = Posted()
    board.forbid("F", "P")
    with pytest.raises(ModelBug, match="P cannot be fixed for F"):
        Compact(two_by_two(), board).fix({"F": "P"})


def test_a_second_hint_replaces_the_first() -> None:
    """Hints of an earlier stage would contradict the plan found since."""
    compact = Compact(two_by_two(), Posted())
    compact.hint({Take("F", "P"): 1, Take("G", "P"): 1})
    compact.hint({Take("F", "Q"): 1, Miss("unknown"): 4})
    hint = compact.model.proto.solution_hint
    assert list(hint.vars) == [compact.variables[Take("F", "Q")].index]
    assert list(hint.values) == [1]


@pytest.mark.parametrize("seed", range(12))
def test_a_plan_is_in_the_model_where_and_only_where_it_meets_every_rule(seed: int) -> None:
    """Some arrangements of a random team: fixed in the model, and checked by the rules."""
    given = prepare(random_scenario(seed), POLICY).problem
    arrangements = list(islice(every_arrangement(given), 5000))
    for holders in Random(seed).sample(arrangements, min(25, len(arrangements))):
        allowed = meets_rules(given, everything_missed(given, holders))
        assert fits(given, holders) is allowed, holders


def fits(given: Problem, holders: dict[str, str]) -> bool:
    """Say whether the model has any solution with these holders."""
    compact = Compact(given, post_all(given)[0])
    try:
        compact.fix(holders)
    except ModelBug:
        return False
    return found(compact) is Found.OPTIMAL
