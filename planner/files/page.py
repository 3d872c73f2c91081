"""What a printed page holds, apart from any workbook."""

from datetime import date
from typing import NamedTuple

Value = str | int | float | date | None


class Line(NamedTuple):
    """One row of a page; a group row stands over the rows that follow."""

    cells: tuple[Value, ...]
    group: bool = False


class Page(NamedTuple):
    """One sheet to be printed: words on top, headings with their widths, rows."""

    title: str
    words: tuple[str, ...]
    headings: tuple[tuple[str, int], ...]
    lines: tuple[Line, ...]
