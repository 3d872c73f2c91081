"""Caseloads within reach: exactly those that trying every set finds."""

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from planner.data.problem import Problem
from planner.model.arrays import Arrays, arrays_of
from planner.model.bound import Prices, weigh
from planner.model.caseloads import Reach, check_of, list_caseloads
from planner.model.posted import post_all
from planner.policy import default_policy
from planner.report import stages_of
from tests.problems import carrier, problem, unit
from tests.random_problems import problems

POLICY = default_policy()


def arrays(given: Problem) -> Arrays:
    """Write a problem as arrays."""
    return arrays_of(given, *post_all(given))


def in_reach(table: Arrays, carrier_at: int, reaches: list[Reach], places: tuple[int, ...]) -> bool:
    """Whether a caseload costs no more than any reach, and passes no row by itself."""
    knapsack = table.knapsacks(None)[carrier_at]
    check = check_of(table, carrier_at, knapsack)
    used = check.amounts[:, np.isin(knapsack.places, places)].sum(axis=1)
    cheap = (int(reach.reduced[list(places)].sum()) <= reach.most[carrier_at] for reach in reaches)
    return knapsack.allows(places) and bool((used <= check.room).all()) and all(cheap)


@drawn(given=problems(), data=st.data())
@settings(max_examples=60, deadline=None)
def test_all_within_reach_and_no_others_are_listed(given: Problem, data: st.DataObject) -> None:
    """At prices drawn anew, with no reach, one and two."""
    table = arrays(given)
    knapsacks = table.knapsacks(None)
    reaches = []
    for _ in range(data.draw(st.integers(0, 2))):
        prices = data.draw(st.lists(st.integers(0, 90), min_size=3, max_size=3))
        units = np.array(prices[: len(given.units)], np.int64)
        rows = np.zeros(len(table.limits), np.int64)
        cost = table.cost(data.draw(st.sampled_from(stages_of(POLICY, given))))
        weighed = weigh(table, knapsacks, cost, (), Prices(rows, units, units[:0]))
        if weighed is not None:
            reaches.append(Reach.of(weighed, data.draw(st.integers(0, 60))))
    lists = list_caseloads(table, knapsacks, reaches, 10_000)
    assert lists is not None
    for at, (own, knapsack) in enumerate(zip(lists, knapsacks, strict=True)):
        pairs = sorted(knapsack.places.tolist())
        sets = chain.from_iterable(combinations(pairs, n) for n in range(len(pairs) + 1))
        assert sorted(own) == sorted(s for s in sets if in_reach(table, at, reaches, s))


@pytest.mark.parametrize(("limit", "listed"), [(3, None), (4, 4)])
def test_no_more_are_listed_than_asked_for(limit: int, listed: int | None) -> None:
    """Two families, either, both or none: four caseloads."""
    given = problem([unit("A"), unit("B")], [carrier("P")])
    table = arrays(given)
    found = list_caseloads(table, table.knapsacks(None), [], limit)
    assert (found and len(found[0])) == listed


def test_a_row_of_one_practitioner_cuts_lists() -> None:
    """No more than one child at a time: none, A or B."""
    given = problem([unit("A"), unit("B")], [carrier("P", children_limit=1)])
    table = arrays(given)
    found = list_caseloads(table, table.knapsacks(None), [], 9)
    assert [sorted(own) for own in found or ()] == [[(), (0,), (1,)]]
