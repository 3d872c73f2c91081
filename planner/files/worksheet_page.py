"""The de-allocation worksheet as pages to print: plain HTML, nothing fetched."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from planner.data.worksheet import (
    Candidate,
    ImpactOn,
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
    tier_words,
)
from planner.files.safe import write_page
from planner.files.worksheet_style import STYLE

_SIGNED = ("Decided: de-allocate, or keep", "Team manager", "Date")


def write_worksheet(sheet: Worksheet, path: Path) -> None:
    """Write the worksheet to an .html file, whole or not at all.

    Raises
    ------
    UsageFault
        Where the name ends otherwise, or the file cannot be written.
    """
    write_page(worksheet_page(sheet), path)


def worksheet_page(sheet: Worksheet) -> str:
    """Give the worksheet as the text of one HTML page; each family begins a sheet of paper."""
    title = f"De-allocation worksheet: {sheet.scenario}"
    families = (_family(sheet, row) for row in sheet.candidates)
    body = "\n".join((_head(title, sheet), *families))
    return (
        '<!doctype html>\n<html lang="en-AU"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n"
        f"<body>\n{body}\n</body></html>\n"
    )


def _head(title: str, sheet: Worksheet) -> str:
    rows = "".join(
        f"<tr><td>{escape(row.family)}</td><td>{escape(row.holder)}</td>"
        f"<td>{escape(', '.join(child.child for child in row.children))}</td>"
        f"<td>{escape(row.tier.value)}</td><td>{escape(hours_words(row))}</td></tr>"
        for row in sheet.candidates
    )
    heads = "".join(f"<th>{t}</th>" for t in ("Family", "Held by", "Children", "Tier", "Hours"))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
    others = f"<p>{sheet.others} more families could be listed.</p>" if sheet.others else ""
    words = "".join(f'<p class="notice">{escape(text)}</p>' for text in sheet.words)
    return (
        f"<h1>{escape(title)}</h1><p>As at {in_full(sheet.as_at)}, for {sheet.cycle_days} days. "
        f"Policy {escape(sheet.policy)} {escape(sheet.policy_version)}.</p>{words}{table}{others}"
        f"{_left_out('Not on this worksheet', sheet.refused)}"
        f"{_left_out('Not suggested', sheet.not_suggested)}"
    )


def _left_out(title: str, rows: Iterable[NotSuggested]) -> str:
    items = "".join(f"<li>{escape(row.words)} {_source(row.paragraph)}</li>" for row in rows)
    return f"<h3>{title}</h3><ul>{items}</ul>" if items else ""


def _source(paragraph: str) -> str:
    return f'<span class="source">[{escape(paragraph)}]</span>'


def _family(sheet: Worksheet, row: Candidate) -> str:
    named = ", named by the manager" if row.named else ""
    reason = [f"Reason recorded: {row.reason}"] if row.reason else []
    said = "".join(f"<li>{escape(text)}</li>" for text in (*reason, hours_words(row), *row.words))
    children = "".join(_child(sheet, child) for child in row.children)
    return (
        f'<section class="family"><h2>{escape(row.family)}, held by {escape(row.holder)}: '
        f"{escape(row.tier.value)}{named}</h2><ul>{said}</ul>{children}{_signatures()}</section>"
    )


def _child(sheet: Worksheet, child: WorksheetChild) -> str:
    label = f" ({child.label})" if child.label else ""
    held = "" if child.held else ": awaits already, and belongs to the family"
    owed = "<br>".join(f"{escape(o.text)} {_source(o.paragraph)}" for o in child.score.obligations)
    lines = "".join(_row(line.heading, escape(impact_words(line))) for line in child.lines)
    priority = (tier_words(child.score), *factor_words(child.score))
    facts = (
        ("Risk assessment", escape(assessed_words(child.assessed))),
        ("Planning and review", escape(cycle_words(child.cycle))),
        ("Priority", "<br>".join(map(escape, priority))),
        ("Contact", "<br>".join(map(escape, child.contact.words))),
        ("Owed", owed or "nothing on the record"),
    )
    return (
        f'<div class="child"><h3>{escape(child.child + label + held)}</h3>'
        f'<table class="lines">{lines}</table>'
        f'<table class="facts">{"".join(_row(title, text) for title, text in facts)}</table>'
        f"{''.join(_indicators(sheet, line) for line in child.lines)}</div>"
    )


def _row(title: str, cell: str) -> str:
    """Write one row; the cell is HTML already."""
    return f"<tr><th>{escape(title)}</th><td>{cell}</td></tr>"


def _indicators(sheet: Worksheet, impact: ImpactOn) -> str:
    heads = ("Indicator", "Answer", "Evidence, date", sheet.gaps_heading)
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    rows = "".join(map(_answer, impact.indicators))
    return (
        f'<h3>{escape(impact.heading)}</h3><table class="answers"><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _answer(line: IndicatorLine) -> str:
    dated = in_full(line.dated) if line.dated else ""
    evidence = ", ".join(text for text in (line.evidence, dated) if text)
    mark = ' class="open"' if line.gap or line.missing else ""
    answer = "not answered" if line.missing else line.answer.value
    return (
        f"<tr{mark}><td>{escape(line.title)} {_source(line.paragraph)}</td>"
        f"<td>{escape(answer)}</td><td>{escape(evidence)}</td><td></td></tr>"
    )


def _signatures() -> str:
    return f'<div class="signed">{"".join(f"<div>{text}</div>" for text in _SIGNED)}</div>'
