"""Why a child waits and what would change it, on teams small enough to be worked by hand."""

import threading

import pytest

from planner.data.explanation import Explanation, TippingKind
from planner.data.scenario import Scenario
from planner.engine import explain
from planner.errors import UsageFault
from tests.engine.solving import POLICY, high, solved
from tests.make import child, decision, infant, practitioner, scenario


def explained(team: Scenario, name: str, **options: bool) -> Explanation:
    """Explain one child, proven."""
    answer = explain(team, POLICY, [name], **options)
    assert answer.unanswered == ()
    (found,) = answer.explained
    assert found.proven
    return found


def two(limit: float = 14) -> Scenario:
    """Make a team with room for one of two families, of 11.5 h and 14 h; C2 has fewer points."""
    return scenario(
        [child("C1", disability="yes"), child("C2")],
        [practitioner("P1", limit_hours=limit)],
    )


def test_the_one_who_waits_would_take_the_place_of_the_other() -> None:
    """C2 in means C1 out; what decides is the stage of the remaining children."""
    found = explained(two(), "C2")
    other = found.counterfactual
    assert other.possible
    assert other.gives == ()
    assert [(s.unit, s.before, s.after) for s in other.shifts] == [
        ("C2", "", "P1"),
        ("C1", "P1", ""),
    ]
    assert other.decided_by == "3b"
    assert other.differences[0].more > 0
    assert other.sentences[0] == "C2 would be taken on by P1."


def test_the_tipping_point_is_the_points_of_the_other() -> None:
    """As many points as C1 has make them equal; more bring C2 in."""
    team = two()
    scores = {line.child: line.score.points for line in solved(team).children}
    tips = explained(team, "C2").tipping
    assert tips.kind is TippingKind.POINTS
    assert tips.stage == "3b"
    assert tips.own == scores["C2"]
    assert tips.points == tips.low == tips.high == scores["C1"]
    assert f"more than {scores['C1']} points" in tips.sentence


def test_points_do_not_help_past_a_higher_stage() -> None:
    """A remaining child does not take the place of one at high risk, whatever its points."""
    team = scenario([high("C1"), child("C2")], [practitioner("P1", limit_hours=14)])
    tips = explained(team, "C2").tipping
    assert (tips.kind, tips.stage) == (TippingKind.NONE, "2a")


def test_where_limits_stand_between_it_says_what_it_would_take() -> None:
    """Nobody has room even if everyone else waits: hours give way first."""
    team = scenario([child("C1")], [practitioner("P1", limit_hours=8)])
    found = explained(team, "C1")
    assert found.counterfactual.possible is False
    assert found.counterfactual.gives == ("P1 goes 3.5 h over the limit to hold C1.",)
    assert found.counterfactual.sentences[0].startswith("Within the limits there is no plan")
    assert (found.tipping.kind, found.tipping.stage) == (TippingKind.NONE, "0")
    (screened,) = found.screen
    assert screened.rules == ("hours",)
    assert "too few even if empty" in screened.sentences[0]


def test_nobody_may_hold_the_child_whatever_gives_way() -> None:
    """A bar is no limit: there is no such plan."""
    team = scenario([child("C1")], [practitioner("P1")], decisions=[decision("bar", "C1", "P1")])
    found = explained(team, "C1")
    assert found.counterfactual.possible is False
    assert found.counterfactual.shifts == ()
    assert found.screen[0].rules == ("bar",)
    assert found.tipping.kind is TippingKind.NONE


def test_an_allocated_child_with_somebody_else() -> None:
    """It is held by P1; with P2 it would be a change of practitioner, priced in 3a."""
    team = scenario([child("C1", holder="P1")], [practitioner("P1"), practitioner("P2")])
    found = explained(team, "C1")
    assert found.holder == "P1"
    (shift,) = found.counterfactual.shifts
    assert shift.sentence == "C1 would move from P1 to P2: a change of practitioner."
    assert found.counterfactual.decided_by == "3a"


def test_equal_plans_are_the_managers_choice() -> None:
    """Two practitioners alike: nothing decides but the draw."""
    team = scenario([child("C1")], [practitioner("P1"), practitioner("P2")])
    found = explained(team, "C1")
    assert found.counterfactual.decided_by == ""
    assert "your choice" in found.counterfactual.sentences[-1]


def test_a_mandatory_child_is_not_asked_about() -> None:
    """It is always allocated: no points are asked for."""
    team = scenario([infant("C1")], [practitioner("P1"), practitioner("P2")])
    assert explained(team, "C1").tipping.kind is TippingKind.NOT_ASKED


def test_everyone_who_awaits_highest_tier_first() -> None:
    """Without a child, all who wait are explained, one of each family."""
    team = scenario(
        [child("C1"), high("C2"), child("C3", family="F"), child("C4", family="F")],
        [practitioner("P1", limit_hours=0)],
    )
    answer = explain(team, POLICY)
    assert [found.child for found in answer.explained] == ["C2", "C1", "C3"]


def test_a_day_more_is_tried() -> None:
    """Six hours are missing, and a working day has more."""
    team = scenario([child("C1")], [practitioner("P1", limit_hours=6), practitioner("P2", fte=0)])
    found = explained(team, "C1", facts=True)
    assert [(fact.holder, fact.adjustment is not None) for fact in found.helps] == [("P1", True)]
    assert "One more day of P1" in found.helps[0].sentence


def test_a_missing_skill_is_tried() -> None:
    """The child needs a skill that nobody has; with it, P1 could hold the case."""
    team = scenario([child("C1", skills=("court",))], [practitioner("P1")])
    found = explained(team, "C1", facts=True)
    assert [fact.sentence for fact in found.helps] == ["P1 with court"]


def test_unknown_children_are_named() -> None:
    """With the ids that there are."""
    with pytest.raises(UsageFault, match="no child 'C9' in the team; its children are C1, C2"):
        explain(two(), POLICY, ["C9"])


def test_a_plan_in_hand_is_explained_and_another_teams_refused() -> None:
    """It must be of this very team."""
    plan = solved(two())
    answer = explain(two(), POLICY, ["C2"], plan=plan)
    assert answer.explained[0].counterfactual.decided_by == "3b"
    with pytest.raises(UsageFault, match="another scenario"):
        explain(two(15), POLICY, ["C2"], plan=plan)


def test_what_was_not_reached_in_time_is_named() -> None:
    """A stop while the first is asked about: the second is not answered, and said so."""
    stop, steps = threading.Event(), []

    def told(step: object) -> None:
        steps.append(step)
        stop.set()

    plan = solved(two())
    answer = explain(two(), POLICY, ["C2", "C1"], plan=plan, stop=stop, on_step=told)
    assert [(step.done, step.of) for step in steps] == [(0, 2)]
    assert [found.proven for found in answer.explained] == [False]
    assert answer.unanswered == ("C1",)
