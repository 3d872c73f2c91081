"""Better plans around one in hand: found by parts, stopped promptly, the same ones again."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from planner.data.board import Cost
from planner.model.clock import Clock
from planner.model.compact import Compact, read_choices
from planner.model.first import everything_missed, meets_rules
from planner.model.neighbourhoods import Neighbourhoods
from planner.model.part import Index
from planner.model.posted import Posted
from planner.model.search import Found, search
from planner.model.values import values_of
from tests.model.around import Around, around, in_hand, poor, team
from tests.model.market import market_split
from tests.problems import carrier, problem, unit

ROOT = Path(__file__).parents[2]


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
