"""What a manager brings herself: pasted rows, and files looked at before they are read.

Nothing is opened by its name alone: size, kind and what a workbook unpacks to
are looked at first, and whatever speaks against a file is said in words.
"""

from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from planner.errors import Fault
from planner.files.archive import archive_fault
from planner.files.folder import read_csv
from planner.files.safe import MOST_COLUMNS, MOST_ROWS, decode
from planner.files.source import RawTable

MOST_MEGABYTES = 5
MOST_BYTES = MOST_MEGABYTES * 1024 * 1024
PASTED = "Pasted rows"

_ENDINGS = (".xlsx", ".csv")
_REFUSED = {
    ".xlsm": "can hold macros; save it as .xlsx",
    ".xltm": "can hold macros; save it as .xlsx",
    ".xlsb": "is a binary workbook; save it as .xlsx",
    ".xls": "is a workbook of the old kind; save it as .xlsx",
    ".ods": "is not an .xlsx workbook; save it as .xlsx",
}
_ARCHIVE, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_BETWEEN = ("\t", ";", ",")
_LINES_LOOKED_AT = 20


class Brought(NamedTuple):
    """One table as it was brought, under the manager's own headings.

    ``raw.table`` is the name of its sheet or file, ``raw.file`` where it came
    from in words. ``faults`` belong to single cells, such as formulas.
    """

    raw: RawTable
    faults: tuple[Fault, ...] = ()


class Bringing(NamedTuple):
    """What came of one file or paste: its tables, and what had to be refused."""

    tables: tuple[Brought, ...] = ()
    refused: tuple[Fault, ...] = ()


def bring_file(name: str, content: bytes) -> Bringing:
    """Read a file that was handed over, or say why it is not to be read."""
    file = PurePath(name.replace("\\", "/")).name[:100] or "file"
    fault = _outside(file, content)
    if fault:
        return Bringing(refused=(fault,))
    if file.casefold().endswith(".csv"):
        text = decode(content, file)
        if isinstance(text, Fault):
            return Bringing(refused=(text,))
        return _brought(_parted(PurePath(file).stem, file, text))
    return _workbook(file, content)


def bring_text(text: str) -> Bringing:
    """Read rows that were pasted: parted by tabs, as spreadsheets copy them, or by commas."""
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        return Bringing(refused=(_too_large(PASTED),))
    if not text.strip():
        return Bringing(refused=(Fault(PASTED, message="hold nothing yet"),))
    return _brought(_parted("", PASTED, text.lstrip("\ufeff").replace("\0", "")))


def _outside(file: str, content: bytes) -> Fault | None:
    """Look at name, size and first bytes; what is inside is looked at afterwards."""
    ending = PurePath(file).suffix.casefold()
    if ending in _REFUSED:
        return Fault(file, message=_REFUSED[ending])
    if ending not in _ENDINGS:
        return Fault(file, message=f"is neither {' nor '.join(_ENDINGS)}")
    if len(content) > MOST_BYTES:
        return _too_large(file)
    if not content.strip():
        return Fault(file, message="is empty")
    is_archive = content.startswith(_ARCHIVE)
    if ending == ".csv" and (is_archive or content.startswith(_OLD_WORKBOOK)):
        return Fault(file, message="is a workbook under the name of a CSV file; save it as .csv")
    if ending == ".xlsx" and not is_archive:
        return Fault(file, message="is not an .xlsx workbook, or is locked with a password")
    return None


def _too_large(file: str) -> Fault:
    return Fault(file, message=f"is larger than {MOST_MEGABYTES} MB")


def _workbook(file: str, content: bytes) -> Bringing:
    fault = archive_fault(content, file)
    if fault:
        return Bringing(refused=(fault,))
    # Imported here: most teams are folders, and it takes long to load.
    from planner.files.workbook import read_any_sheets

    tables, faults = read_any_sheets(content, file)
    whole = [fault for fault in faults if not fault.column]
    cut = {fault.file for fault in whole}
    kept = tuple(
        Brought(raw, tuple(f for f in faults if f.column and f.file == raw.file))
        for raw in tables
        if raw.file not in cut
    )
    if not kept and not whole:
        whole.append(Fault(file, message="holds no rows"))
    return Bringing(kept, tuple(whole))


def _brought(found: RawTable | Fault) -> Bringing:
    if isinstance(found, Fault):
        return Bringing(refused=(found,))
    return Bringing((Brought(found),))


def _parted(name: str, file: str, text: str) -> RawTable | Fault:
    """Part a text at the sign that its first lines use most; a tab goes first."""
    first = "\n".join(text.splitlines()[:_LINES_LOOKED_AT])
    between = max(_BETWEEN, key=lambda sign: (sign == "\t" and sign in first, first.count(sign)))
    found = read_csv(name, file, text, between)
    if isinstance(found, Fault) and between == "\t":
        return _without_quotation(name, file, text)
    return found


def _without_quotation(name: str, file: str, text: str) -> RawTable | Fault:
    """Part copied rows in which a quotation mark is only a quotation mark."""
    lines = text.splitlines()
    if len(lines) > MOST_ROWS + 1:
        return Fault(file, MOST_ROWS + 2, message=f"has more than {MOST_ROWS} rows")
    rows = tuple(_split(lines))
    if any(len(cells) > MOST_COLUMNS for _, cells in rows):
        return Fault(file, message=f"has more than {MOST_COLUMNS} columns")
    return RawTable(name, file, rows)


def _split(lines: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, line in enumerate(lines, start=1):
        yield number, tuple(cell.strip() for cell in line.split("\t"))
