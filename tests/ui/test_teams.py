"""Teams that ship and workbooks of a manager's own, read whole or not at all."""

from pathlib import Path

import pytest

from planner.errors import DataFaults
from planner.files import read_scenario, write_scenario
from planner.synthetic import DEMONSTRATION, shipped_scenarios
from planner.ui import teams


def test_the_demonstration_stands_first() -> None:
    """Every team that ships can be picked."""
    names = teams.shipped_names()
    assert names[0] == DEMONSTRATION
    assert sorted(names) == sorted(shipped_scenarios())


def test_a_team_is_read_once(only_tiny: Path) -> None:
    """The second visitor gets the very same record."""
    found = teams.shipped_team("tiny")
    assert found.scenario.name == "A tiny team"
    assert teams.shipped_team("tiny") is found


def test_a_token_names_the_data_and_nobody(only_tiny: Path) -> None:
    """Hexadecimal digits of the data and of the policy."""
    token = teams.shipped_team("tiny").token
    assert len(token) == 16 + 1 + 8
    assert set(token) <= set("0123456789abcdef-")


def test_a_workbook_is_the_team_that_was_written(tiny: Path, tmp_path: Path) -> None:
    """Written from a folder, uploaded, and nothing lost."""
    made = read_scenario(tiny)
    write_scenario(made, tmp_path / "team.xlsx")
    found = teams.uploaded_team((tmp_path / "team.xlsx").read_bytes())
    assert found.scenario.children == made.children
    assert found.token == teams.picked(teams.read_team(tiny)).token


def test_what_is_no_workbook_is_refused_in_words() -> None:
    """No trace, and no path of this machine."""
    with pytest.raises(DataFaults) as caught:
        teams.uploaded_team(b"not a workbook")
    assert "/" not in str(caught.value)


@pytest.mark.parametrize(("over", "size_named"), [(0, False), (1, True)])
def test_a_workbook_may_have_five_megabytes(over: int, size_named: bool) -> None:
    """Exactly five is looked at (and is no workbook); one byte more is not."""
    with pytest.raises(DataFaults) as caught:
        teams.uploaded_team(b"x" * (teams.MOST_MEGABYTES * 1024 * 1024 + over))
    assert ("larger than 5 MB" in str(caught.value)) is size_named


def test_the_empty_workbook_opens() -> None:
    """A zip archive, as a workbook is."""
    assert teams.empty_workbook().startswith(b"PK")
