"""Tables as text: read by the rules of every file, and nothing of a team is lost on the way."""

from datetime import date
from pathlib import Path

import pytest

from planner.errors import DataFaults, Fault
from planner.files import read_scenario
from planner.files.assemble import Team
from planner.files.mending import with_columns
from planner.files.team_tables import (
    SETTINGS,
    TeamTables,
    TextTable,
    Unread,
    check,
    empty_table,
    settings_table,
    tables_of,
    text_at,
    write_tables,
)
from planner.synthetic import shipped_scenarios
from tests.files.conftest import WriteTeam

CASES = TextTable(
    table="cases",
    columns=(
        "child",
        "family",
        "age",
        "order",
        "holder",
        "infant_response",
        "youth_schedule",
        "consequence",
        "probability",
    ),
    rows=(
        (4, ("007", "F1", "8", "none", "P1", "", "", "", "")),
        (5, ("C2", "F1", "9", "none", "", "", "", "", "")),
    ),
)
PEOPLE = TextTable(table="practitioners", columns=("practitioner", "fte"), rows=((2, ("P1", "1")),))
TEAM = TeamTables(tables=(CASES, PEOPLE, settings_table("Ours", date(2026, 3, 2))))


def faults(tables: TeamTables) -> tuple[Fault, ...]:
    """Give the faults of tables that must have some."""
    found = check(tables)
    assert isinstance(found, DataFaults)
    return found.faults


def team(tables: TeamTables) -> Team:
    """Give the team of tables that must be in order."""
    found = check(tables)
    assert not isinstance(found, DataFaults), str(found)
    return found


def test_tables_in_order_are_a_team() -> None:
    """The smallest of all: an id stays text, and the phase follows from the order."""
    found = team(TEAM).scenario
    assert [child.child for child in found.children] == ["007", "C2"]
    assert (found.name, found.as_at) == ("Ours", date(2026, 3, 2))
    assert found.children[0].phase == "protective intervention"
    assert "cases.phase" not in found.supplied


@pytest.mark.parametrize("name", ["monday", "infant_nobody_can_hold"])
def test_a_team_that_ships_is_the_same_after_its_tables(name: str) -> None:
    """Everything: records, settings, bases, and what was supplied."""
    scenario = read_scenario(shipped_scenarios()[name])
    assert team(tables_of(scenario)).scenario == scenario


def test_faults_are_those_of_a_file_with_the_same_rows(write_team: WriteTeam) -> None:
    """One reader for both: same rows, columns, values and words; only the place has a name."""
    folder = write_team(practitioners="practitioner,fte\nP1,two\nM1,1\n,1\n")
    with pytest.raises(DataFaults) as refused:
        read_scenario(folder)
    own = TextTable(
        table="practitioners",
        columns=("practitioner", "fte"),
        rows=((2, ("P1", "two")), (3, ("M1", "1")), (4, ("", "1"))),
    )
    expected = [f[1:] for f in refused.value.faults if f.file == "practitioners.csv"]
    found = [f for f in faults(TEAM.put(own)) if f.file == "Practitioners"]
    assert len(expected) == 2
    assert [f[1:] for f in found] == expected


def test_a_table_that_must_be_there_is_asked_for() -> None:
    """Neither left out nor empty passes: a team has children and somebody to hold them."""
    without = TeamTables(tables=(CASES, TEAM.find(SETTINGS)))
    for tables in (without, TEAM.put(empty_table("practitioners"))):
        assert Fault("Practitioners", message="has no rows yet") in faults(tables)


def test_an_empty_optional_table_says_nothing_unless_it_was_given() -> None:
    """Leave opened in the editor and left blank was never supplied; an empty file was."""
    opened = TEAM.put(empty_table("leave"))
    given = TEAM.put(empty_table("leave").model_copy(update={"given": True}))
    assert "leave" not in team(opened).scenario.supplied
    assert "leave" in team(given).scenario.supplied


def test_a_setting_is_named_by_its_key() -> None:
    """The as-at date is needed; a slip in a name is met with the right one."""
    tables = replaced_settings(("as_at", ""), ("limits.strickt", "yes"))
    sentences = [fault.sentence() for fault in faults(tables)]
    assert "Team settings, as_at: is missing" in sentences
    assert any("limits.strickt" in s and "did you mean strict?" in s for s in sentences)


def replaced_settings(*rows: tuple[str, str]) -> TeamTables:
    """Give the team with these settings alone."""
    numbered = tuple(enumerate(rows, start=2))
    return TEAM.put(TextTable(table=SETTINGS, columns=("key", "value"), rows=numbered))


def test_a_formula_is_a_fault_until_its_cell_is_written_anew() -> None:
    """Also where its text could be read: nobody saw what it would have shown."""
    cell = Unread(table="cases", row=4, column="child", text="007", message="holds a formula")
    tables = TEAM.model_copy(update={"unread": (cell,)})
    (fault,) = faults(tables)
    assert fault == Fault("Children", 4, "child", "007", "holds a formula")
    rows = ((4, ("008", *CASES.rows[0][1][1:])), CASES.rows[1])
    team(tables.put(CASES.model_copy(update={"rows": rows})))


def test_a_cell_is_found_by_row_and_column() -> None:
    """Where either is gone there is no text."""
    assert text_at(TEAM, "cases", 4, "child") == "007"
    assert text_at(TEAM, "cases", 9, "child") is None
    assert text_at(TEAM, "cases", 4, "zone") is None


def test_half_mended_tables_go_into_a_workbook_as_they_stand(tmp_path: Path) -> None:
    """What cannot be read is written all the same, and a text that begins with = stays text."""
    bad = with_columns(CASES, ["label"])
    rows = tuple((n, tuple("=1+1" if c == "F1" else c for c in cells)) for n, cells in bad.rows)
    write_tables(TEAM.put(bad.model_copy(update={"rows": rows})), tmp_path / "t.xlsx")
    scenario = read_scenario(tmp_path / "t.xlsx")
    assert [child.family for child in scenario.children] == ["=1+1", "=1+1"]
    assert scenario.name == "Ours"


def test_a_faulty_value_survives_the_workbook(tmp_path: Path) -> None:
    """It is met again where it stood, so that mending goes on another day."""
    write_tables(replaced_settings(("as_at", "soon")), tmp_path / "t.xlsx")
    with pytest.raises(DataFaults) as refused:
        read_scenario(tmp_path / "t.xlsx")
    assert [f.value for f in refused.value.faults] == ["soon"]
