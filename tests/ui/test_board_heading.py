"""The words around a printed board: nobody may take a what-if for the team's own plan."""

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.draft import Saved
from planner.data.plan import Status
from planner.ui.asking import Question
from planner.ui.board import board_rows
from planner.ui.board_heading import heading, plan_words
from planner.ui.sides import BASELINE, NOW, WHAT_IF, Sides
from planner.ui.teams import own_team
from tests.make import child, practitioner, scenario
from tests.ui.made import plan, waiting

BASE = Saved(name="the team's own data")
AWAY = Adjustment(kind=AdjustmentKind.AWAY, practitioner="P1")
FULL = Adjustment(kind=AdjustmentKind.RESERVE, amount=10)


def sides(*changes: Adjustment, key: str = "what-if") -> Sides:
    """Make the three columns of a team, the what-if with these changes."""
    team = own_team(scenario([child("C1")], [practitioner("P1")], name="North"))
    made = plan((waiting("C1"),))
    asked = Question(key, team.scenario, team.policy)
    base = Question("base", team.scenario, team.policy)
    now = made.model_copy(update={"status": Status.AS_IT_STANDS})
    return Sides(team, changes, base, asked, now, made, made)


def test_a_what_if_names_every_change() -> None:
    """P1 away and hours in reserve: both stand on the paper."""
    said = plan_words(sides(AWAY, FULL), WHAT_IF, BASE)
    assert said == "What-if: P1 away for the rest of the cycle; 10 h kept in reserve"


def test_a_what_if_that_takes_all_changes_of_the_baseline_back() -> None:
    """It differs from the baseline by changing nothing."""
    assert plan_words(sides(), WHAT_IF, BASE).endswith("the team's own data, nothing changed")


def test_the_same_as_the_baseline_and_the_baseline_by_its_name() -> None:
    """Where nothing is changed the board says on what it rests."""
    same = plan_words(sides(AWAY, key="base"), WHAT_IF, BASE)
    assert same == "What-if, the same as the baseline plan: the team's own data"
    assert plan_words(sides(), BASELINE, Saved(name="Two away")) == "Baseline plan: Two away"


def test_the_team_as_it_stands_is_no_plan_and_claims_nothing() -> None:
    """No word on how good a plan it is."""
    found = sides()
    rows = board_rows(found.now, {}, {})
    words = heading(found, NOW, BASE, rows, rows)
    assert words.plan == "As at Mon 2 Mar 2026, 28 days. Now: the team as it stands."


def test_the_heading_says_team_day_plan_and_how_sure() -> None:
    """And below, by which policy; the words on the count are those of the page."""
    found = sides(AWAY)
    rows = board_rows(found.what_if, {}, {})
    words = heading(found, WHAT_IF, BASE, rows, rows)
    assert words.title == "Awaiting board: North"
    assert words.plan.startswith("As at Mon 2 Mar 2026, 28 days. What-if: P1 away")
    assert words.plan.endswith(" Best possible plan.")
    assert words.shown == "1 child of 1 family awaits allocation; no contact is overdue."
    assert words.basis == "Policy default 1 (bbbbbbbbbbbb)."
