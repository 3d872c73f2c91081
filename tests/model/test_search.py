"""One search: its status is read before its values, and the clock holds."""

import threading
import time

import pytest
from ortools.sat.python import cp_model

from planner.data.board import Key, Miss, Take
from planner.errors import ModelBug
from planner.model.clock import Clock
from planner.model.search import Answer, Found, search
from tests.model.market import market_split, nothing_to_do

HELD = Take("F", "P")


def test_a_proven_best_answer_has_value_and_bound() -> None:
    """At most 3 x take, so the largest is 3 and the search proves it."""
    compact = nothing_to_do()
    compact.model.maximize(3 * compact.variables[HELD])
    answer = search(compact, Clock(5))
    assert (answer.found, answer.objective, answer.bound) == (Found.OPTIMAL, 3, 3)
    assert answer.values[HELD] == 1


def test_no_solution_is_proof_and_has_no_values() -> None:
    """Held and not held at once."""
    compact = nothing_to_do()
    compact.model.add(compact.variables[HELD] == 1)
    compact.model.add(compact.variables[HELD] == 0)
    assert search(compact, Clock(5)) == Answer(Found.INFEASIBLE)


def test_a_solution_without_proof_says_so() -> None:
    """Any split is a solution; half a second does not prove the best."""
    answer = search(market_split(), Clock(0.5))
    assert answer.found is Found.FEASIBLE
    assert 0 <= answer.bound < answer.objective
    assert {answer.values[Miss(f"good {n}")] for n in range(50)} == {0, 1}


def test_without_time_nothing_is_known_and_nothing_is_read() -> None:
    """A search that never ran has no zeros that look like values."""
    assert search(market_split(), Clock(0)) == Answer(Found.UNKNOWN)
    stopped = Clock(60)
    stopped.stop.set()
    assert search(nothing_to_do(), stopped) == Answer(Found.UNKNOWN)


def test_an_invalid_model_is_our_bug_and_never_infeasible() -> None:
    """A quantity too wide for the solver's integers is refused in words."""
    compact = nothing_to_do()
    wide = compact.model.new_int_var(-(2**62), 2**62, "too_wide")
    compact.model.add(wide + compact.variables[HELD] >= 2)
    with pytest.raises(ModelBug, match=r"not valid: .*\w"):
        search(compact, Clock(5))


def test_a_stop_ends_a_long_search_within_a_second() -> None:
    """The best found until then is handed over."""
    clock = Clock(60)
    threading.Timer(0.4, clock.stop.set).start()
    answer = search(market_split(), clock)
    assert 0.4 <= clock.spent <= 1.4
    assert answer.found in (Found.FEASIBLE, Found.UNKNOWN)
    assert clock.left == 0


def test_the_deadline_ends_a_long_search_within_a_second() -> None:
    """The wall clock binds, whatever effort is left."""
    clock = Clock(60, started=time.monotonic() - 59.6)
    answer = search(market_split(), clock)
    assert 59.9 <= clock.spent <= 61
    assert answer.found in (Found.FEASIBLE, Found.UNKNOWN)


def test_a_search_cut_short_by_effort_gives_the_same_answer_again() -> None:
    """Effort is counted and not timed: a busy machine changes nothing."""
    answers = []
    for _ in range(2):
        clock = Clock(60)
        clock.effort_spent = clock.effort_left - 0.1
        answers.append(search(market_split(), clock))
        assert clock.effort_left == 0
        assert clock.left > 0
    assert answers[0].found is Found.FEASIBLE
    assert answers[0] == answers[1]


def test_each_better_solution_is_handed_on() -> None:
    """Whoever watches sees every solution by key, the last one being the answer."""
    seen: list[dict[Key, int]] = []
    answer = search(market_split(), Clock(0.5), on_values=lambda v: seen.append(dict(v)))
    assert len(seen) > 1
    assert seen[-1] == answer.values


def test_a_fault_while_searching_is_not_swallowed() -> None:
    """What goes wrong in the solver's own thread is raised here."""

    def fault(_values: object) -> None:
        raise ZeroDivisionError("in the callback")

    with pytest.raises(ZeroDivisionError):
        search(nothing_to_do(), Clock(5), on_values=fault)


def test_an_interruption_stops_the_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while waiting ends the search before it is passed on."""
    stopped: list[bool] = []
    original = cp_model.CpSolver.stop_search

    def noted(solver: cp_model.CpSolver) -> None:
        stopped.append(True)
        original(solver)

    class Interrupted(Clock):
        @property
        def left(self) -> float:
            if self.spent > 0.3:
                raise KeyboardInterrupt
            return 60.0

    monkeypatch.setattr(cp_model.CpSolver, "stop_search", noted)
    with pytest.raises(KeyboardInterrupt):
        search(market_split(), Interrupted(60))
    assert stopped == [True]


@pytest.mark.parametrize(("ago", "left"), [(9.0, 1.0), (10.0, 0.0), (11.0, 0.0)])
def test_a_clock_counts_down_to_nothing(ago: float, left: float) -> None:
    """Under, at and past the deadline of ten seconds."""
    clock = Clock(10, started=time.monotonic() - ago)
    assert clock.left == pytest.approx(left, abs=0.1)
    assert clock.spent == pytest.approx(ago, abs=0.1)
