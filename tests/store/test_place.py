"""Where records are kept: the user's own folder, for the owner's eyes only, or a named place."""

import os
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from planner.errors import UsageFault
from planner.store import Store, append, export, head, records, store_at, verify
from planner.store.place import data_folder
from tests.store.keeping import kept, note

NOBODY = 65534


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"HOME": "/h"}, "/h/.local/share/allocation-planner"),
        ("linux", {"HOME": "/h", "XDG_DATA_HOME": "/d"}, "/d/allocation-planner"),
        ("linux", {"HOME": "/h", "XDG_DATA_HOME": "d"}, "/h/.local/share/allocation-planner"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Application Support/allocation-planner"),
        ("win32", {"APPDATA": "/a"}, "/a/allocation-planner"),
        ("win32", {"USERPROFILE": "/u"}, "/u/AppData/Roaming/allocation-planner"),
    ],
)
def test_each_system_has_its_own_data_folder(
    platform: str, environment: dict[str, str], folder: str
) -> None:
    """As the conventions of each have it; a data home that is not absolute is ignored."""
    assert data_folder(environment, platform) == Path(folder)


def test_without_a_data_folder_one_must_be_named() -> None:
    """Nothing is guessed."""
    with pytest.raises(UsageFault, match="say where with --store"):
        data_folder({}, "linux")


def test_folder_and_file_are_the_owners_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made so, and our own folder made so again where it was not."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    ours = tmp_path / "allocation-planner"
    ours.mkdir(mode=0o755)
    append(store_at(), note())
    file = ours / "decisions.sqlite"
    assert (_mode(ours), _mode(file)) == (0o700, 0o600)
    copy = tmp_path / "copy.csv"
    export(store_at(), copy)
    assert _mode(copy) == 0o600
    assert [path.name for path in ours.iterdir()] == [file.name]


def test_a_named_folder_keeps_its_rights(tmp_path: Path) -> None:
    """A team may share a folder; one that was not there is made for the owner alone."""
    shared = tmp_path / "allocation-planner"
    shared.mkdir(mode=0o755)
    shared.chmod(0o755)
    append(store_at(shared / "d.sqlite"), note())
    append(store_at(tmp_path / "new" / "d.sqlite"), note())
    assert (_mode(shared), _mode(tmp_path / "new")) == (0o755, 0o700)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_an_address_of_a_file_is_that_file(tmp_path: Path) -> None:
    """``sqlite:///`` is the long way to say a file; a relative one lies where we are."""
    file = tmp_path / "d.sqlite"
    assert store_at(f"sqlite:///{file}") == store_at(file) == store_at(str(file))
    assert store_at("d.sqlite").file == Path.cwd() / "d.sqlite"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("://", "neither a file nor the address"),
        ("nosuch://user:secret@host/db", "There is no driver for nosuch"),
    ],
)
def test_an_address_of_nothing_known_is_refused(place: str, words: str) -> None:
    """In words, and without the password."""
    with pytest.raises(UsageFault, match=words) as refused:
        records(store_at(place))
    assert "secret" not in str(refused.value)
    assert "://" not in place[3:] or "secret" not in store_at(place).name


def _text(folder: Path) -> Path:
    file = folder / "notes.txt"
    file.write_text("Not a database, but long enough to be one. " * 50)
    return file


def _database(folder: Path) -> Path:
    file = folder / "other.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE cats (name TEXT)")
    return file


def _cut(folder: Path) -> Path:
    file = kept(folder).file
    assert file is not None
    file.write_bytes(file.read_bytes()[:5000])
    return file


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_text, "is not a store of decision records."),
        (_database, "is a database, but not a store of decision records."),
        (_cut, "is damaged: the file of the database does not hold together."),
    ],
)
def test_what_is_no_store_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], Path], words: str
) -> None:
    """To append, to read and to verify; not a byte of it is changed."""
    file = make(tmp_path)
    before, store = file.read_bytes(), store_at(file)
    for ask in (lambda: append(store, note()), lambda: records(store), lambda: head(store)):
        with pytest.raises(UsageFault) as refused:
            ask()
        assert str(refused.value).endswith(words)
    assert any(fault.endswith(words) or "damaged" in fault for fault in verify(store))
    assert file.read_bytes() == before


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    """Neither to write to nor to read from."""
    with pytest.raises(UsageFault, match="Is a directory"):
        append(store_at(tmp_path), note())
    with pytest.raises(UsageFault, match="cannot be opened"):
        records(store_at(tmp_path))


@contextmanager
def _read_only() -> Iterator[Path]:
    """Give a folder that we may enter and not write to, whoever runs the tests."""
    root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = kept(folder, 2)
        assert store.file is not None
        store.file.chmod(0o444)
        folder.chmod(0o555)
        try:
            if root:
                os.seteuid(NOBODY)
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o700)


def test_a_place_that_may_only_be_read_is_read() -> None:
    """Records are shown and verified from it, and nothing is recorded there."""
    with _read_only() as folder:
        store, new = store_at(folder / "decisions.sqlite"), store_at(folder / "new.sqlite")
        assert (len(records(store)), verify(store)) == (2, ())
        for place in (store, new, store_at(folder / "sub" / "d.sqlite")):
            with pytest.raises(UsageFault, match=r"cannot be recorded in .*: Permission denied"):
                append(place, note())
        with pytest.raises(UsageFault, match=r"Cannot write out.csv: Permission denied"):
            export(store, folder / "out.csv")
        assert [path.name for path in folder.iterdir()] == ["decisions.sqlite"]


def test_another_program_that_writes_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And where it does not end, that is said, and nothing was recorded."""
    monkeypatch.setattr("planner.store.connect.WAIT_SECONDS", 0.1)
    store: Store = kept(tmp_path, 1)
    assert store.file is not None
    with closing(sqlite3.connect(store.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UsageFault, match="being written to by another program; try again"):
            append(store, note())
        assert len(records(store)) == 1
        other.execute("ROLLBACK")
    assert append(store, note()).sequence == 2
