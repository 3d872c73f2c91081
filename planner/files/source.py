"""What both doors, folder and workbook, hand on: tables of text, and settings of text."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from planner.errors import Fault

Words = Mapping[str, str]
"""Settings as text, by name."""


class RawTable(NamedTuple):
    """A table as text; ``rows`` are numbered as a spreadsheet shows them, headings first."""

    table: str
    file: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


class RawSettings(NamedTuple):
    """The settings of a scenario as text, section by section."""

    file: str
    scenario: Words = {}
    limits: Words = {}
    bases: Words = {}
    columns: Mapping[str, Words] = {}
    adjust: tuple[Words, ...] = ()


class Source(NamedTuple):
    """A scenario as text, and every fault met so far.

    ``settings`` is ``None`` where they could not be read at all. ``folder`` is
    where a policy file of the scenario lies; ``None`` for a workbook.
    """

    name: str
    settings: RawSettings | None
    tables: tuple[RawTable, ...]
    faults: tuple[Fault, ...]
    folder: Path | None = None
