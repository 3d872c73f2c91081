"""Casework, oversight and tasks. A cycle of 28 days is 28 / 30.44 of a month."""

from fractions import Fraction

import pytest

from planner.workload.casework import (
    all_task_hours,
    casework,
    casework_row,
    oversight,
    task_hours,
)
from tests.make import child, task
from tests.workload.office import HIGH, MANDATORY, UNDER_TWO, gathered

MONTH = Fraction(2800, 3044)


@pytest.mark.parametrize(
    ("phase", "order", "row"),
    [
        ("intake", "none", "investigation"),
        ("investigation", "none", "investigation"),
        ("investigation", "interim accommodation order", "investigation"),
        ("protective intervention", "none", "intervention_agreement"),
        ("protective intervention", "undertaking", "intervention_agreement"),
        ("protective intervention", "protection application", "intervention_court"),
        ("protective intervention", "interim accommodation order", "intervention_court"),
        ("protection order", "family preservation", "family_preservation"),
        ("protection order", "family reunification", "family_reunification"),
        ("protection order", "care by secretary", "care_by_secretary"),
        ("protection order", "long-term care", "long_term_care"),
        ("protection order", "undertaking", "undertaking"),
        ("protection order", "protection application", "intervention_court"),
        ("protection order", "interim accommodation order", "intervention_court"),
        ("protection order", "none", "closure"),
        ("closure", "none", "closure"),
        ("closure", "care by secretary", "care_by_secretary"),
    ],
)
def test_phase_and_order_name_the_row(phase: str, order: str, row: str) -> None:
    """Every phase, and under an order every order."""
    team = gathered([child("A", phase=phase, order=order)])
    assert casework_row(team, team.open_children[0]) == row


@pytest.mark.parametrize(
    ("facts", "score", "row"),
    [
        # Against family preservation at 3.5 hours a month:
        ({}, UNDER_TWO, "infant"),  # 5
        ({}, MANDATORY, "intensive"),  # 9
        ({"youth_schedule": "yes"}, {}, "youth"),  # 9
        ({}, HIGH, "family_preservation"),  # high risk alone has no row
        # Against family reunification at 6:
        ({"order": "family reunification"}, UNDER_TWO, "family_reunification"),
        ({"youth_schedule": "unknown"}, {}, "family_preservation"),
    ],
)
def test_the_largest_row_that_applies(
    facts: dict[str, object], score: dict[str, object], row: str
) -> None:
    """An infant in reunification costs what reunification costs."""
    team = gathered([child("A", **facts)], scores={"A": score})
    assert casework_row(team, team.open_children[0]) == row


@pytest.mark.parametrize(
    ("kind", "due", "row"),
    [
        ("first_visit", 3, "investigation"),
        ("first_visit_urgent", 3, "investigation_urgent"),
        ("first_visit_urgent", 40, "investigation_urgent"),  # any task, whenever due
    ],
)
def test_an_urgent_task_makes_an_investigation_urgent(kind: str, due: int, row: str) -> None:
    """9 hours a month instead of 7, for this child and no other."""
    team = gathered(
        [child("A", phase="investigation"), child("B", phase="investigation")],
        tasks=[task("A", kind, due)],
    )
    rows = [casework_row(team, c) for c in team.open_children]
    assert rows == [row, "investigation"]


@pytest.mark.parametrize(
    ("facts", "settings", "monthly"),
    [
        ({}, {}, "3.5"),
        ({"language": "Dinka"}, {}, "4.5"),  # an interpreter adds one hour
        ({}, {"limits": {"service_intensity": "0.8"}}, "2.8"),
        ({"language": "Dinka"}, {"limits": {"service_intensity": "0.7"}}, "3.15"),
    ],
)
def test_monthly_hours_are_scaled_to_the_cycle(
    facts: dict[str, object], settings: dict[str, object], monthly: str
) -> None:
    """Nothing is rounded here."""
    team = gathered([child("A", **facts)], **settings)
    assert casework(team, team.open_children) == Fraction(monthly) * MONTH


def test_a_cycle_of_two_weeks_has_half_the_hours() -> None:
    """14 / 30.44 of 3.5 hours."""
    team = gathered([child("A")], cycle_days=14)
    assert casework(team, team.open_children) == Fraction("3.5") * MONTH / 2


def test_of_siblings_the_largest_counts_in_full_and_each_further_at_a_share() -> None:
    """Rows of 3.5, 9 and 2 with an interpreter, 3: 9 + 70 % of (3.5 + 3) = 13.55 a month."""
    team = gathered(
        [
            child("A"),
            child("B", phase="protective intervention", order="protection application"),
            child("C", order="undertaking", language="Dinka"),
        ]
    )
    assert casework(team, team.open_children) == Fraction("13.55") * MONTH


def test_oversight_is_an_hour_a_month_with_siblings_at_a_share() -> None:
    """1 + 2 x 0.7 = 2.4 a month; service intensity does not scale it."""
    team = gathered(
        [child(name, language="Dinka") for name in "ABC"], limits={"service_intensity": "0.7"}
    )
    assert oversight(team, team.open_children) == Fraction("2.4") * MONTH


def test_a_task_takes_the_hours_written_or_those_of_its_kind() -> None:
    """A case plan review takes 4 hours unless the manager wrote another number, 0 included."""
    rows = [
        task("A", "case_plan_review"),
        task("A", "case_plan_review", hours=1.25),
        task("A", "case_plan_review", hours=0),
    ]
    team = gathered([child("A")], tasks=rows)
    assert [task_hours(team, row) for row in rows] == [4, Fraction("1.25"), 0]
    assert all_task_hours(team, rows) == Fraction("5.25")
    assert all_task_hours(team, []) == 0
