"""A capacity curve, and absences, as text: who is admitted with which hours."""

from planner.cli.frontier_text import FIGURES, RIGHT, equal_note, figures, who
from planner.cli.layout import document, number, paragraphs, section, table
from planner.data.curve import Absences, Absent, Curve, CurveStep
from planner.data.front import Reached
from planner.report.price_words import (
    curve_amount,
    flat_words,
    full_time_words,
    sure_words,
    unanswered_words,
)


def curve_text(curve: Curve) -> str:
    """Give a curve as a document, how many hours it takes first."""
    return document(
        paragraphs(curve.headline, indent=""),
        section("What else stands before it", paragraphs(curve.not_enough, bullet="- ")),
        section("Children awaiting, and what goes with it", _steps(curve)),
        paragraphs([flat_words(curve)] if curve.steps else [], indent=""),
        *(_step(step) for step in curve.steps[1:]),
        paragraphs(curve.notes, indent=""),
        equal_note([step.settled for step in curve.steps]),
    )


def _steps(curve: Curve) -> list[str]:
    rows = [
        (
            curve_amount(curve, step),
            full_time_words(step),
            *figures(step.reached),
            sure_words(step.proven, step.settled, step.gradual),
        )
        for step in curve.steps
    ]
    return table(("from", "FTE", *FIGURES, ""), rows, right={*RIGHT, 8})


def _step(step: CurveStep) -> list[str]:
    title, _, words = step.sentence.partition(": ")
    return section(title, [*paragraphs([f"Against just below it: {words}"]), *who(step.moved)])


def absence_text(absences: Absences) -> str:
    """Give what each practitioner's absence would mean, in the order of their ids."""
    return document(
        paragraphs(absences.notes, indent=""),
        section("Children awaiting if away for the cycle", _lines(absences)),
        *(_absent(line) for line in absences.lines if line.reached),
        _unanswered(absences),
    )


def _lines(absences: Absences) -> list[str]:
    rows = [_row("plan in hand", "", absences.now, "")] if absences.now else []
    rows += [
        _row(
            f"{line.practitioner} {line.label}".strip(),
            number(len(line.to_cover)) if line.reached else "-",
            line.reached,
            "away already" if line.away else "proven" if line.proven else "not proven",
        )
        for line in absences.lines
    ]
    return table(("", "to cover", *FIGURES, ""), rows, right={1, *RIGHT, 8} - {0})


def _row(name: str, cover: str, reached: Reached | None, words: str) -> tuple[str, ...]:
    cells = figures(reached) if reached else ("-",) * len(FIGURES)
    return (name, cover, *cells, words)


def _absent(line: Absent) -> list[str]:
    cover = [f"To cover: {', '.join(line.to_cover)}."] if line.to_cover else []
    sides = [line.sentence.partition(": ")[2].capitalize(), *cover]
    body = [*paragraphs(sides), *who(line.moved)]
    return section(f"Without {line.practitioner}", body)


def _unanswered(absences: Absences) -> list[str]:
    words = unanswered_words(absences.unanswered)
    return paragraphs([words], indent="") if words else []
