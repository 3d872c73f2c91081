"""Searches beside each other: the first to finish ends them all, and none outlives the race."""

import threading
import time
from itertools import permutations

import pytest
from ortools.sat.python import cp_model

from planner.model.clock import Clock
from planner.model.compact import Compact
from planner.model.posted import post_all
from planner.model.race import race
from planner.model.search import Answer, Found, _together, search
from planner.policy import default_policy
from planner.report import prepare, stages_of
from planner.synthetic import generate
from tests.model.market import market_split, nothing_to_do

POLICY = default_policy()


class Scripted(cp_model.CpSolver):
    """A racer that waits, and then ends as it is told instead of searching."""

    def __init__(self, end: cp_model.CpSolverStatus | Exception | None, after: float) -> None:
        super().__init__()
        self.end = end
        self.after = after

    def solve(
        self,
        model: cp_model.CpModel,
        solution_callback: cp_model.CpSolverSolutionCallback | None = None,
    ) -> cp_model.CpSolverStatus:
        """Wait and end; where nothing was told, search after all."""
        time.sleep(self.after)
        if isinstance(self.end, Exception):
            raise self.end
        return super().solve(model, solution_callback) if self.end is None else self.end


def searching() -> cp_model.CpSolver:
    """Make a racer that searches for a minute by itself."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = 60
    return solver


def racing() -> int:
    """Count threads but this one."""
    return threading.active_count() - 1


def run(clock: Clock, *racers: cp_model.CpSolver) -> dict[int, cp_model.CpSolverStatus]:
    """Race through a model that no search finishes; give who ended, and how."""
    ended = race(racers, market_split().model, None, clock)
    return {racers.index(solver): status for solver, status in ended}


@pytest.mark.parametrize("status", [cp_model.OPTIMAL, cp_model.INFEASIBLE, cp_model.MODEL_INVALID])
@pytest.mark.parametrize("first", [0, 1])
def test_who_settles_the_question_ends_the_others(
    status: cp_model.CpSolverStatus, first: int
) -> None:
    """Whichever of the two it is; the other hands over what it had by then."""
    clock, racers = Clock(60), [searching(), searching()]
    racers[first] = Scripted(status, 0.2)
    ended = run(clock, *racers)
    assert 0.2 <= clock.spent < 1.2
    assert ended[first] == status
    assert ended[1 - first] in (cp_model.FEASIBLE, cp_model.UNKNOWN)


@pytest.mark.parametrize("status", [cp_model.FEASIBLE, cp_model.UNKNOWN])
def test_who_settles_nothing_leaves_the_others_searching(status: cp_model.CpSolverStatus) -> None:
    """Its own time was up: the race goes on until the other has finished."""
    clock = Clock(60)
    ended = run(clock, Scripted(status, 0), Scripted(cp_model.OPTIMAL, 0.4))
    assert clock.spent >= 0.4
    assert ended == {0: status, 1: cp_model.OPTIMAL}


def test_where_nobody_settles_it_the_race_ends_with_the_last() -> None:
    """Not with the deadline."""
    clock = Clock(60)
    ended = run(clock, Scripted(cp_model.UNKNOWN, 0), Scripted(cp_model.FEASIBLE, 0.2))
    assert 0.2 <= clock.spent < 1
    assert ended == {0: cp_model.UNKNOWN, 1: cp_model.FEASIBLE}


@pytest.mark.parametrize("workers", [1, 2, 8])
def test_a_stop_ends_every_search_within_a_second(workers: int) -> None:
    """What was found until then is handed over, and nobody goes on searching."""
    before, clock = racing(), Clock(60, workers)
    threading.Timer(0.5, clock.stop.set).start()
    answer = search(market_split(), clock)
    assert 0.5 <= clock.spent <= 1.5
    assert answer.found in (Found.FEASIBLE, Found.UNKNOWN)
    assert racing() == before


@pytest.mark.parametrize("workers", [1, 8])
def test_the_deadline_ends_every_search_within_a_second(workers: int) -> None:
    """The wall clock binds each racer; a fast processor comes to the counted effort before."""
    clock = Clock(0.6, workers)
    answer = search(market_split(), clock)
    assert answer.found in (Found.FEASIBLE, Found.UNKNOWN)
    assert clock.spent <= 1.6
    assert clock.spent >= 0.5 or not clock.effort_left


class Delayed(threading.Thread):
    """A thread that a busy machine lets begin late."""

    def run(self) -> None:
        """Begin after the race is over."""
        time.sleep(0.3)
        super().run()


def test_who_has_not_begun_when_the_race_ends_does_not_begin(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A stop that comes before there is a search to hear it is not lost."""
    monkeypatch.setattr("planner.model.race.threading.Thread", Delayed)
    clock = Clock(0.1)
    assert run(clock, Scripted(cp_model.OPTIMAL, 0), searching()) == {}
    assert clock.spent < 1
    assert not any(isinstance(thread, Delayed) for thread in threading.enumerate())


def test_who_does_not_hear_is_left_behind_within_a_second() -> None:
    """However many: what they would have known is lost, and they finish nothing of ours."""
    clock = Clock(0.1)
    ended = run(clock, *(Scripted(cp_model.OPTIMAL, 3) for _ in range(6)))
    assert ended == {}
    assert clock.spent < 1


def test_a_fault_ends_the_race_and_is_raised() -> None:
    """What the other knows does not hide it."""
    clock = Clock(60)
    with pytest.raises(ZeroDivisionError, match="in a racer"):
        run(clock, searching(), Scripted(ZeroDivisionError("in a racer"), 0.1))
    assert clock.spent < 1.1


def test_only_the_first_is_watched() -> None:
    """Better solutions of one search are news enough."""
    seen: list[int] = []

    class Watch(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            seen.append(round(self.objective_value))

    first, second = searching(), searching()
    race([Scripted(cp_model.UNKNOWN, 0), first], market_split().model, Watch(), Clock(0.3))
    assert seen == []
    race([second, Scripted(cp_model.UNKNOWN, 0)], market_split().model, Watch(), Clock(0.3))
    assert seen == sorted(seen, reverse=True)
    assert seen


OPTIMAL = Answer(Found.OPTIMAL, objective=7, bound=7)
FEASIBLE = Answer(Found.FEASIBLE, objective=9, bound=3)
BETTER = Answer(Found.FEASIBLE, objective=8, bound=2)
BOUND = Answer(Found.FEASIBLE, objective=10, bound=6)
INFEASIBLE = Answer(Found.INFEASIBLE)
UNKNOWN = Answer(Found.UNKNOWN)


@pytest.mark.parametrize(
    ("answers", "joined"),
    [
        ([], UNKNOWN),
        ([UNKNOWN, UNKNOWN], UNKNOWN),
        ([FEASIBLE], FEASIBLE),
        ([UNKNOWN, FEASIBLE], FEASIBLE),
        ([FEASIBLE, BETTER, UNKNOWN], Answer(Found.FEASIBLE, objective=8, bound=3)),
        ([BETTER, BOUND, FEASIBLE], Answer(Found.FEASIBLE, objective=8, bound=6)),
        ([FEASIBLE, OPTIMAL, UNKNOWN], OPTIMAL),
        ([UNKNOWN, INFEASIBLE], INFEASIBLE),
    ],
)
def test_answers_are_joined_to_the_best_solution_and_the_best_bound(
    answers: list[Answer], joined: Answer
) -> None:
    """In whatever order they ended; one proof settles it."""
    assert all(_together(order) == joined for order in permutations(answers))


def test_one_racer_is_a_race() -> None:
    """It ends as it ends by itself."""
    solver = searching()
    ended = race([solver], nothing_to_do().model, None, Clock(5))
    assert ended == ((solver, cp_model.OPTIMAL),)


@pytest.mark.parametrize("size", [(10, 2, 1), (16, 3, 2), (24, 4, 4)], ids=str)
def test_any_number_of_workers_proves_the_same(size: tuple[int, int, int]) -> None:
    """One, two or eight: one least value of all stages from 1 to 3, each time proven."""
    given = prepare(generate(*size), POLICY).problem
    posted, costs = post_all(given)
    compact = Compact(given, posted)
    terms = [term for stage in stages_of(POLICY, given)[6:] for term in stage.terms]
    compact.minimize(compact.add_up([costs[term] for term in terms if term != "tie_break"]))
    answers = [search(compact, Clock(30, workers)) for workers in (1, 2, 8)]
    assert {answer.found for answer in answers} == {Found.OPTIMAL}
    assert len({answer.objective for answer in answers}) == 1
    assert all(answer.bound == answer.objective for answer in answers)
