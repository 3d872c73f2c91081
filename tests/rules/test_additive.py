"""What the five limits on one practitioner share; hours stand for all of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.data.board import Give, Key, Take
from planner.data.plan import GivenWay
from planner.data.problem import Problem, Unit
from planner.model.values import values_of
from planner.rules import ADDITIVE, RULES, hours
from planner.rules.additive import check_additive, is_exempt, post_additive
from tests.boards import allows, allows_values, posted
from tests.problems import carrier, chosen, pair, problem, settled, unit
from tests.random_problems import plans, problems

RULE = hours.RULE
LIMIT = 20


def team(units: list[Unit], demands: dict[str, int], **settings: object) -> Problem:
    """P with a limit of 20 half-hours, with families of these demands."""
    people = [carrier("P", limit_half_hours=LIMIT), carrier("Q")]
    pairs = [pair(name, "P", demand_half_hours=hours) for name, hours in demands.items()]
    return problem(units, people, pairs, **settings)


def over(given: Problem, **holders: str) -> list[tuple[int, int]]:
    """Give by how much hours are passed in a settled plan, and what was allowed."""
    return [(f.amount, f.allowed) for f in RULE.check(given, settled(given, **holders))]


def gives(given: Problem, **holders: str) -> list[tuple[str, int]]:
    """Give for whom hours give way in a settled plan, and by how much."""
    return [(g.unit, g.amount) for g in settled(given, **holders).gives if g.limit == "hours"]


@pytest.mark.parametrize("held", [19, 20, 21, 90])
def test_what_is_held_stays_even_over_the_limit(held: int) -> None:
    """Nobody loses a family for the limit's sake."""
    assert over(team([unit("A", holder="P")], {"A": held}), A="P") == []


@pytest.mark.parametrize(("held", "found"), [(18, []), (19, []), (20, [(1, 20)]), (30, [(11, 20)])])
def test_nobody_at_or_over_the_limit_is_given_more(held: int, found: list[tuple[int, int]]) -> None:
    """P holds A and is offered B of one half-hour: 19 + 1 is the limit, 30 + 1 is 11 over 20."""
    assert over(team([unit("A", holder="P"), unit("B")], {"A": held, "B": 1}), A="P", B="P") == (
        found
    )


@pytest.mark.parametrize(
    ("held", "taken", "found"),
    [(30, 20, []), (30, 21, [(1, 20)]), (30, 29, [(9, 20)]), (21, 21, [(1, 20)])],
)
def test_nobody_over_the_limit_is_given_more_in_exchange(
    held: int, taken: int, found: list[tuple[int, int]]
) -> None:
    """P gives up A and takes B, no more than before, but still over the limit of 20."""
    case = team([unit("A", holder="P"), unit("B")], {"A": held, "B": taken})
    assert over(case, B="P") == found
    assert allows(posted(RULE, case), case, settled(case, B="P")) is not bool(found)


def test_who_is_over_keeps_the_rest_when_a_family_leaves() -> None:
    """P holds A of 30 and B of 5, over 20; B goes to Q and A stays."""
    units = [unit("A", holder="P"), unit("B", holder="P")]
    assert over(team(units, {"A": 30, "B": 5}), A="P", B="Q") == []


@pytest.mark.parametrize(("held", "found"), [(19, []), (20, []), (21, [(1, 20)])])
def test_strict_brings_everyone_within_the_limit(held: int, found: list[tuple[int, int]]) -> None:
    """Under strict a family held over the limit has to go."""
    assert over(team([unit("A", holder="P")], {"A": held}, strict=True), A="P") == found


@pytest.mark.parametrize(
    ("held", "given"), [(14, []), (15, []), (16, [("M", 1)]), (40, [("M", 5)])]
)
def test_the_limit_gives_way_for_a_mandatory_family(
    held: int, given: list[tuple[str, int]]
) -> None:
    """P holds A and takes M of 5: beyond the larger of 20 and held, in the open."""
    case = team([unit("A", holder="P"), unit("M", mandatory=True)], {"A": held, "M": 5})
    assert gives(case, A="P", M="P") == given
    assert over(case, A="P", M="P") == []


def test_a_mandatory_family_lets_in_no_other() -> None:
    """With M of 5 over the limit P takes no B, though B alone would be let in by the give-way."""
    units = [unit("A", holder="P"), unit("B"), unit("M", mandatory=True)]
    case = team(units, {"A": 15, "B": 1, "M": 5})
    assert over(case, A="P", M="P") == []
    assert over(case, A="P", B="P", M="P") == [(1, 20)]


def test_a_limit_gives_way_by_no_more_than_the_family_takes() -> None:
    """P gives up nothing: 30 held, M of 5, then 35; a claim of 6 is worth 5."""
    case = team([unit("A", holder="P"), unit("M", mandatory=True)], {"A": 30, "M": 5})
    claim = GivenWay(limit="hours", practitioner="P", unit="M", amount=6)
    plan = chosen(case, holders={"A": "P", "M": "P"}, gives=(claim,))
    assert RULE.check(case, plan) == []
    small = claim.model_copy(update={"amount": 4})
    found = RULE.check(case, plan.model_copy(update={"gives": (small,)}))
    assert [(f.amount, f.allowed) for f in found] == [(1, 34)]


@pytest.mark.parametrize(
    ("holder", "amount", "allowed"),
    [("P", 5, True), ("P", 6, False), ("Q", 0, True), ("Q", 1, False)],
)
def test_a_board_lets_a_limit_give_way_by_what_is_taken_and_no_more(
    holder: str, amount: int, allowed: bool
) -> None:
    """P's limit for M of 5: by 5 where P has M, by nothing where Q has it."""
    board = posted(RULE, team([unit("M", mandatory=True)], {"M": 5}))
    values: dict[Key, int] = {Take("M", holder): 1, Give("hours", "P", "M"): amount}
    assert allows_values(board, values) is allowed


def test_nothing_gives_way_for_a_family_that_another_has() -> None:
    """P takes B of 25, 5 over; M is with Q and excuses nothing."""
    case = team([unit("B"), unit("M", mandatory=True)], {"B": 25})
    assert gives(case, B="P", M="Q") == []


@pytest.mark.parametrize(
    "claim",
    [
        GivenWay(limit="children", practitioner="P", unit="M", amount=9),  # another limit
        GivenWay(limit="hours", practitioner="Q", unit="M", amount=9),  # another person
        GivenWay(limit="hours", practitioner="P", unit="A", amount=9),  # not exempt
        GivenWay(limit="hours", practitioner="P", unit="N", amount=9),  # not with P
    ],
)
def test_a_claim_counts_only_for_its_own_limit_person_and_family(claim: GivenWay) -> None:
    """P has 25 with M, limit 20; nothing but a claim for M with P's hours lets that be."""
    units = [unit("A"), unit("M", mandatory=True), unit("N", mandatory=True)]
    case = team(units, {"M": 25, "A": 0})
    plan = chosen(case, holders={"A": "P", "M": "P", "N": "Q"}, gives=(claim,))
    assert [f.amount for f in RULE.check(case, plan)] == [5]


@pytest.mark.parametrize(
    ("facts", "given"),
    [
        ({"pinned_to": "P", "pin_waived": True}, [("B", 5)]),
        ({"pinned_to": "P"}, []),  # a pin without a waiver lifts nothing
        ({}, []),
    ],
)
def test_the_limit_gives_way_for_a_pin_with_a_waiver(
    facts: dict[str, object], given: list[tuple[str, int]]
) -> None:
    """B of 25 is 5 over P's limit."""
    case = team([unit("B", **facts)], {"B": 25})
    assert gives(case, B="P") == given
    assert bool(over(case, B="P")) is not bool(given)


def test_a_waiver_is_for_the_practitioner_it_names() -> None:
    """Nothing gives way for Q where the pin names P."""
    pinned = unit("B", pinned_to="P", pin_waived=True)
    assert is_exempt(pinned, "P")
    assert not is_exempt(pinned, "Q")


def test_waived_pins_give_way_before_mandatory_families() -> None:
    """P holds A of 20 and takes B (waived) of 3 and M of 5: 8 over, 3 for B and 5 for M.

    With A of 15, 3 are over: all of them for B.
    """
    waived = unit("Z", pinned_to="P", pin_waived=True)
    units = [unit("A", holder="P"), unit("M", mandatory=True), waived]
    holders = {"A": "P", "M": "P", "Z": "P"}
    assert gives(team(units, {"A": 20, "M": 5, "Z": 3}), **holders) == [("Z", 3), ("M", 5)]
    assert gives(team(units, {"A": 15, "M": 5, "Z": 3}), **holders) == [("Z", 3)]
    assert gives(team(units, {"A": 16, "M": 5, "Z": 3}), **holders) == [("Z", 3), ("M", 1)]


@pytest.mark.parametrize(("strict", "given"), [(False, []), (True, [("M", 5)])])
def test_a_mandatory_family_held_now_is_exempt_under_strict_only(
    strict: bool, given: list[tuple[str, int]]
) -> None:
    """P holds M of 25, limit 20: held over the limit it stays; strict has to give way for it."""
    case = team([unit("M", mandatory=True, holder="P")], {"M": 25}, strict=strict)
    assert gives(case, M="P") == given
    assert over(case, M="P") == []


@pytest.mark.parametrize("barrier", ["conflict", "barred", "out_of_reach", "absent"])
def test_no_limit_gives_way_across_a_rule_that_is_never_waived(barrier: str) -> None:
    """P may not hold M of 25 at all, so the 5 over are found beside the barrier."""
    people = [carrier("P", limit_half_hours=LIMIT)]
    pairs = [pair("M", "P", demand_half_hours=25, **{barrier: True})]
    case = problem([unit("M", mandatory=True)], people, pairs)
    assert gives(case, M="P") == []
    assert over(case, M="P") == [(5, 20)]


def test_a_family_that_counts_nothing_is_not_more() -> None:
    """P is over by 10 and takes B, which counts 0 under this limit: nothing is found."""
    assert over(team([unit("A", holder="P"), unit("B")], {"A": 30, "B": 0}), A="P", B="P") == []


@settings(max_examples=60)
@given(st.data())
def test_limits_give_way_by_the_least_that_serves(data: st.DataObject) -> None:
    """Settled: one less anywhere is found; more than a board allows lets in nothing further."""
    problem = data.draw(problems())
    plan = data.draw(plans(problem))
    for limit in ADDITIVE:
        found = check_additive(limit, problem, plan)
        own = [give for give in plan.gives if give.limit == limit.id]
        for give in own if not found else ():
            less = give.model_copy(update={"amount": give.amount - 1})
            gives = tuple(less if other is give else other for other in plan.gives)
            assert check_additive(limit, problem, plan.model_copy(update={"gives": gives}))
        board = posted(next(rule for rule in RULES if rule.id == limit.id), problem)
        values = values_of(problem, plan)
        most = {
            key: amount
            for key, amount in board.counts.items()
            if isinstance(key, Give) and plan.holders[key.unit] == key.practitioner
        }
        assert allows_values(board, values | most) is (not found)


def test_a_practitioner_with_nothing_to_hold_gets_no_row() -> None:
    """Where no family counts, nothing is posted."""
    board = posted(RULE, team([], {}))
    assert (board.rows, board.counts) == ([], {})
    post_additive(hours.LIMIT, board, team([unit("A")], {"A": 3}))
    assert {row.practitioner for row in board.rows} == {"P", "Q"}
