"""Saved scenarios: kept by name, loaded, renamed, forgotten, made the baseline."""

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.draft import BASELINE, Saved
from planner.store.drafts import read_draft
from tests.ui.compare_page import NOBODY, compare_page, draft_of, field
from tests.ui.seen import button, labels, text

pytestmark = pytest.mark.usefixtures("only_tiny")

SAVED = Saved(name="Nobody takes on", note="For Friday", changes=NOBODY)


def saved(page: AppTest) -> list[tuple[str, str]]:
    """Give what is kept on disk: names and notes."""
    draft = read_draft(draft_of(page))
    assert draft is not None
    return [(one.name, one.note) for one in draft.saved]


def test_the_what_if_is_saved_under_a_name() -> None:
    """Then its column has that name, and the fields are empty for the next one."""
    page = compare_page(NOBODY)
    field(page, "text_input", "Name").input(" Both ill ")
    field(page, "text_area", "What it is for").input("Seen at the meeting")
    button(page, "Save")
    assert saved(page) == [("Both ill", "Seen at the meeting")]
    assert "A: Both ill" in page.table[0].value.columns
    assert [part.value for part in page.text_input if part.key == "save-name-1"] == [""]


def test_a_name_is_needed_and_is_nobody_else_s() -> None:
    """Nothing that was saved is replaced in passing."""
    page = compare_page(NOBODY[:1], (SAVED,))
    button(page, "Save")
    assert page.error[0].value == "Give it a name."
    assert page.run().error[0].value == "Give it a name."
    field(page, "text_input", "Name").input("x")
    next(part for part in page.text_input if part.key == "save-name-1").input(SAVED.name)
    button(page, "Save")
    assert "There is a scenario of this name already" in page.error[0].value
    assert saved(page) == [(SAVED.name, SAVED.note)]


def test_without_a_change_there_is_nothing_to_save() -> None:
    """And no button that does nothing."""
    page = compare_page()
    assert "there is nothing to save" in text(page)
    assert "Save" not in labels(page)


def test_a_scenario_gets_another_name_and_note() -> None:
    """Its changes stay."""
    page = compare_page(saved=(SAVED,))
    field(page, "text_input", "Name").input("Both away")
    field(page, "text_area", "Note").input("")
    button(page, "Keep name and note")
    assert saved(page) == [("Both away", "")]
    assert "A: Both away" in page.table[0].value.columns


def test_a_scenario_is_loaded_in_place_of_the_what_if() -> None:
    """What it was can be had back."""
    page = compare_page(NOBODY[:1], (SAVED,))
    button(page, "Load into What-if")
    draft = read_draft(draft_of(page))
    assert draft is not None
    assert draft.changes == NOBODY
    assert draft.undo == (NOBODY[:1],)


def test_a_scenario_is_forgotten_once_that_was_confirmed() -> None:
    """The question stands before the button."""
    page = compare_page(saved=(SAVED,))
    assert "This cannot be undone." in text(page)
    button(page, "Yes, forget it")
    assert saved(page) == []


def test_a_scenario_becomes_the_baseline_and_the_way_back() -> None:
    """What that means is said before; then every page compares with it, by name."""
    page = compare_page(saved=(SAVED,))
    assert "Nothing changes for any child or practitioner" in text(page)
    button(page, "Yes, compare with this from now on")
    assert "Baseline: **Nobody takes on (2 changes)**" in text(page)
    assert str(page.table[0].value.iloc[1, 1]) == "2"
    button(page, "Back to the team's own data")
    assert f"Baseline: **{BASELINE}**" in text(page)


def test_the_what_if_becomes_the_baseline() -> None:
    """It is then no longer another plan than the baseline's."""
    page = compare_page(NOBODY)
    button(page, "Yes, compare with this from now on")
    assert list(page.table[0].value.columns) == ["Figure", "Baseline plan"]
    assert "Baseline: **The what-if (2 changes)**" in text(page)
