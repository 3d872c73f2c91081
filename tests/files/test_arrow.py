"""Rows for a browser: their own columns in their own order, every cell as it was written."""

from planner.files.arrow import arrow_table

ROWS = [{"Who": "P1", "Hours": "81 h", "": "-"}, {"Who": "=P2", "Hours": "", "": "x"}]


def test_rows_come_back_as_they_were() -> None:
    """Words stay words, also where they look like a number or a formula."""
    found = arrow_table(ROWS)
    assert found.column_names == ["Who", "Hours", ""]
    assert found.to_pylist() == ROWS


def test_no_column_is_lost_where_rows_differ() -> None:
    """What only a later row has is a column too, blank in the others."""
    found = arrow_table([{"Who": "P1"}, {"Who": "P2", "Hours": "4 h"}])
    assert found.to_pylist() == [{"Who": "P1", "Hours": ""}, {"Who": "P2", "Hours": "4 h"}]
