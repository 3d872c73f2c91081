"""Who covers for somebody away, as rows: what falls due, who would do it, whose hours."""

from collections.abc import Iterable

from planner.data.cover import Cover, CoverLine, DaysAway
from planner.data.scenario import Leave
from planner.report.cover_words import counted_words, days_words, due_words, lacks_words, what_words
from planner.ui.words import Row, day, full_day, hours, title


def away_lines(answer: Cover) -> list[str]:
    """Say who is away when, and how much of what falls due can be covered."""
    name = " · ".join(part for part in (answer.practitioner, answer.label) if part)
    spans = " and ".join(days_words(days, full_day) for days in answer.days)
    named = f" The leave names {answer.named} as cover." if answer.named else ""
    return [f"{name} is away {spans}.{named}", counted_words(answer)]


def known_words(leave: Iterable[Leave]) -> str:
    """Say which leave the data have already; blank where none."""
    spans = [days_words(DaysAway(start=row.start, until=row.until), full_day) for row in leave]
    return f"In your data already: away {' and '.join(spans)}." if spans else ""


def covered_rows(answer: Cover) -> list[Row]:
    """Give what can be covered: when, what, for whom, by whom and what it takes."""
    return [
        {
            **_due(line, answer),
            "Cover": " · ".join(part for part in (line.cover, lacks_words(line)) if part),
            "Takes": hours(line.half_hours),
        }
        for line in answer.lines
        if line.cover
    ]


def uncovered_rows(answer: Cover) -> list[Row]:
    """Give what nobody can cover: when, what, for whom, why, and who decides."""
    return [
        {**_due(line, answer), "Not covered": f"{title(line.why)}. {line.decides} decides."}
        for line in answer.lines
        if not line.cover
    ]


def _due(line: CoverLine, answer: Cover) -> Row:
    return {
        "Due": title(due_words(line.item, lambda value: day(value, answer.as_at))),
        "What": (
            f"{what_words(line.item)}: {', '.join(line.item.children)} (family {line.item.family})"
        ),
    }


def spare_rows(answer: Cover) -> list[Row]:
    """Give everybody's hours to spare of their own capacity, before and after the cover."""
    return [
        {
            "Practitioner": one.practitioner,
            "To spare": hours(one.spare_half_hours),
            "Cover": hours(one.given_half_hours),
            "Left": hours(one.left_half_hours),
        }
        for one in answer.people
    ]
