"""How a manager's headings were matched, kept on her machine so that it is asked once.

A file for each set of headings, named by their digest. It holds places and
our own column names: neither a heading of hers nor anything of a case.
"""

import os
import re
import sys
from pathlib import Path

from pydantic import ValidationError

from planner.data.match import Match
from planner.errors import UsageFault
from planner.store.owner_file import write_for_owner
from planner.store.place import data_folder

FOLDER = "headings"
_DIGEST = re.compile(r"[0-9a-f]{64}")


def matches_folder() -> Path:
    """Name the folder of matches; it need not be there yet."""
    return data_folder(os.environ, sys.platform) / FOLDER


def keep_match(digest: str, match: Match, folder: Path | None = None) -> None:
    """Keep how a set of headings was matched, whole or not at all, for the owner's eyes only.

    Raises
    ------
    UsageFault
        Where the digest is none, or the place cannot be written to.
    """
    path = _path(digest, folder)
    try:
        write_for_owner(path, match.model_dump_json())
    except OSError as error:
        raise UsageFault(f"The matching could not be kept: {error.strerror}.") from error


def kept_match(digest: str, folder: Path | None = None) -> Match | None:
    """Give how these headings were matched before; ``None`` where they never were."""
    try:
        return Match.model_validate_json(_path(digest, folder).read_bytes())
    except (OSError, ValidationError, UsageFault):
        return None


def _path(digest: str, folder: Path | None) -> Path:
    if not _DIGEST.fullmatch(digest):
        raise UsageFault("This is not the digest of a set of headings.")
    return (folder or matches_folder()) / f"{digest}.json"
