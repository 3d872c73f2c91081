"""Lay words and figures out for a terminal of one hundred columns."""

import textwrap
from collections.abc import Collection, Iterable, Sequence
from datetime import date

WIDTH = 100
_GAP = "  "
_BAR = 20
_NARROWEST = 24


def hours(half_hours: int) -> str:
    """Say half-hours as hours: 7 is "3.5 h"."""
    return f"{half_hours / 2:g} h"


def day(value: date | None) -> str:
    """Say a day without its year, or a dash where none is known."""
    return f"{value.day} {value:%b}" if value else "-"


def full_day(value: date) -> str:
    """Say a day in full, as in "Monday 2 March 2026"."""
    return f"{value:%A} {value.day} {value:%B} {value.year}"


def number(value: int | None) -> str:
    """Say a number, or a dash where none is known."""
    return "-" if value is None else f"{value:,}"


def load_bar(part: int, whole: int) -> str:
    """Draw a part of a whole; what is beyond the whole is drawn as ``!``."""
    filled = round(_BAR * part / whole) if whole else (_BAR + 1 if part else 0)
    over = min(max(filled - _BAR, 0), 5)
    return "#" * min(filled, _BAR) + "." * (_BAR - min(filled, _BAR)) + "!" * over


def section(title: str, lines: Iterable[str]) -> list[str]:
    """Put a heading above lines; without lines there is no section."""
    body = list(lines)
    return [title.upper(), *body] if body else []


def paragraphs(sentences: Iterable[str], indent: str = "  ", bullet: str = "") -> list[str]:
    """Wrap each sentence to the width, with a bullet or none."""
    following = indent + " " * len(bullet)
    return [
        line
        for sentence in sentences
        for line in textwrap.wrap(
            sentence, WIDTH, initial_indent=indent + bullet, subsequent_indent=following
        )
    ]


def table(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    right: Collection[int] = (),
    indent: str = "  ",
) -> list[str]:
    """Set rows in columns under headings; the last column wraps within the width.

    ``right`` names the columns, from 0, whose cells stand to the right.
    """
    if not rows:
        return []
    every = [headings, *rows]
    widths = [max(len(row[column]) for row in every) for column in range(len(headings) - 1)]
    return [line for row in every for line in _row(row, widths, right, indent)]


def _row(
    cells: Sequence[str], widths: Sequence[int], right: Collection[int], indent: str
) -> list[str]:
    placed = [
        cell.rjust(width) if column in right else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=False))
    ]
    lead = indent + "".join(f"{cell}{_GAP}" for cell in placed)
    room = max(WIDTH - len(lead), _NARROWEST)
    first, *others = textwrap.wrap(cells[-1], room) or [""]
    return [f"{lead}{first}".rstrip(), *(" " * len(lead) + other for other in others)]


def document(*sections: Sequence[str]) -> str:
    """Join sections with a blank line between them, leaving out empty ones."""
    return "\n\n".join("\n".join(lines) for lines in sections if lines)
