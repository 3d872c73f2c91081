"""Better plans around one in hand: found by parts, stopped promptly, the same ones again."""

import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

import pytest

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.board import Cost, Key, Take
from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model.blocks import blocks
from planner.model.clock import Clock
from planner.model.compact import Compact, read_choices
from planner.model.first import everything_missed, first_plan, meets_rules
from planner.model.lines import stage_value
from planner.model.missing import least_missed
from planner.model.neighbourhoods import Neighbourhoods, Way
from planner.model.part import Index
from planner.model.posted import Posted, post_all
from planner.model.search import Answer, Found, search
from planner.model.values import values_of
from planner.policy import default_policy
from planner.report import prepare, stages_of
from planner.synthetic import generate
from tests.model.market import market_split
from tests.problems import carrier, pair, problem, unit

POLICY = default_policy()
ROOT = Path(__file__).parents[2]


@cache
def team(children: int, people: int, seed: int) -> Problem:
    """Make a generated team with limits at 110 per cent: families can be taken on."""
    more = Adjustment(kind=AdjustmentKind.LIMIT, amount=Decimal(110))
    return prepare(adjust(generate(children, people, seed), (more,)), POLICY).problem


def poor(given: Problem) -> Choices:
    """Give a plan in which nobody takes on anything, and everything that may be is missed."""
    plan = first_plan(given)
    assert plan is not None
    assert plan == everything_missed(given, plan.holders)
    return plan


@dataclass
class Around:
    """A search around a plan, and every better plan that it came to."""

    problem: Problem
    clock: Clock
    plans: list[Choices]
    compact: Compact
    stages: tuple[Stage, ...]
    objective: Cost
    answers: int = field(default=0)

    def values(self, plan: Choices) -> list[int]:
        """Give what a plan costs in the stages."""
        return [stage_value(self.problem, stage, plan) for stage in self.stages]

    def take(self, values: Mapping[Key, int]) -> Choices:
        """Take an answer where it is better than the best so far."""
        self.answers += 1
        plan = read_choices(self.problem, values)
        if self.values(plan) < self.values(self.plans[-1]):
            self.plans.append(plan)
        return self.plans[-1]

    def improve(self, seconds: float) -> None:
        """Search around the plan."""
        random = Random(self.clock.seed)
        search = Neighbourhoods(
            self.problem, self.compact, self.objective, self.clock, random=random
        )
        search.improve(self.plans[-1], seconds, self.take)


def around(given: Problem, start: Choices, clock: Clock, wanted: str = "1") -> Around:
    """Make ready to better a plan in the stages searched with one, those above held."""
    posted, costs = post_all(given)
    compact = Compact(given, posted)
    for block in blocks(given, compact, costs, stages_of(POLICY, given)):
        own = [compact.add_up([costs[term] for term in stage.terms]) for stage in block.stages]
        if wanted in (stage.id for stage in block.stages):
            objective = compact.add_up(own, block.weights)
            return Around(given, clock, [start], compact, block.stages, objective)
        for stage, cost in zip(block.stages, own, strict=True):
            compact.limit(cost, stage_value(given, stage, start))
    raise AssertionError(f"no stage {wanted}")


def in_hand(size: tuple[int, int, int], clock: Clock) -> Around:
    """Make ready to better who remains awaiting: children are left, so it never costs nothing."""
    given = team(*size)
    return around(given, least_missed(given, poor(given).holders), clock, "3a")


@pytest.mark.parametrize("size", [(30, 4, 1), (30, 4, 2), (75, 6, 1)], ids=str)
def test_a_poor_plan_is_bettered_step_by_step(size: tuple[int, int, int]) -> None:
    """Each plan meets every rule and is better than the last; families are taken on."""
    given = team(*size)
    search = around(given, poor(given), Clock(60))
    search.improve(2)
    assert len(search.plans) > 1
    values = [search.values(plan) for plan in search.plans]
    assert values == sorted(values, reverse=True)
    assert all(meets_rules(given, plan) for plan in search.plans)
    assert search.plans[-1].holders != search.plans[0].holders


def test_what_is_found_is_close_to_the_best_there_is() -> None:
    """On a team of four, where the whole is proven: the very best, family by family found."""
    parts = in_hand((30, 4, 1), Clock(60))
    given, start = parts.problem, parts.plans[0]
    parts.improve(20)
    parts.compact.minimize(parts.objective)
    answer = search(parts.compact, Clock(20))
    assert answer.found is Found.OPTIMAL
    best = parts.values(read_choices(given, answer.values))
    assert best < parts.values(start)
    assert parts.values(parts.plans[-1]) == best


@pytest.fixture
def hard(monkeypatch: pytest.MonkeyPatch) -> Around:
    """Let every part be one that no search finishes, and none betters the plan."""
    monkeypatch.setattr(Index, "part", lambda *_: market_split())
    search = in_hand((30, 4, 1), Clock(60))
    monkeypatch.setattr(search, "take", lambda _: search.plans[-1])
    return search


def test_a_stop_ends_it_promptly(hard: Around) -> None:
    """In the middle of the search of a part."""
    threading.Timer(0.3, hard.clock.stop.set).start()
    began = hard.clock.spent
    hard.improve(60)
    assert 0.3 <= hard.clock.spent - began < 0.9


@pytest.mark.parametrize("seconds", [0, 0.3])
def test_it_takes_no_longer_than_it_was_given(hard: Around, seconds: float) -> None:
    """The search of a part that would take longer is ended."""
    began = hard.clock.spent
    hard.improve(seconds)
    assert seconds - 0.05 <= hard.clock.spent - began < seconds + 0.6


def test_the_deadline_of_the_whole_ends_it(hard: Around) -> None:
    """Whatever it was given of it."""
    hard.clock.seconds = hard.clock.spent + 0.3
    hard.improve(60)
    assert hard.clock.spent - hard.clock.seconds < 0.6


def test_its_effort_is_counted() -> None:
    """What is left for the proof is less by what the parts took."""
    search = in_hand((30, 4, 1), Clock(60))
    search.improve(1)
    assert 0 < search.clock.effort_spent < 60


def outcome(seed: int) -> str:
    """Better the plan of a small team until nothing does; give every plan on the way."""
    search = in_hand((30, 4, 2), Clock(600, seed=seed))
    search.improve(600)
    return "\n".join(plan.model_dump_json() for plan in search.plans)


def test_the_same_seed_gives_the_same_plans_again() -> None:
    """Nothing here is cut short by the clock; nor does it hang on how Python hashes words."""
    first = outcome(1)
    assert "\n" in first
    assert outcome(1) == first
    code = "from test_neighbourhoods import outcome; print(outcome(1))"
    paths = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    other = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "7"}
    again = subprocess.run(
        [sys.executable, "-c", code], env=other, check=True, capture_output=True, text=True
    )
    assert again.stdout.strip() == first


def test_what_costs_nothing_is_not_searched() -> None:
    """Nothing is better than nothing."""
    given = problem([unit("F", holder="P")], [carrier("P")])
    search = around(given, everything_missed(given, {"F": "P"}), Clock(60))
    search.improve(60)
    assert search.answers == 0


def test_where_nobody_may_hold_anything_there_is_nothing_to_search() -> None:
    """No pairs, no parts, and no fault."""
    given = problem([unit("F")], [carrier("P")])
    board = Posted()
    board.forbid("F", "P")
    clock = Clock(60)
    search = Neighbourhoods(given, Compact(given, board), Cost(0, {}), clock)
    search.improve(everything_missed(given, {}), 60, lambda _: pytest.fail("searched"))
    assert clock.spent < 1


@pytest.mark.parametrize(("more", "searched"), [(0, False), (1, True)])
def test_what_is_known_to_be_the_least_is_not_searched(more: int, searched: bool) -> None:
    """F would be taken on, where it is not said that nothing costs less."""
    given = problem([unit("F", points={"remaining": 50})], [carrier("P")])
    search = around(given, everything_missed(given, {}), Clock(60), "3b")
    plan = search.plans[-1]
    neighbourhoods = Neighbourhoods(given, search.compact, search.objective, search.clock)
    neighbourhoods.least = neighbourhoods._cost(values_of(given, plan)) - more
    neighbourhoods.improve(plan, 60, search.take)
    assert bool(search.answers) is searched


def test_where_nothing_can_be_freed_it_ends_by_itself() -> None:
    """A core without any pair, and nobody holds anything: there is nothing to search."""
    given = problem([unit("F", points={"remaining": 50})], [carrier("P")])
    search = around(given, everything_missed(given, {}), Clock(60), "3b")
    Neighbourhoods(given, search.compact, search.objective, search.clock, frozenset()).improve(
        search.plans[-1], 60, search.take
    )
    assert search.answers == 0
    assert search.clock.spent < 10


def test_one_practitioner_is_a_neighbourhood() -> None:
    """F has room and is taken; then nothing betters it, and it ends by itself."""
    given = problem([unit("F", points={"remaining": 50})], [carrier("P")])
    search = around(given, everything_missed(given, {}), Clock(60), "3b")
    search.improve(60)
    assert search.plans[-1].holders == {"F": "P"}
    assert search.clock.spent < 10


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
