"""Who could take a family, as cards in the order of names: facts of fit, never a ranking."""

from collections.abc import Iterator

from planner.data.fit import Fit, WhoCouldTake
from planner.report.fit_words import (
    NOBODY_FITS,
    STILL,
    fits_words,
    language_words,
    least_undone,
    leaving_words,
    left_words,
    skills_words,
)
from planner.ui.markup import article, cards, facts, listed
from planner.ui.words import hours, title

SUGGESTED = "Suggested"


def fit_lines(answer: WhoCouldTake) -> list[str]:
    """Say what comes of the question, before any card is read."""
    fitting = sum(fit.fits for fit in answer.fits)
    chosen = answer.suggested
    found = (
        f"Suggested: {', '.join(chosen)}. {least_undone(fitting, len(chosen))}".strip()
        if chosen
        else NOBODY_FITS
    )
    away = f"Away the whole cycle: {', '.join(answer.away)}." if answer.away else ""
    who = title("; ".join(_child(answer, child) for child in answer.children))
    return [
        line for line in (f"{who}.", found, f"{title(answer.arrangement)}. {STILL}", away) if line
    ]


def _child(answer: WhoCouldTake, child: str) -> str:
    band = answer.bands.get(child)
    return f"{child}: {answer.tiers[child].value}{f', band ({band.value})' if band else ''}"


def fit_cards(answer: WhoCouldTake) -> str:
    """Write a card for each practitioner present, in the order of their names."""
    return cards(_card(fit) for fit in answer.fits)


def _card(fit: Fit) -> str:
    name = " · ".join(part for part in (fit.practitioner, fit.label) if part)
    rows = (
        ("Takes", f"{hours(fit.needs_half_hours)} a cycle"),
        ("Left after", left_words(fit)),
        ("One way", f"{fit.one_way_minutes} min"),
        ("Language", language_words(fit)),
        ("Skills", skills_words(fit) if fit.skills or fit.missing_grade else ""),
    )
    return article(name, facts(rows), listed(_lines(fit)), quiet=_verdict(fit))


def _verdict(fit: Fit) -> str:
    if not fit.fits:
        return "Does not fit"
    return f"{SUGGESTED}: {fits_words(fit)}" if fit.suggested else title(fits_words(fit))


def _lines(fit: Fit) -> Iterator[str]:
    """Yield what lies between, or what it would leave for everybody else."""
    if fit.fits:
        yield from (f"{title(text)}." for text in leaving_words(fit))
    yield from fit.against
