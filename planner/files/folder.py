"""A scenario folder as text: ``scenario.toml`` and the CSV files beside it."""

import csv
import io
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from planner.errors import Fault
from planner.files.safe import MOST_COLUMNS, MOST_ROWS, decode, plain, read_bytes
from planner.files.settings import read_toml
from planner.files.source import RawSettings, RawTable, Source
from planner.files.tables import TABLES

SETTINGS_FILE = "scenario.toml"
MOST_SETTINGS_BYTES = 1_000_000


def read_folder(folder: Path) -> Source:
    """Read every file of a scenario folder as text, with all faults of the files."""
    settings, faults = read_settings_file(folder)
    tables: list[RawTable] = []
    for table in TABLES:
        found = _read_csv_file(folder, table.name, table.file, table.needed)
        if isinstance(found, Fault):
            faults.append(found)
        elif found is not None:
            tables.append(found)
    faults += _misnamed_files(folder)
    return Source(folder.resolve().name, settings, tuple(tables), tuple(faults), folder)


def read_settings_file(folder: Path) -> tuple[RawSettings | None, list[Fault]]:
    """Read ``scenario.toml`` alone, as text."""
    content = read_bytes(folder / SETTINGS_FILE, within=folder, most=MOST_SETTINGS_BYTES)
    if isinstance(content, Fault):
        return None, [content]
    text = decode(content, SETTINGS_FILE)
    if isinstance(text, Fault):
        return None, [text]
    return read_toml(text, SETTINGS_FILE)


def _read_csv_file(folder: Path, name: str, file: str, needed: bool) -> RawTable | Fault | None:
    path = folder / file
    if not needed and not path.exists() and not path.is_symlink():
        return None
    content = read_bytes(path, within=folder)
    if isinstance(content, Fault):
        return content
    text = decode(content, file)
    if isinstance(text, Fault):
        return text
    return read_csv(name, file, text)


def read_csv(name: str, file: str, text: str, between: str = ",") -> RawTable | Fault:
    """Part a text into rows and cells; a quotation mark that is never closed is a fault."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            if number > MOST_ROWS + 1:
                return Fault(file, number, message=f"has more than {MOST_ROWS} rows")
            if len(cells) > MOST_COLUMNS:
                return Fault(file, number, message=f"has more than {MOST_COLUMNS} columns")
            rows.append((number, tuple(_clean(cell) for cell in cells)))
    except csv.Error as error:
        return Fault(file, len(rows) + 1, message=f"cannot be read as CSV: {error}")
    return RawTable(name, file, tuple(rows))


def _clean(cell: str) -> str:
    return plain(cell.strip().replace("\r\n", "\n"))


def _misnamed_files(folder: Path) -> Iterator[Fault]:
    """Name files that look like a table with a slip in its name, which would be left out."""
    known = [table.file for table in TABLES]
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    for name in names:
        near = get_close_matches(name.casefold(), known, n=1, cutoff=0.8)
        if near and name not in known and name.casefold().endswith(".csv"):
            yield Fault(name, message=f"is not a file of a scenario; did you mean {near[0]}?")
