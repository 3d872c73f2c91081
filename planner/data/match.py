"""Which of a manager's headings holds which of our columns; no word of hers is in it."""

from collections.abc import Mapping

from planner.data.record import Record

LEFT_BLANK = -1
"""The place of a column that must be there and that her table does not have."""


class Match(Record):
    """The headings of one table, matched.

    Attributes
    ----------
    table : str
        The table of ours that hers holds; blank where hers is left out.
    columns : mapping
        The place of the heading, counted from 0, for each column of ours that
        was found; ``LEFT_BLANK`` for one that stays blank in every row.
    """

    table: str = ""
    columns: Mapping[str, int] = {}
