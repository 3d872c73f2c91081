"""The de-allocation worksheet as text: two lines for each child, never one figure."""

from planner.cli.layout import document, full_day, paragraphs, section, table
from planner.data.vocabulary import Answer
from planner.data.worksheet import (
    Candidate,
    ContactChange,
    ImpactOn,
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
    indicator_words,
    tier_words,
    titled,
)

_NONE = "No family held now may be suggested."


def deallocate_text(sheet: Worksheet) -> str:
    """Give the worksheet as a document, what it is first, whom it leaves out last."""
    return document(
        paragraphs([f"De-allocation worksheet, {full_day(sheet.as_at)}. {sheet.scenario}."], ""),
        paragraphs(sheet.words, indent=""),
        section("Not on this worksheet", _left_out(sheet.refused)),
        *(_candidate(sheet, number, row) for number, row in enumerate(sheet.candidates, start=1)),
        [] if sheet.candidates else [_NONE],
        section("Not suggested", _left_out(sheet.not_suggested)),
        _end(sheet),
    )


def _left_out(rows: tuple[NotSuggested, ...]) -> list[str]:
    return paragraphs([f"{row.words} [{row.paragraph}]" for row in rows], bullet="- ")


def _candidate(sheet: Worksheet, number: int, candidate: Candidate) -> list[str]:
    named = "named by the manager; " if candidate.named else ""
    reason = [f"Reason recorded: {candidate.reason}"] if candidate.reason else []
    title = f"{number}. {candidate.family}, held by {candidate.holder}: {named}{candidate.tier}"
    return [
        title,
        *paragraphs([*reason, hours_words(candidate), *candidate.words]),
        *(line for child in candidate.children for line in _child(sheet, child)),
    ]


def _child(sheet: Worksheet, child: WorksheetChild) -> list[str]:
    label = f" ({child.label})" if child.label else ""
    held = "" if child.held else ": awaits already, and belongs to the family"
    rows = [
        ("Risk assessment", assessed_words(child.assessed)),
        ("Planning and review", cycle_words(child.cycle)),
        ("Priority", "; ".join((tier_words(child.score), *factor_words(child.score)))),
        ("Contact", _contact(child.contact)),
        *(("Owed", f"{owed.text} [{owed.paragraph}]") for owed in child.score.obligations),
    ]
    return [
        f"  {child.child}{label}{held}",
        *(line for impact in child.lines for line in _indicators(sheet, impact)),
        *table(rows[0], rows[1:], indent="    "),
    ]


def _contact(contact: ContactChange) -> str:
    return " ".join(contact.words)


def _indicators(sheet: Worksheet, impact: ImpactOn) -> list[str]:
    """List the indicators of one line: gaps and missing answers one by one, others by name."""
    gaps = [indicator_words(row) for row in impact.indicators if row.gap]
    missing = [f"{row.title} [{row.paragraph}]" for row in impact.indicators if row.missing]
    quiet = (
        ("In place", titled(impact.indicators, Answer.YES)),
        ("Not the case here", titled(impact.indicators, Answer.NO)),
        ("Not applicable", titled(impact.indicators, Answer.NOT_APPLICABLE)),
    )
    return [
        *paragraphs([f"{impact.heading}: {impact_words(impact)}."], indent="    "),
        *paragraphs([f"{name}: {titles}." for name, titles in quiet if titles], indent="      "),
        *_listed(sheet.gaps_heading, gaps),
        *_listed(sheet.missing_heading, missing),
    ]


def _listed(heading: str, rows: list[str]) -> list[str]:
    if not rows:
        return []
    return [f"      {heading}:", *paragraphs(rows, indent="        ", bullet="- ")]


def _end(sheet: Worksheet) -> list[str]:
    others = f"{sheet.others} more families could be listed: --most." if sheet.others else ""
    unknown = "" if sheet.proven else "Not all of what duty lacks could be worked out in the time."
    policy = f"Policy {sheet.policy} {sheet.policy_version}."
    return paragraphs([" ".join(text for text in (others, unknown, policy) if text)], indent="")
