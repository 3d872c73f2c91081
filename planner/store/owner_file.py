"""A small file for the owner's eyes only, written whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path


def write_for_owner(path: Path, text: str) -> None:
    """Write a text in the place of what was there, its folder made where it is not there yet.

    Raises
    ------
    OSError
        Where the place cannot be written to; what was there stays as it was.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A temporary file is made for the owner's eyes only.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
