"""Killed in mid-write: what was acknowledged is there, and the chain holds."""

import random
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from planner.store import append, records, store_at, verify
from tests.store.keeping import note

_WRITER = """
import sys
from planner.store import append, store_at
from tests.store.keeping import note
store = store_at(sys.argv[1])
print("ready", flush=True)
while True:
    print(append(store, note("x" * 3000)).digest, flush=True)
"""


A_FIRST_TAKES = 0.1
"""Seconds, about; a writer that is not heard first is killed while it makes its store."""


def _killed(file: Path, heard: int, chance: random.Random) -> list[str]:
    """Kill a writer at a random moment of a record; give the digests that were acknowledged.

    It is let write ``heard`` records first, which tells how long one takes.
    """
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(file)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    start = time.monotonic()
    said = [writer.stdout.readline() for _ in range(heard)]
    one_takes = (time.monotonic() - start) / heard if heard else A_FIRST_TAKES
    time.sleep(chance.uniform(0, 1.5 * one_takes))
    writer.kill()
    said += writer.communicate()[0].splitlines(keepends=True)
    assert writer.returncode == -9
    # A line cut short was not heard to its end, so it acknowledges nothing.
    return [line.strip() for line in said if line.endswith("\n")]


class _Told(NamedTuple):
    """How many records there are after all kills, and how many of the kills were in mid-write."""

    records: int
    in_mid_write: int


def _kills(file: Path, count: int, seed: int) -> _Told:
    """Kill a writer again and again at random moments; look after each at what is there."""
    chance, store = random.Random(seed), store_at(file)
    acknowledged: list[str] = []
    there: list[str] = []
    in_mid_write = 0
    for _ in range(count):
        acknowledged += _killed(file, chance.randrange(3), chance)
        in_mid_write += file.with_name(f"{file.name}-journal").exists()
        there = [record.digest for record in records(store)]
        assert [digest for digest in there if digest in set(acknowledged)] == acknowledged
        # One at most of each writer was kept and not heard of.
        assert len(there) <= len(acknowledged) + count
        assert [fault for fault in verify(store) if "nothing could be" not in fault] == []
    return _Told(len(there), in_mid_write)


def test_a_few_kills_lose_nothing(tmp_path: Path) -> None:
    """The store is written on with after each."""
    file = tmp_path / "d.sqlite"
    there = _kills(file, 3, seed=1).records
    assert append(store_at(file), note()).sequence == there + 1


@pytest.mark.long
def test_a_hundred_and_twenty_kills_lose_nothing(tmp_path: Path) -> None:
    """Four stores, thirty kills each, so that the making of a store is hit too."""
    told = [_kills(tmp_path / f"{number}.sqlite", 30, seed=number) for number in range(4)]
    assert sum(one.records for one in told) > 100
    assert sum(one.in_mid_write for one in told) > 5
