"""Rows of words as the page sends them to a browser."""

from collections.abc import Mapping, Sequence

import pyarrow


def arrow_table(rows: Sequence[Mapping[str, str]]) -> pyarrow.Table:
    """Give rows of words, all with the columns of the first, as they travel to a browser.

    Without it each table would be made a frame and taken apart again whenever a page is drawn.
    """
    names = list(rows[0])
    return pyarrow.table({name: pyarrow.array([row[name] for row in rows]) for name in names})
