"""The page "Compare": the baseline plan, two saved scenarios and the what-if, side by side."""

import csv
import io

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.draft import Saved
from planner.data.guard_rail import USUAL_RAILS
from planner.policy import default_policy
from planner.ui.compared import Column
from planner.ui.side_by_side import written
from tests.ui.compare_page import NOBODY, chosen, compare_page, field
from tests.ui.made import plan, waiting
from tests.ui.seen import button, html, labels, text, unfolded

pytestmark = pytest.mark.usefixtures("only_tiny")

JOINS = Adjustment(kind=AdjustmentKind.ADD, practitioner="NEW", fte=1)
TWO = (
    Saved(name="Nobody takes on", note="Only if *both* are ill", changes=NOBODY),
    Saved(name="One joins", changes=(JOINS,)),
)


def headings(page: AppTest, place: int = 0) -> list[str]:
    """Give the headings of a table."""
    return list(page.table[place].value.columns)


def row(page: AppTest, figure: str) -> list[str]:
    """Give one row of the figures, as the page shows them."""
    frame = page.table[0].value
    (found,) = (values for values in frame.to_numpy().tolist() if values[0] == figure)
    return [str(value) for value in found]


def test_without_anything_to_compare_it_says_where_to_begin() -> None:
    """The baseline plan stands alone, and can be adopted all the same."""
    page = compare_page()
    assert page.info[-1].value.startswith("There is only the baseline plan so far.")
    assert headings(page) == ["Figure", "Baseline plan"]
    assert "Child by child" not in [part.value for part in page.header]
    assert field(page, "selectbox", "Plan to adopt").options == [
        "Baseline plan (the team's own data)"
    ]


def test_the_what_if_stands_beside_the_baseline_plan() -> None:
    """Two more await at high risk: an arrow and a word, and what is changed in it."""
    page = compare_page(NOBODY)
    assert headings(page) == ["Figure", "Baseline plan", "Draft"]
    assert row(page, "Awaiting: high risk") == [
        "Awaiting: high risk",
        "0",
        "2 (\N{UPWARDS ARROW} 2 more)",
    ]
    assert "Changed: Limit of P1: 0 %; Limit of P2: 0 %" in text(page)
    assert "A lower figure is not good by itself" in text(page)


def test_saved_scenarios_have_a_column_each() -> None:
    """The two newest to begin with, with their notes as they were written; then what is picked."""
    page = compare_page(saved=(*TWO, Saved(name="Third", changes=(*NOBODY, JOINS))))
    assert headings(page) == ["Figure", "Baseline plan", "A: One joins", "B: Third"]
    field(page, "multiselect", "Saved scenarios").set_value([0]).run()
    assert headings(page) == ["Figure", "Baseline plan", "A: Nobody takes on"]
    assert r"Note: Only if \*both\* are ill" in text(page)


def test_a_what_if_that_is_saved_is_not_shown_twice() -> None:
    """Its column is the saved one."""
    page = compare_page(NOBODY, TWO[:1])
    assert headings(page) == ["Figure", "Baseline plan", "A: Nobody takes on"]


def test_each_child_who_differs_stands_in_a_tab() -> None:
    """C4 and C5 await now, are allocated in the baseline plan and await in the what-if."""
    page = compare_page(NOBODY)
    assert [tab.label for tab in page.tabs] == [
        "Moves",
        "Newly awaiting",
        "Newly allocated",
        "What came first",
    ]
    _, awaiting, allocated, first = page.tabs
    (cards,) = awaiting.get("html")
    assert "<h3>C4, family C4</h3>" in cards.proto.body
    assert "<dt>Draft</dt><dd>awaiting allocation</dd>" in cards.proto.body
    assert "No child is allocated in Draft who awaits" in allocated.markdown[0].value
    assert "The baseline plan costs less there." in first.markdown[0].value


def test_another_plan_can_be_held_against_the_baseline_plan() -> None:
    """With several, the manager says which one is meant."""
    page = compare_page(saved=TWO)
    chosen(page, "Compared with the baseline plan", "B: One joins")
    assert "No child awaits in B: One joins who is allocated" in page.tabs[1].markdown[0].value


def test_guard_rails_are_checked_for_every_plan() -> None:
    """The one that does not hold in the what-if says so, in words and with a sign."""
    said = html(compare_page(NOBODY))
    assert "<h3>No high-risk child awaits allocation</h3>" in said
    assert "<dt>Baseline plan</dt><dd>\N{CHECK MARK} Holds</dd>" in said
    assert "Does not hold: 2 children await" in said


def test_load_is_drawn_and_said_in_numbers() -> None:
    """The table beneath the chart has the same people, a column for each plan."""
    page = compare_page(NOBODY)
    assert page.get("vega_lite_chart")
    unfolded(page, "compare-numbers")
    assert headings(page, 1) == ["Practitioner", "Plan", "Load"]
    rows = [[str(part) for part in values] for values in page.table[1].value.to_numpy()]
    assert [values[:2] for values in rows[:3]] == [
        ["P1", "Baseline plan"],
        ["P1", "Draft"],
        ["P2", "Baseline plan"],
    ]
    assert rows[-1] == ["P3", "Draft", "away the whole cycle"]


def test_a_scenario_that_no_longer_fits_the_team_says_so() -> None:
    """Its column is left out, and the others are there."""
    gone = Adjustment(kind=AdjustmentKind.AWAY, practitioner="P9")
    page = compare_page(saved=(Saved(name="Old", changes=(gone,)), TWO[1]))
    assert page.warning[0].value.startswith("Old does not fit this team:")
    assert headings(page) == ["Figure", "Baseline plan", "A: One joins"]


def test_the_page_says_what_it_does_not_decide() -> None:
    """Above the line that every page ends with."""
    said = text(compare_page())
    assert "It does not decide which plan is right for a child, it enters nothing on CRIS" in said


def test_the_comparison_can_be_taken_away() -> None:
    """A table that spreadsheets read as it is, with nothing they could take for a formula."""
    columns = [Column("Baseline plan", plan((waiting("=C1"),)), note="=1+1")]
    content = written(columns, default_policy().standards, USUAL_RAILS)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0] == ["Part", "What", "Baseline plan"]
    assert ["Scenario", "Note", "'=1+1"] in rows
    assert content.startswith(b"\xef\xbb\xbf")


def test_no_child_and_nobody_is_named_in_an_address_or_a_key() -> None:
    """Only the draft's own id is; keys reach the browser, so they name by place."""
    page = compare_page(NOBODY, TWO)
    assert list(page.query_params) == ["draft"]
    keys = [part.key for kind in ("button", "selectbox", "text_input") for part in page.get(kind)]
    assert keys
    assert not any(name in str(key) for key in keys for name in ("C4", "C5", "P1", "P2", "Nobody"))
    field(page, "selectbox", "Plan to adopt").set_value(0).run()
    assert "Begin, one decision at a time" in labels(page)


def test_what_was_changed_last_is_offered_first() -> None:
    """The what-if where it is another than the baseline plan; else the baseline plan."""
    box = field(compare_page(NOBODY, TWO), "selectbox", "Plan to adopt")
    assert box.options[box.value] != box.options[0]
    assert field(compare_page(), "selectbox", "Plan to adopt").value == 0


def test_a_choice_of_plans_is_another_one_where_they_are_called_otherwise() -> None:
    """The browser would go on showing what was chosen by the name that it had."""
    choices = ("Saved scenarios", "Compared with", "Plan to adopt")

    def keys(page: AppTest) -> list[str]:
        kinds = ("multiselect", "selectbox", "selectbox")
        return [field(page, *of).key for of in zip(kinds, choices, strict=True)]

    page = compare_page((*NOBODY, JOINS), TWO)
    before = keys(page)
    field(page, "text_input", "Name").input("Nobody at all")
    button(page, "Keep name and note")
    assert [old == new for old, new in zip(before, keys(page), strict=True)] == [False] * 3
