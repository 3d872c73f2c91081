"""Settings with types: each section of a settings file read like one row of a table."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.errors import Fault
from planner.files.cells import Cell, Column, Kind, Problem, read_cell
from planner.files.headings import unknown_targets
from planner.files.source import RawSettings, Words
from planner.files.suggest import nearest
from planner.files.tables import LIMITS, SCENARIO, TABLES, Table, table


class Section(NamedTuple):
    """One section that was read: its settings by name, and what was wrong with it."""

    cells: dict[str, Cell]
    faults: tuple[Fault, ...]


class Settings(NamedTuple):
    """All settings of a scenario but its adjustments."""

    scenario: dict[str, Cell]
    limits: dict[str, Cell]
    bases: dict[str, Cell]
    faults: tuple[Fault, ...]


def read_settings(raw: RawSettings) -> Settings:
    """Read the settings of a scenario that stands on its own."""
    scenario = read_section(raw.scenario, SCENARIO, raw.file, "")
    limits = read_section(raw.limits, LIMITS, raw.file, "limits.")
    bases = _read_bases(raw.bases, raw.file)
    maps = tuple(_map_faults(raw))
    faults = (*scenario.faults, *limits.faults, *bases.faults, *maps)
    return Settings(scenario.cells, limits.cells, bases.cells, faults)


def read_section(words: Words, spec: Table, file: str, prefix: str) -> Section:
    """Read the settings of one section; blank ones keep their default."""
    cells: dict[str, Cell] = {}
    faults: list[Fault] = []
    for name, text in words.items():
        if name not in spec.names:
            message = f"is not a setting{nearest(name, spec.names)}"
            faults.append(Fault(file, column=f"{prefix}{name}", message=message))
            continue
        found = _read(spec.column(name), text, f"{prefix}{name}", file)
        if isinstance(found, Fault):
            faults.append(found)
        elif found is not None:
            cells[name] = found
    faults += _left_out(words, spec, file, prefix)
    return Section(cells, tuple(faults))


def _read(column: Column, text: str, place: str, file: str) -> Cell | Fault | None:
    if not text:
        return Fault(file, column=place, message="is blank") if column.filled else None
    found = read_cell(column, text)
    if isinstance(found, Problem):
        return Fault(file, None, place, text, found.message, column.allowed)
    return found


def _left_out(words: Words, spec: Table, file: str, prefix: str) -> Iterator[Fault]:
    for column in spec.columns:
        if column.heading_needed and column.name not in words:
            yield Fault(file, column=f"{prefix}{column.name}", message="is missing")


_ZONE = Column(name="zone", kind=Kind.TEXT)


def _read_bases(words: Words, file: str) -> Section:
    cells: dict[str, Cell] = {}
    faults: list[Fault] = []
    for team, text in words.items():
        found = _read(_ZONE, text, f"bases.{team}", file)
        if isinstance(found, Fault):
            faults.append(found)
        elif found is not None:
            cells[team.strip()] = found
    return Section(cells, tuple(faults))


def _map_faults(raw: RawSettings) -> Iterator[Fault]:
    """Name heading maps of unknown tables, and their entries that lead nowhere."""
    known = tuple(spec.name for spec in TABLES)
    for name, own in raw.columns.items():
        if name in known:
            yield from unknown_targets(own, table(name), raw.file)
        else:
            message = f"is not a table{nearest(name, known)}"
            yield Fault(raw.file, column=f"columns.{name}", message=message)
