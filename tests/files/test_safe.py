"""The guard of the disk: links, pipes, sizes, encodings, and writing whole or not at all."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import Fault, UsageFault
from planner.files.safe import decode, neutral, plain, read_bytes, replacing


def message(found: bytes | str | Fault) -> str:
    """Give the words of what must be a fault."""
    assert isinstance(found, Fault)
    return found.message


@pytest.mark.parametrize(("size", "fits"), [(9, True), (10, True), (11, False)])
def test_size_limit(tmp_path: Path, size: int, fits: bool) -> None:
    """One under, exactly at, one over."""
    file = tmp_path / "a"
    file.write_bytes(b"x" * size)
    assert isinstance(read_bytes(file, tmp_path, most=10), bytes) is fits


def test_links_inside_are_followed_and_links_outside_refused(tmp_path: Path) -> None:
    """A link may only lead to where the manager could have put the file."""
    folder = tmp_path / "team"
    folder.mkdir()
    (tmp_path / "secret").write_text("x")
    (folder / "real").write_text("y")
    (folder / "inside").symlink_to(folder / "real")
    (folder / "outside").symlink_to(tmp_path / "secret")
    (folder / "circle").symlink_to(folder / "circle")
    assert read_bytes(folder / "inside", folder) == b"y"
    assert message(read_bytes(folder / "outside", folder)) == "leads outside the scenario folder"
    assert isinstance(read_bytes(folder / "circle", folder), Fault)
    assert isinstance(read_bytes(folder / "nul\0", folder), Fault)
    assert message(read_bytes(folder / ("x" * 300), folder)) == "cannot be read: File name too long"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Only regular files are opened; a pipe would wait for ever."""
    os.mkfifo(tmp_path / "cases.csv")
    assert message(read_bytes(tmp_path / "cases.csv", tmp_path)) == "is not a file"
    assert message(read_bytes(tmp_path, tmp_path)) == "is not a file"
    assert message(read_bytes(tmp_path / "none", tmp_path)) == "is missing"


def test_utf8_with_and_without_mark() -> None:
    """Spreadsheet programs write a mark; it is no part of the first heading."""
    assert decode("\ufeffchild".encode(), "a.csv") == decode(b"child", "a.csv") == "child"


@pytest.mark.parametrize(
    ("content", "row", "words"),
    [
        ("child\nZoë\n".encode("latin-1"), 2, "is not UTF-8 text; save it as CSV UTF-8"),
        ("child".encode("utf-16"), 1, "is not UTF-8 text; save it as CSV UTF-8"),
        (b"child\nC1\nC\x002\n", 3, "holds a NUL byte; it is not plain text"),
    ],
)
def test_other_encodings_are_refused_with_their_row(content: bytes, row: int, words: str) -> None:
    """The row is named, so that the letter can be found."""
    found = decode(content, "a.csv")
    assert isinstance(found, Fault)
    assert (found.row, found.message) == (row, words)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+61 3", "'+61 3"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("'=x", "''=x"),
        ("\uff1dx", "'\uff1dx"),
        ("C1", "C1"),
        ("", ""),
        ("O'Brien", "O'Brien"),
        ("'quoted'", "'quoted'"),
    ],
)
def test_what_could_be_a_formula_gets_an_apostrophe(text: str, written: str) -> None:
    """Every start that a spreadsheet reads as a formula, and none other."""
    assert neutral(text) == written
    assert plain(written) == text


@given(st.text())
def test_neutral_text_reads_back(text: str) -> None:
    """No text is lost or made another by the apostrophe."""
    assert plain(neutral(text)) == text
    assert neutral(text)[:1] not in tuple("=+-@\t\r\n")


def test_a_file_is_replaced_only_when_it_is_whole(tmp_path: Path) -> None:
    """A failure leaves the old file as it was and nothing beside it."""
    file = tmp_path / "plan.json"
    file.write_text("old")
    with pytest.raises(UnicodeEncodeError), replacing(file) as temporary:
        temporary.write_text("half\ud800", encoding="utf-8")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("plan.json", "old")]
    with replacing(file) as temporary:
        temporary.write_text("new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("plan.json", "new")]


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    """No trace for a mistyped path."""
    with (
        pytest.raises(UsageFault, match=r"Cannot write plan.json: No such file"),
        replacing(tmp_path / "none" / "plan.json") as temporary,
    ):
        temporary.write_text("x")
