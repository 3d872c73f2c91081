"""The chain: each record carries the digest of the one before, and its own."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple, Self

from pydantic import ValidationError

from planner.data.decision_record import DecisionEntry, DecisionRecord, Head
from planner.errors import UsageFault


class Row(NamedTuple):
    """One record as the database holds it; ``body`` is the text its digest is taken of."""

    sequence: int
    digest: str
    body: str

    @classmethod
    def of(cls, values: Iterable[object]) -> Self:
        """Take what a database gives; what should be text and is not is made so."""
        sequence, digest, body = values
        return cls(int(str(sequence)), str(digest), str(body))


def sealed(entry: DecisionEntry, head: Head, time: datetime) -> Row:
    """Make an entry the next record after the head of a chain."""
    sequence = head.count + 1
    fields = {
        **entry.model_dump(mode="json"),
        "sequence": sequence,
        "time": time.isoformat(),
        "previous": head.digest,
    }
    body = canonical(fields)
    return Row(sequence, fingerprint(body), body)


def canonical(fields: Mapping[str, object]) -> str:
    """Write fields as compact JSON with sorted names, in plain ASCII."""
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def fingerprint(body: str) -> str:
    """Give the SHA-256 of a record's text, as 64 hexadecimal digits."""
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def opened(row: Row) -> DecisionRecord:
    """Read a record.

    Raises
    ------
    UsageFault
        Where it was changed so that it can no longer be read.
    """
    try:
        return DecisionRecord.model_validate({**json.loads(row.body), "digest": row.digest})
    except (ValidationError, ValueError, TypeError) as error:
        raise UsageFault(
            f"Record {row.sequence} cannot be read; planner records verify says more."
        ) from error
