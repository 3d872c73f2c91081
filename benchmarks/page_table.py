"""The page's speed as a table: what was aimed at, what was measured, and whether it was met."""

import csv
import math
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

WORDS = "everyone's limit, known step: words beside it"
EVERYONE = "everyone's limit, known step: first changed figure"
EVERYONE_REST = "everyone's limit, known step: page at rest"
CACHED = "one limit, cached step: first changed figure"
CACHED_REST = "one limit, cached step: page at rest"
PLAN = "one limit, uncached step: verified, labelled plan"
PROOF = "one limit, uncached step: proof label"
USERS_CACHED, USERS_PLAN = "users at once: cached step", "users at once: uncached step"
ERRORS, OTHERS = "users at once: errors", "users at once: what-ifs of others seen"
READY, FIRST = "server: start to healthy", "first page: first figure"
OUTSIDE = "requests that left 127.0.0.1"


class Sample(NamedTuple):
    """One measurement: seconds, or a number of things; ``None`` where it never came."""

    kind: str
    value: float | None
    note: str = ""


class Aim(NamedTuple):
    """What is aimed at: a statistic of a kind of sample, at most so much; ``None``: only told."""

    kind: str
    statistic: str
    most: float | None

    @property
    def counted(self) -> bool:
        """Whether things are counted, and not seconds."""
        return self.statistic == "in all"


AIMS: tuple[Aim, ...] = (
    Aim(WORDS, "median", None),
    Aim(EVERYONE, "median", 0.1),
    Aim(EVERYONE, "p90", 0.25),
    Aim(EVERYONE_REST, "median", None),
    Aim(CACHED, "median", 0.1),
    Aim(CACHED, "p90", 0.25),
    Aim(CACHED_REST, "median", None),
    Aim(PLAN, "median", 0.3),
    Aim(PLAN, "p90", 0.7),
    Aim(PROOF, "median", None),
    Aim(PROOF, "p90", None),
    Aim(USERS_CACHED, "median", None),
    Aim(USERS_CACHED, "p90", 0.4),
    Aim(USERS_PLAN, "median", None),
    Aim(USERS_PLAN, "p90", 1.5),
    Aim(ERRORS, "in all", 0),
    Aim(OTHERS, "in all", 0),
    Aim(READY, "median", 1.5),
    Aim(FIRST, "median", 2.5),
    Aim(OUTSIDE, "in all", 0),
)

_HEADING = ("what", "", "target", "measured", "met", "measured / target", "n")

LEGEND = """\
A real headless Chromium on the same machine as the server, and a shipped team of 75 children and
six practitioners. A step is one arrow key on a practitioner's limit. Its time is stamped in the
page: from the key to the first change of a figure (*cached*: back and forth between two limits
seen before); to the plan of that very step with the words that say what is known of it
(*uncached*: a limit that nobody asked for since the server started); and to the words that say it
is proven best. A plan with the same figures as before counts only when the page is at rest. Users
are websocket sessions, each with a what-if of its own and one action in two to four seconds, every
other one uncached; their time is from the message with the new limit to the last figure that
answers it. *p90*: nine of ten were at most this; what never came counts as more than any."""


def nth(values: Sequence[float | None], share: float) -> float:
    """Give the least sample that a share of all are at most; what never came is infinite.

    Raises
    ------
    ValueError
        Without samples.
    """
    if not values:
        raise ValueError("No sample.")
    ordered = sorted(math.inf if value is None else value for value in values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def middle(values: Sequence[float | None]) -> float:
    """Give the median; what never came is infinite."""
    return statistics.median([math.inf if value is None else value for value in values])


_STATISTICS: Mapping[str, Callable[[Sequence[float | None]], float]] = {
    "median": middle,
    "p90": lambda values: nth(values, 0.9),
    "in all": lambda values: sum(value or 0 for value in values),
}


def page(samples: Sequence[Sample], machine: Iterable[str]) -> str:
    """Write the page as Markdown: machine, what is meant, the table."""
    parts = ["# The page's speed", "", *(f"- {line}" for line in machine), "", LEGEND, ""]
    return "\n".join([*parts, *table(samples), ""])


def table(samples: Sequence[Sample]) -> list[str]:
    """Write a row for every aim that was measured."""
    rows = [_row(aim, samples) for aim in AIMS if any(s.kind == aim.kind for s in samples)]
    ruled = "|" + "---|" * len(_HEADING)
    return [_line(_HEADING), ruled, *map(_line, rows)]


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _row(aim: Aim, samples: Sequence[Sample]) -> tuple[str, ...]:
    values = [sample.value for sample in samples if sample.kind == aim.kind]
    measured = _STATISTICS[aim.statistic](values)
    return (
        aim.kind,
        aim.statistic,
        "-" if aim.most is None else amount(aim.most, counted=aim.counted),
        amount(measured, counted=aim.counted),
        "-" if aim.most is None else "yes" if measured <= aim.most else "no",
        f"{measured / aim.most:.2f}" if aim.most and math.isfinite(measured) else "-",
        str(len(values)),
    )


def amount(value: float, *, counted: bool) -> str:
    """Write a number of things, milliseconds, or seconds from ten on; a dash for never."""
    if math.isinf(value):
        return "never"
    if counted:
        return f"{value:.0f}"
    return f"{value:.1f} s" if value >= 10 else f"{1000 * value:.0f} ms"


def write_csv(samples: Iterable[Sample], path: Path) -> None:
    """Write every sample as a row; what never came is blank."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(Sample._fields)
        for sample in samples:
            value = "" if sample.value is None else f"{sample.value:.4f}".rstrip("0").rstrip(".")
            writer.writerow((sample.kind, value, sample.note))
