"""Stage by stage: each value is held by those below, and proof never skips a stage."""

from collections.abc import Sequence
from functools import cache

import pytest

from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.data.progress import Progress
from planner.errors import ModelBug
from planner.model import Clock, blocks, ladder, solve
from planner.model.first import everything_missed, plan_at_hand
from planner.model.ladder import Ladder
from planner.model.search import Answer, Found, search
from planner.model.stages import GIVING_WAY, relieve, start
from planner.policy import default_policy
from planner.report import Prepared, prepare, stages_of
from planner.synthetic import generate
from planner.terms import STAGE_0
from planner.verify import verify_choices
from tests.make_random import random_scenario
from tests.problems import carrier, missable, pair, problem, unit

POLICY = default_policy()
BY_ID = {stage.id: stage for stage in (*STAGE_0, *POLICY.stages)}


def chosen(*ids: str) -> tuple[Stage, ...]:
    """Give some stages of the policy."""
    return tuple(BY_ID[name] for name in ids)


def values(ledger: Sequence[StageValue]) -> dict[str, int]:
    """Give the value of each stage by id."""
    return {line.id: line.value for line in ledger}


def one_place() -> Problem:
    """Make room for one of three families of 10: H at high risk, N and R.

    N and R together are worth more points than H, and waiting costs each of N and R a trip.
    """
    return problem(
        [
            unit("H", points={"high_a": 104}, high_children=1),
            unit("N", points={"next": 150}, waiting_half_hours=2),
            unit("R", points={"remaining": 50}, waiting_half_hours=2),
        ],
        [carrier("P", capacity_half_hours=10)],
        missables=[missable("N"), missable("R")],
    )


def room_after_a_change(**points: int) -> Problem:
    """Make a family that only P may hold, who has room for it once Q has taken over G."""
    return problem(
        [unit("G", holder="P"), unit("H", points=points, high_children=1)],
        [carrier("P", capacity_half_hours=10), carrier("Q", capacity_half_hours=10)],
        [pair("H", "Q", barred=True)],
    )


def test_a_higher_stage_decides_whatever_it_costs_below() -> None:
    """H is taken though N and R wait and both their trips are missed.

    3a: 150 points of N and two trips of 60 make 270; 3b: 50 of R more.
    """
    solved = solve(one_place(), chosen("0f", "2a", "3a", "3b"), Clock(10))
    assert solved.choices is not None
    assert solved.choices.holders == {"H": "P", "N": "", "R": ""}
    assert values(solved.ledger) == {"0f": 0, "2a": 0, "3a": 270, "3b": 320}
    assert all(line.proven and line.bound == line.value for line in solved.ledger)


def test_a_line_says_what_it_is_made_of() -> None:
    """Value, bound, what all waiting would cost, and each term."""
    solved = solve(one_place(), chosen("0f", "2a", "3b"), Clock(10))
    _, first, second = solved.ledger
    assert first.title == BY_ID["2a"].title
    assert (first.value, first.bound, first.total) == (0, 0, 104)
    assert (second.value, second.bound, second.total) == (320, 320, 320)
    assert {k: v for k, v in second.terms.items() if v} == {
        "awaiting_next": 150,
        "awaiting_remaining": 50,
        "contact_missed_other": 120,
    }


@pytest.mark.parametrize(("most", "awaits"), [(0, 104), (1, 104), (2, 0), (3, 0)])
def test_a_ceiling_is_not_passed(most: int, awaits: int) -> None:
    """Taking H costs the last hours of duty: two watched trips; fewer allowed, H waits."""
    given = problem(
        [
            unit("H", points={"high_a": 104}, high_children=1),
            unit("W", points={"next": 101}, waiting_half_hours=4),
        ],
        [carrier("P", capacity_half_hours=10)],
        [pair("W", "P", demand_half_hours=11)],
        [missable("W", most=2, watched=1, points=0)],
    )
    ceilings = [(BY_ID["1"], most)]
    solved = solve(given, chosen("0f", "2a", "3a"), Clock(10), ceilings=ceilings)
    assert values(solved.ledger) == {"0f": 0, "2a": awaits, "3a": 101}


def test_no_plan_at_all_is_proof() -> None:
    """A pin to someone absent: proven, and nothing is handed over."""
    given = problem([unit("F", pinned_to="P")], [carrier("P", present=False)])
    solved = solve(given, chosen("3b"), Clock(10))
    assert solved.infeasible
    assert solved.choices is None
    assert solved.ledger == ()


def pinned_to_someone_full() -> Problem:
    """Make a plan that only a search finds: G goes to Q so that P has room for the pinned F."""
    return problem(
        [unit("F", pinned_to="P"), unit("G", holder="P")],
        [carrier("P", capacity_half_hours=10), carrier("Q")],
    )


def test_no_plan_in_time_is_not_proof() -> None:
    """Without time nothing is said of it; with time there is a plan."""
    solved = solve(pinned_to_someone_full(), chosen("3b"), Clock(0))
    assert not solved.infeasible
    assert solved.choices is None
    solved = solve(pinned_to_someone_full(), chosen("3b"), Clock(10))
    assert solved.choices is not None
    assert solved.choices.holders == {"F": "P", "G": "Q"}


def test_a_plan_to_start_from_is_used_where_it_meets_the_rules() -> None:
    """The first arrangement handed on is the warm one, or the first plan where it cannot be."""
    given = one_place()
    warm = everything_missed(given, {"R": "P"})
    too_much = everything_missed(given, {"R": "P", "N": "P"})
    for offered, first in ((warm, warm), (too_much, everything_missed(given, {})), (None, None)):
        seen: list[Progress] = []
        solved = solve(given, chosen("2a"), Clock(10), warm=offered, on_progress=seen.append)
        assert first is None or seen[0].choices.holders == first.holders
        assert solved.choices is not None
        assert seen[-1].choices.holders["H"] == "P"


def test_a_warm_plan_of_another_team_is_left_aside() -> None:
    """Other units, or a practitioner who has gone: no fault, another start."""
    given = one_place()
    for holders in ({"X": "P"}, {"H": "gone", "N": "", "R": ""}):
        solved = solve(given, chosen("2a"), Clock(10), warm=Choices(holders=holders))
        assert values(solved.ledger) == {"2a": 0}


def test_a_stage_that_loses_the_plan_it_started_from_is_our_bug(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It can only be a model that contradicts itself; never "no plan exists"."""
    monkeypatch.setattr(ladder, "search", lambda *_: Answer(Found.INFEASIBLE))
    with pytest.raises(ModelBug, match="stage 2a lost"):
        solve(room_after_a_change(high_a=104), chosen("2a"), Clock(10))


@pytest.fixture
def cut_short(monkeypatch: pytest.MonkeyPatch) -> list[Answer]:
    """Let searches, one for each stage, come to these answers first, and to their own after."""
    monkeypatch.setattr(blocks, "_MOST_WEIGHT", 1)
    answers: list[Answer] = []

    def instead(*arguments: object) -> Answer:
        return answers.pop(0) if answers else search(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(ladder, "search", instead)
    return answers


def test_below_a_stage_cut_short_nothing_is_proven(cut_short: list[Answer]) -> None:
    """The bound of a stage below may meet its value: it is still not called proven."""
    cut_short.append(Answer(Found.UNKNOWN))
    given = room_after_a_change(high_a=104, next=50)
    solved = solve(given, chosen("2a", "3a", "3b"), Clock(10))
    assert [line.proven for line in solved.ledger] == [False, False, False]
    assert solved.ledger[-1].bound == solved.ledger[-1].value


def test_a_stage_cut_short_that_a_later_one_improves_is_written_as_it_is(
    cut_short: list[Answer],
) -> None:
    """H's stage finds nothing in time; the next takes H in passing, and the ledger says 0.

    In 3 (b) the change, 101 points, is less than the 107 of leaving H waiting.
    """
    given = room_after_a_change(high_a=104, remaining=107)
    cut_short.append(Answer(Found.UNKNOWN))
    solved = solve(given, chosen("2a", "3b"), Clock(10))
    assert solved.choices is not None
    assert solved.choices.holders == {"G": "Q", "H": "P"}
    assert values(solved.ledger) == {"2a": 0, "3b": 101}
    assert verify_choices(given, solved.choices, solved.ledger) == ()


@cache
def busy() -> Prepared:
    """Make a realistic team that a search may or may not finish in these seconds."""
    return prepare(generate(75, 6, 51), POLICY)


@pytest.mark.parametrize("seconds", [0.3, 0.7, 1.5])
def test_the_chain_of_proof_has_no_gap(seconds: float) -> None:
    """A realistic team with hardly any time: bounds never pass values, and proof ends once."""
    prepared = busy()
    wanted = stages_of(POLICY, prepared.problem)
    solved = solve(prepared.problem, wanted, Clock(seconds))
    assert solved.choices is not None
    assert [line.id for line in solved.ledger] == [stage.id for stage in wanted]
    proven = [line.proven for line in solved.ledger]
    assert proven == sorted(proven, reverse=True)
    assert all(line.bound is not None and line.bound <= line.value for line in solved.ledger)
    assert all(line.bound == line.value for line in solved.ledger if line.proven)
    assert verify_choices(prepared.problem, solved.choices, solved.ledger) == ()


def giving_way() -> list[Problem]:
    """Give random teams in which some limit has to give way."""
    found = []
    for seed in range(150):
        given = prepare(random_scenario(seed), POLICY).problem
        ladder = start(given, Clock(10), best=plan_at_hand(given))
        if isinstance(ladder, Ladder) and ladder.best.gives:
            found.append(given)
    return found


def test_what_gives_way_is_settled_alike_on_the_smaller_model() -> None:
    """Families that nobody must be given, and the duty pool, change nothing about stage 0."""
    teams = giving_way()
    assert len(teams) > 10
    zero = [stage for stage in STAGE_0 if stage.id in GIVING_WAY]
    for given in teams:
        best = plan_at_hand(given)
        small, whole = (start(given, Clock(20), best=best) for _ in range(2))
        assert isinstance(small, Ladder)
        assert isinstance(whole, Ladder)
        for stage in zero:
            whole.climb(stage)
        assert values(relieve(small, zero).ledger) == values(whole.ledger)
        assert whole.proven
