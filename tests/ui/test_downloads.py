"""What can be taken away is what is on the page, whole, and harmless in a spreadsheet."""

import io
from pathlib import Path

import openpyxl
import pytest

from planner.files import read_scenario
from planner.ui.downloads import team_workbook, written
from tests.make import child, practitioner, scenario
from tests.ui.made import plan


def test_the_workbook_of_a_team_reads_back_as_the_team(tiny: Path, tmp_path: Path) -> None:
    """All its tables and settings."""
    made = read_scenario(tiny)
    (tmp_path / "t.xlsx").write_bytes(team_workbook(made))
    assert read_scenario(tmp_path / "t.xlsx") == made


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_text_of_a_team_becomes_a_formula(label: str) -> None:
    """Text cells, marked so that they stay text when they are edited."""
    made = scenario([child("C1", holder="P1", label=label)], [practitioner("P1")])
    book = openpyxl.load_workbook(io.BytesIO(team_workbook(made)))
    cells = [cell for row in book["cases"].iter_rows() for cell in row if cell.value == label]
    assert [(cell.data_type, cell.quotePrefix) for cell in cells] == [("s", True)]


@pytest.mark.parametrize(
    ("ending", "start"), [("xlsx", b"PK"), ("csv", b"\xef\xbb\xbfchild"), ("json", b"{")]
)
def test_a_plan_is_written_in_each_of_its_formats(ending: str, start: bytes) -> None:
    """By way of a private folder; the bytes are those of the file."""
    assert written(plan(), ending).startswith(start)
