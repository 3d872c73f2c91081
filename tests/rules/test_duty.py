"""The duty pool of a team, in half-hours."""

import pytest

from planner.data.plan import Choices, Finding
from planner.data.problem import Missable, Problem
from planner.rules.duty import RULE
from planner.rules.pool import pool_half_hours, shortfall
from tests.boards import allows, posted
from tests.problems import TEAM, carrier, chosen, missable, pair, pool, problem, settled, unit

TWENTY = carrier("P", capacity_half_hours=20)


def lone() -> tuple[Problem, Choices]:
    """Let A await with 21 half-hours of duty; 20 are there and no shortfall is stated."""
    team = problem([unit("A", waiting_half_hours=21)], [TWENTY])
    return team, chosen(team)


def agrees(team: Problem, plan: Choices) -> list[Finding]:
    """Give what the check finds, after making sure that the board agrees."""
    found = list(RULE.check(team, plan))
    assert allows(posted(RULE, team), team, plan) is not bool(found)
    return found


@pytest.mark.parametrize(("waiting", "over"), [(9, []), (10, []), (11, [1])])
def test_what_awaits_fits_what_is_left(waiting: int, over: list[int]) -> None:
    """P has 20 and holds A of 10: 10 are left for B."""
    team = problem([unit("A"), unit("B", waiting_half_hours=waiting)], [TWENTY])
    assert [f.amount for f in agrees(team, chosen(team, holders={"A": "P"}))] == over


@pytest.mark.parametrize(
    ("pooled", "short"),
    [
        ({}, 1),  # 21 awaiting, 20 there
        ({"duty_half_hours": 3}, -2),
        ({"contracted_half_hours": 3}, 4),
        ({"reserve_half_hours": 3}, 4),
    ],
)
def test_what_the_pool_has_and_owes(pooled: dict[str, int], short: int) -> None:
    """A awaits with 21 half-hours; duty hours add, contracted children and reserve take."""
    team = problem([unit("A", waiting_half_hours=21)], [TWENTY], pools=[pool(**pooled)])
    assert shortfall(team, team.pools[0], chosen(team)) == short


@pytest.mark.parametrize(("waiting", "over"), [(9, []), (10, []), (11, [1])])
def test_who_is_over_takes_from_the_pool(waiting: int, over: list[int]) -> None:
    """P holds A of 30 with a capacity of 20: 10 over come off the 20 that Q has."""
    people = [TWENTY, carrier("Q", capacity_half_hours=20)]
    units = [unit("A", holder="P"), unit("B", waiting_half_hours=waiting)]
    team = problem(units, people, [pair("A", "P", demand_half_hours=30)])
    assert [f.amount for f in agrees(team, chosen(team, holders={"A": "P"}))] == over


@pytest.mark.parametrize(("held", "over"), [(19, 4), (20, 5), (21, 5), (40, 5)])
def test_the_pool_never_falls_below_nothing(held: int, over: int) -> None:
    """P holds A with a capacity of 20: 1 or 0 half-hours are left for B's 5, and never less."""
    units = [unit("A", holder="P"), unit("B", waiting_half_hours=5)]
    team = problem(units, [TWENTY], [pair("A", "P", demand_half_hours=held)])
    plan = chosen(team, holders={"A": "P"})
    assert pool_half_hours(team, team.pools[0], plan) == 5 - over
    assert [f.amount for f in agrees(team, plan)] == [over]


def test_a_limit_above_the_capacity_creates_no_duty_hours() -> None:
    """P's limit of 30 admits A of 10; the pool still has 20 less 10."""
    people = [carrier("P", capacity_half_hours=20, limit_half_hours=30)]
    team = problem([unit("A"), unit("B", waiting_half_hours=11)], people)
    assert shortfall(team, team.pools[0], chosen(team, holders={"A": "P"})) == 1


def test_who_is_away_brings_nothing_and_leaves_cover() -> None:
    """P is away with A: neither P's 20 nor A's 4 hours of demand count, the cover of 6 does."""
    people = [carrier("P", present=False, capacity_half_hours=20), carrier("Q")]
    pairs = [pair("A", "P", demand_half_hours=4, cover_half_hours=6)]
    team = problem([unit("A", holder="P", waiting_half_hours=9)], people, pairs)
    assert shortfall(team, team.pools[0], chosen(team, holders={"A": "P"})) == 6 - 200
    assert shortfall(team, team.pools[0], chosen(team)) == 9 - 200


def test_a_handover_given_counts() -> None:
    """A goes from P to Q: Q's 10 and P's 2 of handover against 40."""
    people = [TWENTY, carrier("Q", capacity_half_hours=20)]
    team = problem([unit("A", holder="P")], people, [pair("A", "Q", give_half_hours=2)])
    assert shortfall(team, team.pools[0], chosen(team, holders={"A": "Q"})) == 12 - 40
    assert shortfall(team, team.pools[0], chosen(team, holders={"A": "P"})) == 10 - 40


def test_teams_have_pools_of_their_own() -> None:
    """A of the north is held by Q of the south: its cover is the north's, Q's hours the south's.

    P of the north hands it over. B of the south awaits.
    """
    people = [
        carrier("P", team="north", capacity_half_hours=20),
        carrier("Q", team="south", capacity_half_hours=30),
    ]
    units = [
        unit("A", team="north", holder="P", waiting_half_hours=50),
        unit("B", team="south", waiting_half_hours=7),
    ]
    pairs = [pair("A", "Q", demand_half_hours=11, give_half_hours=2, cover_half_hours=5)]
    team = problem(units, people, pairs)
    plan = chosen(team, holders={"A": "Q"})
    found = {pool.team: shortfall(team, pool, plan) for pool in team.pools}
    assert found == {"north": 2 + 5 - 20, "south": 7 + 11 - 30}


@pytest.mark.parametrize(
    ("item", "holder", "missed", "found"),
    [
        (missable("A", most=2), "", 2, 0),
        (missable("A", most=2), "", 3, 1),
        (missable("A", most=2), "P", 1, 1),  # an allocated child's contact is never missed
        (missable("A", "P", most=2), "P", 2, 0),  # what falls in P's leave
        (missable("A", "P", most=2), "P", 3, 1),
        (missable("A", "P", most=2), "Q", 1, 1),
        (missable("A", "P", most=2), "", 2, 2),
    ],
)
def test_contact_is_missed_only_where_it_falls_to_duty(
    item: Missable, holder: str, missed: int, found: int
) -> None:
    """Of a child who awaits, or in the leave of who holds; at most what falls due."""
    team = problem([unit("A")], [TWENTY, carrier("Q")], missables=[item])
    plan = chosen(team, holders={"A": holder}, missed={item.id: missed})
    assert [f.amount for f in agrees(team, plan)] == [found] * bool(found)


def test_less_than_nothing_cannot_be_missed() -> None:
    """A negative count would take hours from the pool's need."""
    team = problem([unit("A")], [TWENTY], missables=[missable("A")])
    assert len(agrees(team, chosen(team, missed={"A|wait": -1}))) == 1


@pytest.mark.parametrize(("missed", "over"), [(3, []), (2, []), (1, [1]), (0, [3])])
def test_what_is_missed_frees_its_hours(missed: int, over: list[int]) -> None:
    """A awaits with 23 half-hours, 20 are there; each contact missed frees two."""
    units = [unit("A", waiting_half_hours=23)]
    team = problem(units, [TWENTY], missables=[missable("A", most=3)])
    plan = chosen(team, missed={"A|wait": missed})
    assert [f.amount for f in agrees(team, plan)] == over


def test_another_teams_missed_contact_frees_nothing_here() -> None:
    """The contact missed in the south does not serve the north, one short."""
    units = [unit("A", team="north", waiting_half_hours=21), unit("B", team="south")]
    item = missable("B", team="south")
    people = [TWENTY.model_copy(update={"team": "north"}), carrier("Q", team="south")]
    team = problem(units, people, missables=[item])
    plan = chosen(team, missed={item.id: 1})
    assert [(f.subject, f.amount) for f in agrees(team, plan)] == [("north", 1)]


def test_a_missed_item_nobody_knows_is_found() -> None:
    """A plan cannot miss what the problem does not list."""
    team = problem([unit("A")], [TWENTY])
    found = RULE.check(team, chosen(team, missed={"made up": 2}))
    assert found == [Finding(rule="duty", unit="made up", subject="made up", amount=2)]


@pytest.mark.parametrize(("missed", "found"), [(4, []), (5, []), (6, [(1, 5)]), (-1, [(6, 5)])])
def test_oversight_and_reserve_are_missed_as_far_as_they_fall_due(
    missed: int, found: list[tuple[int, int]]
) -> None:
    """Reserve 1, contracted 1, A awaits with 1 of oversight, B's leave has a rest of 2: 5 in all.

    B's own oversight of 4 is not due, since B is held.
    """
    units = [
        unit("A", waiting_half_hours=2, oversight_half_hours=1),
        unit("B", waiting_half_hours=4, oversight_half_hours=4),
    ]
    pairs = [pair("B", "P", cover_half_hours=3, cover_rest_half_hours=2)]
    pools = [pool(reserve_half_hours=1, contracted_half_hours=1)]
    team = problem(units, [TWENTY], pairs, pools=pools)
    plan = chosen(team, holders={"B": "P"}, oversight_missed={TEAM: missed})
    assert [(f.amount, f.allowed) for f in agrees(team, plan)] == found


@pytest.mark.parametrize(("missed", "over"), [(2, []), (1, []), (0, [1])])
def test_oversight_missed_frees_its_hours(missed: int, over: list[int]) -> None:
    """A awaits with 21 half-hours, two of them oversight; 20 are there."""
    team = problem([unit("A", waiting_half_hours=21, oversight_half_hours=2)], [TWENTY])
    plan = chosen(team, oversight_missed={TEAM: missed})
    assert [f.amount for f in agrees(team, plan)] == over


@pytest.mark.parametrize(("short", "over"), [(2, []), (1, []), (0, [1])])
def test_a_shortfall_has_to_be_stated(short: int, over: list[int]) -> None:
    """A awaits with 21 half-hours that nobody may miss; 20 are there."""
    team = problem([unit("A", waiting_half_hours=21)], [TWENTY])
    assert [f.amount for f in agrees(team, chosen(team, short={TEAM: short}))] == over


def test_a_negative_shortfall_is_found() -> None:
    """Hours cannot be borrowed from a team that has them to spare."""
    team = problem([unit("A", waiting_half_hours=9)], [TWENTY])
    assert len(agrees(team, chosen(team, short={TEAM: -1}))) == 1


@pytest.mark.parametrize("stated", ["oversight_missed", "short"])
def test_what_is_missed_or_short_in_a_team_nobody_knows_is_found(stated: str) -> None:
    """At most what is due in the teams there are may be missed or short; elsewhere nothing is."""
    team = problem([unit("A")], [TWENTY])
    (finding,) = RULE.check(team, chosen(team, **{stated: {"elsewhere": 2}}))
    assert (finding.subject, finding.amount) == ("elsewhere", 2)


def test_an_item_nobody_knows_is_not_called_a_pool() -> None:
    """What was missed without being due is no shortfall of a team of that name."""
    team = problem([unit("A")], [TWENTY])
    (finding,) = RULE.check(team, chosen(team, missed={"made up": 2}))
    assert "duty pool of made up" not in RULE.say(finding)


def test_a_settled_plan_states_the_least_shortfall() -> None:
    """One short is stated, none is left out."""
    team = problem([unit("A", waiting_half_hours=21)], [TWENTY])
    assert settled(team).short == {TEAM: 1}
    assert settled(team, A="P").short == {}


def test_it_says_what_does_not_balance() -> None:
    """One sentence for a pool, one for what was missed without being due."""
    short = Finding(rule="duty", subject="north", amount=3)
    assert RULE.say(short) == (
        "The duty pool of north is 1.5 h short of what the plan accounts for."
    )
    missed = Finding(rule="duty", unit="A", subject="A|wait", amount=1)
    assert RULE.say(missed) == "More is missed for A than falls due."


@pytest.mark.parametrize("demand", [19, 20, 21, 22])
def test_what_is_held_over_hours_may_stay_to_the_half_hour(demand: int) -> None:
    """P holds A, at and beyond 20: the pool is empty, and neither face forbids it."""
    units, pairs = [unit("A", holder="P")], [pair("A", "P", demand_half_hours=demand)]
    team = problem(units, [TWENTY], pairs)
    assert agrees(team, settled(team, A="P")) == []


def test_a_shortfall_may_be_as_large_as_the_cover_that_falls_due() -> None:
    """All of A's 9 half-hours fall in P's leave and nothing is left; with Q none would be due."""
    pairs = [pair("A", "P", demand_half_hours=20, cover_half_hours=9), pair("A", "Q")]
    team = problem([unit("A", holder="P")], [TWENTY, carrier("Q", capacity_half_hours=0)], pairs)
    plan = settled(team, A="P")
    assert plan.short == {TEAM: 9}
    assert agrees(team, plan) == []
