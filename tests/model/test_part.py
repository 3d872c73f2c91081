"""A part of the model: what is found in it is a plan of the whole, and no worse."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import assume, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from planner.data.board import Cost, Key, Miss, Take
from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model.blocks import blocks
from planner.model.clock import Clock
from planner.model.compact import Compact, read_choices
from planner.model.first import everything_missed, meets_rules
from planner.model.lines import stage_value
from planner.model.missing import least_missed
from planner.model.part import Index
from planner.model.posted import Posted, post_all
from planner.model.search import Answer, Found, search
from planner.model.values import values_of
from planner.policy import default_policy
from planner.report import prepare, stages_of
from planner.rules import RULES
from tests.make_random import random_scenario
from tests.problems import carrier, every_arrangement, missable, pair, problem, unit
from tests.random_problems import problems

POLICY = default_policy()


@dataclass
class Whole:
    """A problem, its model, and some stages to minimise together below those above them."""

    problem: Problem
    compact: Compact
    above: list[tuple[Stage, Cost]]
    stages: tuple[Stage, ...]
    objective: Cost

    def hold(self, start: Choices) -> None:
        """Let the stages above cost no more than they do in a plan."""
        for stage, cost in self.above:
            self.compact.limit(cost, stage_value(self.problem, stage, start))

    def around(self, start: Choices, free: Iterable[Take]) -> Choices:
        """Give the best plan that differs in the free pairs alone."""
        values = values_of(self.problem, start)
        part = Index(self.compact).part(values, frozenset(free), self.objective)
        answer = search(part, Clock(20))
        assert answer.found is Found.OPTIMAL
        return read_choices(self.problem, {**values, **answer.values})

    def values(self, plan: Choices) -> list[int]:
        """Give what a plan costs in the stages."""
        return [stage_value(self.problem, stage, plan) for stage in self.stages]

    @property
    def pairs(self) -> list[Take]:
        """The pairs that may meet."""
        return [key for key in self.compact.variables if isinstance(key, Take)]


def whole(given: Problem, at: int) -> Whole:
    """Make the model of a problem, to minimise one of its blocks."""
    posted, costs = post_all(given)
    compact = Compact(given, posted)
    stages = stages_of(POLICY, given)
    found = list(blocks(given, compact, costs, stages))
    block = found[at % len(found)]
    all_costs = {s.id: compact.add_up([costs[term] for term in s.terms]) for s in stages}
    return Whole(
        given,
        compact,
        [(s, all_costs[s.id]) for s in stages[: stages.index(block.stages[0])]],
        block.stages,
        compact.add_up([all_costs[s.id] for s in block.stages], block.weights),
    )


def plans_of(given: Problem, random: Random) -> list[Choices]:
    """Give a few arrangements that meet every rule, all missed or as little as may be."""
    arrangements = list(every_arrangement(given))
    plans = [
        settle(given, holders)
        for holders in random.sample(arrangements, min(60, len(arrangements)))
        for settle in (everything_missed, least_missed)
    ]
    return [plan for plan in plans if meets_rules(given, plan)][:2]


def is_least(given: Problem, plan: Choices) -> bool:
    """Whether as little is missed as may be."""
    return plan == least_missed(given, plan.holders)


def assert_sound(model: Whole, start: Choices, free: list[Take]) -> None:
    """Assert that a part gives a plan of the whole that is no worse, and alike outside it."""
    better = model.around(start, free)
    assert [f for rule in RULES for f in rule.check(model.problem, better)] == []
    assert model.values(better) <= model.values(start)
    may_move = {key.unit for key in free}
    for name, holder in start.holders.items():
        assert better.holders[name] == holder or name in may_move
        others = {key.practitioner for key in free if key.unit == name}
        assert better.holders[name] in {"", holder} | others


@drawn(given=problems(), seed=st.integers(0, 10**6))
@settings(max_examples=50)
def test_a_part_gives_a_plan_of_the_whole(given: Problem, seed: int) -> None:
    """Any pairs at all, of any block of stages, around plans good and bad."""
    random = Random(seed)
    starts = plans_of(given, random)
    assume(bool(starts))
    for start in starts:
        model = whole(given, seed)
        model.hold(start)
        free = random.sample(model.pairs, random.randint(0, len(model.pairs)))
        assert_sound(model, start, free)


@pytest.mark.parametrize("seed", range(40))
def test_a_part_of_a_random_team_gives_a_plan_of_the_whole(seed: int) -> None:
    """Teams that reach every rule, freed practitioner by practitioner, too."""
    given, random = prepare(random_scenario(seed), POLICY).problem, Random(seed)
    for start in plans_of(given, random):
        model = whole(given, seed)
        model.hold(start)
        assert_sound(model, start, random.sample(model.pairs, len(model.pairs) // 2))
        name = random.choice(given.carriers).id
        assert_sound(model, start, [key for key in model.pairs if key.practitioner == name])


@drawn(given=problems(), seed=st.integers(0, 10**6))
@settings(max_examples=40)
def test_all_of_it_freed_is_the_whole(given: Problem, seed: int) -> None:
    """Then what is found is the best there is.

    What is missed in a team with no pair at all comes with no pair: it is as the plan has it.
    """
    model = whole(given, seed)
    starts = [plan for plan in plans_of(given, Random(seed)) if is_least(given, plan)]
    assume(bool(starts) and all("tie_break" not in s.terms for s in model.stages))
    model.hold(starts[0])
    model.compact.minimize(model.objective)
    answer = search(model.compact, Clock(20))
    best = read_choices(given, answer.values)
    assert model.values(model.around(starts[0], model.pairs)) == model.values(best)


def by_hand(board: Posted, units: Iterable[str] = ("F", "G", "M")) -> Compact:
    """Make the model of some families with P and Q under what a board says alone."""
    given = problem([unit(name) for name in units], [carrier("P"), carrier("Q")])
    return Compact(given, board)


def best_of(
    compact: Compact, values: Mapping[Key, int], free: Iterable[Take], cost: Mapping[Key, int]
) -> Answer:
    """Search a part for the least of a cost."""
    return search(Index(compact).part(values, frozenset(free), Cost(0, cost)), Clock(10))


def test_a_required_unit_stays_held() -> None:
    """P holds M and would rather not: only somebody else may take it over."""
    board = Posted()
    board.require("M")
    board.team_row({Take("M", "P"): 1, Take("M", "Q"): 1}, 1)
    compact, p, q = by_hand(board), Take("M", "P"), Take("M", "Q")
    cost = {p: 9, q: 1}
    assert best_of(compact, {p: 1}, [p], cost).values == {p: 1}
    assert best_of(compact, {p: 1}, [p, q], cost).values == {p: 0, q: 1}
    # Where P keeps it, Q need not have it, and may not.
    assert best_of(compact, {p: 1}, [q], cost).values == {q: 0}
    assert best_of(compact, {p: 1}, [q], {q: -1}).values == {q: 0}


@pytest.mark.parametrize(("limit", "taken"), [(1, 0), (2, 1), (3, 2)])
def test_a_row_of_the_whole_team_counts_what_is_not_free(limit: int, taken: int) -> None:
    """M with Q is taken and stays so; of F and G with P as many more as the limit leaves."""
    keys = [Take("F", "P"), Take("G", "P")]
    board = Posted()
    board.team_row(dict.fromkeys([*keys, Take("M", "Q")], 1), limit)
    board.team_row({Take("F", "Q"): 1, Take("M", "Q"): 1}, 1)
    answer = best_of(by_hand(board), {Take("M", "Q"): 1}, keys, dict.fromkeys(keys, -1))
    assert sum(answer.values.values()) == taken


@pytest.mark.parametrize(("missed", "taken"), [(0, 0), (1, 0), (2, 1)])
def test_a_count_comes_with_every_row_that_it_is_in(missed: int, taken: int) -> None:
    """Taking F needs two trips missed; another row, with nothing free in it, allows so many."""
    trip, take = Miss("trip"), Take("F", "P")
    board = Posted()
    board.count(trip, 5)
    board.team_row({take: 2, trip: -1}, 0)
    board.team_row({trip: 1, Take("G", "Q"): -missed}, 0)
    answer = best_of(by_hand(board), {Take("G", "Q"): 1}, [take], {take: -10, trip: 1})
    assert answer.values == {take: taken, trip: 2 * taken}


def test_a_limit_put_on_later_comes_along() -> None:
    """Stages above are held by rows, like any rule."""
    compact = by_hand(Posted())
    keys = [Take("F", "P"), Take("G", "P")]
    compact.limit(Cost(1, dict.fromkeys(keys, 3)), 4)
    answer = best_of(compact, {}, keys, {keys[0]: -1, keys[1]: -2})
    assert answer.values == {keys[0]: 0, keys[1]: 1}


def test_nothing_freed_is_the_plan_itself() -> None:
    """A part of nothing is searched without a fault."""
    model = whole(problem([unit("F", holder="P")], [carrier("P")]), 0)
    start = everything_missed(model.problem, {"F": "P"})
    assert model.around(start, []) == start


def test_changes_used_elsewhere_are_counted() -> None:
    """One change is allowed: G's has it, so F stays with P though Q is nearer."""
    given = problem(
        [unit("F", holder="P"), unit("G", holder="P")],
        [carrier("P"), carrier("Q")],
        [pair("F", "P", travel_minutes=80), pair("G", "P", travel_minutes=80)],
        [missable("F")],
        changes_limit=1,
    )
    posted, costs = post_all(given)
    model = Whole(given, Compact(given, posted), [], (), costs["travel"])
    free = [key for key in model.pairs if key.unit == "F"]
    moved, kept = ({"F": "P", "G": name} for name in ("Q", "P"))
    assert model.around(least_missed(given, moved), free).holders["F"] != "Q"
    travel = Whole(given, Compact(given, posted), [], (), Cost(0, {Take("F", "Q"): -1}))
    assert travel.around(least_missed(given, kept), free).holders == {"F": "Q", "G": "P"}
    assert travel.around(least_missed(given, moved), free).holders == {"F": "P", "G": "Q"}
