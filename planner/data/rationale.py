"""The record of why one child was de-allocated: what is known, what was given, what is blank."""

from datetime import date

from planner.data.deallocation import RationaleId
from planner.data.record import Record


class Consultation(Record):
    """Somebody who was consulted, in which role and on which day."""

    role: str
    name: str = ""
    dated: date


class Given(Record):
    """What the manager gives to the record; everything left out stays a blank to fill in."""

    reason: str = ""
    by: str = ""
    views: str = ""
    review: date | None = None
    consulted: tuple[Consultation, ...] = ()


class Entry(Record):
    """One line of the record.

    ``source`` says where ``text`` comes from. ``blank`` is what is still asked
    of the manager; the planner never fills it in.
    """

    label: str
    text: str = ""
    source: str = ""
    blank: str = ""


class Part(Record):
    """One part of the record under its heading, with the paragraph that asks for it."""

    id: RationaleId
    heading: str
    paragraph: str
    entries: tuple[Entry, ...]


class Rationale(Record):
    """The record of one de-allocation, to be entered in the case system by the manager.

    ``not_recorded`` is its first line; ``proven`` is false where there was no
    time to find out what duty could do.
    """

    title: str
    not_recorded: str
    child: str
    scenario: str
    as_at: date
    policy: str
    policy_version: str
    parts: tuple[Part, ...]
    proven: bool = True

    def part(self, wanted: RationaleId) -> Part:
        """Give one part; ``KeyError`` where there is none."""
        for part in self.parts:
            if part.id is wanted:
                return part
        raise KeyError(wanted)
