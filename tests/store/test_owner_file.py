"""A file for the owner's eyes, whole or as it was before."""

import os
import stat
from pathlib import Path

import pytest

from planner.store import owner_file
from planner.store.owner_file import write_for_owner


def test_a_text_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """Also of a file that others could read: afterwards they cannot."""
    path = tmp_path / "new" / "a.json"
    write_for_owner(path, "one")
    path.chmod(0o644)
    write_for_owner(path, "two \N{SNOWMAN}")
    assert path.read_text(encoding="utf-8") == "two \N{SNOWMAN}"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_fails_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk goes away between writing and putting in place: the old text stands, alone."""
    path = tmp_path / "a.json"
    write_for_owner(path, "one")

    def gone(*_: object) -> None:
        raise OSError("gone")

    monkeypatch.setattr(owner_file.os, "replace", gone)
    with pytest.raises(OSError, match="gone"):
        write_for_owner(path, "two")
    assert os.listdir(tmp_path) == ["a.json"]
    assert path.read_text() == "one"
