"""Settings as text, from ``scenario.toml`` or from the first sheet of a workbook."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

from planner.errors import Fault
from planner.files.source import RawSettings, RawTable, Words
from planner.files.suggest import nearest
from planner.files.tables import SCENARIO

SECTIONS = ("limits", "bases", "columns")


def read_toml(text: str, file: str) -> tuple[RawSettings | None, list[Fault]]:
    """Read the text of ``scenario.toml``; every value becomes text again."""
    try:
        content = tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError, ArithmeticError) as error:
        return None, [_toml_fault(file, error)]
    return _from_mapping(content, file)


def _toml_fault(file: str, error: Exception) -> Fault:
    where = re.search(r"\(at line (\d+), column \d+\)", str(error))
    row = int(where.group(1)) if where else None
    words = re.sub(r" \(at .*\)$", "", str(error).splitlines()[0] if str(error) else "")
    return Fault(file, row, message=f"cannot be read as TOML: {words or type(error).__name__}")


def _from_mapping(content: Mapping[str, object], file: str) -> tuple[RawSettings, list[Fault]]:
    """Sort the content of a settings file into its sections."""
    faults = list(_unknown_sections(content, file))
    scenario = {name: value for name, value in content.items() if name not in (*SECTIONS, "adjust")}
    settings = RawSettings(
        file,
        scenario=_words(scenario, file, "", faults),
        limits=_section(content, "limits", file, faults),
        bases=_section(content, "bases", file, faults),
        columns=_heading_maps(content.get("columns", {}), file, faults),
        adjust=_adjustments(content.get("adjust", []), file, faults),
    )
    return settings, faults


def _unknown_sections(content: Mapping[str, object], file: str) -> Iterator[Fault]:
    """Name sections that are none; single settings are looked at with their table."""
    known = (*SECTIONS, "adjust")
    for name, value in content.items():
        if name not in known and isinstance(value, dict):
            hint = nearest(name, (*known, *SCENARIO.names))
            yield Fault(file, column=name, message=f"is not a section{hint}")


def _section(
    content: Mapping[str, object], name: str, file: str, faults: list[Fault], prefix: str = ""
) -> Words:
    value = content.get(name, {})
    if isinstance(value, dict):
        return _words(value, file, f"{prefix}{name}.", faults)
    faults.append(Fault(file, column=f"{prefix}{name}", message="is not a section of settings"))
    return {}


def _heading_maps(content: object, file: str, faults: list[Fault]) -> Mapping[str, Words]:
    if not isinstance(content, dict):
        faults.append(Fault(file, column="columns", message="is not a section of settings"))
        return {}
    return {name: _section(content, name, file, faults, "columns.") for name in content}


def _adjustments(content: object, file: str, faults: list[Fault]) -> tuple[Words, ...]:
    if not isinstance(content, list) or not all(isinstance(step, dict) for step in content):
        faults.append(Fault(file, column="adjust", message="is not a list of [[adjust]] sections"))
        return ()
    return tuple(
        _words(step, file, f"adjust {number}.", faults)
        for number, step in enumerate(content, start=1)
    )


def _words(
    content: Mapping[str, object], file: str, prefix: str, faults: list[Fault]
) -> dict[str, str]:
    words: dict[str, str] = {}
    for name, value in content.items():
        text = _text(value)
        if text is not None:
            words[name] = text
        elif prefix or not isinstance(value, dict):
            faults.append(Fault(file, column=f"{prefix}{name}", message="is not a single value"))
    return words


def _text(value: object) -> str | None:
    """Write a TOML value as the text a cell would hold; ``None`` for what no cell can hold."""
    match value:
        case bool():
            return "yes" if value else "no"
        case str():
            return value.strip()
        case int():
            return str(value) if abs(value) < 10**15 else "a very large number"
        case Decimal():
            return str(value)
        case datetime():
            return value.isoformat(sep=" ")
        case date():
            return value.isoformat()
        case list() if all(isinstance(item, str) for item in value):
            return ";".join(value)
        case _:
            return None


def read_settings_sheet(raw: RawTable) -> tuple[RawSettings, list[Fault]]:
    """Read a sheet of keys and values; ``limits.strict`` means section and name."""
    faults: list[Fault] = []
    content: dict[str, object] = {}
    for number, cells in raw.rows:
        key, value = (*cells, "", "")[:2]
        if not key or (number == 1 and key.casefold() == "key"):
            continue
        fault = _put(content, key, value, raw.file, number)
        if fault:
            faults.append(fault)
    settings, more = _from_mapping(content, raw.file)
    return settings, [*faults, *more]


def _put(content: dict[str, object], key: str, value: str, file: str, number: int) -> Fault | None:
    """Place one key in its section; a blank value leaves a setting at its default."""
    sections, name = _path(key)
    place = content
    for section in sections:
        below = place.setdefault(section, {})
        if not isinstance(below, dict):
            return Fault(file, number, key, message="is both a setting and a section")
        place = below
    if name in place:
        return Fault(file, number, key, message="is there twice")
    if value or sections[:1] == ("columns",):
        place[name] = value
    return None


def _path(key: str) -> tuple[tuple[str, ...], str]:
    """Part a key at its sections: names of teams and headings may hold full stops."""
    section, _, rest = key.partition(".")
    if section == "columns" and rest:
        table, _, heading = rest.partition(".")
        return (section, table), heading
    if section in SECTIONS and rest:
        return (section,), rest
    return (), key
