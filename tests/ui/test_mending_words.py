"""What is wrong, in words: every fault is said, where it stands, and how it can be mended."""

from datetime import date

import pytest

from planner.errors import Fault
from planner.files.mending import Group, grouped
from planner.files.team_tables import SETTINGS, TeamTables, TextTable, empty_table, settings_table
from planner.ui import mending_words as words

PEOPLE = TextTable(
    table="practitioners",
    columns=("practitioner", "fte"),
    rows=((3, ("P1", "1")), (5, ("P2", "x")), (6, ("P3", ""))),
)
TEAM = TeamTables(tables=(PEOPLE, settings_table("Ours", date(2026, 3, 2))))
FAULTS = (
    Fault("Practitioners", 5, "fte", "x", "is not a number", "a number from 0 to 1"),
    Fault("Practitioners", 6, "fte", "", "is blank"),
)


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ("last_seen", "Last seen"),
        ("fte", "FTE"),
        ("birth_date or age", "Birth date or Age"),
        ("limits.strict", "limits.strict"),
        ("", ""),
    ],
)
def test_columns_are_words(column: str, said: str) -> None:
    """Settings keep their key, under which they stand in a workbook."""
    assert words.column_words(column) == said


def test_a_fault_says_place_value_trouble_and_what_is_allowed() -> None:
    """All five of them in one row of the list."""
    assert words.group_rows(grouped(FAULTS))[0] == {
        "Where": "Practitioners, FTE, row 5",
        "What is wrong": "\N{LEFT DOUBLE QUOTATION MARK}x\N{RIGHT DOUBLE QUOTATION MARK} "
        "is not a number",
        "What is allowed": "a number from 0 to 1",
    }
    assert words.group_rows(grouped(FAULTS))[1]["What is wrong"] == "is blank"


@pytest.mark.parametrize(
    ("rows", "said"), [((2,), "2"), ((2, 3), "2, 3"), (tuple(range(2, 16)), "2, 3, 4, 5, ")]
)
def test_of_many_rows_the_first_are_named_and_the_rest_counted(
    rows: tuple[int, ...], said: str
) -> None:
    """Of fourteen, twelve are named and two counted."""
    assert words.rows_words(rows).startswith(said)
    assert words.rows_words(rows).endswith("and 2 more") is (len(rows) == 14)


def test_things_are_counted_cell_by_cell() -> None:
    """One group of three rows is three things; a missing setting is one."""
    groups = [
        Group("cases", "order", "F", "m", "", (2, 3, 4)),
        Group(SETTINGS, "a", "", "", "", ()),
    ]
    assert words.count_words(groups).startswith("4 things need mending")
    assert words.count_words(groups[1:]).startswith("1 thing needs mending")
    assert words.count_words([]).startswith("Nothing is left")


def test_a_wrong_value_is_mended_everywhere_and_a_blank_row_by_row() -> None:
    """Two children without a birth date were not born on one day."""
    groups = [
        Group("practitioners", "fte", "x", "is not a number", "", (5, 6)),
        Group("practitioners", "fte", "", "is blank", "", (3, 6)),
    ]
    found = words.to_mend_singly(groups, TEAM)
    assert [(g.value, g.rows) for g in found] == [("x", (5, 6)), ("", (3,)), ("", (6,))]


def test_what_no_single_cell_mends_is_not_offered_for_one() -> None:
    """A missing column, a whole table, a setting that is two; of a pair, the one that is there."""
    groups = [
        Group("practitioners", "grade", "", "column is missing", "", (1,)),
        Group("practitioners", "", "", "has no rows yet", "", ()),
        Group(SETTINGS, "a b", "", "is not a setting", "", ()),
        Group("practitioners", "zone or fte", "", "give one of them", "", (3,)),
        Group(SETTINGS, "as_at", "", "is missing", "", ()),
    ]
    found = words.to_mend_singly(groups, TEAM)
    assert [(g.table, g.column) for g in found] == [("practitioners", "fte"), (SETTINGS, "as_at")]


def test_tables_say_how_many_rows_they_have_and_what_is_wrong() -> None:
    """The settings come last; a table nobody brought has no rows."""
    labels = words.table_labels(TEAM, FAULTS)
    assert labels["practitioners"] == "Practitioners (3, 2 to mend)"
    assert labels["leave"] == "Leave (0)"
    assert list(labels)[-1] == SETTINGS


def test_an_editor_shows_a_row_with_its_number_and_its_trouble() -> None:
    """Row 3 has none (any more); each cell stands under its own column."""
    beside = words.beside_rows(PEOPLE, FAULTS)
    found = words.editor_rows(PEOPLE, (0, 1), beside)
    assert found == [
        {"row": "3", "to mend": "mended", "practitioner": "P1", "fte": "1"},
        {"row": "5", "to mend": "FTE is not a number", "practitioner": "P2", "fte": "x"},
    ]


def test_an_empty_table_has_a_blank_row_to_write_in() -> None:
    """And the settings say what each of them is."""
    (row,) = words.editor_rows(empty_table("leave"), ())
    assert set(row.values()) == {""}
    settings = words.editor_rows(TEAM.find(SETTINGS), (1,))[0]
    assert settings["key"] == "as_at"
    assert "first day of the cycle" in settings["about"]


def test_where_rows_are_mended_the_columns_at_fault_stand_in_front() -> None:
    """Id, trouble, then what is wrong: nobody has to look for it to the right."""
    wide = PEOPLE.model_copy(update={"columns": ("practitioner", "label", "birth_date", "fte")})
    faults = (*FAULTS, Fault("Practitioners", 3, "birth_date or age", "", "is blank"))
    assert words.column_order(wide, faults, to_mend=True) == [
        "row",
        "practitioner",
        "to mend",
        "birth_date",
        "fte",
        "label",
    ]
    assert words.column_order(wide, faults, to_mend=False)[:2] == ["row", "practitioner"]


def test_a_list_to_choose_from_shows_what_stands_there_too() -> None:
    """A wrong value that the list left out would vanish from the screen."""
    assert words.options(PEOPLE, "fte", ("1", "0.5")) == ["1", "0.5", "x"]
    assert words.options(PEOPLE, "fte", ()) == []


def test_columns_and_settings_are_explained() -> None:
    """In the words of the schema, with what is allowed."""
    assert "Share of full time." in words.about_column("practitioners", "fte")
    assert "yes, no" in words.about_column("practitioners", "first_year")
    assert words.about_column(SETTINGS, "value") == ""
    assert "consider" in words.about_setting("limits.deallocations")
    assert "Base zone" in words.about_setting("bases.team")
    assert words.about_setting("nothing") == ""
