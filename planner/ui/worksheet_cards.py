"""The de-allocation worksheet on the page: gaps first, two lines for each child, no one figure."""

from collections.abc import Iterator

from planner.data.vocabulary import Answer
from planner.data.worksheet import (
    Candidate,
    IndicatorLine,
    NotSuggested,
    Worksheet,
    WorksheetChild,
)
from planner.data.worksheet_words import (
    assessed_words,
    cycle_words,
    factor_words,
    hours_words,
    impact_words,
    in_full,
    indicator_words,
    tier_words,
    titled,
)
from planner.ui.markup import article, cards, folded, headed, listed
from planner.ui.words import hours, title

_QUIET = (
    ("In place", Answer.YES),
    ("Not the case here", Answer.NO),
    ("Not applicable", Answer.NOT_APPLICABLE),
)
_NO_GAPS = "No gap is left to settle, and every indicator is answered."


def refused_line(row: NotSuggested) -> str:
    """Say why children are not on the worksheet, with the paragraph."""
    return f"{row.words} ({row.paragraph})"


def family_lines(row: Candidate) -> list[str]:
    """Say what a family's de-allocation would free and ask, and what goes with it."""
    return [hours_words(row), *row.words]


def worksheet_cards(sheet: Worksheet, row: Candidate) -> str:
    """Write one family's worksheet child by child."""
    return cards(_child(sheet, child) for child in row.children)


def _child(sheet: Worksheet, child: WorksheetChild) -> str:
    held = "" if child.held else ", awaits already and belongs to the family"
    name = " · ".join(part for part in (child.child, child.label) if part)
    return article(
        name,
        _gaps(sheet, child),
        *(headed(line.heading, [title(impact_words(line))]) for line in child.lines),
        headed("Contact", child.contact.words),
        folded("What falls due, and what is owed", list(_due(child))),
        folded("Where the child stands", list(_standing(child))),
        folded("Answered", list(_answered(child))),
        quiet=f"{title(tier_words(child.score))}{held}",
    )


def _gaps(sheet: Worksheet, child: WorksheetChild) -> str:
    """Write what is to be settled before anything else, then what nobody has answered."""
    if not child.gaps and not child.missing:
        return listed([_NO_GAPS])
    gaps = headed(sheet.gaps_heading, [indicator_words(row) for row in child.gaps])
    return gaps + headed(sheet.missing_heading, [_asked(row) for row in child.missing])


def _asked(row: IndicatorLine) -> str:
    return f"{row.title} [{row.paragraph}]"


def _due(child: WorksheetChild) -> Iterator[str]:
    for task in child.tasks:
        yield f"{task.title}, due {in_full(task.due)}, {hours(task.half_hours)}"
    for owed in child.score.obligations:
        yield f"Owed: {owed.text} [{owed.paragraph}]"


def _standing(child: WorksheetChild) -> Iterator[str]:
    yield f"Risk assessment: {assessed_words(child.assessed)}"
    yield title(cycle_words(child.cycle))
    yield from factor_words(child.score)


def _answered(child: WorksheetChild) -> Iterator[str]:
    for line in child.lines:
        for name, answer in _QUIET:
            titles = titled(line.indicators, answer)
            if titles:
                yield f"{name}: {titles}"
