"""Absences on the page: in the order of ids, what each would mean for children."""

from planner.data.adjustment import AdjustmentKind
from planner.ui import absences
from tests.make import child, practitioner, scenario
from tests.priced import absences as answered
from tests.priced import absent, reached, shift

ANSWER = answered(
    reached(1),
    absent("P1", reached(2), to_cover=("C1", "C2"), moved=(shift("F3", "", "P2"),)),
    absent("P2", reached(5, contacts_missed=9), label="Robin", proven=False),
    absent("P3", None, away=True),
    absent("P4", None, proven=False),
    unanswered=("P5",),
    notes=("About hours and children.",),
)


def test_rows_stand_in_the_order_of_ids() -> None:
    """Not by how many would await: P1 before P2, though more would await without P2."""
    rows = absences.absence_rows(ANSWER)
    assert [row["If away"] for row in rows] == ["Nobody further", "P1", "P2 · Robin", "P3", "P4"]
    assert [row["Awaiting: high risk"] for row in rows] == ["1", "2", "5", "", ""]
    assert [row["Children to cover"] for row in rows] == ["", "2", "0", "", ""]
    assert [row["How sure"] for row in rows] == [
        "",
        "proven",
        "not proven",
        "away already",
        "not proven",
    ]


def test_each_absence_that_was_answered_can_be_loaded() -> None:
    """Away for the whole cycle; who is away already, or was not answered, is not asked again."""
    team = scenario([child("C1")], [practitioner("P1"), practitioner("P2")])
    found = absences.absence_choices(ANSWER, team)
    assert [choice.name for choice in found] == ["P1 away", "P2 · Robin away"]
    (change,) = found[0].changes or ()
    assert (change.kind, change.practitioner) == (AdjustmentKind.AWAY, "P1")
    assert found[0].gain == "Something; nothing else changes. To cover: C1, C2."
    assert found[0].moved == ("F31 from nobody to P2.",)


def test_a_mandatory_allocation_that_cannot_be_met_is_said() -> None:
    """It is no footnote."""
    team = scenario([child("C1")], [practitioner("P1")])
    (choice,) = absences.absence_choices(
        answered(reached(), absent("P1", reached(mandatory=1), conflict=True)), team
    )
    assert "A mandatory allocation could not be met." in choice.gain


def test_for_whom_no_time_was_left_is_said() -> None:
    """After how to read it."""
    assert absences.absence_notes(ANSWER) == [
        "About hours and children.",
        "No time was left for P5.",
    ]


def test_without_a_plan_there_is_nothing_to_show() -> None:
    """No line, no fault."""
    assert absences.absence_rows(answered(reached()).model_copy(update={"now": None})) == []
