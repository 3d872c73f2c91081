"""Cover for somebody away, as text: what must be decided first, then who does what."""

from collections.abc import Iterator

from planner.cli.layout import day, document, full_day, hours, number, paragraphs, section, table
from planner.data.cover import AwayChild, Cover, CoverLine, DaysAway, Due


def cover_text(answer: Cover) -> str:
    """Give the cover proposed as a document."""
    return document(
        paragraphs(_heading(answer), indent=""),
        section("To decide", paragraphs(_to_decide(answer), bullet="- ")),
        section("Proposed cover", _covered(answer)),
        section("Hours to spare, at 100 per cent", _people(answer)),
        section(f"Children of {answer.practitioner}", _children(answer)),
        paragraphs(_ends(answer), indent=""),
    )


def _heading(answer: Cover) -> Iterator[str]:
    name = f"{answer.practitioner} {answer.label}".strip()
    yield f"{name} is away {' and '.join(map(_days, answer.days))}."
    arrangement = f"{answer.arrangement[:1].upper()}{answer.arrangement[1:]}"
    yield f"{arrangement}, {full_day(answer.as_at)}. {_counted(answer)}"
    if answer.named:
        yield f"The leave names {answer.named} as cover."


def _days(days: DaysAway) -> str:
    if days.start == days.until:
        return f"on {full_day(days.start)}"
    until = f"until {full_day(days.until)}" if days.until else "with no day of return"
    return f"from {full_day(days.start)} {until}"


def _counted(answer: Cover) -> str:
    if not answer.children:
        return f"{answer.practitioner} holds no child's case."
    families = len({child.family for child in answer.children})
    held = (
        f"{answer.practitioner} holds {_plural(len(answer.children), 'child', 'children')} "
        f"in {_plural(families, 'family', 'families')} and keeps them"
    )
    due, done = len(answer.lines), sum(bool(line.cover) for line in answer.lines)
    if not due:
        return f"{held}. Nothing falls due in these days."
    fall = "1 contact or task falls due" if due == 1 else f"{due} contacts and tasks fall due"
    covered = "all can be covered" if done == due else f"{done} of them can be covered"
    return f"{held}. {fall}; {covered if due > 1 or not done else 'it can be covered'}."


def _plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _to_decide(answer: Cover) -> Iterator[str]:
    yield from answer.decide
    for line in answer.lines:
        if not line.cover:
            yield (
                f"{_what(line.item)} for {', '.join(line.item.children)}, {_due(line.item)}: "
                f"not covered ({line.why}). {line.decides} decides when and by whom."
            )


def _what(item: Due) -> str:
    return item.what[:1].upper() + item.what[1:]


def _due(item: Due) -> str:
    if item.overdue and item.next_due is not None:
        return f"overdue since {day(item.next_due)}"
    return f"due {'by ' if item.contact else ''}{day(item.due)}"


def _covered(answer: Cover) -> list[str]:
    rows = [
        (
            _due(line.item),
            _what(line.item),
            _whom(line),
            line.cover,
            hours(line.half_hours),
            _note(line),
        )
        for line in answer.lines
        if line.cover
    ]
    return table(("when", "what", "for", "cover", "takes", ""), rows, right={4})


def _whom(line: CoverLine) -> str:
    return f"{line.item.family}: {', '.join(line.item.children)}"


def _note(line: CoverLine) -> str:
    return f"lacks: {', '.join(line.lacks)}" if line.lacks else ""


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
    return [*lines, *paragraphs(_beside(answer))]


def _beside(answer: Cover) -> Iterator[str]:
    if answer.waiting_half_hours:
        yield (
            f"Duty for children awaiting allocation asks {hours(answer.waiting_half_hours)} "
            "in the cycle beside it."
        )
    if answer.duty_half_hours:
        yield (
            f"Those who hold no cases give {hours(answer.duty_half_hours)} to duty; "
            "they are not proposed here."
        )


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


def _ends(answer: Cover) -> Iterator[str]:
    if any(days.until is None or days.until > answer.cycle_ends for days in answer.days):
        yield f"What falls due after {full_day(answer.cycle_ends)} is not listed: another cycle."
    yield (
        "Proven: no other cover within these hours leaves less open."
        if answer.proven
        else "Not proven in the time given: another cover may leave less open."
    )
    yield "Nobody's case moves. The cover is a proposal: the manager decides."
