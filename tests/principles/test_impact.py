"""What de-allocating a child would cost."""

import pytest

from planner.data.deallocation import ImpactScale
from planner.data.score import Score
from planner.data.vocabulary import Answer
from tests.make import child, day, replies, task
from tests.principles.scored import ALL_COLUMNS, ALL_INDICATORS, POLICY, score

IDS = [row.id for row in POLICY.indicators]


def checked(answers: dict[str, str], **settings: object) -> Score:
    """Score a child with these answers to the checklist."""
    return score(child("c"), indicators=replies("c", **answers), **settings)


def test_the_checklist_has_all_fourteen() -> None:
    """The page shows every indicator with its answer, also those that add nothing."""
    found = checked({"objective": "yes"}, supplied=ALL_INDICATORS)
    assert [line.factor for line in found.impact_lines] == IDS
    assert found.impact_lines[0].answer is Answer.YES


def test_all_present_costs_nothing() -> None:
    """A child with every indicator present is the least affected."""
    assert checked(dict.fromkeys(IDS, "yes"), supplied=ALL_INDICATORS).impact == 0
    assert checked(dict.fromkeys(IDS, "not applicable"), supplied=ALL_INDICATORS).impact == 0


def test_all_absent() -> None:
    """The sum of the fourteen: 6+8+8+5+6+6+8+12+10+6+8+5+2+2 = 92."""
    assert checked(dict.fromkeys(IDS, "no"), supplied=ALL_INDICATORS).impact == 92


@pytest.mark.parametrize("item", IDS)
def test_each_indicator_grows_from_present_to_unknown_to_absent(item: str) -> None:
    """Not knowing costs at least as much as knowing it is there, at most as its absence."""
    supplied = frozenset({f"indicators.{item}"})
    present, unknown, absent = (
        checked({item: answer}, supplied=supplied).impact for answer in ("yes", "unknown", "no")
    )
    assert present == 0 < unknown <= absent


def test_a_missing_row_is_unknown_only_where_the_item_is_supplied() -> None:
    """Professionals: 9 where the team answers the item, nothing where it never does."""
    assert checked({}, supplied=frozenset({"indicators.professionals"})).impact == 9
    silent = checked({})
    assert silent.impact == 0
    assert {line.note for line in silent.impact_lines} == {"Not supplied for this team: no points"}


def test_a_plain_no_counts_whatever_is_supplied() -> None:
    """What someone answered is known."""
    assert checked({"stable_care": "no"}).impact == 10


@pytest.mark.parametrize(("age", "impact"), [(182, 0), (183, 0), (184, 10)])
def test_an_old_risk_assessment(age: int, impact: int) -> None:
    """Up to 183 days it is current; a day later it adds to the impact."""
    assert score(child("c", risk_date=day(-age))).impact == impact


def test_a_missing_risk_assessment() -> None:
    """Missing counts as old where the column is supplied."""
    without = child("c", risk_date=None)
    assert score(without).impact == 0
    assert score(without, supplied=ALL_COLUMNS).impact == 10


@pytest.mark.parametrize(
    ("kind", "impact"),
    [
        ("case_plan_review", 10),
        ("review_risk_assessment", 10),
        ("hearing", 10),
        ("contested_hearing", 10),
        ("youth_panel", 0),
    ],
)
def test_reviews_and_hearings_in_the_cycle(kind: str, impact: int) -> None:
    """A child due before the court, or for review, is a bad choice this cycle."""
    assert score(child("c"), tasks=(task("c", kind, 27),)).impact == impact
    assert score(child("c"), tasks=(task("c", kind, 28),)).impact == 0


def test_two_reviews_count_once() -> None:
    """The cycle is in the checklist once, dated by the first."""
    rows = (task("c", "case_plan_review", 9), task("c", "review_risk_assessment", 4))
    found = score(child("c"), tasks=rows)
    assert found.impact == 10
    assert found.impact_lines[-1].dated == day(4)


def test_a_hearing_and_a_review_add_up() -> None:
    """Two different obligations of the cycle."""
    rows = (task("c", "case_plan_review", 9), task("c", "hearing", 4))
    assert score(child("c"), tasks=rows).impact == 20


@pytest.mark.parametrize(("cap", "impact"), [(93, 92), (92, 92), (91, 91)])
def test_the_cap(cap: int, impact: int) -> None:
    """One under, exactly at, one over; the lines still sum to the impact."""
    policy = POLICY.model_copy(update={"impact": ImpactScale(cap=cap)})
    found = score(child("c"), policy=policy, indicators=replies("c", **dict.fromkeys(IDS, "no")))
    assert found.impact == impact == sum(line.points for line in found.impact_lines)
    assert bool(found.impact_lines[-1].note) is (cap == 91)
