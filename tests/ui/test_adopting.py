"""The plan in hand is kept as it was: the very same, for the same team, or not at all."""

from dataclasses import replace
from functools import cache

import pytest

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.digest import digest
from planner.data.draft import Draft
from planner.engine import allocate
from planner.store.drafts import read_draft
from planner.ui import adopting, asking
from planner.ui.adopting import UNDER_WAY, begin, let_go, stop, under_way
from planner.ui.desk import Desk
from planner.ui.sandbox import Sandbox
from planner.ui.teams import Picked, shipped_team
from tests.ui.adopt_made import the_plan

pytestmark = pytest.mark.usefixtures("only_tiny")

AWAY = (Adjustment(kind=AdjustmentKind.AWAY, practitioner="P1"),)


def in_hand() -> Picked:
    """Give the tiny team with a draft of its own."""
    return replace(shipped_team("tiny"), box=Sandbox(Draft(team="tiny")))


def test_the_same_plan_comes_back_from_the_disk() -> None:
    """Name, changes, override and, to the letter, what its records name it by."""
    team = in_hand()
    begin(team, "Draft", the_plan(), AWAY, "Overridden.")
    kept = read_draft(team.box.named)
    assert kept is not None
    found = under_way(replace(team, box=Sandbox(kept)))
    assert found is not None
    assert (found.name, found.changes, found.override) == ("Draft", AWAY, "Overridden.")
    assert digest(found.plan) == digest(the_plan())
    assert [leave.practitioner for leave in found.question.scenario.leave] == ["P3", "P1"]


def test_nothing_is_in_hand_before_and_after() -> None:
    """Stopping lets go of the plan."""
    team = in_hand()
    assert under_way(team) is None
    begin(team, "Draft", the_plan(), (), "")
    assert under_way(team) is not None
    stop(team)
    assert under_way(team) is None


def test_the_plan_of_another_team_is_not_in_hand() -> None:
    """Its decisions are about other children."""
    team = in_hand()
    begin(team, "Draft", the_plan(), (), "")
    assert under_way(replace(team, token="another")) is None


def after_a_restart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget every answer of this server."""
    monkeypatch.setattr(adopting, "desk", cache(Desk))


def test_a_verified_plan_outlasts_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """It agrees with its team, and is in hand again."""
    team = in_hand()
    question = asking.question(team, AWAY)
    plan = allocate(question.scenario, question.policy)
    begin(team, "Draft", plan, AWAY, "")
    after_a_restart(monkeypatch)
    found = under_way(team)
    assert found is not None
    assert digest(found.plan) == digest(plan)


def test_a_plan_that_the_verifier_refuses_is_shown_to_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file may have been changed by a hand or a fault since the plan was verified."""
    team = in_hand()
    plan = allocate(team.scenario, team.policy)
    counts = plan.counts.model_copy(update={"contacts_missed": plan.counts.contacts_missed + 1})
    begin(team, "Draft", plan.model_copy(update={"counts": counts}), (), "")
    after_a_restart(monkeypatch)
    assert under_way(team) is None
    assert let_go(team)


@pytest.mark.parametrize(
    "broken",
    [
        {"plan": "no plan"},
        {"plan": "AAAA"},
        {"changes": "[{}]"},
        {"changes": '[{"kind": "away", "practitioner": "P9"}]'},
    ],
)
def test_what_cannot_be_read_any_more_is_not_in_hand(broken: dict[str, str]) -> None:
    """The page then offers to begin, and the log still has what was decided."""
    team = in_hand()
    begin(team, "Draft", the_plan(), (), "")
    noted = team.box.draft.notes[UNDER_WAY]
    assert isinstance(noted, dict)
    team.box.keep(notes={UNDER_WAY: {**noted, **broken}})
    assert under_way(team) is None
