"""Where a child stands: the assessment and its age, the cycle as far as the tables know."""

import pytest

from planner.data.scenario import Child
from planner.data.worksheet import WorksheetChild
from planner.engine import worksheet
from planner.policy import default_policy
from tests.make import child, day, practitioner, scenario, task

POLICY = default_policy()


def own(one: Child, **settings: object) -> WorksheetChild:
    """Give the child's lines of a worksheet."""
    made = scenario([one], [practitioner("P1")], **settings)
    return worksheet(made, POLICY).candidates[0].children[0]


@pytest.mark.parametrize(("age", "old"), [(182, False), (183, False), (184, True)])
def test_the_age_of_the_assessment(age: int, old: bool) -> None:
    """One under, exactly at, one over what the policy allows."""
    found = own(child("A", holder="P1", risk_date=day(-age))).assessed
    assert (found.days, found.old) == (age, old)
    assert (found.consequence, found.probability) == ("concerning", "unlikely")


def test_no_assessment_is_blank_and_never_old() -> None:
    """Nothing is made up for what is not recorded."""
    blank = child("A", holder="P1", risk_date=None, consequence=None, probability=None)
    found = own(blank).assessed
    assert (found.endorsed, found.days, found.old) == (None, None, False)
    assert (found.consequence, found.probability) == ("", "")


def test_reviews_and_hearings_before_and_after_today() -> None:
    """The last that fell due, the next to come - today's is to come - and hearings apart."""
    tasks = (
        task("A", "case_plan_review", -60),
        task("A", "review_risk_assessment", -9),
        task("A", "case_plan_review", 0),
        task("A", "case_plan_review", 90),
        task("A", "hearing", 40),
        task("A", "hearing", -2),
    )
    found = own(child("A", holder="P1"), tasks=tasks).cycle
    assert found.last_review is not None
    assert (found.last_review.title, found.last_review.due) == ("Review risk assessment", day(-9))
    assert found.next_review is not None
    assert found.next_review.due == day(0)
    assert found.next_hearing is not None
    assert found.next_hearing.due == day(40)


def test_an_empty_list_of_tasks() -> None:
    """No review and no hearing is known."""
    found = own(child("A", holder="P1")).cycle
    assert (found.last_review, found.next_review, found.next_hearing) == (None, None, None)
    assert (found.phase, found.order) == ("protection order", "family preservation")
    assert (found.case_plan, found.objective) == ("endorsed", "family preservation")
