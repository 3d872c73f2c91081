"""Teams that share nothing: solved apart, joined, and never proven falsely."""

import threading
import time
from collections.abc import Sequence
from functools import cache
from random import Random
from typing import TypeVar

import pytest

from planner.data.plan import StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem, Unit
from planner.data.progress import Progress
from planner.data.record import Record
from planner.model import Clock, Solved, solve, stages
from planner.model.first import meets_rules
from planner.model.groups import groups_of
from planner.model.lines import stage_value
from planner.model.missing import least_missed
from planner.policy import default_policy
from planner.report import prepare, stages_of
from planner.synthetic import generate
from planner.verify import verify_choices
from tests.make_random import random_scenario
from tests.problems import carrier, missable, pair, pool, problem, unit

POLICY = default_policy()
NORTH, SOUTH = "north", "south"
Row = TypeVar("Row", bound=Record)


def two_teams(seed: int) -> Problem:
    """Draw two teams of two practitioners who hold too much to take on all that await.

    Limits of the whole are small, and changes make room: so they often bind.
    """
    random = Random(seed)
    people = [
        carrier(
            f"{team} {name}",
            team=team,
            present=random.random() < 0.95,
            capacity_half_hours=random.randint(20, 45),
            children_limit=random.choice((None, None, 2, 3)),
        )
        for team in (NORTH, SOUTH)
        for name in "PQ"
    ]
    families = [
        _family(f"{team} {n}", team, random)
        for team in (NORTH, SOUTH)
        for n in range(random.randint(3, 4))
    ]
    pairs = [
        pair(
            family.id,
            person.id,
            demand_half_hours=random.randint(4, 20),
            give_half_hours=2 if family.holder not in ("", person.id) else 0,
            cover_half_hours=random.randint(0, 2),
            travel_minutes=random.randint(0, 60),
            out_of_reach=family.team != person.team,
            missing_grade=family.holder != person.id and random.random() < 0.1,
            tie_weight=random.randint(1, 10**6),
        )
        for family in families
        for person in people
    ]
    trips = [
        missable(f.id, team=f.team, watched=random.randint(0, 1), tie_weight=random.randint(1, 99))
        for f in families
    ]
    return problem(
        families,
        people,
        pairs,
        trips,
        [pool(team, duty_half_hours=random.randint(0, 6)) for team in (NORTH, SOUTH)],
        strict=random.random() < 0.1,
        changes_limit=random.randint(0, 2),
        deallocations_limit=random.choice((0, 0, 1, 2)),
        deallocate_for_any=True,
    )


def _family(name: str, team: str, random: Random) -> Unit:
    tier = random.choice(("high_a", "high_b", "next", "remaining"))
    return unit(
        name,
        team=team,
        mandatory=random.random() < 0.12,
        holder=random.choice((f"{team} P", f"{team} Q", "")),
        points={tier: random.randint(50, 150)},
        impact={"next": random.randint(0, 90)},
        waiting_half_hours=random.randint(2, 6),
        days_unseen=random.randint(0, 30),
        days_awaiting=random.randint(0, 30),
    )


def in_one(given: Problem, wanted: Sequence[Stage], seconds: float = 30) -> Solved:
    """Solve a problem in one model, whatever hangs together in it."""
    return stages._solve_whole(stages.Task(given, tuple(wanted), Clock(seconds)))


def values(ledger: Sequence[StageValue]) -> dict[str, int]:
    """Give the value of each stage by id."""
    return {line.id: line.value for line in ledger}


def compare(given: Problem) -> bool:
    """Compare solving apart with solving in one; give whether there was a plan at all."""
    wanted = stages_of(POLICY, given)
    apart, one = solve(given, wanted, Clock(30)), in_one(given, wanted)
    assert apart.infeasible == one.infeasible
    if one.choices is None:
        assert apart.choices is None
        return False
    assert apart.choices is not None
    assert values(apart.ledger) == values(one.ledger)
    assert apart.choices.holders == one.choices.holders
    assert all(line.proven and line.bound == line.value for line in apart.ledger)
    assert meets_rules(given, apart.choices)
    assert verify_choices(given, apart.choices, apart.ledger) == ()
    return True


@pytest.mark.parametrize("seed", range(30))
def test_solved_apart_is_what_solving_in_one_gives(seed: int) -> None:
    """Values, proof and the very choices, where limits of the whole bind and where not."""
    given = two_teams(seed)
    assert len(groups_of(given)) == 2
    compare(given)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(30, 400))
def test_solved_apart_is_what_solving_in_one_gives_370_times(seed: int) -> None:
    """The same on more teams."""
    compare(two_teams(seed))


def side_by_side(seed: int) -> Problem:
    """Put two random teams that reach every rule into one problem, out of each other's reach."""
    sides = [
        _named(prepare(random_scenario(2 * seed + at), POLICY).problem, name)
        for at, name in enumerate((NORTH, SOUTH))
    ]
    units, carriers, missables, pools = (
        tuple(row for side in sides for row in getattr(side, table))
        for table in ("units", "carriers", "missables", "pools")
    )
    known = {key: row for side in sides for key, row in side.pairs.items()}
    apart = {
        (u.id, c.id): pair(u.id, c.id, out_of_reach=True, borrowed=True)
        for u in units
        for c in carriers
    }
    return sides[0].model_copy(
        update={
            "units": units,
            "carriers": carriers,
            "missables": missables,
            "pools": pools,
            "pairs": {key: known.get(key, row) for key, row in apart.items()},
        }
    )


def _named(given: Problem, name: str) -> Problem:
    """Name everybody by a side."""

    def own(row: Row, *fields: str) -> Row:
        names = {f: f"{name} {getattr(row, f)}" for f in fields if getattr(row, f)}
        return row.model_copy(update=names)

    pairs = [own(row, "unit", "practitioner") for row in given.pairs.values()]
    tables = {
        "units": ("id", "family", "team", "holder", "pinned_to"),
        "carriers": ("id", "team"),
        "missables": ("id", "unit", "practitioner", "team"),
        "pools": ("team",),
    }
    renamed = {
        table: tuple(own(row, *fields) for row in getattr(given, table))
        for table, fields in tables.items()
    }
    by_key = {"pairs": {(row.unit, row.practitioner): row for row in pairs}}
    return given.model_copy(update={**renamed, **by_key})


@pytest.mark.parametrize("seed", range(30))
def test_teams_that_reach_every_rule_are_the_same_apart(seed: int) -> None:
    """Two random teams side by side, under the limits of one of them: the same plan, or none."""
    given = side_by_side(seed)
    assert len(groups_of(given)) > 1
    compare(given)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(30, 400))
def test_teams_that_reach_every_rule_are_the_same_apart_370_times(seed: int) -> None:
    """The same on more teams."""
    compare(side_by_side(seed))


@pytest.fixture
def wholes(monkeypatch: pytest.MonkeyPatch) -> list[Problem]:
    """Write down every problem that is solved in one model."""
    seen: list[Problem] = []
    solve_whole = stages._solve_whole

    def told(task: stages.Task) -> Solved:
        seen.append(task.problem)
        return solve_whole(task)

    monkeypatch.setattr(stages, "_solve_whole", told)
    return seen


def swaps(limit: int) -> Problem:
    """Make two teams that each need one change to take on a high-risk child of 100 and 60 points.

    In each, P holds a family that Q has room for, and only P may take the child on.
    """
    families, people, pairs = [], [], []
    for team, points in ((NORTH, 100), (SOUTH, 60)):
        families += [
            unit(f"{team} H", team=team, points={"high_a": points}),
            unit(f"{team} F", team=team, holder=f"{team} P"),
        ]
        people += [
            carrier(f"{team} {name}", team=team, capacity_half_hours=10) for name in ("P", "Q")
        ]
    for family in families:
        for person in people:
            apart = family.team != person.team
            only = family.id.endswith("H") and person.id.endswith("Q")
            pairs.append(pair(family.id, person.id, out_of_reach=apart, barred=only))
    return problem(families, people, pairs, changes_limit=limit)


@pytest.mark.parametrize(("limit", "awaits"), [(0, 160), (1, 60), (2, 0), (3, 0)])
def test_a_limit_of_the_whole_that_binds_is_kept(
    limit: int, awaits: int, wholes: list[Problem]
) -> None:
    """Changes for both, for the one of more points, for none: always best, always proven.

    The whole is only asked where the groups, each under the limit, pass it together.
    """
    given = swaps(limit)
    solved = solve(given, stages_of(POLICY, given), Clock(20))
    assert values(solved.ledger)["2a"] == awaits
    assert all(line.proven for line in solved.ledger)
    assert (given in wholes) == (limit == 1)


@pytest.mark.parametrize(("most", "awaits"), [(0, 160), (1, 160), (2, 60), (3, 60), (4, 0)])
def test_a_ceiling_of_the_whole_is_kept(most: int, awaits: int) -> None:
    """Each team's high-risk child, of 100 and 60 points, costs it two watched trips."""
    families, people, pairs = [], [], []
    for team, points in ((NORTH, 100), (SOUTH, 60)):
        families += [
            unit(f"{team} H", team=team, points={"high_a": points}),
            unit(f"{team} W", team=team, points={"next": 101}, waiting_half_hours=4),
        ]
        people.append(carrier(team, team=team, capacity_half_hours=10))
    for family in families:
        for person in people:
            apart, hours = family.team != person.team, 11 if family.id.endswith("W") else 10
            pairs.append(pair(family.id, person.id, out_of_reach=apart, demand_half_hours=hours))
    trips = [missable(f"{t} W", team=t, most=2, watched=1, points=0) for t in (NORTH, SOUTH)]
    given = problem(families, people, pairs, trips)
    by_id = {stage.id: stage for stage in stages_of(POLICY, given)}
    nobody = least_missed(given, {})
    wanted, ceilings = [by_id["0f"], by_id["2a"]], [(by_id["1"], most)]
    solved = solve(given, wanted, Clock(20), ceilings=ceilings, warm=nobody)
    assert solved.choices is not None
    assert values(solved.ledger) == {"0f": 0, "2a": awaits}
    assert all(line.proven for line in solved.ledger)
    assert stage_value(given, by_id["1"], solved.choices) <= most


def test_a_group_without_a_plan_is_proof_for_the_whole() -> None:
    """South's pin is to someone absent: no plan at all, however well north is served."""
    given = problem(
        [unit("A", team=NORTH), unit("B", team=SOUTH, pinned_to="Q")],
        [carrier("P", team=NORTH), carrier("Q", team=SOUTH, present=False)],
        [pair("A", "Q", out_of_reach=True), pair("B", "P", out_of_reach=True)],
    )
    assert len(groups_of(given)) == 2
    solved = solve(given, stages_of(POLICY, given), Clock(10))
    assert solved.infeasible
    assert solved.choices is None


def test_a_limit_that_only_the_others_make_give_way_is_no_proof() -> None:
    """North's pin needs a change beyond the limit, which gives way for south's mandatory child."""
    given = problem(
        [
            unit("A", team=NORTH, pinned_to="P"),
            unit("F", team=NORTH, holder="P"),
            unit("M", team=SOUTH, mandatory=True),
        ],
        [
            carrier("P", team=NORTH, capacity_half_hours=10),
            carrier("Q", team=NORTH, capacity_half_hours=10),
            carrier("S", team=SOUTH),
        ],
        [
            *(pair(unit_, "S", out_of_reach=True) for unit_ in "AF"),
            *(pair("M", person, out_of_reach=True) for person in "PQ"),
        ],
        changes_limit=0,
    )
    assert len(groups_of(given)) == 2
    assert compare(given)


@cache
def area() -> Problem:
    """Make three teams that nobody is borrowed between."""
    scenario = generate(60, 9, 3, teams=3)
    off = scenario.limits.model_copy(update={"borrow_minutes": None})
    return prepare(scenario.model_copy(update={"limits": off}), POLICY).problem


def check_honest(given: Problem, solved: Solved) -> None:
    """Check that a plan is there, that no bound passes its value, and that proof ends once."""
    assert solved.choices is not None
    assert meets_rules(given, solved.choices)
    proven = [line.proven for line in solved.ledger]
    assert proven == sorted(proven, reverse=True)
    assert all(line.bound is not None and line.bound <= line.value for line in solved.ledger)
    assert all((line.bound == line.value) == line.proven for line in solved.ledger if line.proven)
    assert verify_choices(given, solved.choices, solved.ledger) == ()


@pytest.mark.parametrize("seconds", [0, 0.2, 0.6])
def test_a_clock_that_is_short_is_kept(seconds: float) -> None:
    """Whatever there is time for: a plan of the whole, and honest bounds."""
    given = area()
    began = time.monotonic()
    solved = solve(given, stages_of(POLICY, given), Clock(seconds))
    assert time.monotonic() - began < seconds + 4
    check_honest(given, solved)


def test_bounds_of_a_plan_cut_short_are_true() -> None:
    """The best values there are lie at or above every bound that counts."""
    given = area()
    wanted = stages_of(POLICY, given)
    best = solve(given, wanted, Clock(60))
    assert all(line.proven for line in best.ledger)
    for seconds in (0.3, 0.8, 1.5):
        short = solve(given, wanted, Clock(seconds))
        for line, least in zip(short.ledger, best.ledger, strict=True):
            assert line.bound is not None
            assert line.bound <= least.value
            if not line.proven:
                break
            assert line.value == least.value


def test_a_stop_ends_all_groups() -> None:
    """Asked for at the first news: a plan comes promptly, and no more searches begin."""
    given = area()
    clock, seen = Clock(60), list[Progress]()

    def told(progress: Progress) -> None:
        seen.append(progress)
        clock.stop.set()

    began = time.monotonic()
    check_honest(given, solve(given, stages_of(POLICY, given), clock, on_progress=told))
    assert time.monotonic() - began < 5
    assert seen


def test_what_goes_wrong_in_a_group_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours is raised, the other groups end, and no thread is left."""

    def broken(task: stages.Task) -> Solved:
        raise ValueError("ours")

    monkeypatch.setattr(stages, "_solve_whole", broken)
    with pytest.raises(ValueError, match="ours"):
        solve(area(), stages_of(POLICY, area()), Clock(10))
    assert not any("ThreadPool" in thread.name for thread in threading.enumerate())


def test_news_is_always_of_the_whole() -> None:
    """Every plan told of meets every rule and has the value that is said; bounds only rise."""
    given, seen = area(), list[Progress]()
    solved = solve(given, stages_of(POLICY, given), Clock(60), on_progress=seen.append)
    assert len(seen) > 3
    wanted = {stage.id: stage for stage in stages_of(POLICY, given)}
    for progress in seen:
        assert meets_rules(given, progress.choices)
        assert stage_value(given, wanted[progress.stage], progress.choices) == progress.value
    places = [progress.done for progress in seen]
    assert places == sorted(places)
    assert solved.choices is not None
    assert seen[-1].choices.holders == solved.choices.holders
    assert seen[-1].bound == seen[-1].value


@pytest.mark.parametrize("workers", [2, 3, 8])
def test_workers_change_nothing(workers: int) -> None:
    """Groups beside each other come to the very same plan."""
    given = area()
    one, more = (solve(given, stages_of(POLICY, given), Clock(60, n)) for n in (1, workers))
    assert one.choices == more.choices
    assert one.ledger == more.ledger
