"""Rows as cards: headed by one column, blank facts left out, everything escaped."""

from planner.ui.row_cards import row_cards


def test_a_row_is_a_card() -> None:
    """Its heading is not said twice, and what is blank is not said at all."""
    found = row_cards([{"Child": "C1", "Now": "P1", "Why": ""}], "Child")
    assert found == (
        "<div class='cards'><article><h3>C1</h3><dl><dt>Now</dt><dd>P1</dd></dl></article></div>"
    )


def test_a_name_from_a_file_is_never_markup() -> None:
    """Neither in the heading, nor as the name of a fact, nor as its text."""
    found = row_cards([{"Child": "<b>", "<i>": "<u>"}], "Child")
    assert "<b>" not in found
    assert "&lt;i&gt;" in found
    assert "&lt;u&gt;" in found


def test_no_rows_are_nothing() -> None:
    """So that a page can say so in words."""
    assert row_cards([], "Child") == ""
