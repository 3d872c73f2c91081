"""Drafts: what a manager is trying out, kept for her eyes only and for thirty days.

A draft is one file in the user's data folder, named by an opaque id that says
nothing of anybody. Whoever has the id has the draft, so ids cannot be guessed.
"""

import contextlib
import os
import re
import secrets
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import ValidationError

from planner.data.draft import Draft
from planner.errors import UsageFault
from planner.store.owner_file import write_for_owner
from planner.store.place import data_folder

FOLDER = "drafts"
KEPT_DAYS = 30
_ID = re.compile(r"[A-Za-z0-9_-]{22,64}")


def drafts_folder() -> Path:
    """Name the folder of drafts; it need not be there yet."""
    return data_folder(os.environ, sys.platform) / FOLDER


def new_id() -> str:
    """Give an id that nobody can guess and that says nothing."""
    return secrets.token_urlsafe(16)


def keep_draft(draft_id: str, draft: Draft, folder: Path | None = None) -> Draft | None:
    """Keep a draft whole or not at all, and give it as it was kept.

    ``None`` where somebody kept it since this one was read: then nothing is written.

    Raises
    ------
    UsageFault
        Where the id is none, or the place cannot be written to.
    """
    path = _path(draft_id, folder)
    before = read_draft(draft_id, folder)
    if before is not None and before.revision != draft.revision:
        return None
    kept = draft.model_copy(update={"revision": draft.revision + 1, "kept": datetime.now(UTC)})
    try:
        write_for_owner(path, kept.model_dump_json(exclude_defaults=True))
    except OSError as error:
        raise UsageFault(f"The draft could not be kept: {error.strerror}.") from error
    return kept


def read_draft(draft_id: str, folder: Path | None = None) -> Draft | None:
    """Read a draft; ``None`` where there is none, it is too old, or it cannot be read."""
    if not _ID.fullmatch(draft_id):
        return None
    path = _path(draft_id, folder)
    try:
        if _too_old(path):
            return None
        return Draft.model_validate_json(path.read_bytes())
    except (OSError, ValidationError, UsageFault):
        return None


def drop_old_drafts(folder: Path | None = None) -> int:
    """Drop every draft that was last kept more than thirty days ago; say how many."""
    dropped = 0
    try:
        found = [*(folder or drafts_folder()).iterdir()]
    except (OSError, UsageFault):
        return 0
    for path in found:
        with contextlib.suppress(OSError):
            if path.is_file() and _too_old(path):
                path.unlink()
                dropped += 1
    return dropped


def _too_old(path: Path) -> bool:
    last = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return datetime.now(UTC) - last > timedelta(days=KEPT_DAYS)


def _path(draft_id: str, folder: Path | None) -> Path:
    if not _ID.fullmatch(draft_id):
        raise UsageFault("This is not the id of a draft.")
    return (folder or drafts_folder()) / f"{draft_id}.json"
