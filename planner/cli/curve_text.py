"""A capacity curve, and absences, as text: who is admitted with which hours."""

from planner.cli.frontier_text import FIGURES, RIGHT, equal_note, figures, known, who
from planner.cli.layout import document, hours, number, paragraphs, section, table
from planner.data.curve import Absences, Absent, Curve, CurveOf, CurveStep
from planner.data.front import Reached


def curve_text(curve: Curve) -> str:
    """Give a curve as a document, how many hours it takes first."""
    return document(
        paragraphs(curve.headline, indent=""),
        section("What else stands before it", paragraphs(curve.not_enough, bullet="- ")),
        section("Children awaiting, and what goes with it", _steps(curve)),
        paragraphs(_flat(curve), indent=""),
        *(_step(step) for step in curve.steps[1:]),
        paragraphs(curve.notes, indent=""),
        equal_note([step.settled for step in curve.steps]),
    )


def _steps(curve: Curve) -> list[str]:
    rows = [
        (
            _amount(curve, step),
            f"{step.full_time:+.2f}" if step.half_hours else "0",
            *figures(step.reached),
            known(step.proven, step.settled, step.gradual),
        )
        for step in curve.steps
    ]
    return table(("from", "FTE", *FIGURES, ""), rows, right={*RIGHT, 8})


def _amount(curve: Curve, step: CurveStep) -> str:
    if curve.of is CurveOf.ADDED:
        return hours(step.half_hours)
    change = f"{step.half_hours / 2:+g} h" if step.half_hours else "now"
    limit = "" if step.limit_half_hours is None else f" ({hours(max(0, step.limit_half_hours))})"
    return f"{change}{limit}"


def _flat(curve: Curve) -> list[str]:
    """Say where nothing changes any more, and what was not tried."""
    if not curve.steps:
        return []
    words = []
    if curve.flat_above:
        words.append("More hours than the last step change nothing.")
    elif not curve.complete:
        words.append("Not finished in the time given: what is here stands, more may follow.")
    else:
        words.append(f"Tried up to {curve.most / 2:+g} h.")
    if curve.flat_below and curve.of is not CurveOf.ADDED:
        words.append("Fewer hours than the first step change nothing.")
    return [" ".join(words)]


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
    if not absences.unanswered:
        return []
    names = ", ".join(absences.unanswered)
    return paragraphs([f"No time was left for {names}."], indent="")
