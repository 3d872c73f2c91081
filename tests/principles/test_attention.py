"""What needs the manager's judgement, in the order of its urgency."""

import pytest

from tests.make import child, day, decision, infant
from tests.principles.scored import ALL_COLUMNS, ALL_FACTORS, score

RESPONSE = "Infant response decision not recorded"


def test_nothing_to_ask_of_a_full_record() -> None:
    """A child of whom everything is recorded needs no line."""
    found = score(child("c"), supplied=ALL_COLUMNS)
    assert (found.attention, found.gaps) == ((), ())


@pytest.mark.parametrize(
    ("gap", "line"),
    [
        ({"consequence": None, "probability": None}, "No risk judgement recorded"),
        ({"consequence": None}, "Risk judgement half recorded: consequence is blank"),
        ({"probability": None}, "Risk judgement half recorded: probability is blank"),
    ],
)
def test_no_judgement_comes_first(gap: dict[str, None], line: str) -> None:
    """Whatever else is missing, the judgement is asked for first."""
    one = infant("c", "not recorded", risk_date=None, aboriginal="unknown", **gap)
    found = score(one, decisions=(decision("lower", "c"),), supplied=ALL_COLUMNS)
    assert found.attention == (
        line,
        RESPONSE,
        "Not lowered: the infant response decision is not recorded",
    )
    assert found.gaps == (
        "No endorsed risk assessment recorded",
        "Not recorded whether the child is Aboriginal or Torres Strait Islander: ask the family",
    )
    assert found.no_judgement is (len(gap) == 2)


@pytest.mark.parametrize(
    ("phase", "response", "asked"),
    [
        ("investigation", "not recorded", True),
        ("investigation", "not applicable", False),
        ("protective intervention", "not applicable", True),
        ("protective intervention", "response", False),
    ],
)
def test_the_response_decision(phase: str, response: str, asked: bool) -> None:
    """The answer "not applicable" stands only until substantiation makes the decision due."""
    assert (RESPONSE in score(infant("c", response, phase=phase)).attention) is asked


def test_not_applicable_is_right_for_an_older_child() -> None:
    """The decision is about infants."""
    assert RESPONSE not in score(child("c", infant_response="not recorded")).attention


def test_no_age() -> None:
    """Without any age the classes of age cannot be read, so it is asked for."""
    found = score(child("c", age=None))
    assert found.attention == ("Neither birth date nor age recorded",)
    assert found.points == 4


@pytest.mark.parametrize(("age", "asked"), [(182, False), (183, False), (184, True)])
def test_an_old_assessment(age: int, asked: bool) -> None:
    """From the day after the limit its date is shown."""
    found = score(child("c", risk_date=day(-age)))
    assert any("over 183 days old" in line for line in found.gaps) is asked


def test_a_missing_assessment_only_where_supplied() -> None:
    """A column never supplied is the team's banner."""
    assert score(child("c", risk_date=None)).gaps == ()


@pytest.mark.parametrize(("age", "asked"), [(9, False), (10, True), (11, True), (None, True)])
def test_the_youth_schedule_is_asked_of_young_people(age: int | None, asked: bool) -> None:
    """From ten on, where the team's file has the column at all."""
    one = child("c", age=age, youth_schedule="unknown")
    line = "Not recorded whether on the high-risk youth schedule"
    assert (line in score(one, supplied=ALL_COLUMNS).gaps) is asked
    assert line not in score(one).gaps


def test_status_unknown_is_silent_where_never_supplied() -> None:
    """The team's banner speaks once instead."""
    assert score(child("c", aboriginal="unknown")).gaps == ()


def test_unanswered_items_are_named_once() -> None:
    """Columns by heading, factors by title; a column that feeds two factors is named once."""
    one = child("c", maram="unknown", disability="unknown", case_plan="unknown")
    supplied = ALL_COLUMNS | {"factors.family.isolated"}
    assert score(one, supplied=supplied).gaps == (
        "Not answered: disability; Family socially or physically isolated; case plan; maram",
    )


def test_an_unanswered_group_is_named() -> None:
    """A gap in a principle adds no points, and is asked for all the same."""
    found = score(child("c"), supplied=frozenset({"factors.principle.breakdown"}))
    assert found.points == 1
    assert found.gaps == ("Not answered: Care arrangement vulnerable to breakdown",)


def test_obligations_are_never_called_unanswered() -> None:
    """What is owed has its own place on the page."""
    obligations = frozenset(item for item in ALL_FACTORS if item.startswith("factors.obligation"))
    assert len(obligations) == 4
    assert score(child("c"), supplied=obligations).gaps == ()


@pytest.mark.parametrize(
    ("living", "item", "named"),
    [
        ("parents", "home.conditions", "Parents avoid or do not keep conditions"),
        ("unknown", "home.conditions", "living"),
        ("unknown", "family.isolated", "Family socially or physically isolated"),
    ],
)
def test_a_gap_is_named_by_what_fills_it(living: str, item: str, named: str) -> None:
    """Where it is not recorded with whom the child lives, that is what a list's gap asks."""
    found = score(child("c", living=living), supplied=ALL_COLUMNS | {f"factors.{item}"})
    assert f"Not answered: {named}" in found.gaps
