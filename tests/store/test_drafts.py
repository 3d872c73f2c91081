"""Drafts are kept whole, for the owner alone, under an id that says nothing, for thirty days."""

import os
import time
from pathlib import Path

import pytest

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.draft import Draft, Saved
from planner.errors import UsageFault
from planner.store.drafts import (
    KEPT_DAYS,
    drafts_folder,
    drop_old_drafts,
    keep_draft,
    new_id,
    read_draft,
)
from tests.make import child, practitioner, scenario

GONE = Adjustment(kind=AdjustmentKind.REMOVE, practitioner="P1")
DAY = 24 * 3600


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    """Her own data, her what-if, what she saved and what a page noted: all of it."""
    draft = Draft(
        scenario=scenario([child("C1")], [practitioner("P1")]),
        changes=(GONE,),
        saved=(Saved(name="one", note="why", changes=(GONE,)),),
        undo=((), (GONE,)),
        notes={"guide": True},
    )
    kept = keep_draft(new_id(), draft, tmp_path)
    (path,) = tmp_path.iterdir()
    assert kept is not None
    assert read_draft(path.stem, tmp_path) == kept
    assert kept.model_copy(update={"revision": 0, "kept": None}) == draft


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    """The folder and the file are the owner's alone."""
    folder = tmp_path / "drafts"
    keep_draft(new_id(), Draft(team="steady"), folder)
    (path,) = folder.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    assert path.stat().st_mode & 0o077 == 0


def test_the_file_is_named_by_nothing_but_the_id(tmp_path: Path) -> None:
    """Two drafts of the same content have nothing in common in their names."""
    ids = [new_id() for _ in range(2)]
    for one in ids:
        keep_draft(one, Draft(changes=(GONE,)), tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(f"{one}.json" for one in ids)
    assert len(set(ids)) == 2


def test_a_draft_that_was_kept_elsewhere_since_is_not_overwritten(tmp_path: Path) -> None:
    """Of two tabs with the same draft the second is told, and nothing is written."""
    named = new_id()
    first = keep_draft(named, Draft(team="a"), tmp_path)
    assert first is not None
    other = keep_draft(named, first.model_copy(update={"team": "b"}), tmp_path)
    assert keep_draft(named, first.model_copy(update={"team": "c"}), tmp_path) is None
    assert read_draft(named, tmp_path) == other


@pytest.mark.parametrize(("days", "there"), [(KEPT_DAYS - 1, True), (KEPT_DAYS + 1, False)])
def test_a_draft_expires(tmp_path: Path, days: int, there: bool) -> None:
    """A day under thirty days it is read and stays, a day over it is neither."""
    named = new_id()
    keep_draft(named, Draft(team="a"), tmp_path)
    then = time.time() - days * DAY
    os.utime(tmp_path / f"{named}.json", (then, then))
    assert (read_draft(named, tmp_path) is not None) is there
    assert drop_old_drafts(tmp_path) == (0 if there else 1)
    assert (tmp_path / f"{named}.json").exists() is there


@pytest.mark.parametrize("named", ["", "short", "../../../../etc/passwd-padded-long", "a" * 65])
def test_what_is_no_id_names_no_file(tmp_path: Path, named: str) -> None:
    """Neither read nor written, wherever it points."""
    assert read_draft(named, tmp_path) is None
    with pytest.raises(UsageFault):
        keep_draft(named, Draft(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_is_no_draft(tmp_path: Path) -> None:
    """Half a file, or one of something else."""
    named = new_id()
    (tmp_path / f"{named}.json").write_text('{"team": ')
    assert read_draft(named, tmp_path) is None


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """Where a file stands in place of the folder."""
    (tmp_path / "drafts").write_text("")
    with pytest.raises(UsageFault, match="could not be kept"):
        keep_draft(new_id(), Draft(), tmp_path / "drafts")


def test_drafts_lie_in_the_users_own_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the decision records; without any there is nothing to drop."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert drafts_folder() == tmp_path / "allocation-planner" / "drafts"
    assert drop_old_drafts() == 0
