"""Rows of figures as CSV and Parquet."""

from pathlib import Path

import pandas as pd
import pytest

from planner.errors import UsageFault
from planner.files import Figure, write_rows

ROWS: list[dict[str, Figure]] = [
    {"scenario": "=steady", "awaiting": 3, "seconds": 1, "fault": None},
    {"scenario": "Zoë", "awaiting": None, "seconds": 0.25, "mixed": "x"},
    {"scenario": "third", "awaiting": 5, "seconds": 2.0, "mixed": 7},
]


def test_csv(tmp_path: Path) -> None:
    """Whole numbers stay whole beside blanks; a text like a formula is guarded."""
    write_rows(ROWS, tmp_path / "rows.csv")
    assert (tmp_path / "rows.csv").read_text(encoding="utf-8") == (
        "scenario,awaiting,seconds,fault,mixed\n'=steady,3,1.0,,\nZoë,,0.25,,x\nthird,5,2.0,,7\n"
    )


def test_parquet(tmp_path: Path) -> None:
    """Types are kept, and texts are as they were."""
    write_rows(ROWS, tmp_path / "rows.parquet")
    frame = pd.read_parquet(tmp_path / "rows.parquet")
    assert list(frame.columns) == ["scenario", "awaiting", "seconds", "fault", "mixed"]
    assert list(frame["scenario"]) == ["=steady", "Zoë", "third"]
    assert [str(frame[name].dtype) for name in ("awaiting", "seconds")] == ["Int64", "Float64"]
    assert [None if pd.isna(value) else value for value in frame["awaiting"]] == [3, None, 5]
    assert [None if pd.isna(value) else value for value in frame["mixed"]] == [None, "x", "7"]


@pytest.mark.parametrize(
    ("rows", "name", "words"),
    [
        (ROWS, "rows.txt", "is neither .csv nor .parquet"),
        ([], "rows.csv", "There are no rows"),
        (ROWS, "none/rows.csv", "Cannot write rows.csv"),
        (ROWS, "none/rows.parquet", "Cannot write rows.parquet"),
    ],
)
def test_what_is_refused(
    tmp_path: Path, rows: list[dict[str, Figure]], name: str, words: str
) -> None:
    """In words, and with nothing left behind."""
    with pytest.raises(UsageFault, match=words):
        write_rows(rows, tmp_path / name)
    assert list(tmp_path.iterdir()) == []
