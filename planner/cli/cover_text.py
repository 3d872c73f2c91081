"""Cover for somebody away, as text: what must be decided first, then who does what."""

from collections.abc import Iterator

from planner.cli.layout import day, document, full_day, hours, number, paragraphs, section, table
from planner.data.cover import AwayChild, Cover, CoverLine
from planner.report.cover_words import (
    beside_words,
    counted_words,
    days_words,
    due_words,
    ends_words,
    lacks_words,
    to_decide,
    what_words,
)


def cover_text(answer: Cover) -> str:
    """Give the cover proposed as a document."""
    return document(
        paragraphs(_heading(answer), indent=""),
        section("To decide", paragraphs(to_decide(answer, day), bullet="- ")),
        section("Proposed cover", _covered(answer)),
        section("Hours to spare, at 100 per cent", _people(answer)),
        section(f"Children of {answer.practitioner}", _children(answer)),
        paragraphs(ends_words(answer, full_day), indent=""),
    )


def _heading(answer: Cover) -> Iterator[str]:
    name = f"{answer.practitioner} {answer.label}".strip()
    spans = (days_words(days, full_day) for days in answer.days)
    yield f"{name} is away {' and '.join(spans)}."
    arrangement = f"{answer.arrangement[:1].upper()}{answer.arrangement[1:]}"
    yield f"{arrangement}, {full_day(answer.as_at)}. {counted_words(answer)}"
    if answer.named:
        yield f"The leave names {answer.named} as cover."


def _covered(answer: Cover) -> list[str]:
    rows = [
        (
            due_words(line.item, day),
            what_words(line.item),
            _whom(line),
            line.cover,
            hours(line.half_hours),
            lacks_words(line),
        )
        for line in answer.lines
        if line.cover
    ]
    return table(("when", "what", "for", "cover", "takes", ""), rows, right={4})


def _whom(line: CoverLine) -> str:
    return f"{line.item.family}: {', '.join(line.item.children)}"


def _people(answer: Cover) -> list[str]:
    rows = [
        (
            one.practitioner,
            hours(one.spare_half_hours),
            hours(one.given_half_hours),
            hours(one.left_half_hours),
            "",
        )
        for one in answer.people
    ]
    lines = table(("practitioner", "to spare", "cover", "left", ""), rows, right={1, 2, 3})
    return [*lines, *paragraphs(beside_words(answer))]


def _children(answer: Cover) -> list[str]:
    rows = [
        (
            f"{child.child} {child.label}".strip(),
            child.family,
            day(child.last_seen),
            day(child.next_contact_due),
            number(child.due_while_away),
            _priority(child),
        )
        for child in answer.children
    ]
    headings = ("child", "family", "last seen", "contact due", "due while away", "priority")
    return table(headings, rows, right={4})


def _priority(child: AwayChild) -> str:
    return child.tier.value + (f" ({child.band.value})" if child.band else "")
