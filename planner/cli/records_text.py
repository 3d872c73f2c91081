"""Decision records as text: a line each, or one in full to paste into a case note."""

import textwrap
from collections.abc import Sequence
from datetime import date, datetime

from planner.cli.layout import day, document, full_day, paragraphs, section, table
from planner.data.decision_record import DecisionRecord, Head
from planner.data.record_kinds import RecordKind
from planner.data.recorded import Entries, decided_words, movement

_MOST_OF_TEXT = 100


def list_text(records: Sequence[DecisionRecord], entered: Entries, head: Head) -> str:
    """Give a line for each record, in the order in which they were made."""
    headings = ("no.", "when", "child", "by", "on CRIS", "decided")
    lines = [
        (
            str(record.sequence),
            _day(record.local_time),
            " ".join(record.children),
            record.user,
            _on_cris(record, entered),
            ". ".join(part for part in (decided_words(record), _reason(record)) if part),
        )
        for record in records
    ]
    return document(section("Decision records", table(headings, lines, right={0})), end(head))


def end(head: Head) -> list[str]:
    """Say where the chain ends, in words to be kept on paper."""
    said = (
        f"The last record is number {head.count}, with the digest {head.digest}.",
        "Kept on paper, it shows later that nothing was altered: planner records verify --head.",
    )
    return [line for text in said for line in paragraphs([text], indent="")]


def record_text(record: DecisionRecord, entered: Entries) -> str:
    """Give one record in full."""
    return document(
        [f"Record {record.sequence}: {record.kind.value}", _status(record, entered)],
        table(("", ""), [(name, text) for name, text in _facts(record) if text])[1:],
        section("In words", paragraphs(record.text.splitlines())),
        section("Rationale", paragraphs(record.rationale.splitlines())),
        section("Made from", _made_from(record)),
    )


def _facts(record: DecisionRecord) -> list[tuple[str, str]]:
    return [
        ("children", ", ".join(record.children)),
        ("family", record.family),
        ("held as", record.unit if record.unit != record.family else ""),
        ("decided", movement(record)),
        ("reason", record.reason.words if record.reason else ""),
        ("review", _full(record.review)),
        ("consulted", "; ".join(record.consulted)),
        ("about record", str(record.about or "")),
        ("entered on CRIS", _full(record.entered)),
        ("by", record.user),
        ("recorded", f"{full_day(record.local_time)}, {record.local_time:%H:%M}"),
    ]


def _made_from(record: DecisionRecord) -> list[str]:
    policy = f"{record.policy} {record.policy_version} {record.policy_digest}".strip()
    rows = [
        ("plan", record.plan_digest),
        ("scenario", record.scenario_digest),
        ("policy", policy),
        ("record before", record.previous or "none: this is the first"),
        ("this record", record.digest),
    ]
    return table(("", "digest"), [(name, text) for name, text in rows if text])


def _status(record: DecisionRecord, entered: Entries) -> str:
    """Say whether the record counts yet where records are kept by law."""
    made = entered.get(record.sequence)
    if record.kind is RecordKind.ENTERED:
        return f"Says that record {record.about} was entered on CRIS."
    if made is None or made.entered is None:
        return "Not recorded until entered on CRIS: date ____________, by ____________"
    return f"Entered on CRIS on {full_day(made.entered)} by {made.user} (record {made.sequence})."


def _on_cris(record: DecisionRecord, entered: Entries) -> str:
    if record.kind is RecordKind.ENTERED:
        return "-"
    made = entered.get(record.sequence)
    return day(made.entered) if made else "not yet"


def _reason(record: DecisionRecord) -> str:
    words = record.reason.words if record.reason else ""
    text = textwrap.shorten(record.text, _MOST_OF_TEXT, placeholder=" ...")
    return ": ".join(part for part in (_capital(words), text) if part)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%b %Y}"


def _full(value: date | None) -> str:
    return full_day(value) if value else ""
