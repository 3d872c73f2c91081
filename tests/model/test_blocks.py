"""Stages searched together: their weights keep the order, their bounds promise no more than true.

Where sizes are given, a stage of size n costs 0 to n - 1.
"""

from collections.abc import Sequence
from math import prod

import pytest
from hypothesis import assume, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from planner.data.board import Cost, Key, Miss, Take
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model.blocks import Block, blocks
from planner.model.compact import Compact
from planner.model.first import everything_missed, meets_rules
from planner.model.lines import stage_value
from planner.model.posted import Posted, post_all
from planner.policy import default_policy
from planner.report import stages_of
from tests.problems import carrier, every_arrangement, problem, unit
from tests.random_problems import problems

POLICY = default_policy()
Values = tuple[int, ...]


def stage(name: str, *terms: str) -> Stage:
    """Make a stage of some terms, of one called like it where none is given."""
    return Stage(id=name, title=name, terms=terms or (name,))


def group(costs: dict[str, Cost], most: dict[Key, int] | None = None) -> list[Block]:
    """Group one stage for each cost, in a team of F and G with P and Q."""
    given = problem([unit("F"), unit("G")], [carrier("P"), carrier("Q")])
    board = Posted()
    board.counts.update(most or {})
    stages = [stage(name) for name in costs]
    return list(blocks(given, Compact(given, board), costs, stages))


def of_sizes(sizes: Sequence[int]) -> list[Block]:
    """Group stages of these sizes."""
    return group({f"s{at}": Cost(size - 1, {}) for at, size in enumerate(sizes)})


def ids(found: Sequence[Block]) -> list[list[str]]:
    """Give the stages of each block."""
    return [[s.id for s in block.stages] for block in found]


def weighted(block: Block, values: Values) -> int:
    """Give what a search of the block minimises."""
    return sum(w * v for w, v in zip(block.weights, values, strict=True))


@st.composite
def in_one_block(draw: st.DrawFn, plans: int) -> tuple[Block, list[Values]]:
    """Draw a block of two to six stages, and what some plans cost in them."""
    sizes = draw(st.lists(st.integers(1, 90), min_size=2, max_size=6))
    (block,) = of_sizes(sizes)
    value = st.tuples(*(st.integers(0, size - 1) for size in sizes))
    return block, [draw(value) for _ in range(plans)]


@drawn(case=in_one_block(2))
def test_the_weighted_sum_orders_plans_as_the_stages_do(case: tuple[Block, list[Values]]) -> None:
    """Comparing sums is comparing stage by stage, the first that differs deciding."""
    block, (one, other) = case
    assert (weighted(block, one) < weighted(block, other)) is (one < other)
    assert (weighted(block, one) == weighted(block, other)) is (one == other)


@drawn(case=in_one_block(2), data=st.data())
def test_bounds_never_promise_more_than_is_true(
    case: tuple[Block, list[Values]], data: st.DataObject
) -> None:
    """Whatever true bound a search ends with, and whatever plan it has by then.

    A stage's bound speaks of plans that keep the values of the stages above it.
    """
    block, plans = case
    best, plan = sorted(plans)
    bound = data.draw(st.integers(-5, weighted(block, best)))
    found = block.bounds(bound, plan)
    assert len(found) == len(plan)
    assert all(0 <= least <= value for least, value in zip(found, plan, strict=True))
    for at, least in enumerate(found):
        assert best[:at] != plan[:at] or least <= best[at]


@drawn(case=in_one_block(2))
def test_bounds_are_exact_where_the_search_is(case: tuple[Block, list[Values]]) -> None:
    """A bound at the optimum proves every stage of the best plan.

    Of a worse one it says what its first stage that is worse could cost.
    """
    block, plans = case
    best, plan = sorted(plans)
    total = weighted(block, best)
    assert tuple(block.bounds(total, best)) == best
    same = [at for at in range(len(best)) if best[: at + 1] == plan[: at + 1]]
    first = len(same)
    found = tuple(block.bounds(total, plan))
    assert found[: first + 1] == best[: first + 1]
    assert not any(found[first + 1 :])


@pytest.mark.parametrize(
    ("bound", "bounds"),
    [
        (-3, [0, 0, 0]),
        (47, [0, 0, 0]),
        (48, [1, 0, 0]),
        (96, [2, 0, 0]),
        (101, [2, 0, 0]),
        (102, [2, 1, 0]),
        (107, [2, 1, 5]),
    ],
)
def test_a_bound_is_read_stage_by_stage(bound: int, bounds: list[int]) -> None:
    """Sizes 5, 8 and 6 weigh 48, 6 and 1; the plan costs 2, 1 and 5, which is 107."""
    (block,) = of_sizes((5, 8, 6))
    assert block.weights == (48, 6, 1)
    assert block.bounds(bound, (2, 1, 5)) == bounds


def test_the_rest_of_a_block_leaves_out_its_first_stage() -> None:
    """The others keep their weights."""
    (block,) = of_sizes((5, 8, 6))
    assert block.rest() == Block(block.stages[1:], (6, 1))


@pytest.mark.parametrize(("last", "found"), [(999_999, 1), (1_000_000, 1), (1_000_001, 2)])
def test_a_block_ends_before_its_sums_are_too_large(last: int, found: int) -> None:
    """A million times a million is the most."""
    assert len(of_sizes((1_000_000, last))) == found


def test_a_stage_too_large_for_any_block_is_searched_alone() -> None:
    """It is not left out, and neither is what stands beside it."""
    found = of_sizes((2, 10**13, 3, 4))
    assert ids(found) == [["s0"], ["s1"], ["s2", "s3"]]
    assert [block.weights for block in found] == [(1,), (1,), (4, 1)]


@drawn(sizes=st.lists(st.integers(1, 10**7), max_size=8))
def test_grouping_loses_no_stage_and_no_order(sizes: list[int]) -> None:
    """Blocks put end to end are the stages; two that follow would not fit together."""
    found = of_sizes(sizes)
    assert [name for block in ids(found) for name in block] == [
        f"s{at}" for at in range(len(sizes))
    ]
    at = 0
    for block in found:
        end = at + len(block.stages)
        assert prod(sizes[at:end]) <= 10**12
        assert end == len(sizes) or prod(sizes[at : end + 1]) > 10**12
        at = end


@pytest.mark.parametrize("alone", ["load", "tie_break"])
def test_load_and_the_tie_break_are_searched_alone(alone: str) -> None:
    """Measured faster so; what stands before and after them is grouped as ever."""
    names = ("a", "b", alone, "c", "d")
    found = group({name: Cost(1, {}) for name in names})
    assert ids(found) == [["a", "b"], [alone], ["c", "d"]]
    assert ids(group({alone: Cost(1, {})})) == [[alone]]


def test_what_a_stage_can_come_to_is_added_up_by_unit() -> None:
    """1 + F's dearest holder, 5, + G's, 2, + 7 trips of 3: 29 at most, so the first weighs 30.

    What costs less than nothing is left out, and so is what the model does not know.
    """
    keys: dict[Key, int] = {
        Take("F", "P"): 5,
        Take("F", "Q"): 3,
        Take("G", "P"): 2,
        Take("G", "Q"): -9,
        Miss("trip"): 3,
        Miss("saved"): -4,
        Miss("unknown"): 100,
    }
    counts: dict[Key, int] = {Miss("trip"): 7, Miss("saved"): 2}
    (block,) = group({"a": Cost(0, {}), "b": Cost(1, keys)}, counts)
    assert block.weights == (30, 1)


def test_terms_of_one_stage_are_added_up() -> None:
    """F's dearest holder of one term, 5, and of the other, 4, though not the same person."""
    given = problem([unit("F")], [carrier("P"), carrier("Q")])
    costs = {
        "a": Cost(0, {}),
        "b": Cost(0, {Take("F", "P"): 5}),
        "c": Cost(0, {Take("F", "Q"): 4}),
    }
    stages = [stage("a"), stage("both", "b", "c")]
    (block,) = blocks(given, Compact(given, Posted()), costs, stages)
    assert block.weights == (10, 1)


@drawn(given=problems())
@settings(max_examples=60)
def test_no_plan_costs_more_than_a_stage_can_come_to(given: Problem) -> None:
    """Every arrangement that meets the rules, in every stage: the stage above weighs more."""
    board, costs = post_all(given)
    compact = Compact(given, board)
    costs = {**costs, "none": Cost(0, {})}
    plans = [everything_missed(given, holders) for holders in every_arrangement(given)]
    plans = [plan for plan in plans if meets_rules(given, plan)]
    assume(plans)
    for each in stages_of(POLICY, given):
        found = list(blocks(given, compact, costs, [stage("none"), each]))
        if len(found) == 1:
            assert max(stage_value(given, each, plan) for plan in plans) < found[0].weights[0]
        else:
            assert not {"load", "tie_break"}.isdisjoint(each.terms)
