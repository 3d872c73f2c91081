"""The decision log in rows and words: newest first, and whether CRIS has each record yet."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planner.data.decision_record import DecisionRecord, Head
from planner.data.record_kinds import RecordKind
from planner.data.recorded import Entries, decided_words, entries, movement, still_to_enter
from planner.ui.words import Row, counted, full_day, title

_MOST_OF_TEXT = 120
_HEAD = 16


class Filter(NamedTuple):
    """Which records are wanted; blank means all of them."""

    kind: RecordKind | None = None
    child: str = ""
    open_only: bool = False


def wanted(records: Sequence[DecisionRecord], asked: Filter) -> list[DecisionRecord]:
    """Give the records that are wanted, the newest first."""
    entered = entries(records)
    return [
        record
        for record in reversed(records)
        if (asked.kind is None or record.kind is asked.kind)
        and (not asked.child or asked.child in record.children)
        and (not asked.open_only or still_to_enter(record, entered))
    ]


def children_in(records: Iterable[DecisionRecord]) -> list[str]:
    """List the children whom any record names."""
    return sorted({child for record in records for child in record.children})


def kinds_in(records: Iterable[DecisionRecord]) -> list[RecordKind]:
    """List the kinds of record there are, in the order of the kinds."""
    there = {record.kind for record in records}
    return [kind for kind in RecordKind if kind in there]


def log_rows(shown: Sequence[DecisionRecord], entered: Entries) -> list[Row]:
    """Give a row for each record."""
    return [
        {
            "Record": f"{record.sequence}. {title(decided_words(record))}",
            "Child": f"{', '.join(record.children)} (family {record.family})",
            "When": _when(record),
            "Why": _why(record),
            "By": record.user,
            "On CRIS": _on_cris(record, entered),
        }
        for record in shown
    ]


def _when(record: DecisionRecord) -> str:
    time = record.local_time
    return f"{full_day(time.date())}, {time:%H:%M}"


def _why(record: DecisionRecord) -> str:
    words = title(record.reason.words) if record.reason else ""
    text = _in_one_line(record.text)
    short = text if len(text) <= _MOST_OF_TEXT else f"{_begun(text)}..."
    return ": ".join(part for part in (words, short) if part)


def _begun(text: str) -> str:
    """Give as many whole words as there is room for."""
    return text[:_MOST_OF_TEXT].rsplit(" ", 1)[0]


def _in_one_line(text: str) -> str:
    """Set the lines apart, such as what was said of guard-rails from the reason itself."""
    return " · ".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _on_cris(record: DecisionRecord, entered: Entries) -> str:
    if record.kind is RecordKind.ENTERED:
        return "this says so"
    made = entered.get(record.sequence)
    if made is None or made.entered is None:
        return "not yet"
    return f"{full_day(made.entered)}, by {made.user}"


def option_words(record: DecisionRecord) -> str:
    """Say a record as one of a list."""
    return f"{record.sequence}: {', '.join(record.children)}, {decided_words(record)}"


def facts(record: DecisionRecord, entered: Entries) -> list[tuple[str, str]]:
    """Give one record in full, what is blank left out."""
    said = (
        ("Recorded", _when(record)),
        ("Decided by" if record.kind.decides else "By", record.user),
        ("Decided", movement(record)),
        ("Reason", title(record.reason.words) if record.reason else ""),
        ("In words", _in_one_line(record.text)),
        ("Rationale", record.rationale),
        ("Reviewed on", full_day(record.review) if record.review else ""),
        ("Consulted", "; ".join(record.consulted)),
        ("About record", str(record.about or "")),
        ("On CRIS", _on_cris(record, entered)),
        ("Policy", f"{record.policy} {record.policy_version}".strip()),
        ("Plan", record.plan_digest[:_HEAD]),
        ("Team data", record.scenario_digest[:_HEAD]),
        ("Digest of this record", record.digest),
    )
    return [(name, text) for name, text in said if text]


def open_words(records: Sequence[DecisionRecord]) -> str:
    """Say how many decisions and notes there are, and how many of each CRIS does not have yet."""
    entered = entries(records)
    said = [record for record in records if record.kind is not RecordKind.ENTERED]
    open_ = [record for record in said if still_to_enter(record, entered)]
    left = f"{_of_each_kind(open_)} not yet entered on CRIS." if open_ else "all entered on CRIS."
    return f"{_of_each_kind(said)} in the log; {left}"


def _of_each_kind(records: Sequence[DecisionRecord]) -> str:
    decisions = sum(record.kind.decides for record in records)
    notes = len(records) - decisions
    parts = ((decisions, "decision"), (notes, "note"))
    return " and ".join(counted(count, what) for count, what in parts if count)


def chain_words(head: Head, faults: Sequence[str]) -> list[str]:
    """Say whether the log is complete and unaltered, or what is wrong with it."""
    if faults:
        return ["Something is wrong with the log. Keep the file as it is.", *faults]
    if not head.count:
        return ["Nothing is recorded yet."]
    return [
        f"The log is complete and unaltered: {counted(head.count, 'record')}.",
        f"The last record has the digest {head.digest}. Written down elsewhere, as on a "
        "printout, it shows later that none was taken out at the end.",
    ]
