"""Where decision records are kept: the user's own data folder, or a place that was named."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from planner.errors import UsageFault

FOLDER = "allocation-planner"
FILE = "decisions.sqlite"


class Store(NamedTuple):
    """A place for decision records; ``file`` is ``None`` where it is a database server.

    ``own`` marks the place in the user's data folder, where nobody named one.
    """

    url: URL
    file: Path | None
    own: bool = False

    @property
    def name(self) -> str:
        """The place in words, without any password."""
        return str(self.file) if self.file else self.url.render_as_string(hide_password=True)

    @property
    def there(self) -> bool:
        """Whether anything is there to be read; of a server it is not known beforehand."""
        return self.file is None or self.file.exists()


def store_at(place: str | Path | None = None) -> Store:
    """Name a store by file or database address; without either, the user's own.

    Raises
    ------
    UsageFault
        Where the address cannot be read, or no data folder is known.
    """
    if place is None:
        return _file(data_folder(os.environ, sys.platform) / FILE, own=True)
    if isinstance(place, Path) or "://" not in place:
        return _file(Path(place))
    try:
        url = make_url(place)
    except ArgumentError as error:
        raise UsageFault("--store is neither a file nor the address of a database.") from error
    if url.get_backend_name() == "sqlite":
        return _file(Path(url.database or FILE))
    return Store(url, None)


def data_folder(environment: Mapping[str, str], platform: str) -> Path:
    """Give the folder that this kind of system keeps a user's application data in."""
    if platform == "win32":
        base = _absolute(environment.get("APPDATA")) or _home(environment) / "AppData" / "Roaming"
    elif platform == "darwin":
        base = _home(environment) / "Library" / "Application Support"
    else:
        # An address that is not absolute is to be ignored, says the convention.
        base = _absolute(environment.get("XDG_DATA_HOME")) or _home(environment) / ".local/share"
    return base / FOLDER


def make_place(store: Store) -> None:
    """Make the folder and an empty file for the owner's eyes only, where they are not there yet.

    Raises
    ------
    UsageFault
        Where they cannot be made.
    """
    if store.file is None:
        return
    try:
        _make_folder(store.file.parent, own=store.own)
        os.close(os.open(store.file, os.O_CREAT | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600))
    except OSError as error:
        raise UsageFault(
            f"Decisions cannot be recorded in {store.name}: {error.strerror}."
        ) from error


def _make_folder(folder: Path, *, own: bool) -> None:
    """Make the folder; one that a team shares keeps the rights it has, our own is made private."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if own and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)


def _file(path: Path, *, own: bool = False) -> Store:
    file = Path(os.path.abspath(path))
    return Store(URL.create("sqlite", database=str(file)), file, own)


def _absolute(text: str | None) -> Path | None:
    return Path(text) if text and Path(text).is_absolute() else None


def _home(environment: Mapping[str, str]) -> Path:
    for name in ("HOME", "USERPROFILE"):
        if home := environment.get(name):
            return Path(home)
    raise UsageFault("No data folder of this user is known: say where with --store.")
