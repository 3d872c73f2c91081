"""The disk, with a guard: what may be opened, how much of it, and whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.errors import Fault, UsageFault

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 200


def read_bytes(path: Path, within: Path, most: int = MOST_BYTES) -> bytes | Fault:
    """Read a regular file that truly lies in a folder and is not too large.

    Links that lead outside the folder are refused, and so is anything that is
    not a file (reading from a pipe would wait for ever).
    """
    if not lies_within(path, within):
        return Fault(path.name, message="leads outside the scenario folder")
    try:
        if not path.is_file():
            return Fault(path.name, message="is not a file" if path.exists() else "is missing")
        with path.open("rb") as stream:
            content = stream.read(most + 1)
    except OSError as error:
        return Fault(path.name, message=f"cannot be read: {error.strerror}")
    if len(content) > most:
        return Fault(path.name, message=f"is larger than {most // 1_000_000} MB")
    return content


def lies_within(path: Path, folder: Path) -> bool:
    """Say whether a path lies in a folder once every link is followed."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        # A circle of links, or a name no file can have.
        return False


def decode(content: bytes, file: str) -> str | Fault:
    """Read bytes as UTF-8 text, with or without a byte order mark."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        message = "is not UTF-8 text; save it as CSV UTF-8"
        return Fault(file, row, value=f"byte {content[error.start]:#04x}", message=message)
    if "\0" in text:
        row = text.count("\n", 0, text.index("\0")) + 1
        return Fault(file, row, message="holds a NUL byte; it is not plain text")
    return text


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary name that takes the place of ``path`` once written.

    Where anything fails, nothing of it is left and what was at ``path`` before
    is untouched. Where the system can, the file has no name at all until it is
    whole, so that not even a process killed outright leaves a part of one.

    Raises
    ------
    UsageFault
        Where the folder cannot be written to.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
    unnamed = _unnamed(path.parent)
    try:
        if unnamed is None:
            yield temporary
        else:
            yield (nameless := Path(f"/proc/self/fd/{unnamed}"))
            os.link(nameless, temporary, src_dir_fd=unnamed, follow_symlinks=True)
        os.replace(temporary, path)
    except OSError as error:
        raise UsageFault(f"Cannot write {path.name}: {error.strerror or error}.") from error
    finally:
        temporary.unlink(missing_ok=True)
        if unnamed is not None:
            os.close(unnamed)


def write_page(text: str, path: Path) -> None:
    """Write a page to an .html file, whole or not at all.

    Raises
    ------
    UsageFault
        Where the name ends otherwise, or the file cannot be written.
    """
    if path.suffix.casefold() != ".html":
        raise UsageFault(f"{path.name} does not end in .html.")
    with replacing(path) as temporary:
        temporary.write_bytes(text.encode("utf-8", "replace"))


def _unnamed(folder: Path) -> int | None:
    """Open a file without a name in a folder; ``None`` where that cannot be done here."""
    flag = getattr(os, "O_TMPFILE", None)
    if flag is None or not Path("/proc/self/fd").is_dir():
        return None
    try:
        # Readable and writable as any new file: the user's own mask takes away from it.
        return os.open(folder, flag | os.O_WRONLY, 0o666)
    except OSError:
        return None


FORMULA_STARTS = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""First characters that make a spreadsheet read a text as a formula."""


def neutral(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet could read as a formula."""
    return f"'{text}" if _could_be_formula(text) else text


def plain(text: str) -> str:
    """Take the apostrophe that ``neutral`` put before a text away again."""
    return text[1:] if text.startswith("'") and _could_be_formula(text) else text


def _could_be_formula(text: str) -> bool:
    """Look past apostrophes, so that ``plain(neutral(text))`` is always ``text``."""
    return text.lstrip("'")[:1] in FORMULA_STARTS if text.lstrip("'") else False
