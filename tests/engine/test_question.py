"""What every question starts from: a plan solved or in hand, verified, and the time there is."""

import pytest

from planner.data.assumed import requiring
from planner.data.plan import Choices
from planner.engine.question import ask, proven
from planner.errors import UsageFault
from tests.engine.solving import POLICY, solved
from tests.make import child, decision, infant, practitioner, scenario

TEAM = scenario([child("C1"), child("C2")], [practitioner("P1", limit_hours=14)])


def test_a_plan_in_hand_is_not_solved_again() -> None:
    """Its choices and its ledger are what is asked about."""
    plan = solved(TEAM)
    question = ask(TEAM, POLICY, plan=plan)
    assert question.choices == plan.choices
    assert question.ledger == plan.ledger


def test_an_altered_plan_is_refused() -> None:
    """Nothing unverified is asked about."""
    plan = solved(TEAM)
    holders = dict.fromkeys(plan.choices.holders, "P1")
    altered = plan.model_copy(update={"choices": Choices(holders=holders)})
    with pytest.raises(UsageFault):
        ask(TEAM, POLICY, plan=altered)


def test_no_plan_in_time_leaves_nothing_to_ask_about() -> None:
    """And says so when it is asked all the same."""
    pinned = scenario(
        [child("C1", holder="P1"), child("C2")],
        [practitioner("P1", limit_hours=9)],
        decisions=[decision("pin", "C2", "P1")],
    )
    question = ask(pinned, POLICY, time_limit=0)
    assert not question.found
    with pytest.raises(ValueError, match="no plan was found"):
        _ = question.choices


def test_what_a_conflict_set_aside_stays_set_aside() -> None:
    """The infant nobody may hold is not asked for again."""
    team = scenario(
        [infant("C1"), child("C2")],
        [practitioner("P1")],
        decisions=[decision("bar", "C1", "P1")],
    )
    fresh, in_hand = ask(team, POLICY), ask(team, POLICY, plan=solved(team))
    assert fresh.problem == in_hand.problem
    assert in_hand.problem.unit("C1").excused
    assert fresh.changed(team).problem.unit("C1").excused


def test_that_there_is_no_such_plan_is_an_answer() -> None:
    """Both families with somebody who has room for one."""
    question = ask(TEAM, POLICY)
    both = requiring(requiring(question.problem, "C1"), "C2")
    result = question.again(both)
    assert result.solved.infeasible
    assert result.cores == ()
    assert proven(result)


def test_until_a_stage() -> None:
    """Later stages are not solved, and what was is proven."""
    question = ask(TEAM, POLICY)
    result = question.again(question.problem, until="2c")
    assert result.solved.ledger[-1].id == "2c"
    assert proven(result)


def test_steps_are_told_to_whoever_listens() -> None:
    """And to nobody where nobody does."""
    heard = []
    ask(TEAM, POLICY, on_step=heard.append).told(1, 2, "half")
    ask(TEAM, POLICY).told(1, 2)
    assert [(step.done, step.of, step.words) for step in heard] == [(1, 2, "half")]
