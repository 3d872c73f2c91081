"""A pool read from a plan holder by holder is the pool that the rule's rows count."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.data.board import Key, MissOversight, Pool, Short, Take
from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.model.posted import Posted
from planner.rules import duty
from planner.rules.pool import last_missed, pool_half_hours, pool_supply, shortfall
from tests.problems import TEAM, carrier, chosen, pair, pool, problem, unit
from tests.random_problems import plans, problems


def rows(given: Problem) -> list[tuple[Mapping[Key, int], int]]:
    """Post the rule and give its rows with their limits."""
    board = Posted()
    duty.post(board, given)
    return [(row.coefficients, row.limit) for row in board.rows]


def taken(coefficients: Mapping[Key, int], plan: Choices) -> int:
    """Add up the coefficients of the pairs that a plan takes."""
    return sum(coefficients.get(Take(u, p), 0) for u, p in plan.holders.items() if p)


@settings(max_examples=80)
@given(st.data())
def test_what_may_be_missed_last_is_what_the_row_allows(data: st.DataObject) -> None:
    """Oversight missed <= its limit less what the row counts against it."""
    found = data.draw(problems())
    plan = data.draw(plans(found))
    for own in found.pools:
        key = MissOversight(own.team)
        (row,) = [r for r in rows(found) if r[0].get(key) == 1]
        assert last_missed(found, own, plan) == row[1] - taken(row[0], plan)


@settings(max_examples=80)
@given(st.data())
def test_the_shortfall_is_what_the_row_leaves_open(data: st.DataObject) -> None:
    """Falls due - missed - pool, with every amount taken from the posted row."""
    found = data.draw(problems())
    plan = data.draw(plans(found))
    for own in found.pools:
        (row,) = [r for r in rows(found) if r[0].get(Short(own.team)) == -1]
        due = taken(row[0], plan) - row[1] - plan.oversight_missed.get(own.team, 0)
        due -= sum(
            item.half_hours * plan.missed.get(item.id, 0)
            for item in found.missables
            if item.team == own.team
        )
        assert shortfall(found, own, plan) == due - pool_half_hours(found, own, plan)


@settings(max_examples=80)
@given(st.data())
def test_the_pool_is_its_supply_less_the_hours_of_the_row(data: st.DataObject) -> None:
    """The row that bounds the pool counts the same case hours."""
    found = data.draw(problems())
    plan = data.draw(plans(found))
    for own in found.pools:
        bounds = [r for r in rows(found) if r[0].get(Pool(own.team)) == 1]
        hours = taken(bounds[-1][0], plan)
        assert pool_half_hours(found, own, plan) == max(0, pool_supply(found, own) - hours)


def test_who_is_away_supplies_nothing() -> None:
    """P's 20 and the 3 of duty count; Q is away and R belongs to another team."""
    people = [
        carrier("P", capacity_half_hours=20),
        carrier("Q", present=False),
        carrier("R", team="south"),
    ]
    found = problem([unit("A")], people, pools=[pool(duty_half_hours=3)])
    own = next(p for p in found.pools if p.team == TEAM)
    assert pool_supply(found, own) == 23


def test_a_plan_that_names_a_stranger_counts_nobodys_hours() -> None:
    """The verifier refuses such a plan; the pool is still read."""
    found = problem([unit("A", holder="P")], [carrier("P")], [pair("A", "P", cover_half_hours=4)])
    plan = chosen(found, holders={"A": "nobody"})
    assert pool_half_hours(found, found.pools[0], plan) == 200
    assert last_missed(found, found.pools[0], plan) == 0
