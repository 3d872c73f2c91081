"""Filling a plan: who has room takes on who awaits, and no stage is worse for it."""

from decimal import Decimal

import pytest
from hypothesis import assume, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.data.problem import Carrier, Missable, Problem, TeamPool, Unit
from planner.data.progress import Progress
from planner.model import Clock, least_missed, solve
from planner.model.fill import filled
from planner.model.first import meets_rules, plan_at_hand
from planner.model.lines import stage_value
from planner.policy import default_policy
from planner.report import prepare, stages_of
from planner.synthetic import generate
from planner.terms import STAGE_0
from tests.make_random import random_scenario
from tests.problems import carrier, missable, pair, pool, problem, unit
from tests.random_problems import plans, problems

POLICY = default_policy()
BY_ID = {stage.id: stage for stage in (*STAGE_0, *POLICY.stages)}


def chosen(*ids: str) -> tuple[Stage, ...]:
    """Give some stages of the policy."""
    return tuple(BY_ID[name] for name in ids)


def fill(given: Problem, *stages: str, **held: str) -> dict[str, str]:
    """Fill the plan in which only these are held; say who holds what."""
    wanted = chosen(*stages) if stages else stages_of(POLICY, given)
    everyone = {family.id: held.get(family.id, "") for family in given.units}
    return dict(filled(given, wanted, least_missed(given, everyone)).holders)


def values(given: Problem, choices: Choices) -> list[int]:
    """Give what a plan costs in every stage, in order."""
    return [stage_value(given, stage, choices) for stage in stages_of(POLICY, given)]


def high(name: str, **facts: object) -> Unit:
    """Make a family with a child of band (a)."""
    return unit(name, **{"points": {"high_a": 104}, "high_children": 1, **facts})


@pytest.mark.parametrize(("room", "taken"), [(9, False), (10, True), (11, True)])
def test_a_family_is_taken_on_where_it_fits(room: int, taken: bool) -> None:
    """Ten half-hours into one too few, just as many, one to spare."""
    given = problem([high("H")], [carrier("P", capacity_half_hours=room)])
    assert fill(given) == {"H": "P" if taken else ""}


def test_the_higher_stage_comes_first_then_points_then_id() -> None:
    """Room for four of six; 150 points of *next* weigh less than 101 of band (c)."""
    awaiting = [
        unit("A", points={"next": 140}),
        unit("B", points={"next": 150}),
        unit("C", points={"high_c": 101}),
        unit("D", points={"high_c": 101}),
        unit("E", points={"remaining": 70}),
        high("F"),
    ]
    given = problem(awaiting, [carrier("P", capacity_half_hours=40)])
    assert fill(given) == {"A": "", "B": "P", "C": "P", "D": "P", "E": "", "F": "P"}
    given = problem(awaiting, [carrier("P", capacity_half_hours=20)])
    assert fill(given) == dict.fromkeys("ABDE", "") | {"C": "P", "F": "P"}


def test_whoever_needs_the_fewest_hours_takes_it_on() -> None:
    """Q needs two half-hours less, or what P needs beside are two of cover in leave."""
    for facts in ({"demand_half_hours": 12}, {"cover_half_hours": 2, "cover_rest_half_hours": 2}):
        given = problem([high("H")], [carrier("P"), carrier("Q")], [pair("H", "P", **facts)])
        assert fill(given) == {"H": "Q"}


def test_of_equals_whose_hours_are_filled_best_so_that_more_fits() -> None:
    """A of 10 fills Q, and so B of 20 finds room with P."""
    given = problem(
        [high("A", points={"high_a": 110}), high("B")],
        [carrier("P", capacity_half_hours=20), carrier("Q", capacity_half_hours=10)],
        [pair("B", name, demand_half_hours=20) for name in "PQ"],
    )
    assert fill(given) == {"A": "Q", "B": "P"}


def watched_beside(duty: int, **facts: object) -> Problem:
    """Make H, who takes all hours of P, and W, who awaits with two contacts of two half-hours."""
    return problem(
        [high("H"), unit("W", waiting_half_hours=4)],
        [carrier("P", capacity_half_hours=10)],
        [pair("W", "P", barred=True)],
        missables=[missable("W", most=2, **{"watched": 1, **facts})],
        pools=[pool(duty_half_hours=duty)],
    )


@pytest.mark.parametrize(("duty", "taken"), [(3, False), (4, True), (5, True)])
def test_a_contact_of_a_watched_child_is_not_missed_for_a_family(duty: int, taken: bool) -> None:
    """Stage 1 comes before 2 (a): duty one half-hour short, just enough, one to spare."""
    holder = "P" if taken else ""
    assert fill(watched_beside(duty)) == {"H": holder, "W": ""}
    assert fill(watched_beside(duty), "2a", "1")["H"] == "P"


def test_a_family_counts_what_those_before_it_have_taken() -> None:
    """After A the duty pool has nothing for B to take; C needs no hours."""
    given = problem(
        [*(high(name) for name in "ABC"), unit("W", waiting_half_hours=10)],
        [carrier("P", capacity_half_hours=20)],
        [pair("C", "P", demand_half_hours=0), pair("W", "P", barred=True)],
        missables=[missable("W", half_hours=10, watched=1)],
    )
    assert fill(given) == {"A": "P", "B": "", "C": "P", "W": ""}


def test_other_contacts_are_missed_for_a_higher_stage_alone() -> None:
    """120 points of contact go for band (a), 3 (a) being below; for *next* it is in one sum.

    L, who needs no hours, is taken on whatever becomes of H.
    """
    for points, holder in (({"high_a": 1}, "P"), ({"next": 119}, "")):
        given = problem(
            [
                unit("H", points=points),
                unit("L", points={"remaining": 1}),
                unit("W", waiting_half_hours=4),
            ],
            [carrier("P", capacity_half_hours=10)],
            [pair("L", "P", demand_half_hours=0), pair("W", "P", barred=True)],
            missables=[missable("W", most=2)],
        )
        assert fill(given) == {"H": holder, "L": "P", "W": ""}


def test_what_costs_nothing_to_miss_is_in_nobodys_way() -> None:
    """W's contacts have neither points nor are they watched: missed for the last family."""
    given = watched_beside(0, watched=0, points=0)
    last = unit("H", points={"remaining": 1})
    assert fill(given.model_copy(update={"units": (last, given.units[1])}))["H"] == "P"


def test_where_contacts_are_missed_already_no_plan_is_taken_that_misses_more() -> None:
    """Five half-hours are short: A's one contact of ten goes; with A taken on, five of W's go.

    G needs no hours, and is taken on all the same.
    """
    given = problem(
        [
            high("A", waiting_half_hours=10),
            high("G", points={"high_a": 200}),
            unit("W", waiting_half_hours=10),
        ],
        [carrier("P", capacity_half_hours=10)],
        [pair("G", "P", demand_half_hours=0), pair("W", "P", barred=True)],
        missables=[
            missable("A", half_hours=10, watched=1),
            missable("W", half_hours=1, watched=1, most=10),
        ],
        pools=[pool(duty_half_hours=5)],
    )
    assert fill(given) == {"A": "", "G": "P", "W": ""}
    alone = given.model_copy(update={"units": (given.units[0], given.units[2])})
    assert fill(alone) == {"A": "", "W": ""}


@pytest.mark.parametrize(("limit", "taken"), [(1, False), (2, False), (3, True), (4, True)])
def test_nobody_over_a_limit_is_given_more(limit: int, taken: bool) -> None:
    """P holds two children: over the limit, at it, with room for N, one to spare."""
    given = problem(
        [unit("F", ("F1", "F2"), holder="P"), high("N")], [carrier("P", children_limit=limit)]
    )
    assert fill(given, F="P") == {"F": "P", "N": "P" if taken else ""}


def test_a_limit_that_a_family_does_not_count_for_lets_it_pass() -> None:
    """P is over the limit on infants; no new family more, but one whose practitioner has gone."""
    families = [
        unit("F", holder="P", intensive_infants=2),
        high("N"),
        high("O", former="gone"),
        high("I", former="gone", intensive_infants=1),
    ]
    given = problem(families, [carrier("P", new_families_limit=0, intensive_limit=1)])
    assert fill(given, F="P") == {"F": "P", "N": "", "O": "P", "I": ""}


@pytest.mark.parametrize(("points", "taken"), [(29, False), (30, False), (31, True)])
def test_borrowing_has_to_be_worth_its_points(points: int, taken: bool) -> None:
    """Another team's practitioner costs 30 in the stage in which the family awaits.

    R is taken on by its own team, whatever becomes of N.
    """
    families = [unit("N", points={"next": points}), unit("R", points={"remaining": 5})]
    given = problem(
        families, [carrier("P"), carrier("Q", team="other")], [pair("N", "P", barred=True)]
    )
    assert fill(given) == {"N": "Q" if taken else "", "R": "P"}


def test_its_own_team_comes_before_whoever_needs_fewer_hours() -> None:
    """P of the team needs ten half-hours, Q of another one eight."""
    people: list[Carrier] = [carrier("P"), carrier("Q", team="other")]
    given = problem([high("N")], people, [pair("N", "Q", demand_half_hours=8)])
    assert fill(given) == {"N": "P"}


@pytest.mark.parametrize(
    "facts", [{"barred": True}, {"missing_skills": ("court",)}, {"missing_grade": True}]
)
def test_rules_that_stand_between_are_kept(facts: dict[str, object]) -> None:
    """Barred, without a skill, without the grade: it awaits, an infant set aside too."""
    for family in (high("H"), high("H", mandatory=True, excused=True)):
        given = problem([family], [carrier("P")], [pair("H", "P", **facts)])
        assert fill(given) == {"H": ""}


def test_who_is_let_go_or_left_out_is_not_taken_on() -> None:
    """F was de-allocated, L is left out by a question: both are for somebody else to decide."""
    given = problem([high("F", holder="P"), high("L", left_out=True)], [carrier("P"), carrier("Q")])
    assert fill(given) == {"F": "", "L": ""}


def test_the_pools_of_two_teams_are_looked_at() -> None:
    """N of the north would take Q's hours, which the south's watched contacts need; O none."""
    items: list[Missable] = [missable("S", watched=1, team="south", half_hours=10)]
    pools: list[TeamPool] = [pool("north"), pool("south")]
    families = [
        high("N", team="north"),
        high("O", team="north"),
        unit("S", team="south", waiting_half_hours=10),
    ]
    for hours, holder in ((19, ""), (20, "Q"), (21, "Q")):
        people = [carrier("Q", team="south", capacity_half_hours=hours)]
        facts = [pair("S", "Q", barred=True), pair("O", "Q", demand_half_hours=0)]
        given = problem(families, people, facts, missables=items, pools=pools)
        assert fill(given) == {"N": holder, "O": "Q", "S": ""}


def assert_better(given: Problem, plan: Choices) -> bool:
    """Assert that a plan is no worse once filled; say whether anybody was taken on."""
    after = filled(given, stages_of(POLICY, given), plan)
    if after is plan:
        return False
    assert values(given, after) < values(given, plan)
    assert meets_rules(given, after)
    assert after.gives == plan.gives
    kept = {family: holder for family, holder in plan.holders.items() if holder}
    assert kept.items() < after.holders.items()
    return True


@drawn(given=problems(), data=st.data())
@settings(max_examples=100)
def test_no_plan_is_worse_once_filled(given: Problem, data: st.DataObject) -> None:
    """Every rule is met, no limit gives way more, nobody is moved; from any plan."""
    plan = data.draw(st.one_of(st.just(plan_at_hand(given)), plans(given)))
    assume(plan is not None)
    assert plan is not None
    assume(meets_rules(given, plan))
    assert_better(given, plan)


def test_random_teams_are_filled_soundly_and_often() -> None:
    """Of the teams that have a first plan many can take somebody on at once."""
    taken = 0
    for seed in range(150):
        given = prepare(random_scenario(seed), POLICY).problem
        plan = plan_at_hand(given)
        taken += plan is not None and assert_better(given, plan)
    assert taken > 20


@pytest.mark.parametrize("percent", [110, 130])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_realistic_teams_with_more_hours_are_filled_soundly(seed: int, percent: int) -> None:
    """Generated teams of 75 x 6 whose limit is above what they hold."""
    more = Adjustment(kind=AdjustmentKind.LIMIT, amount=Decimal(percent))
    given = prepare(adjust(generate(75, 6, seed), (more,)), POLICY).problem
    plan = plan_at_hand(given)
    assert plan is not None
    assert_better(given, plan)


def test_a_search_starts_from_the_filled_plan() -> None:
    """Without any time it is the answer; the plan before it was told first."""
    given, seen = watched_beside(4), list[Progress]()
    solved = solve(given, chosen("1", "2a"), Clock(0), on_progress=seen.append)
    assert solved.choices is not None
    assert solved.choices.holders == {"H": "P", "W": ""}
    assert [told.choices.holders["H"] for told in seen] == ["", "P"]


def test_under_ceilings_nothing_is_filled() -> None:
    """A ceiling may be passed by what is missed instead, so that it is left to a search."""
    given = watched_beside(4)
    solved = solve(given, chosen("2a"), Clock(0), ceilings=[(BY_ID["1"], 0)])
    assert solved.choices is not None
    assert solved.choices.holders == {"H": "", "W": ""}
