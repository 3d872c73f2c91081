"""What follows from who holds what: nothing is left for a plan to invent."""

from planner.data.plan import GivenWay
from planner.rules import RULES, settle
from tests.problems import TEAM, carrier, missable, pair, pool, problem, unit


def test_families_left_out_await_and_zeros_are_dropped() -> None:
    """Nothing missed and nothing short are said by silence."""
    team = problem([unit("A"), unit("B")], [carrier("P")], missables=[missable("B")])
    plan = settle(team, {"A": "P"}, {"B|wait": 0}, {TEAM: 0})
    assert plan.holders == {"A": "P", "B": ""}
    assert (plan.missed, plan.oversight_missed, plan.short, plan.gives) == ({}, {}, {}, ())


def test_missed_amounts_are_kept() -> None:
    """What was chosen to be missed stands, sorted by id."""
    units = [unit("A", waiting_half_hours=2, oversight_half_hours=2), unit("B")]
    team = problem(units, [carrier("P")], missables=[missable("B"), missable("A")])
    plan = settle(team, {}, {"B|wait": 1, "A|wait": 1}, {TEAM: 2})
    assert list(plan.missed.items()) == [("A|wait", 1), ("B|wait", 1)]
    assert plan.oversight_missed == {TEAM: 2}


def test_every_limit_that_gives_way_is_listed() -> None:
    """M takes everything beyond its limit with Q; nothing is found then.

    Q has 6 half-hours for M's 9: 3 over. One child and one infant each are over a limit of none,
    one high-risk child too, and M, which P may not keep, is new. Q lacks a skill. B awaits instead.
    """
    people = [
        carrier("P"),
        carrier(
            "Q",
            limit_half_hours=6,
            children_limit=0,
            intensive_limit=0,
            high_risk_limit=0,
            new_families_limit=0,
        ),
    ]
    units = [unit("B", holder="P"), unit("M", mandatory=True, holder="P")]
    pairs = [
        pair("M", "Q", demand_half_hours=9, missing_skills=("court",)),
        pair("M", "P", barred=True),
    ]
    team = problem(units, people, pairs, changes_limit=0, deallocations_limit=0)
    plan = settle(team, {"M": "Q"}, {}, {})
    assert plan.gives == (
        GivenWay(limit="deallocations", amount=1),
        GivenWay(limit="changes", amount=1),
        GivenWay(limit="hours", practitioner="Q", unit="M", amount=3),
        GivenWay(limit="children", practitioner="Q", unit="M", amount=1),
        GivenWay(limit="intensive", practitioner="Q", unit="M", amount=1),
        GivenWay(limit="high_risk", practitioner="Q", unit="M", amount=1),
        GivenWay(limit="new_families", practitioner="Q", unit="M", amount=1),
        GivenWay(limit="fit", practitioner="Q", unit="M", amount=1),
    )
    assert [rule.id for rule in RULES if rule.check(team, plan)] == []


def test_the_shortfall_is_what_is_left_after_what_is_missed() -> None:
    """A awaits with 9; the pool has 4 duty hours; a contact of 2 is missed: 3 short, by team."""
    units = [unit("A", team="north", waiting_half_hours=9)]
    team = problem(
        units,
        [carrier("P", team="south")],
        missables=[missable("A", team="north")],
        pools=[pool("north", duty_half_hours=4)],
    )
    assert settle(team, {}, {"A|wait": 1}, {}).short == {"north": 3}
