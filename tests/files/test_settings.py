"""Settings: the TOML file, its sections, and what is no setting at all."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from planner.data.scenario import Limits
from planner.errors import Fault
from planner.files import read_scenario
from planner.files.settings import read_settings_sheet, read_toml
from planner.files.source import RawTable

WriteTeam = Callable[..., Path]
FaultsOf = Callable[[Path], tuple[Fault, ...]]
HEAD = "as_at = 2026-03-02\n"


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("", "as_at", "is missing"),
        ('as_at = ""', "as_at", "is blank"),
        ('as_at = "soon"', "as_at", "is not a date"),
        ("as_at = 2026-03-02T09:30:00", "as_at", "is not a date"),
        (HEAD + "cycle_days = 6", "cycle_days", "is out of range"),
        (HEAD + "cycle_days = 57", "cycle_days", "is out of range"),
        (HEAD + "cycle_days = true", "cycle_days", "is not a whole number"),
        (HEAD + f"cycle_days = 1{'0' * 400}", "cycle_days", "is not a whole number"),
        (HEAD + "cycledays = 28", "cycledays", "is not a setting; did you mean cycle_days?"),
        (HEAD + "name = {}", "name", "is not a section; did you mean name?"),
        (HEAD + "name = [1]", "name", "is not a single value"),
        (HEAD + 'name = "a\\u001bb"', "name", "holds a control character"),
        (HEAD + "[limit]\nstrict = true", "limit", "is not a section; did you mean limits?"),
        (HEAD + "[limits]\nstrickt = true", "limits.strickt", "did you mean strict?"),
        (HEAD + "[limits]\nstrict = 2", "limits.strict", "is neither yes nor no"),
        (HEAD + "[limits]\nservice_intensity = 0.69", "limits.service_intensity", "out of range"),
        (HEAD + "[limits]\nchanges = [1, 2]", "limits.changes", "is not a single value"),
        (HEAD + "[limits]\nreserve_hours = inf", "limits.reserve_hours", "is not a number"),
        (HEAD + "limits = 3", "limits", "is not a section of settings"),
        (HEAD + "columns = 3", "columns", "is not a section of settings"),
        (HEAD + "[columns]\ncases = 3", "columns.cases", "is not a section of settings"),
        (HEAD + "[columns.case]\nA = 'child'", "columns.case", "did you mean cases?"),
        (HEAD + "[columns.cases]\nA = 'kid'", "columns.cases.A", "is not a column of cases"),
        (HEAD + "adjust = 3", "adjust", "is not a list of [[adjust]] sections"),
        (HEAD + "[[adjust]]\nkind = 'strict'", "adjust", "is only for a variant"),
        (HEAD + "[bases]\nteam = {}", "bases.team", "is not a single value"),
        (HEAD + "[bases]\nteam = 'a\\u0007b'".replace("'", '"'), "bases.team", "a control char"),
    ],
)
def test_faulty_settings(
    write_team: WriteTeam, faults_of: FaultsOf, text: str, column: str, message: str
) -> None:
    """Each slip is named by its setting, in words."""
    found = [(f.column, message in f.message) for f in faults_of(write_team(scenario=text))]
    assert found == [(column, True)]


@pytest.mark.parametrize("days", [7, 56])
def test_length_of_the_cycle(write_team: WriteTeam, days: int) -> None:
    """A week and eight weeks are still a cycle."""
    assert read_scenario(write_team(scenario=f"{HEAD}cycle_days = {days}")).cycle_days == days


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (HEAD + "cycle_days = \n", 2),
        ('as_at = 2026-03-02\nname = "open\n', 2),
        (HEAD + "as_at = 2026-03-03\n", 2),
        (f"a = {'[' * 5000}", None),
        (f"a = {'9' * 5000}", None),
    ],
)
def test_text_that_is_no_toml(
    write_team: WriteTeam, faults_of: FaultsOf, text: str, row: int | None
) -> None:
    """The row is named where the reader knows it; nothing crashes on hostile text."""
    (fault,) = faults_of(write_team(scenario=text))
    assert (fault.file, fault.row) == ("scenario.toml", row)
    assert fault.message.startswith("cannot be read as TOML")


def test_settings_that_are_no_text(write_team: WriteTeam, faults_of: FaultsOf) -> None:
    """The settings file is UTF-8 like all others."""
    (fault,) = faults_of(write_team(scenario="name = 'Zoë'".encode("latin-1")))
    assert (fault.file, fault.row) == ("scenario.toml", 1)


def test_a_blank_setting_keeps_its_default(write_team: WriteTeam) -> None:
    """A sheet of settings lists them all; blank ones say nothing."""
    assert read_scenario(write_team(scenario=HEAD + "[limits]\nchanges = ''")).limits == Limits()


def test_a_blank_base_is_no_base(write_team: WriteTeam) -> None:
    """A team whose base is not known has none."""
    assert read_scenario(write_team(scenario=HEAD + "[bases]\nteam = ' '")).bases == {}


def test_own_headings(write_team: WriteTeam) -> None:
    """A manager's export is read as it is, through the map in the settings."""
    settings = f'{HEAD}[columns.practitioners]\n"Staff No." = "practitioner"\nEFT = "fte"\nX = ""\n'
    people = "Staff No.,EFT,X\nP1,1,secret\nP2,0.5,\n"
    scenario = read_scenario(write_team(scenario=settings, practitioners=people))
    assert [(p.practitioner, p.fte) for p in scenario.practitioners] == [
        ("P1", Decimal(1)),
        ("P2", Decimal("0.5")),
    ]


def test_a_large_settings_file_is_refused(write_team: WriteTeam, faults_of: FaultsOf) -> None:
    """Settings are short; more than a megabyte of them is something else."""
    (fault,) = faults_of(write_team(scenario=HEAD + "#" * 1_000_000))
    assert fault.message == "is larger than 1 MB"


def sheet(*rows: tuple[str, ...]) -> RawTable:
    """Build the first sheet of a workbook."""
    return RawTable("scenario", "t.xlsx", tuple(enumerate(rows, start=1)))


def test_a_sheet_of_keys_and_values() -> None:
    """Sections are parts of the key; headings and teams may hold full stops."""
    settings, faults = read_settings_sheet(
        sheet(
            ("key", "value", "meaning"),
            ("as_at", "2026-03-02"),
            (),
            ("name", ""),
            ("limits.strict", "yes"),
            ("bases.North.West", "Town"),
            ("columns.cases.Client No.", "child"),
            ("columns.cases.Remarks", ""),
        )
    )
    assert faults == []
    assert settings.scenario == {"as_at": "2026-03-02"}
    assert (settings.limits, settings.bases) == ({"strict": "yes"}, {"North.West": "Town"})
    assert settings.columns == {"cases": {"Client No.": "child", "Remarks": ""}}


def test_keys_that_are_there_twice_or_both() -> None:
    """Two values for one key: which of them counts would be a guess."""
    _, faults = read_settings_sheet(
        sheet(("as_at", "x"), ("as_at", "y"), ("limits", "3"), ("limits.strict", "yes"))
    )
    assert [(f.row, f.column, f.message) for f in faults] == [
        (2, "as_at", "is there twice"),
        (4, "limits.strict", "is both a setting and a section"),
        (None, "limits", "is not a section of settings"),
    ]


def test_dates_and_lists_become_text() -> None:
    """What TOML types is text again, to be read like a cell."""
    settings, faults = read_toml('as_at = 2026-03-02\n[limits]\na = ["x", "y"]\nb = false', "t")
    assert faults == []
    assert settings is not None
    assert (settings.scenario, settings.limits) == (
        {"as_at": "2026-03-02"},
        {"a": "x;y", "b": "no"},
    )
