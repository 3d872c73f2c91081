"""Rows as CSV: headings once, names read as UTF-8, and no formula."""

import csv

from planner.files.rows_csv import rows_csv


def test_rows_are_read_back_as_they_were() -> None:
    """A comma, a line and a quotation mark inside a cell stay inside it."""
    rows = [{"A": "x, y", "B": 'said "no"'}, {"A": "two\nlines", "B": "ü"}]
    content = rows_csv(rows)
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.DictReader(content.decode("utf-8-sig").splitlines(keepends=True))) == rows


def test_a_cell_that_begins_like_a_formula_is_text() -> None:
    """A label is the manager's own and may begin with anything."""
    assert rows_csv([{"A": "=1+1", "B": "-3"}]).decode("utf-8-sig") == "A,B\n'=1+1,'-3\n"


def test_without_rows_there_is_nothing() -> None:
    """No heading over nothing."""
    assert rows_csv([]).decode("utf-8-sig") == ""
