"""The door out for scenarios: a folder or a workbook that reads back as the same scenario."""

import csv
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

from planner.data.scenario import Scenario
from planner.errors import UsageFault
from planner.files.assemble import DEFAULT_POLICY
from planner.files.cells import Kind, write_cell
from planner.files.folder import SETTINGS_FILE
from planner.files.safe import lies_within, neutral, replacing
from planner.files.texts import Written, written_limits, written_tables


def write_scenario(scenario: Scenario, path: Path, policy: str = "") -> None:
    """Write a scenario as a new folder or, where the path ends in .xlsx, a workbook.

    ``policy`` is the text of the policy file, for a scenario with its own.
    What was never ``supplied`` stays out, unless a row differs from its
    default or the column must be there.

    Raises
    ------
    UsageFault
        Where the folder is there already with something in it, where it cannot
        be written, or where the scenario's own policy is not handed over.
    """
    if scenario.policy != DEFAULT_POLICY and not policy:
        raise UsageFault(f"The scenario has its own policy, {scenario.policy}: hand it over too.")
    if path.suffix.casefold() == ".xlsx":
        _write_workbook(scenario, path)
    else:
        with _new_folder(path) as folder:
            _write_files(scenario, folder, policy)


def _write_workbook(scenario: Scenario, path: Path) -> None:
    if scenario.policy != DEFAULT_POLICY:
        raise UsageFault("A workbook uses the default policy: write a folder instead.")
    # Imported here: most commands need no workbook, and it takes long to load.
    from planner.files.book import scenario_book

    with replacing(path) as temporary:
        scenario_book(scenario).save(temporary)


@contextmanager
def _new_folder(path: Path) -> Iterator[Path]:
    """Give a temporary folder that takes the place of ``path`` once all of it is written."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise UsageFault(f"{path.name} is there already: choose another name.")
        temporary.mkdir(parents=True)
        yield temporary
        os.replace(temporary, path)
    except OSError as error:
        raise UsageFault(f"Cannot write {path.name}: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _write_files(scenario: Scenario, folder: Path, policy: str) -> None:
    (folder / SETTINGS_FILE).write_text(_settings_text(scenario), encoding="utf-8")
    for written in written_tables(scenario):
        _write_csv(written, folder / written.table.file)
    if policy:
        file = folder / scenario.policy
        if not lies_within(file, folder):
            raise UsageFault(f"The policy {scenario.policy} lies outside the scenario folder.")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(policy, encoding="utf-8", newline="")


def _write_csv(written: Written, file: Path) -> None:
    text_kinds = [column.kind in (Kind.TEXT, Kind.WORDS) for column in written.columns]
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(column.name for column in written.columns)
        for row in written.rows:
            texts = (write_cell(value) for value in row)
            writer.writerow(
                neutral(text) if is_text else text
                for text, is_text in zip(texts, text_kinds, strict=True)
            )


def _settings_text(scenario: Scenario) -> str:
    head = {
        "name": scenario.name,
        "as_at": scenario.as_at,
        "cycle_days": scenario.cycle_days,
        "policy": scenario.policy,
    }
    sections = {"limits": written_limits(scenario), "bases": scenario.bases}
    parts = [_toml_lines(head)]
    parts += [
        f"\n[{name}]\n{_toml_lines(content)}" for name, content in sections.items() if content
    ]
    return "".join(parts)


def _toml_lines(content: Mapping[str, object]) -> str:
    return "".join(f"{_toml_key(key)} = {_toml(value)}\n" for key, value in content.items())


def _toml_key(key: str) -> str:
    bare = key.replace("_", "").isalnum() and key.isascii()
    return key if bare else _toml(key)


def _toml(value: object) -> str:
    """Write a value as TOML; its text is a JSON text too, but for a delete character."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case _:
            return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
