"""What a decision record may be about, and the coded reasons it may give.

Apart from the records themselves, so that the command line can list them
without loading anything.
"""

from collections.abc import Mapping
from enum import StrEnum


class RecordKind(StrEnum):
    """What was decided, or said later of a decision."""

    ACCEPTED = "accepted"
    OTHERWISE = "decided otherwise"
    DEALLOCATED = "de-allocated"
    PINNED = "pinned"
    CHANGED = "change of practitioner"
    NOTE = "note"
    ENTERED = "entered on CRIS"

    @property
    def option(self) -> str:
        """The name as it is typed on a command line, without spaces."""
        return self.value.replace(" ", "-")

    @property
    def decides(self) -> bool:
        """Whether it decides who holds a case; the others only speak of such a record."""
        return self not in (RecordKind.NOTE, RecordKind.ENTERED)

    @property
    def needs_reason(self) -> bool:
        """Whether a coded reason belongs to it."""
        return self.decides and self is not RecordKind.ACCEPTED


class ReasonCode(StrEnum):
    """Why a manager decided so."""

    RELATIONSHIP = "relationship"
    COURT = "court"
    CULTURAL = "cultural"
    RISK = "risk"
    SKILL = "skill"
    CAPACITY = "capacity"
    CONFLICT = "conflict"
    DIRECTED = "directed"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The reason in full, as it is shown and printed."""
        return _WORDS[self]


_WORDS: Mapping[ReasonCode, str] = {
    ReasonCode.RELATIONSHIP: "relationship or child's wish",
    ReasonCode.COURT: "court",
    ReasonCode.CULTURAL: "ACSASS/ACCO advice or cultural match",
    ReasonCode.RISK: "risk judgement",
    ReasonCode.SKILL: "skill or language",
    ReasonCode.CAPACITY: "practitioner capacity or wellbeing",
    ReasonCode.CONFLICT: "conflict or safety",
    ReasonCode.DIRECTED: "directed by senior delegate",
    ReasonCode.OTHER: "other",
}
