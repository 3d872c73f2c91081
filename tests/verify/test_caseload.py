"""The cheapest caseload of one practitioner, against every set of units and by hand."""

from collections.abc import Iterator, Mapping
from itertools import combinations

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from planner.data.problem import Carrier, Problem
from planner.rules.moves import team_limits_may_give
from planner.verify.caseload import Caseloads, caseloads_of
from planner.verify.sheet import write_down
from tests.problems import carrier, pair, problem, unit
from tests.random_problems import problems


def caseloads(given: Problem, practitioner: str = "P") -> Caseloads:
    """Give what one practitioner may hold."""
    return next(
        found
        for found in caseloads_of(given, write_down(given))
        if found.practitioner == practitioner
    )


def least(given: Problem, **prices: int) -> int | None:
    """Give the least price of a caseload of P; a unit not named has no price."""
    found = caseloads(given)
    return found.least({name: prices.get(name, 0) for name in found.units})


# By hand


@pytest.mark.parametrize(("limit", "cheapest"), [(19, -30), (20, -50), (21, -50)])
def test_two_that_need_ten_half_hours_each(limit: int, cheapest: int) -> None:
    """Twenty are needed for both; else the better of the two."""
    given = problem([unit("A"), unit("B")], [carrier("P", limit_half_hours=limit)])
    assert least(given, A=-30, B=-20) == cheapest


def test_what_costs_is_not_taken_on_and_what_is_held_may_be() -> None:
    """Nobody else may take H, who stays or awaits: whichever is cheaper."""
    given = problem([unit("A"), unit("H", holder="P")], [carrier("P")], deallocations_limit=1)
    assert least(given, A=5, H=5) == 0
    assert least(given, A=5, H=-5) == -5


def over_its_limit(limit: int = 15, **settings: int) -> Problem:
    """P holds H with 20 half-hours; A needs 10. Q could take H, which would cost P 4."""
    return problem(
        [unit("H", holder="P"), unit("A")],
        [carrier("P", limit_half_hours=limit), carrier("Q")],
        [pair("H", "P", demand_half_hours=20), pair("H", "Q", give_half_hours=4)],
        **settings,
    )


@pytest.mark.parametrize(("limit", "cheapest"), [(13, -1), (14, -30), (29, -30), (30, -31)])
def test_a_holder_over_the_limit_takes_on_nobody_beside(limit: int, cheapest: int) -> None:
    """H stays at 20 whatever the limit; A instead needs 10 and 4 to hand H over; both need 30."""
    assert least(over_its_limit(limit), H=-1, A=-30) == cheapest


def test_who_may_await_need_not_be_handed_over() -> None:
    """With one de-allocation allowed A needs its 10 alone."""
    assert least(over_its_limit(10, deallocations_limit=1), H=-1, A=-30) == -30
    assert least(over_its_limit(9, deallocations_limit=1), H=-1, A=-30) == -1


def test_who_may_be_let_go_for_an_infant_need_not_be_handed_over() -> None:
    """I must be held and nobody holds I yet, so the limit on de-allocations may give way."""
    usual = over_its_limit(10)
    with_infant = problem(
        [*usual.units, unit("I", mandatory=True)],
        usual.carriers,
        [*usual.pairs.values(), pair("I", "P", conflict=True)],
    )
    assert least(usual, H=-1, A=-30) == -1
    assert least(with_infant, H=-1, A=-30) == -30


@pytest.mark.parametrize(("limit", "cheapest"), [(11, -1), (12, -30)])
def test_whoever_takes_over_at_the_least_counts(limit: int, cheapest: int) -> None:
    """Q would take 4 of P's half-hours and R only 2: with A they are 12."""
    usual = over_its_limit(limit)
    given = problem(
        usual.units,
        [*usual.carriers, carrier("R")],
        [*usual.pairs.values(), pair("H", "R", give_half_hours=2)],
    )
    assert least(given, H=-1, A=-30) == cheapest


def test_who_nobody_else_may_take_is_handed_over_for_nothing() -> None:
    """The prices of the other rows, not the hours, keep H with P."""
    given = problem(
        [unit("H", holder="P"), unit("A")],
        [carrier("P", limit_half_hours=10), carrier("Q")],
        [pair("H", "Q", give_half_hours=4, barred=True)],
    )
    assert least(given, A=-30) == -30


def with_an_infant(limit: int, hours: int = 10) -> Problem:
    """I must be held and needs 10 half-hours; A needs so many."""
    return problem(
        [unit("I", mandatory=True), unit("A")],
        [carrier("P", limit_half_hours=limit)],
        [pair("A", "P", demand_half_hours=hours)],
    )


def test_limits_give_way_for_who_must_be_held_and_for_nobody_beside() -> None:
    """I fits even a limit of 0; with A the limit is 20."""
    assert least(with_an_infant(0), I=-5, A=-3) == -5
    assert least(with_an_infant(19), I=-5, A=-3) == -5
    assert least(with_an_infant(20), I=-5, A=-3) == -8


def test_who_needs_no_hours_is_no_burden() -> None:
    """A with no hours goes with I over any limit."""
    assert least(with_an_infant(0, hours=0), I=-5, A=-3) == -8


def test_a_waived_pin_gives_way_with_whom_it_names_only() -> None:
    """A is pinned to P with a waiver: over P's limit; not so without one."""
    for waived, cheapest in ((True, -3), (False, 0)):
        given = problem(
            [unit("A", pinned_to="P", pin_waived=waived)], [carrier("P", limit_half_hours=0)]
        )
        assert least(given, A=-3) == cheapest


def test_strict_holds_what_is_held_to_the_limit_but_for_infants() -> None:
    """H (20) is over 15; as an intensive infant H may stay."""
    settings = {"strict": True}
    assert least(over_its_limit(15, **settings), H=-9) == 0
    assert least(over_its_limit(20, **settings), H=-9) == -9
    given = problem(
        [unit("H", holder="P", mandatory=True)], [carrier("P", limit_half_hours=0)], strict=True
    )
    assert least(given, H=-9) == -9


def test_where_no_caseload_is_left_it_is_said() -> None:
    """H is pinned to Q; to hand H over takes P 4 half-hours, and P has only the 1 that H takes."""
    given = problem(
        [unit("H", holder="P", pinned_to="Q")],
        [carrier("P", limit_half_hours=0), carrier("Q")],
        [pair("H", "P", demand_half_hours=1), pair("H", "Q", give_half_hours=4)],
    )
    assert least(given) is None


# Against every set of units, as docs/model.md has it, word by word


def allowed(given: Problem, person: Carrier) -> Iterator[frozenset[str]]:
    """Give every caseload of section 8."""
    sheet = write_down(given)
    meets = [u for u in given.units if sheet.may_meet(u.id, person.id)]
    own = [u for u in given.units if u.holder == person.id]
    hours = {u.id: given.pairs[u.id, person.id].demand_half_hours for u in given.units}
    exempt = {
        u.id
        for u in given.units
        if u.mandatory or (u.pin_waived and u.pinned_to == person.id)
        if u not in own or given.strict
    }
    held = sum(hours[u.id] for u in own)
    most = person.limit_half_hours if given.strict else max(person.limit_half_hours, held)
    most += sum(hours[u.id] for u in meets if u.id in exempt)
    stays = given.deallocations_limit == 0 and not team_limits_may_give(given)
    handed = {
        u.id: min(
            (
                given.pairs[u.id, other.id].give_half_hours
                for other in given.carriers
                if other != person and sheet.may_meet(u.id, other.id)
            ),
            default=0,
        )
        for u in own
        if stays
    }
    for size in range(len(meets) + 1):
        for units in combinations(meets, size):
            total = sum(hours[u.id] for u in units)
            total += sum(handed.get(u.id, 0) for u in own if u not in units)
            new = [u for u in units if u not in own and u.id not in exempt and hours[u.id]]
            if total <= (person.limit_half_hours if new else most):
                yield frozenset(u.id for u in units)


def priced(caseload: frozenset[str], prices: Mapping[str, int]) -> int:
    """Add up the prices of a caseload."""
    return sum(prices[name] for name in caseload)


@drawn(problems(), st.lists(st.integers(-20, 20), min_size=3, max_size=3))
def test_no_set_of_units_is_cheaper_and_one_is_as_cheap(given: Problem, some: list[int]) -> None:
    """Every practitioner, every set."""
    prices = dict(zip(("A", "B", "C"), some, strict=True))
    for person in given.carriers:
        every = [priced(caseload, prices) for caseload in allowed(given, person)]
        assert caseloads(given, person.id).least(prices) == min(every, default=None)


# Hours over a limit that are settled


def with_two_mandatory(**facts: object) -> Problem:
    """P has room for 10 half-hours; I and J (10 each) are mandatory, W is pinned with a waiver."""
    return problem(
        [
            unit("I", mandatory=True),
            unit("J", mandatory=True),
            unit("W", pinned_to="P", pin_waived=True),
        ],
        [carrier("P", limit_half_hours=10), carrier("Q")],
        **facts,
    )


@pytest.mark.parametrize(("over", "cheapest"), [(None, -12), (10, -12), (9, -10), (0, -10)])
def test_mandatory_families_take_no_more_than_is_over(over: int | None, cheapest: int) -> None:
    """W's 10 half-hours are given freely; beside them there is room for 10 and what is over.

    I (5), J (5) and W (2): all three need 30, of which 10 are the limit's and 10 are W's.
    """
    given = with_two_mandatory()
    found = next(
        one for one in caseloads_of(given, write_down(given), over) if one.practitioner == "P"
    )
    assert found.least({"I": -5, "J": -5, "W": -2}) == cheapest
