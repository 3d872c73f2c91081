"""The way down the stages: what is known at each, held from there on, and told."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import assume, settings
from hypothesis import given as drawn

from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.data.progress import Progress
from planner.model import blocks, ladder
from planner.model.clock import Clock
from planner.model.compact import Compact
from planner.model.first import everything_missed, meets_rules
from planner.model.ladder import Ladder
from planner.model.lines import stage_value, total_if_all_waited
from planner.model.posted import post_all
from planner.policy import default_policy
from planner.report import prepare, stages_of
from planner.terms import STAGE_0
from planner.verify import verify_choices
from tests.make_random import random_scenario
from tests.problems import carrier, missable, problem, unit
from tests.random_problems import problems

POLICY = default_policy()
BY_ID = {stage.id: stage for stage in (*STAGE_0, *POLICY.stages)}


def chosen(*ids: str) -> tuple[Stage, ...]:
    """Give some stages of the policy."""
    return tuple(BY_ID[name] for name in ids)


def at_the_top(given: Problem, holders: Mapping[str, str], **facts: object) -> Ladder:
    """Stand above all stages with a plan in which everything that may be is missed."""
    posted, costs = post_all(given)
    best = everything_missed(given, holders)
    clock = Clock(20)
    made = Ladder(given, clock, Compact(given, posted), costs, best)
    for name, value in facts.items():
        setattr(made, name, value)
    return made


def values(ledger: Sequence[StageValue]) -> list[tuple[str, int, int | None, bool]]:
    """Give what each line says."""
    return [(line.id, line.value, line.bound, line.proven) for line in ledger]


def two_places() -> Problem:
    """Make room for two of three families: each waits on a trip, the first on a hearing too."""
    return problem(
        [
            unit("H", points={"high_a": 104}, waiting_half_hours=4, high_children=1),
            unit("N", points={"next": 150}, waiting_half_hours=2),
            unit("R", points={"remaining": 50}, waiting_half_hours=2),
        ],
        [carrier("P", capacity_half_hours=20)],
        missables=[
            missable("H", watched=1, points=0),
            missable("N"),
            missable("R"),
            missable("R", "P", id="leave", points=7),
        ],
    )


def test_a_stage_costs_the_sum_of_its_terms() -> None:
    """3b: 150 points of N, 50 of R, and trips of 60 each; H's trip is watched and costs none."""
    given = two_places()
    plan = everything_missed(given, {"H": "P"})
    assert stage_value(given, BY_ID["3b"], plan) == 320
    assert stage_value(given, BY_ID["2a"], plan) == 0


def test_what_would_be_if_all_waited_counts_every_trip_of_those_awaiting() -> None:
    """What falls in leave is not due while they wait: 60 and 60, never 7."""
    given = two_places()
    totals = {name: total_if_all_waited(given, BY_ID[name]) for name in ("1", "2a", "3a", "3b")}
    assert totals == {"1": 1, "2a": 104, "3a": 270, "3b": 320}


def test_stages_are_minimised_written_and_held() -> None:
    """H and N go to P, who is then full: R waits, and no hours are left for its trip.

    3a: 60 of R's trip; 3b: 50 points more.
    """
    made = at_the_top(two_places(), {})
    made.climb(*chosen("0f", "2a", "3a", "3b"))
    assert made.best.holders == {"H": "P", "N": "P", "R": ""}
    expected = [
        ("0f", 0, 0, True),
        ("2a", 0, 0, True),
        ("3a", 60, 60, True),
        ("3b", 110, 110, True),
    ]
    assert values(made.ledger) == expected
    assert values(made.final_ledger()) == expected
    assert made.final_ledger()[3].terms["contact_missed_other"] == 60


def test_a_value_is_held_by_the_climbs_that_follow() -> None:
    """N's 3a value stands though giving N up for R would be no worse by points to come."""
    made = at_the_top(two_places(), {})
    made.climb(*chosen("3a"))
    made.climb(*chosen("2a"))
    assert values(made.ledger)[0][:2] == ("3a", 0)
    assert stage_value(made.problem, BY_ID["3a"], made.best) == 0


@pytest.mark.parametrize(("most", "awaits"), [(59, 104), (60, 0), (61, 0)])
def test_a_ceiling_holds_before_anything_is_minimised(most: int, awaits: int) -> None:
    """With H and N taken 3a costs 60 for R's trip; where it may not, H waits for N and R."""
    made = at_the_top(two_places(), {"N": "P", "R": "P"})
    made.cap(BY_ID["0f"], 0)
    made.cap(BY_ID["3a"], most)
    made.climb(*chosen("2a"))
    assert values(made.ledger) == [("2a", awaits, awaits, True)]


def test_stages_that_cost_nothing_need_no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are proven as they are, and held: 2a is nothing since H is held."""
    monkeypatch.setattr(ladder, "search", lambda *_: pytest.fail("searched"))
    made = at_the_top(two_places(), {"H": "P"})
    made.climb(*chosen("0a", "0e", "2a"))
    assert values(made.ledger) == [(name, 0, 0, True) for name in ("0a", "0e", "2a")]
    assert made.best.holders == {"H": "P", "N": "", "R": ""}


def test_without_time_the_plan_stands_and_nothing_that_costs_is_proven() -> None:
    """The bound of each is nothing; what costs nothing at the head is proven all the same."""
    made = at_the_top(two_places(), {"H": "P"})
    made.clock.stop.set()
    made.climb(*chosen("2a", "3a", "3b"))
    written = [("2a", 0, 0, True), ("3a", 270, 0, False), ("3b", 320, 0, False)]
    assert values(made.ledger) == written
    assert not made.proven
    # Below a stage that is not proven nothing is, though it costs nothing.
    made.climb(*chosen("0a"))
    assert values(made.ledger)[3:] == [("0a", 0, 0, False)]


def test_what_is_missed_is_chosen_anew_where_search_was_cut_short() -> None:
    """N's and R's trips fit P's ten hours left; who holds what stays, and so does the bound."""
    made = at_the_top(two_places(), {"H": "P"})
    made.clock.stop.set()
    made.climb(*chosen("2a", "3a", "3b"))
    made.polish()
    assert made.best.holders == {"H": "P", "N": "", "R": ""}
    assert not made.best.missed
    lines = [("2a", 0, 0, True), ("3a", 150, 0, False), ("3b", 200, 0, False)]
    assert values(made.final_ledger()) == lines


def test_what_is_missed_is_left_where_all_is_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to choose anew."""
    monkeypatch.setattr(ladder, "least_missed", lambda *_: pytest.fail("chosen anew"))
    made = at_the_top(two_places(), {"H": "P"})
    made.climb(*chosen("2a"))
    before = made.best
    made.polish()
    assert made.best == before


def test_choosing_anew_never_makes_a_plan_worse(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worse one is not taken."""
    made = at_the_top(two_places(), {"H": "P"}, proven=False)
    made.climb(*chosen("3b"))
    before = made.best
    worse = everything_missed(made.problem, {})
    monkeypatch.setattr(ladder, "least_missed", lambda *_: worse)
    made.polish()
    assert made.best == before


def test_what_is_known_is_told() -> None:
    """Better plans with no bound, then each block's bound, counted by stages written."""
    told: list[Progress] = []
    made = at_the_top(two_places(), {}, on_progress=told.append, stages=2)
    made.cap(BY_ID["0f"], 0)
    made.climb(*chosen("2a"))
    made.climb(*chosen("3a"))
    ends = [(p.stage, p.value, p.bound, p.total, p.done) for p in told if p.bound is not None]
    assert ends == [("2a", 0, 0, 104, 0), ("3a", 60, 60, 270, 1)]
    assert {p.stages for p in told} == {2}
    assert {p.title for p in told} == {BY_ID["2a"].title, BY_ID["3a"].title}
    assert all(meets_rules(made.problem, p.choices) for p in told)
    assert told == sorted(told, key=lambda p: p.seconds)


def ways(given: Problem, holders: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Climb a problem in blocks, stage by stage, and by neighbourhoods first: the same values."""
    ledgers = []
    usual = (blocks._MOST_WEIGHT, ladder.LARGE)
    for weight, large in (usual, (1, usual[1]), (usual[0], 0)):
        with monkeypatch.context() as patched:
            patched.setattr(blocks, "_MOST_WEIGHT", weight)
            patched.setattr(ladder, "LARGE", large)
            made = at_the_top(given, holders)
            made.climb(*stages_of(POLICY, given))
        assert meets_rules(given, made.best)
        assert verify_choices(given, made.best, made.final_ledger()) == ()
        ledgers.append(values(made.final_ledger()))
    assert ledgers[0] == ledgers[1] == ledgers[2]
    assert all(proven and value == bound for _, value, bound, proven in ledgers[0])


@drawn(given=problems())
@settings(max_examples=15)
def test_stages_searched_together_come_to_what_they_do_one_by_one(given: Problem) -> None:
    """Random problems from whoever holds what now."""
    holders = {family.id: family.holder for family in given.units}
    assume(meets_rules(given, everything_missed(given, holders)))
    with pytest.MonkeyPatch.context() as monkeypatch:
        ways(given, holders, monkeypatch)


@pytest.mark.parametrize("seed", range(30))
def test_random_teams_come_to_the_same_in_blocks_or_not(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the team stands, where that meets every rule."""
    given = prepare(random_scenario(seed), POLICY).problem
    holders = {family.id: family.holder for family in given.units}
    if meets_rules(given, everything_missed(given, holders)):
        ways(given, holders, monkeypatch)


def test_choices_that_a_later_stage_moves_are_written_as_they_end() -> None:
    """A line's bound is kept, its value and terms are the final plan's."""
    made = at_the_top(two_places(), {}, proven=False)
    made.ledger.append(
        StageValue(id="2a", title="", value=104, bound=0, terms={"awaiting_high_a": 0})
    )
    made.best = Choices(holders={"H": "P", "N": "", "R": ""})
    assert values(made.final_ledger()) == [("2a", 0, 0, True)]
