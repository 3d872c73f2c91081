"""Any arrangement is scored as it is: the team today, or the manager's own plan."""

import pytest

from planner.data.plan import Choices, Outcome, Standing, Status
from planner.engine import evaluate, outcome, verify_plan
from planner.engine.evaluate import held_now
from planner.errors import DataFaults
from planner.report import prepare
from tests.engine.solving import POLICY, high, line_of, solved
from tests.make import child, infant, leave, practitioner, scenario
from tests.make_random import random_scenario

TEAM = scenario(
    [
        child("C1", holder="P1"),
        child("C2", holder="M", family="F"),
        high("C3"),
        infant("C4", holder="gone"),
        child("C5", status="contracted", holder="P1"),
    ],
    [practitioner("P1", limit_hours=10), practitioner("P2"), practitioner("M", grade="CPP5.2")],
)


def test_now_is_the_team_as_it_stands() -> None:
    """Who can hold a case holds it; a manager's name and a name that has gone await."""
    plan = evaluate(TEAM, POLICY)
    assert plan.status is Status.AS_IT_STANDS
    assert outcome(plan) is Outcome.PROVEN
    assert plan.choices.holders == {"C1": "P1", "C3": "", "C4": "", "F": ""}
    standing = {kind: n for kind, n in plan.counts.standing.items() if n}
    assert standing == {
        Standing.ALLOCATED: 1,
        Standing.MANAGER: 1,
        Standing.AWAITING: 2,
        Standing.CONTRACTED: 1,
    }
    assert (plan.counts.changes, plan.counts.deallocations) == (0, 0)
    assert verify_plan(plan, TEAM, POLICY) == ()


def test_now_says_which_rules_the_team_breaks() -> None:
    """An infant of an intensive response has nobody: a finding, and no proof is claimed."""
    plan = evaluate(TEAM, POLICY)
    assert [(f.rule, f.unit) for f in plan.findings] == [("mandatory", "C4")]
    assert plan.counts.mandatory_unmet == 1
    assert not any(line.proven or line.bound is not None for line in plan.ledger)


def test_now_keeps_everyone_who_is_away_for_a_while() -> None:
    """Three weeks of leave: allocated, counted apart, and cover is planned."""
    team = TEAM.model_copy(update={"leave": (leave("P1", 0, 20),)})
    plan = evaluate(team, POLICY)
    assert line_of(plan, "C1").standing is Standing.AWAY_UNCOVERED
    assert plan.pools[0].cover_half_hours > 0


def test_the_managers_own_arrangement() -> None:
    """A unit left out awaits; C1 changes practitioner, and P1 holds more than 10 hours."""
    plan = evaluate(TEAM, POLICY, {"C1": "P2", "C3": "P1", "C4": "P1"})
    assert plan.choices.holders == {"C1": "P2", "C3": "P1", "C4": "P1", "F": ""}
    assert plan.counts.changes == 1
    assert {(f.rule, f.practitioner) for f in plan.findings} == {("hours", "P1")}


def test_an_arrangement_of_strangers_is_refused_in_one_report() -> None:
    """Every unknown unit, and everyone who holds no cases here."""
    with pytest.raises(DataFaults) as refused:
        evaluate(TEAM, POLICY, {"C1": "P9", "X": "P1", "Y": "", "C3": "M"})
    found = {(fault.column, fault.value) for fault in refused.value.faults}
    assert found == {("unit", "X"), ("unit", "Y"), ("practitioner", "P9"), ("practitioner", "M")}


@pytest.mark.parametrize("seed", range(25))
def test_a_solved_plan_is_scored_as_it_was_solved(seed: int) -> None:
    """Given who holds whom, what is best missed costs what the search says at every stage."""
    team = random_scenario(seed)
    plan = solved(team)
    if plan.status is not Status.BEST_POSSIBLE:
        assert plan.conflict is not None
        return
    again = evaluate(team, POLICY, plan.choices.holders)
    assert [(s.id, s.value) for s in again.ledger] == [(s.id, s.value) for s in plan.ledger]
    assert again.findings == ()
    assert again.choices == plan.choices


@pytest.mark.parametrize("seed", range(25))
def test_now_is_never_better_than_the_plan(seed: int) -> None:
    """Where the team as it stands meets every rule, the plan is as good at the first difference."""
    team = random_scenario(seed)
    plan, now = solved(team), evaluate(team, POLICY)
    if now.findings or plan.conflict:
        return
    kept = held_now(prepare(team, POLICY).problem)
    assert now.choices.holders == Choices(holders=kept).holders
    assert [s.value for s in plan.ledger] <= [s.value for s in now.ledger]
