"""Tables mended: edits of an editor, one value everywhere, columns and rows added, none lost."""

from datetime import date

import pytest

from planner.errors import Fault
from planner.files.mending import (
    Group,
    choices,
    edited,
    gathered,
    grouped,
    known_ids,
    more_columns,
    replaced,
    rows_at_fault,
    with_columns,
)
from planner.files.tables import CASES, LEAVE
from planner.files.team_tables import (
    SETTINGS,
    TeamTables,
    TextTable,
    Unread,
    empty_table,
    settings_table,
)

PEOPLE = TextTable(
    table="practitioners",
    columns=("practitioner", "fte"),
    rows=((3, ("P1", "1")), (5, ("P2", "x")), (6, ("P3", "x"))),
)
TEAM = TeamTables(tables=(PEOPLE, settings_table("Ours", date(2026, 3, 2), ["North"])))


def test_edits_are_taken_by_place_and_numbers_stay() -> None:
    """Set, cleared, taken out and added at once, as an editor tells them."""
    edits = {
        "edited_rows": {0: {"fte": "0.5"}, 1: {"practitioner": None}},
        "deleted_rows": [2],
        "added_rows": [{"practitioner": " P4 ", "row": None}, {}, {"fte": "1"}],
    }
    assert edited(PEOPLE, range(3), edits).rows == (
        (3, ("P1", "0.5")),
        (5, ("", "x")),
        (7, ("P4", "")),
        (8, ("", "1")),
    )


def test_edits_of_some_rows_find_those_rows() -> None:
    """An editor that shows the rows at fault counts from the first of them."""
    found = edited(PEOPLE, (1, 2), {"edited_rows": {1: {"fte": "0.8"}}})
    assert found.rows == (*PEOPLE.rows[:2], (6, ("P3", "0.8")))


def test_the_same_edits_told_twice_change_nothing_more() -> None:
    """An editor tells all its changes at each of them: they count against its own filling."""
    edits = {"edited_rows": {0: {"fte": "0.5"}}, "added_rows": [{"practitioner": "P4"}]}
    assert edited(PEOPLE, range(3), edits) == edited(PEOPLE, range(3), edits)
    assert len(edited(PEOPLE, range(3), edits).rows) == 4


def test_the_blank_row_of_an_empty_table_becomes_its_first() -> None:
    """It is shown so that there is something to write in, and counts only once written in."""
    blank = empty_table("leave")
    found = edited(blank, (), {"edited_rows": {0: {"practitioner": "P1"}}})
    assert [(number, cells[0]) for number, cells in found.rows] == [(2, "P1")]
    assert edited(blank, (), {"deleted_rows": [0], "added_rows": [{}]}).rows == ()


def test_faults_that_one_answer_mends_stand_together() -> None:
    """The same value in the same column, whatever the row; another value is another fault."""
    faults = [
        Fault("Practitioners", 5, "fte", "x", "is not a number", "a number"),
        Fault("Practitioners", 3, "fte", "y", "is not a number", "a number"),
        Fault("Practitioners", 6, "fte", "x", "is not a number", "a number"),
        Fault("Team settings", None, "as_at", "", "is missing"),
    ]
    found = grouped(faults)
    assert [(g.table, g.value, g.rows) for g in found] == [
        ("practitioners", "x", (5, 6)),
        ("practitioners", "y", (3,)),
        (SETTINGS, "", ()),
    ]
    assert sum(len(g.rows) or 1 for g in found) == len(faults)


def test_one_value_is_put_right_in_every_row_named_and_nowhere_else() -> None:
    """Rows 5 and 6 hold x; row 3 does not and stays as it is."""
    group = Group("practitioners", "fte", "x", "is not a number", "", (5, 6))
    found = replaced(TEAM, group, "0.4").find("practitioners")
    assert found.rows == ((3, ("P1", "1")), (5, ("P2", "0.4")), (6, ("P3", "0.4")))


@pytest.mark.parametrize("key", ["as_at", "limits.strict", "bases.South"])
def test_a_setting_is_put_by_its_key_or_added(key: str) -> None:
    """Two are listed and one is not; no other setting is touched."""
    before = dict(cells for _, cells in TEAM.find(SETTINGS).rows)
    found = replaced(TEAM, Group(SETTINGS, key, "", "", "", ()), "v").find(SETTINGS)
    assert dict(cells for _, cells in found.rows) == {**before, key: "v"}


def test_rows_at_fault_are_found_by_number_and_settings_by_key() -> None:
    """Of two faults in one row both are kept; those of other tables are not counted."""
    faults = [
        Fault("Practitioners", 5, "fte", "x", "a"),
        Fault("Practitioners", 5, "practitioner", "P2", "b"),
        Fault("Children", 3, "child", "", "c"),
        Fault("Team settings", None, "as_at", "", "d"),
        Fault("Practitioners", None, "", "", "e"),
    ]
    assert {at: len(f) for at, f in rows_at_fault(PEOPLE, faults).items()} == {1: 2}
    assert list(rows_at_fault(TEAM.find(SETTINGS), faults)) == [1]


def test_columns_are_added_blank_where_the_schema_has_them() -> None:
    """Values move with their columns, and what is there cannot be added again."""
    found = with_columns(PEOPLE, ["grade", "fte"])
    assert found.columns == ("practitioner", "grade", "fte")
    assert found.rows[0] == (3, ("P1", "", "1"))
    assert set(more_columns(found)) == set(more_columns(PEOPLE)) - {"grade"}
    assert more_columns(TEAM.find(SETTINGS)) == ()


def test_two_tables_of_one_kind_are_joined() -> None:
    """Two teams' sheets: columns of both, the second numbered on, its formulas with it."""
    second = TextTable(
        table="practitioners", columns=("practitioner", "grade"), rows=((2, ("Q1", "=A1")),)
    )
    cell = Unread(table="practitioners", row=2, column="grade", text="=A1", message="m")
    found = gathered([(PEOPLE, ()), (second, (cell,))])
    one = found.find("practitioners")
    assert one.columns == ("practitioner", "grade", "fte")
    assert one.rows[-1] == (8, ("Q1", "=A1", ""))
    assert found.unread[0].row == 8


def test_what_may_stand_in_a_cell_is_offered() -> None:
    """The choices of the schema and of the policy, and the ids of the team."""
    assert choices("cases", "consequence") == CASES.column("consequence").choices
    assert choices("practitioners", "first_year") == ("yes", "no")
    assert "first_visit" in choices("tasks", "task")
    assert choices("practitioners", "fte") == choices(SETTINGS, "value") == ()
    assert choices("cases", "birth_date or age") == ()
    assert known_ids(TEAM, "cases", "holder") == ("P1", "P2", "P3")
    assert known_ids(TEAM, "practitioners", "practitioner") == ()
    assert known_ids(TEAM, LEAVE.name, "start") == ()
