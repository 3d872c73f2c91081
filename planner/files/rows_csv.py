"""Rows of words as a CSV file that any spreadsheet program opens, and none computes with."""

import csv
import io
from collections.abc import Mapping, Sequence

from planner.files.safe import neutral


def rows_csv(rows: Sequence[Mapping[str, str]]) -> bytes:
    """Give rows as a CSV file under the headings of the first; without rows, nothing."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    if rows:
        writer.writerow(rows[0])
        writer.writerows([neutral(text) for text in row.values()] for row in rows)
    # The mark at the start makes spreadsheet programs read names as UTF-8.
    return stream.getvalue().encode("utf-8-sig")
