"""Records as a file for somebody else: a table, or lines that can be checked one by one."""

import csv
import io
import json
import os
import secrets
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from planner.data.decision_record import DecisionRecord
from planner.errors import UsageFault
from planner.store.chain import Row, canonical, opened
from planner.store.place import Store
from planner.store.read import rows

FORMULA_STARTS = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""First characters that make a spreadsheet read a text as a formula, as in ``planner.files``."""


def export(store: Store, path: Path, only: Collection[int] | None = None) -> int:
    """Write all records or those numbered, and say how many; the ending is the format.

    In .jsonl each line is one record: without its digest, written compactly
    with sorted names, it is the text that the digest was taken of. In .csv
    each row is one, and texts that could be read as formulas get an apostrophe.

    Raises
    ------
    UsageFault
        Where the ending is another, or a file cannot be read or written; then
        nothing is left behind, and a file that was there stays as it was.
    """
    write = {".jsonl": _lines, ".csv": _table}.get(path.suffix.casefold())
    if write is None:
        raise UsageFault(f"{path.name} is neither .jsonl nor .csv.")
    every = [row for row in rows(store) if only is None or row.sequence in only]
    if not every:
        raise UsageFault("No decision is recorded: nothing was written.")
    _put(path, write(every))
    return len(every)


def _lines(every: Sequence[Row]) -> bytes:
    # Read first, so that a record nobody can read is not handed on as one.
    whole = [(opened(row), {**json.loads(row.body), "digest": row.digest}) for row in every]
    return "".join(f"{canonical(fields)}\n" for _, fields in whole).encode("ascii")


def _table(every: Sequence[Row]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    names = list(DecisionRecord.model_fields)
    writer.writerow(names)
    for row in every:
        fields: Mapping[str, object] = opened(row).model_dump(mode="json")
        writer.writerow(_cell(fields[name]) for name in names)
    # The mark at the start makes spreadsheet programs read names as UTF-8.
    return stream.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    text = ";".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return f"'{text}" if text.lstrip("'")[:1] in FORMULA_STARTS and text.lstrip("'") else text


def _put(path: Path, content: bytes) -> None:
    """Write a file for the owner's eyes only, whole or not at all."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
    try:
        opener = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(opener, "wb") as stream:
            stream.write(content)
            os.fsync(stream.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise UsageFault(f"Cannot write {path.name}: {error.strerror or error}.") from error
    finally:
        temporary.unlink(missing_ok=True)
