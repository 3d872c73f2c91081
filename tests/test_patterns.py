"""Choosing among caseloads, the compact model and the oracle: three ways, one answer."""

from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from planner.data.board import Board, Give, Key, Rule, Take
from planner.data.plan import Choices, Finding, StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model import Clock, Solved, first, posted, solve
from planner.model.descent import FEW
from planner.model.patterns import solve_by_patterns
from planner.policy import default_policy
from planner.report import prepare, stages_of
from tests import oracle
from tests.make_random import random_scenario
from tests.marks import many
from tests.problems import carrier, problem, unit

POLICY = default_policy()
SECONDS = 30.0
ORACLE = {
    "0a": "0 de-allocations",
    "0b": "0 changes",
    "0c": "0 new families",
    "0d": "0 counts",
    "0e": "0 hours",
    "0f": "0 short",
    "2e": "1",
}


def given_and_stages(seed: int) -> tuple[Problem, tuple[Stage, ...]]:
    """Make a random tiny team ready."""
    given = prepare(random_scenario(seed), POLICY).problem
    return given, stages_of(POLICY, given)


def by_patterns(given: Problem, stages: tuple[Stage, ...], few: int) -> Solved:
    """Solve by caseloads; with ``few`` at 0 every list is cut by prices."""
    solved = solve_by_patterns(given, stages, Clock(SECONDS), few=few)
    assert solved is not None
    return solved


def values(lines: tuple[StageValue, ...]) -> dict[str, int]:
    """Give each stage's value."""
    return {line.id: line.value for line in lines}


def compare(seed: int) -> None:
    """Compare the two ways of solving with each other, and with trying everything."""
    given, stages = given_and_stages(seed)
    compact = solve(given, stages, Clock(SECONDS))
    for few in (0, FEW):
        patterns = by_patterns(given, stages, few)
        assert patterns.infeasible == compact.infeasible
        assert values(patterns.ledger) == values(compact.ledger)
        assert patterns.choices == compact.choices
        assert all(line.proven for line in patterns.ledger)
    compare_with_oracle(seed, given, compact)


def compare_with_oracle(seed: int, given: Problem, solved: Solved) -> None:
    """Compare what both found with what trying every arrangement finds.

    Where de-allocations are allowed the oracle has a ceiling, which is set elsewhere.
    """
    expected = oracle.solve(random_scenario(seed), POLICY)
    assert solved.infeasible != expected.compliant
    if expected.compliant and given.deallocations_limit == 0:
        assert solved.choices is not None
        assert tuple(sorted(solved.choices.holders.items())) in expected.optima
        found = {k: v for k, v in values(solved.ledger).items() if k != "5c"}
        assert found == {k: expected.stages[ORACLE.get(k, k)] for k in found}


@pytest.mark.parametrize("seed", range(60))
def test_both_ways_and_the_oracle_agree(seed: int) -> None:
    """Random tiny teams: the same values in every stage, and the same choices."""
    compare(seed)


@pytest.mark.parametrize("seed", many(range(60, 140), range(140, 660)))
def test_both_ways_and_the_oracle_agree_600_times(seed: int) -> None:
    """The same on six hundred more."""
    compare(seed)


# Rules that caseloads do not know


def test_what_is_not_made_up_alone_is_chosen_together() -> None:
    """Q has room for B alone, P for any two: A and C with P, B with Q, and nobody waits."""
    given = problem(
        [unit(name, points={"remaining": 10}) for name in "ABC"],
        [carrier("P", limit_half_hours=20), carrier("Q", limit_half_hours=10)],
    )
    solved = by_patterns(given, stages_of(POLICY, given), FEW)
    assert solved.choices is not None
    assert all(solved.choices.holders.values())


Check = Callable[[Problem, Choices], Sequence[Finding]]


def made_up(
    post: Callable[[Board, Problem], None], check: Check = lambda _problem, _choices: ()
) -> Rule:
    """Make a rule that no caseload has heard of."""
    return Rule(
        id="made up",
        title="Made up",
        paragraph="none",
        unit="none",
        waivable=False,
        post=post,
        check=check,
        say=str,
    )


def not_both(board: Board, _problem: Problem) -> None:
    """P holds A or B, not both."""
    board.row("P", {Take("A", "P"): 1, Take("B", "P"): 1}, 1)


def one_each_or_a_fee(board: Board, given: Problem) -> None:
    """Whoever holds more than one family needs one of three tickets, of which one is left."""
    board.count(Give("tickets"), 3)
    for person in given.carriers:
        taken: dict[Key, int] = {Take(family.id, person.id): 1 for family in given.units}
        board.row(person.id, {**taken, Give("tickets"): -1}, 1)
    board.team_row({Give("tickets"): 1}, 1)


def held_both(_problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find A and B with P."""
    both = choices.holders["A"] == choices.holders["B"] == "P"
    return [Finding(rule="made up", practitioner="P")] if both else []


def too_many_fees(_problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find who holds more than the two families that the ticket left allows anybody."""
    counts = Counter(holder for holder in choices.holders.values() if holder)
    return [Finding(rule="made up", practitioner=who) for who, held in counts.items() if held > 2]


def with_rule(monkeypatch: pytest.MonkeyPatch, rule: Rule) -> None:
    """Add a rule for both ways of solving, and for plans that are made without a search."""
    monkeypatch.setattr(posted, "RULES", (*posted.RULES, rule))
    monkeypatch.setattr(first, "RULES", (*first.RULES, rule))


@pytest.mark.parametrize("few", [0, FEW])
@pytest.mark.parametrize(
    ("post", "check", "waiting"),
    [(not_both, held_both, 1), (one_each_or_a_fee, too_many_fees, 2)],
)
def test_a_rule_nobody_knows_is_honoured(
    post: Callable[[Board, Problem], None],
    check: Check,
    waiting: int,
    few: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """P has room for all of A, B, C and D: one of A and B waits, or all but two do."""
    given = problem(
        [unit(name, points={"remaining": 10 + n}) for n, name in enumerate("ABCD")],
        [carrier("P", limit_half_hours=40)],
    )
    stages = stages_of(POLICY, given)
    free = by_patterns(given, stages, few)
    with_rule(monkeypatch, made_up(post, check))
    bound = by_patterns(given, stages, few)
    assert free.choices is not None
    assert bound.choices is not None
    assert "" not in free.choices.holders.values()
    assert list(bound.choices.holders.values()).count("") == waiting
    assert bound.choices == solve(given, stages, Clock(SECONDS)).choices


@pytest.mark.parametrize("seed", range(8))
def test_a_rule_nobody_knows_is_honoured_in_random_teams(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one ticket for a second family both ways still agree, also that there is no plan."""
    with_rule(monkeypatch, made_up(one_each_or_a_fee, too_many_fees))
    given, stages = given_and_stages(seed)
    compact = solve(given, stages, Clock(SECONDS))
    for few in (0, FEW):
        patterns = by_patterns(given, stages, few)
        assert (patterns.infeasible, patterns.choices) == (compact.infeasible, compact.choices)


def test_a_verb_nobody_knows_is_not_guessed_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that asks for what no board offers yet: this way of solving is not taken."""

    def post(board: Board, _problem: Problem) -> None:
        board.exactly(Take("A", "P"), 1)  # type: ignore[attr-defined]

    given = problem([unit("A")], [carrier("P")])
    assert solve_by_patterns(given, (), Clock(SECONDS)) is not None
    monkeypatch.setattr(posted, "RULES", (*posted.RULES, made_up(post)))
    assert solve_by_patterns(given, (), Clock(SECONDS)) is None


def test_too_many_caseloads_are_not_listed() -> None:
    """Ten equal families, of whom one practitioner has room for five: 252 best caseloads."""
    given = problem(
        [unit(f"F{n}", points={"remaining": 10}) for n in range(10)],
        [carrier("P", limit_half_hours=50)],
    )
    stages = stages_of(POLICY, given)
    assert solve_by_patterns(given, stages, Clock(SECONDS), most=251, few=0) is None
    assert solve_by_patterns(given, stages, Clock(SECONDS), most=252, few=0) is not None


def test_no_time_is_no_proof() -> None:
    """Where time has run out, nothing is said."""
    given = problem([unit("A", points={"remaining": 10})], [carrier("P", limit_half_hours=9)])
    assert solve_by_patterns(given, stages_of(POLICY, given), Clock(0)) is None
