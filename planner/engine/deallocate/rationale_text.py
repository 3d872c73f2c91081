"""The record of one de-allocation as plain text, to be pasted into the case system."""

from planner.data.rationale import Entry, Part, Rationale
from planner.data.worksheet_words import in_full

_LINE = "________"


def paste_text(record: Rationale) -> str:
    """Give the record as text: lines are not wrapped, blanks say what is to be filled in."""
    head = (
        f"{record.not_recorded}: date {_LINE}, by {_LINE}",
        "",
        record.title,
        f"{record.scenario}, as at {in_full(record.as_at)}. "
        f"Policy {record.policy} {record.policy_version}.",
    )
    parts = (line for part in record.parts for line in _part(part))
    return "\n".join((*head, *parts))


def _part(part: Part) -> list[str]:
    return ["", f"{part.heading.upper()} [{part.paragraph}]", *map(entry_text, part.entries)]


def entry_text(entry: Entry) -> str:
    """Give one line: label, what is known with its source, what is to be filled in."""
    source = f" ({entry.source})" if entry.source and entry.text else ""
    known = f"{_one_line(entry.text)}{source}" if entry.text else ""
    blank = f"{_LINE} [TO FILL IN: {entry.blank}]" if entry.blank else ""
    return f"- {entry.label}: {' '.join(part for part in (known, blank) if part)}"


def _one_line(text: str) -> str:
    """Keep a text of several lines on the line of its entry."""
    return " / ".join(line.strip() for line in text.splitlines() if line.strip())
