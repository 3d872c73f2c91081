"""Decision records in the words that every door shows: what was decided, is it on CRIS."""

from collections.abc import Iterable, Mapping

from planner.data.decision_record import DecisionRecord
from planner.data.record_kinds import RecordKind

Entries = Mapping[int, DecisionRecord]
"""The latest entry on CRIS of each record that has one, by the record's number."""

_AWAITING = "awaiting allocation"


def entries(records: Iterable[DecisionRecord]) -> Entries:
    """Find which records were entered on CRIS; of several entries the last stands."""
    made = (record for record in records if record.kind is RecordKind.ENTERED)
    return {record.about: record for record in made if record.about is not None}


def still_to_enter(record: DecisionRecord, entered: Entries) -> bool:
    """Say whether a record is not entered on CRIS yet, as far as this log knows."""
    return record.kind is not RecordKind.ENTERED and record.sequence not in entered


def decided_words(record: DecisionRecord) -> str:
    """Say in a few words what was decided."""
    if record.kind is RecordKind.ENTERED:
        return f"{record.kind.value}: record {record.about}"
    if not record.kind.decides:
        return f"{record.kind.value} on record {record.about}" if record.about else "note"
    return f"{record.kind.value}: {movement(record)}"


def movement(record: DecisionRecord) -> str:
    """Say from whom to whom a case goes; blank where nothing was decided."""
    if not record.kind.decides:
        return ""
    before, after = record.practitioner_before, record.practitioner_after
    if before == after:
        return f"stays with {after}" if after else f"goes on {_AWAITING}"
    return f"{before or _AWAITING} to {after or _AWAITING}"
