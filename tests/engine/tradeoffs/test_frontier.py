"""Fronts: exact on tiny teams, dominated choices left out, ended cleanly by clock and stop."""

import threading
from collections.abc import Callable

import pytest

from planner.data.front import Front, FrontOf
from planner.data.plan import Choices, StageValue
from planner.data.scenario import Scenario
from planner.engine import allocate, frontier
from planner.engine.question import ask
from planner.engine.tradeoffs.varied import as_sure
from tests.engine.fronts import agrees, front_of, tried, with_limits
from tests.engine.solving import POLICY, high
from tests.make import child, practitioner, scenario
from tests.make_random import random_scenario

IDS = ("1", "2a", "2b", "2c")


def _deallocating(team: Scenario, amount: int) -> Scenario:
    return with_limits(team, deallocations=amount)


def _changing(team: Scenario, amount: int) -> Scenario:
    return with_limits(team, changes=amount)


def _same(team: Scenario, of: FrontOf, varied: Callable[[Scenario, int], Scenario]) -> Front:
    """Compare a front with every amount tried one by one."""
    front = frontier(team, POLICY, of, time_limit=60)
    most = len(team.children)
    brute = front_of(tried(amount, varied(team, amount)) for amount in range(most + 1))
    assert [step.amount for step in front.steps] == [found.amount for found in brute]
    assert all(agrees(s.reached, b) for s, b in zip(front.steps, brute, strict=True))
    assert front.complete
    assert front.proven
    return front


def _feasible(seed: int) -> Scenario | None:
    team = random_scenario(seed)
    return None if ask(team, POLICY).result.cores else team


@pytest.mark.parametrize(
    "part", [0, 1, *(pytest.param(part, marks=pytest.mark.long) for part in range(2, 10))]
)
def test_the_front_of_deallocations_is_that_of_brute_force(part: int) -> None:
    """Ten tiny teams each: every number of de-allocations tried by the oracle."""
    for seed in range(part * 10, part * 10 + 10):
        team = _feasible(seed)
        if team is not None:
            _same(team, FrontOf.DEALLOCATIONS, _deallocating)


@pytest.mark.parametrize(
    "part", [0, pytest.param(1, marks=pytest.mark.long), pytest.param(2, marks=pytest.mark.long)]
)
def test_the_front_of_changes_is_that_of_brute_force(part: int) -> None:
    """Ten tiny teams each, without de-allocations, so that nothing varies but the changes."""
    for seed in range(100 + part * 10, 110 + part * 10):
        team = with_limits(random_scenario(seed), deallocations=0, deallocate_for_any=False)
        if not ask(team, POLICY).result.cores:
            _same(team, FrontOf.CHANGES, _changing)


@pytest.mark.long
@pytest.mark.parametrize("part", range(15))
def test_more_fronts_are_those_of_brute_force(part: int) -> None:
    """One hundred and fifty more teams, both kinds of front."""
    for seed in range(1000 + part * 10, 1010 + part * 10):
        team = _feasible(seed)
        if team is None:
            continue
        _same(team, FrontOf.DEALLOCATIONS, _deallocating)
        if not team.limits.deallocations:
            _same(team, FrontOf.CHANGES, _changing)


@pytest.fixture(scope="module")
def priced() -> Front:
    """Give a front on which de-allocations admit high-risk children."""
    team = scenario(
        [high("H1"), high("H2"), *(child(f"C{n}", holder="P1") for n in range(1, 6))],
        [practitioner("P1", rostered_hours=60)],
    )
    return frontier(team, POLICY)


def test_what_a_step_buys_is_said_and_named(priced: Front) -> None:
    """Each step names who is admitted and who is de-allocated; the headline adds up."""
    first, *others = priced.steps
    last = priced.steps[-1]
    assert first.amount == 0
    assert others
    for step in others:
        assert step.settled
        assert step.admitted
        assert {shift.before for shift in step.left} == {"P1"}
        assert "fewer high-risk" in step.sentence
    admitted = first.reached.urgent - last.reached.urgent
    assert (last.amount, admitted) == (3, 2)
    assert priced.headline == (
        "3 de-allocations would admit 2 high-risk children; 3 other children more would await.",
        "A further de-allocation buys nothing.",
    )


def test_dominated_amounts_are_left_out(priced: Front) -> None:
    """Each step is better than the one before, and needs what it allows."""
    urgent = [step.reached.urgent for step in priced.steps]
    assert urgent == sorted(urgent, reverse=True)
    assert all(step.amount == step.reached.deallocations for step in priced.steps)


def test_the_most_that_was_asked_for_is_the_end(priced: Front) -> None:
    """What lies beyond is not claimed to buy nothing."""
    most = priced.steps[-1].amount - 1
    team = scenario(
        [high("H1"), high("H2"), *(child(f"C{n}", holder="P1") for n in range(1, 6))],
        [practitioner("P1", rostered_hours=60)],
    )
    short = frontier(team, POLICY, most=most)
    assert [s.amount for s in short.steps] == [s.amount for s in priced.steps if s.amount <= most]
    assert not short.complete
    assert short.proven


def test_hours_admit_a_child_at_the_hour_that_is_enough() -> None:
    """A child of 21 h awaits with a limit of 10 h: eleven hours more admit it, ten do not."""
    team = scenario([child("C1")], [practitioner("P1", limit_hours=10)])
    alone = allocate(
        scenario([child("C1")], [practitioner("P1")]), POLICY, offers=False
    ).practitioners[0]
    needs = -(-(alone.case_half_hours - 20) // 2)
    front = frontier(team, POLICY, FrontOf.HOURS)
    assert [step.amount for step in front.steps] == [0, needs]
    assert front.steps[1].admitted[0].children == ("C1",)


def test_a_stop_ends_it_with_what_there_is() -> None:
    """Nothing is claimed that is not known."""
    stop = threading.Event()
    stop.set()
    front = frontier(random_scenario(3), POLICY, stop=stop)
    assert not front.proven
    assert not front.complete


def test_a_clock_that_runs_out_leaves_no_claim() -> None:
    """The steps that are there are labelled, and the words say that it is not finished."""
    front = frontier(random_scenario(8), POLICY, time_limit=0.001)
    assert not front.proven
    assert not any(step.proven for step in front.steps[1:])
    assert any("time given" in words for words in front.headline)


def test_a_plan_in_hand_is_not_solved_again() -> None:
    """The step of its own amount is that very plan."""
    team = random_scenario(12)
    plan = allocate(team, POLICY, offers=False)
    front = frontier(team, POLICY, plan=plan, most=0)
    assert isinstance(plan.choices, Choices)
    assert front.steps[0].reached.awaiting == sum(plan.counts.awaiting_by_tier.values())


def test_bug_a_stage_below_one_that_is_not_proven_is_not_called_proven() -> None:
    """Stages solved after known ones lean on them; the verifier would withhold it otherwise."""
    lines = [StageValue(id=name, title="", value=0, bound=0, proven=name != "2a") for name in IDS]
    assert [line.proven for line in as_sure(tuple(lines))] == [True, False, False, False]
