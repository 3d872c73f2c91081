"""What is freed: as much as may be, for each worker something else, more of what helps."""

import pytest

from planner.data.board import Cost, Take
from planner.model.clock import Clock
from planner.model.compact import Compact
from planner.model.first import everything_missed, meets_rules
from planner.model.neighbourhoods import Neighbourhoods, Way
from planner.model.part import Index
from planner.model.posted import post_all
from planner.model.search import Answer, Found
from tests.model.around import around, poor, team
from tests.problems import carrier, pair, problem, unit


@pytest.mark.parametrize(("size", "found"), [(2, 2), (3, 3), (9, 4)])
def test_a_group_has_as_many_as_it_may(size: int, found: int) -> None:
    """Each once, and never more than there are."""
    given = team(30, 4, 1)
    compact = Compact(given, post_all(given)[0])
    people = sorted(c.id for c in given.carriers)
    search = Neighbourhoods(given, compact, Cost(0, {}), Clock(1))
    groups = [search._group(Way(size), people) for _ in range(40)]
    assert {len(group) for group in groups} == {found}
    assert frozenset().union(*groups) == set(people)


@pytest.mark.parametrize("way", [Way(2), Way(6, 0.5), Way(6, 1.0)], ids=["few", "half", "all"])
@pytest.mark.parametrize("workers", [1, 2])
def test_workers_are_given_different_families(way: Way, workers: int) -> None:
    """What one searches nobody else does; with some practitioners each, nor do they share those."""
    search = around(team(30, 4, 1), poor(team(30, 4, 1)), Clock(60, workers))
    neighbourhoods = Neighbourhoods(search.problem, search.compact, search.objective, search.clock)
    several = 0
    for _ in range(30):
        freed = list(neighbourhoods._draw(way, search.plans[-1]))
        several += len(freed) > 1
        units = [take.unit for free in freed for take in {t.unit: t for t in free}.values()]
        assert len(units) == len(set(units))
        people = [{take.practitioner for take in free} for free in freed]
        assert way.share == 1 or not set.intersection(*people) or len(people) == 1
    assert bool(several) is (workers > 1)


def test_two_workers_find_plans_that_meet_every_rule() -> None:
    """What both found goes together, or the second is left out."""
    given = team(75, 6, 1)
    search = around(given, poor(given), Clock(60, 2))
    search.improve(3)
    assert len(search.plans) > 1
    assert all(meets_rules(given, plan) for plan in search.plans)


def test_what_no_longer_fits_is_left_out() -> None:
    """F and G both fit with P alone, and not together: the first is taken."""
    given = problem(
        [unit(name, points={"remaining": 50}) for name in ("F", "G")],
        [carrier("P", capacity_half_hours=10)],
        [pair(name, "P", demand_half_hours=8) for name in ("F", "G")],
    )
    search = around(given, everything_missed(given, {}), Clock(60), "3b")
    neighbourhoods = Neighbourhoods(search.problem, search.compact, search.objective, search.clock)
    best = search.plans[-1]
    answers = [Answer(Found.OPTIMAL, {Take(name, "P"): 1}) for name in ("F", "G")]
    found = neighbourhoods._take(best, Index(search.compact), answers, search.take)
    assert found.holders == {"F": "P", "G": ""}
    assert search.answers == 1


def test_a_way_that_finds_plans_is_chosen_more_often() -> None:
    """Ten times without luck, and it still has some."""
    lucky, other = Way(4), Way(4)
    for _ in range(10):
        lucky.learn(Answer(Found.OPTIMAL), 9, better=True)
        other.learn(Answer(Found.FEASIBLE), 9, better=False)
    assert lucky.luck == pytest.approx(1)
    assert 0 < other.luck < 0.2
    assert (lucky.size, other.size) == (9, 2)


def test_only_the_core_and_what_the_plan_has_are_searched() -> None:
    """Every pair that is freed is in the core, or is as the plan has it."""
    given = team(30, 4, 1)
    search = around(given, poor(given), Clock(60))
    kept = frozenset(k for k in search.compact.variables if isinstance(k, Take))
    kept = frozenset(sorted(kept)[::3])
    neighbourhoods = Neighbourhoods(given, search.compact, search.objective, search.clock, kept)
    plan = search.plans[-1]
    for way in neighbourhoods.ways:
        for free in neighbourhoods._draw(way, plan):
            assert all(t in kept or plan.holders[t.unit] == t.practitioner for t in free)
            assert free & kept
