"""The page's door to the decision records: what was decided is added, read, checked, handed on.

No other page module speaks to the records, and every refusal leaves here in words.
"""

import tempfile
from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from planner.data.decision_record import DecisionEntry, DecisionRecord, Head
from planner.data.plan import Plan
from planner.data.record_kinds import RecordKind
from planner.errors import UsageFault
from planner.store import (
    Store,
    append,
    entered_on_cris,
    entry,
    export,
    head,
    of_plan,
    records,
    store_at,
    verify,
)
from planner.store.entry import check

T = TypeVar("T")

_ABOUT = (
    "children",
    "family",
    "unit",
    "plan_digest",
    "scenario_digest",
    "policy",
    "policy_version",
    "policy_digest",
)
# What the store says for the command line, as it is said on a page.
_ON_A_PAGE: Mapping[str, str] = {
    "Not recorded:": "",
    "planner records verify says why": "the check under the decision log says why",
    "planner records verify says more": "the check under the decision log says more",
    "; decisions can go to another with --store": "",
    ": say where with --store": "",
}


class Log(NamedTuple):
    """The records, oldest first; ``trouble`` says in words why they could not be read."""

    records: tuple[DecisionRecord, ...] = ()
    trouble: str = ""


class Checked(NamedTuple):
    """What the check of the chain found: nothing where the log is complete and unaltered."""

    head: Head
    faults: tuple[str, ...] = ()


def store() -> Store:
    """Name the user's own store.

    Raises
    ------
    UsageFault
        Where no data folder of this user is known.
    """
    return store_at()


def log() -> Log:
    """Read all records; a store that cannot be read says why and breaks no page."""
    try:
        return Log(_guarded(lambda: records(store())))
    except UsageFault as fault:
        return Log(trouble=" ".join(sentences(fault)))


def record(
    plan: Plan, *, kind: RecordKind, children: Collection[str], by: str, **more: object
) -> DecisionRecord:
    """Record one decision about one child or family of a plan; it is on the disk on return.

    ``more`` is ``to`` (the practitioner decided on, blank for awaiting) and the fields
    of an entry: ``reason``, ``text``, ``review``, ``consulted``, ``about``.

    Raises
    ------
    UsageFault
        With a sentence for everything that is missing or at odds; nothing was recorded then.
    """
    to = more.pop("to", None)
    said = entry(kind=kind, children=tuple(children), user=by.strip(), **more)
    filled = of_plan(said, plan, None if to is None else str(to))
    return _add(filled)


def enter(about: DecisionRecord, on: date, by: str) -> DecisionRecord:
    """Record that an earlier record was entered on CRIS; the planner itself never writes there.

    Raises
    ------
    UsageFault
        Where the day is still to come, or nobody is named.
    """
    return _add(entered_on_cris(about, on, by.strip()))


def note(about: DecisionRecord, text: str, by: str) -> DecisionRecord:
    """Add a note to an earlier record, which itself stays as it was.

    Raises
    ------
    UsageFault
        Where there are no words, or nobody is named.
    """
    kept = about.model_dump(include=set(_ABOUT))
    said = {"kind": RecordKind.NOTE, "about": about.sequence, "text": text, "user": by.strip()}
    return _add(entry(**kept, **said))


def check_chain(written_down: str = "") -> Checked:
    """Check that nothing recorded was altered, taken out or put in.

    ``written_down`` is the digest of the last record as somebody noted it elsewhere.

    Raises
    ------
    UsageFault
        Where the store cannot be read just now.
    """
    place = store()
    if not _guarded(lambda: place.there):
        return Checked(Head())
    faults = _guarded(lambda: verify(place, written_down))
    return Checked(Head() if faults else _guarded(lambda: head(place)), faults)


def exported(only: Collection[int] | None = None) -> bytes:
    """Give all records, or those numbered, as a table (CSV) for somebody else.

    Raises
    ------
    UsageFault
        Where there are none, or one cannot be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "decisions.csv"
        _guarded(lambda: export(store(), path, only))
        return path.read_bytes()


def sentences(fault: UsageFault) -> tuple[str, ...]:
    """Give what a refusal says, a sentence each, without words of the command line."""
    text = str(fault)
    for typed, shown in _ON_A_PAGE.items():
        text = text.replace(typed, shown)
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _add(said: DecisionEntry) -> DecisionRecord:
    check(said)
    return _guarded(lambda: append(store(), said))


def _guarded(work: Callable[[], T]) -> T:
    """Do it; where the disk itself refuses, say so as the store would."""
    try:
        return work()
    except OSError as error:
        raise UsageFault(
            f"The decision log cannot be reached: {error.strerror or error}."
        ) from error
