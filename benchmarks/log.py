"""What a mixed-integer solver knows, read from the rows of its progress log."""

import re
from collections.abc import Iterable
from typing import NamedTuple

# HiGHS: "... 0.00%   6091.89   7153   14.83%  ..."; a blank bound is written -inf.
_HIGHS = re.compile(r"\d+\.\d+%\s+(\S+)\s+(\S+)\s+(?:\d+\.\d+%|Large|inf)")
# SCIP: "... | 6.091893e+03 | 7.432000e+03 |  22.00%| ..."; no plan yet is written "--".
_SCIP = re.compile(r"\|\s*([-+.\de]+|--)\s*\|\s*([-+.\de]+|--)\s*\|\s*(?:[\d.]+%|Inf)\s*\|")


class Known(NamedTuple):
    """The best value and bound so far, each ``None`` where nothing is known."""

    value: float | None = None
    bound: float | None = None


def known_from(lines: Iterable[str]) -> Known:
    """Read the last progress row of some lines of a log."""
    known = Known()
    for line in lines:
        row = _HIGHS.search(line) or _SCIP.search(line)
        if row:
            known = Known(value=_number(row[2]), bound=_number(row[1]))
    return known


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < 1e15 else None
