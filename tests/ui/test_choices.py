"""Choices as rows and points: the table says what the chart draws, and nobody is hidden."""

from decimal import Decimal

from planner.charts import NO_POINT
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.plan import Choices, GivenWay
from planner.data.vocabulary import Tier
from planner.ui import choices
from planner.ui.choices import Choice, Mark
from tests.priced import reached
from tests.ui.made import counts, plan, stage

ONE = Adjustment(kind=AdjustmentKind.DEALLOCATIONS, amount=Decimal(1))
FOUND = [
    Choice("Allowed", "None", reached(3, 7, contacts_missed=4), 0.0, "proven", ()),
    Choice("Allowed", "One", reached(2, 8, deallocations=1), 1.0, "proven", (ONE,)),
]
MARKS = [Mark("Now", reached(4, 7, changes=0, contacts_missed=9, contacts_missed_watched=2), 0.0)]


def test_the_table_has_a_row_for_every_point() -> None:
    """Choices first; what a plan comes to in children, contacts and de-allocations."""
    rows = choices.choice_rows(FOUND, MARKS, "Allowed")
    assert [row["Allowed"] for row in rows] == ["None", "One", "Now"]
    assert rows[1] == {
        "Allowed": "One",
        "Awaiting: all": "10",
        "Awaiting: high risk": "2",
        "Awaiting: remaining": "8",
        "Contacts missed": "0",
        "Of these: high risk, under two": "0",
        "De-allocations": "1",
        "How sure": "proven",
    }
    assert rows[2]["Of these: high risk, under two"] == "2"
    assert rows[2]["How sure"] == ""


def test_what_no_plan_has_any_of_has_no_column() -> None:
    """No change and no hour over in any of them: no column; with one hour over it is there."""
    assert not {"Changes", "Over a limit"} & choices.choice_rows(FOUND, MARKS, "Allowed")[0].keys()
    over = Mark("What-if", reached(3, 7, hours_giving_half_hours=5), 0.0)
    rows = choices.choice_rows(FOUND, [over], "Allowed")
    assert [row["Over a limit"] for row in rows] == ["0 h", "0 h", "2.5 h"]


def test_what_is_too_wide_for_a_page_stands_in_two_tables() -> None:
    """Who awaits above, the rest of the same plans below; no column is lost, none is twice."""
    rows = choices.choice_rows(FOUND, MARKS, "Allowed")
    above, below = choices.two_tables(rows, "Allowed")
    assert list(above[0]) == [
        "Allowed",
        "Awaiting: all",
        "Awaiting: high risk",
        "Awaiting: remaining",
        "Contacts missed",
    ]
    assert next(iter(below[0])) == "Allowed"
    alone = "Contacts missed: high risk, under two"
    for whole, one, other in zip(rows, above, below, strict=True):
        assert other.pop(alone) == whole["Of these: high risk, under two"]
        assert {**one, **other} == {n: t for n, t in whole.items() if not n.startswith("Of these")}
    narrow = [dict(list(row.items())[:6]) for row in rows]
    assert choices.two_tables(narrow, "Allowed") == (narrow, [])


def test_headings_of_who_awaits_are_short() -> None:
    """All of them, and of these how many of each tier; other headings stay as they are."""
    assert choices.headings(choices.choice_rows(FOUND, MARKS, "Allowed")) == {
        "Awaiting: all": "Awaiting",
        "Awaiting: high risk": "… high risk",
        "Awaiting: remaining": "… remaining",
    }
    assert choices.headings([]) == {}


def test_no_column_of_children_is_left_out_for_being_empty() -> None:
    """That nobody at high risk awaits is worth saying, and so is that nothing is missed."""
    (row,) = choices.choice_rows([Choice("A", "A", reached(), 0.0)], [], "Plan")
    assert (row["Awaiting: high risk"], row["Awaiting: all"], row["Contacts missed"]) == (
        "0",
        "0",
        "0",
    )


def test_points_bear_the_place_of_their_choice_and_marks_bear_none() -> None:
    """So that a click loads the choice that was clicked, and a mark loads nothing."""
    dots = choices.dots(FOUND, MARKS)
    assert [(dot["point"], dot["kind"]) for dot in dots] == [
        (0, "Allowed"),
        (1, "Allowed"),
        (NO_POINT, "Now"),
    ]
    assert [(dot[choices.AT], dot[choices.ALL], dot[Tier.HIGH.name]) for dot in dots] == [
        (0, 10, 3),
        (1, 10, 2),
        (0, 11, 4),
    ]
    assert (dots[2][choices.MISSED], dots[2][choices.WATCHED]) == (9, 2)


def test_a_mark_without_a_place_has_none_on_the_axis() -> None:
    """It stays in the table, and the chart leaves it out."""
    assert choices.AT not in choices.dots([], [Mark("Now", reached(1), None)])[0]


def test_a_panel_for_each_tier_of_which_anybody_awaits_and_one_for_contact() -> None:
    """What is bought for some is paid by others: both are drawn, and so is contact missed."""
    panels = choices.tier_panels(choices.all_reached(FOUND, MARKS), "Allowed")
    assert [panel.up_title for panel in panels] == ["High risk", "Remaining", "Contacts missed"]
    assert [panel.across_title for panel in panels] == ["", "", "Allowed"]
    assert all(panel.line for panel in panels)
    with_infant = choices.tier_panels([reached(mandatory=1)], "Allowed")
    assert with_infant[0].up_title == "Mandatory"


def test_of_a_team_that_has_changed_nothing_can_be_loaded() -> None:
    """The figures stay to be read."""
    read = choices.for_reading(FOUND)
    assert [choice.changes for choice in read] == [None, None]
    assert [choice.reached for choice in read] == [choice.reached for choice in FOUND]


def test_a_plan_is_counted_as_a_choice_is() -> None:
    """Awaiting by tier, what is missed, and hours that give way: half-hours of hours alone."""
    made = plan(
        counts=counts(awaiting={Tier.HIGH: 2}, contacts_missed=5, changes=1, deallocations=3),
        choices=Choices(
            holders={},
            gives=(
                GivenWay(limit="hours", practitioner="P1", unit="F1", amount=7),
                GivenWay(limit="fit", practitioner="P1", unit="F1", amount=2),
            ),
        ),
        ledger=(stage("2a", 202, 202), stage("4a", 9, 9, policy=False)),
    )
    found = choices.reached_by({"Now": made})["Now"]
    assert (found.urgent, found.contacts_missed, found.changes, found.deallocations) == (2, 5, 1, 3)
    assert found.hours_giving_half_hours == 7
    assert [line.id for line in found.values] == ["2a"]
