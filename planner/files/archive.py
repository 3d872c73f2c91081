"""A workbook looked at from outside, before any of it is unpacked by a parser."""

import io
import re
import zipfile
import zlib

from planner.errors import Fault

MOST_UNPACKED = 100_000_000
MOST_PARTS = 2_000
MOST_RATIO = 200
RATIO_FREE = 5_000_000
"""Below this size unpacked, a high ratio is only a small file that repeats itself."""

_MACROS = re.compile(r"(^|/)(vbaProject|vbaData|macrosheets)", re.IGNORECASE)
_MARKUP = (".xml", ".rels", ".vml")


def archive_fault(content: bytes, file: str) -> Fault | None:
    """Say why a workbook is not to be opened; ``None`` where nothing speaks against it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            message = _outside(archive.infolist()) or _inside(archive)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, ValueError, OSError):
        message = "is not an .xlsx workbook, or is damaged or locked with a password"
    return Fault(file, message=message) if message else None


def _outside(parts: list[zipfile.ZipInfo]) -> str:
    """Look at what the parts say of themselves, without unpacking one."""
    size = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > MOST_PARTS:
        return f"holds more than {MOST_PARTS} parts"
    if size > MOST_UNPACKED or (size > RATIO_FREE and size > MOST_RATIO * packed):
        return f"unpacks to {size // 1_000_000} MB, which is more than a team's tables"
    if any(_MACROS.search(part.filename) for part in parts):
        return "holds macros; save it as .xlsx without them"
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        return "is not an .xlsx workbook"
    return ""


def _inside(archive: zipfile.ZipFile) -> str:
    """Refuse markup that defines entities, which can grow beyond any size when parsed.

    Only plain UTF-8 markup is let through, so that no other encoding hides them.
    """
    for part in archive.infolist():
        if not part.filename.casefold().endswith(_MARKUP):
            continue
        markup = archive.read(part).removeprefix(b"\xef\xbb\xbf").lstrip()
        plain = markup.startswith(b"<") and b"\0" not in markup
        if not plain or b"<!DOCTYPE" in markup or b"<!ENTITY" in markup:
            return "holds markup that no spreadsheet program writes"
    return ""
