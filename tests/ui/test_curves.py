"""Curves on the page: whose hours, each step with what it loads, and what stands before."""

from decimal import Decimal

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.curve import CurveOf
from planner.data.vocabulary import Grade
from planner.ui import curves
from tests.make import child, practitioner, scenario
from tests.priced import curve, reached

HOURS = Adjustment(kind=AdjustmentKind.HOURS, practitioner="P1", amount=Decimal(60))
STEPS = ((-10, reached(2)), (0, reached(1)), (5, reached(0)))


def test_whose_hours_can_be_varied() -> None:
    """Everyone's first, then those who are here in the order of ids, then somebody further."""
    team = scenario([child("C1")], [practitioner("P2"), practitioner("P1", label="Robin")])
    assert list(curves.whose(team, ["P2", "P1"]).values()) == [
        "Everyone",
        "P1 · Robin",
        "P2",
        "A further practitioner",
    ]


def test_only_grades_that_hold_cases_may_join() -> None:
    """The usual one is proposed."""
    assert curves.grades()[0] is Grade.CPP4
    assert all(grade.carries for grade in curves.grades())


def test_zones_are_those_of_people_and_children() -> None:
    """A blank is the team's base."""
    team = scenario([child("C1", zone="hills")], [practitioner("P1", zone="coast")])
    assert curves.zones(team) == ["", "coast", "hills"]


def test_each_step_has_its_hours_and_what_it_loads() -> None:
    """As it is now nothing is changed; a limit that no team may have cannot be loaded."""
    answer = curve(CurveOf.PRACTITIONER, *STEPS, practitioner="P1")
    found = curves.curve_choices(answer, ((HOURS,), (), ()))
    assert [choice.at for choice in found] == [-5, 0, 2.5]
    assert [choice.name for choice in found] == ["-5 h", "now", "+2.5 h"]
    assert [choice.changes for choice in found] == [(HOURS,), (), None]
    assert [choice.gain for choice in found][1:] == ["1 fewer high-risk child awaits."] * 2


def test_hours_of_somebody_further_cannot_be_loaded() -> None:
    """Nobody is added to a team by a click on a point."""
    answer = curve(CurveOf.ADDED, (0, reached(1)), (30, reached(0)))
    assert [choice.changes for choice in curves.curve_choices(answer, ((), ()))] == [None, None]


def test_the_what_if_is_marked_where_it_is() -> None:
    """At no hours more or fewer; nowhere where no plan was found."""
    answer = curve(CurveOf.EVERYONE, *STEPS, now=reached(1))
    assert [(mark.name, mark.at) for mark in curves.curve_marks(answer)] == [("What-if", 0.0)]
    assert curves.curve_marks(answer.model_copy(update={"now": None})) == []


def test_what_else_stands_before_it_is_said() -> None:
    """After how many hours it takes, and before where nothing changes any more."""
    answer = curve(
        CurveOf.EVERYONE,
        *STEPS,
        headline=("Not with any number of hours.",),
        not_enough=("C1: P1 has a conflict.",),
        flat_above=True,
    )
    assert curves.curve_lines(answer) == [
        "Not with any number of hours.",
        "What else stands before it: C1: P1 has a conflict.",
        "More hours than the last step change nothing.",
    ]
