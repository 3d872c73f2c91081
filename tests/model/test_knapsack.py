"""The cheapest caseload of one practitioner: by hand, and against every set of switches."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from planner.model.knapsack import Knapsack

PRICES = st.integers(-9, 9)
HOURS = st.integers(0, 6)


def knapsack(
    hours: list[int], kept: list[bool] | None = None, eased: int = 0, limit: int = 0, most: int = 0
) -> Knapsack:
    """Make a knapsack whose switches are the columns in their order."""
    return Knapsack(
        places=np.arange(len(hours), dtype=np.int64),
        hours=np.array(hours, np.int64),
        kept=np.array(kept or [False] * len(hours), np.bool_),
        eased=eased,
        limit=limit,
        most=max(limit, most),
    )


def caseloads(one: Knapsack) -> Iterator[tuple[int, ...]]:
    """Yield every caseload, by trying all sets of switches."""
    number = len(one.hours)
    for size in range(number + 1):
        for made in combinations(range(number), size):
            used = sum(int(one.hours[at]) for at in made)
            if used <= (one.limit if any(at >= one.eased for at in made) else one.most):
                yield tuple(at for at in range(number) if bool(one.kept[at]) != (at in made))


@pytest.mark.parametrize(("limit", "held"), [(9, ()), (10, (0,)), (19, (0,)), (20, (0, 1))])
def test_two_that_need_ten_half_hours_each(limit: int, held: tuple[int, ...]) -> None:
    """The better one first, both where there is room."""
    found = knapsack([10, 10], limit=limit).cheapest(np.array([-30, -20]))
    assert found is not None
    assert found.places == held
    assert found.price == sum((-30, -20)[place] for place in held)


def test_what_gives_way_may_pass_the_limit_and_what_does_not_may_not() -> None:
    """Column 0 is eased: alone it passes a limit of 5, but not together with column 1."""
    both = knapsack([10, 3], eased=1, limit=5, most=10)
    dear, cheap = both.cheapest(np.array([-4, -5])), both.cheapest(np.array([-6, -5]))
    assert dear is not None
    assert cheap is not None
    assert (dear.places, cheap.places) == ((1,), (0,))


def test_what_is_cheaper_to_keep_is_let_go_where_that_pays() -> None:
    """Column 0 is kept at first; to let it go needs 4 half-hours and saves its price."""
    assert knapsack([4], [True], 1, limit=3).cheapest(np.array([7])) == (7, (0,))
    assert knapsack([4], [True], 1, limit=4).cheapest(np.array([7])) == (0, ())


def test_where_even_no_switch_is_too_much_there_is_no_caseload() -> None:
    """Below 0 there is nothing; at 0 there is the caseload without a switch."""
    none = knapsack([1], limit=-1, most=-1)
    assert none.most == -1
    assert none.cheapest(np.array([-5])) is None
    assert knapsack([1]).cheapest(np.array([-5])) == (0, ())


@st.composite
def drawn_knapsacks(draw: st.DrawFn) -> tuple[Knapsack, list[int]]:
    """Draw a knapsack of at most six switches, with prices."""
    hours = draw(st.lists(HOURS, max_size=6))
    kept = [draw(st.booleans()) for _ in hours]
    eased, limit = draw(st.integers(0, len(hours))), draw(st.integers(-2, 12))
    one = knapsack(hours, kept, eased, limit, limit + draw(st.integers(0, 6)))
    return one, [draw(PRICES) for _ in hours]


@drawn(drawn_knapsacks())
def test_no_caseload_is_cheaper(case: tuple[Knapsack, list[int]]) -> None:
    """Whole numbers and fractions: the least price of all, and a caseload that has it."""
    one, prices = case
    every = list(caseloads(one))
    for reduced in (np.array(prices, np.int64), np.array(prices, np.float64)):
        found = one.cheapest(reduced)
        if found is None:
            assert one.most < 0
            continue
        assert found.places in every
        assert found.price == sum(prices[place] for place in found.places)
        assert found.price == min(sum(prices[p] for p in places) for places in every)


@drawn(drawn_knapsacks())
def test_a_caseload_is_allowed_where_it_is_one_of_all(case: tuple[Knapsack, list[int]]) -> None:
    """Every set of columns is asked about, and one that is not a column."""
    one, _ = case
    number, every = len(one.hours), set(caseloads(one))
    for size in range(number + 1):
        for places in combinations(range(number), size):
            assert one.allows(places) == (places in every)
    assert not one.allows((number,))
