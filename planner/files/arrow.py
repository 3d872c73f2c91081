"""Rows of words as the page sends them to a browser."""

from collections.abc import Mapping, Sequence

import pyarrow


def arrow_table(rows: Sequence[Mapping[str, str]]) -> pyarrow.Table:
    """Give rows of words as they travel to a browser; a cell that a row has not is blank.

    Without it each table would be made a frame and taken apart again whenever a page is drawn.
    """
    names = dict.fromkeys(name for row in rows for name in row)
    return pyarrow.Table.from_pylist([{name: row.get(name, "") for name in names} for row in rows])
