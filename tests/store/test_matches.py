"""How headings were matched: kept for the owner alone, and given back or nothing."""

import stat
from pathlib import Path

import pytest

from planner.data.match import Match
from planner.errors import UsageFault
from planner.store.matches import keep_match, kept_match, matches_folder

DIGEST = "ab" * 32
MATCH = Match(table="cases", columns={"child": 0, "label": -1})


def test_what_was_kept_is_given_back(tmp_path: Path) -> None:
    """For the same headings; for others there is nothing."""
    keep_match(DIGEST, MATCH, tmp_path / "headings")
    assert kept_match(DIGEST, tmp_path / "headings") == MATCH
    assert kept_match("cd" * 32, tmp_path / "headings") is None


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    """The file and the folder that was made for it."""
    keep_match(DIGEST, MATCH, tmp_path / "headings")
    (file,) = (tmp_path / "headings").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert file.name == f"{DIGEST}.json"


def test_it_lies_in_the_users_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without a folder named, where drafts and decisions lie too."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    keep_match(DIGEST, MATCH)
    assert matches_folder() == tmp_path / "allocation-planner" / "headings"
    assert kept_match(DIGEST) == MATCH


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "AB" * 32, "ab" * 31])
def test_a_name_that_is_no_digest_reaches_no_file(digest: str, tmp_path: Path) -> None:
    """Nothing is read or written by it."""
    assert kept_match(digest, tmp_path) is None
    with pytest.raises(UsageFault):
        keep_match(digest, MATCH, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_damaged_is_as_none(tmp_path: Path) -> None:
    """The manager is asked again; nothing fails."""
    (tmp_path / f"{DIGEST}.json").write_text('{"table": 7')
    assert kept_match(DIGEST, tmp_path) is None


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "headings").write_text("")
    with pytest.raises(UsageFault, match="could not be kept"):
        keep_match(DIGEST, MATCH, tmp_path / "headings")
