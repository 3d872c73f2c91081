"""The template: filled in by hand, it reads as a scenario."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from planner.errors import Fault, UsageFault
from planner.files import read_scenario, schema, write_template
from planner.files.tables import TABLES

FaultsOf = Callable[[Path], tuple[Fault, ...]]


def test_an_empty_template_lacks_only_its_date(tmp_path: Path, faults_of: FaultsOf) -> None:
    """Every sheet and heading is right; what is missing is what the manager knows."""
    write_template(tmp_path / "empty.xlsx")
    assert [(f.column, f.message) for f in faults_of(tmp_path / "empty.xlsx")] == [
        ("as_at", "is missing")
    ]


def test_a_filled_template_is_a_scenario(tmp_path: Path) -> None:
    """Typed in as a manager would: dates as dates, ids as they are."""
    write_template(tmp_path / "team.xlsx")
    book: Any = openpyxl.load_workbook(tmp_path / "team.xlsx")
    settings = {row[0].value: row[1] for row in book["scenario"].iter_rows(min_row=2)}
    settings["as_at"].value = date(2026, 3, 2)
    settings["limits.deallocations"].value = 2
    cases, people = book["cases"], book["practitioners"]
    typed = {
        "child": "007",
        "family": "F1",
        "birth_date": date(2020, 5, 1),
        "phase": "investigation",
        "holder": "P1",
    }
    for cell in cases[1]:
        cases.cell(2, cell.column, typed.get(str(cell.value)))
    for cell in people[1]:
        people.cell(2, cell.column, {"practitioner": "P1", "fte": 0.8}.get(str(cell.value)))
    book.save(tmp_path / "team.xlsx")
    scenario = read_scenario(tmp_path / "team.xlsx")
    assert (scenario.children[0].child, scenario.children[0].birth_date) == (
        "007",
        date(2020, 5, 1),
    )
    assert scenario.limits.deallocations == 2
    assert (scenario.name, float(scenario.practitioners[0].fte)) == ("team", 0.8)


def test_every_list_of_values_is_offered(tmp_path: Path) -> None:
    """Each column with allowed values points to its own list, first to last value."""
    write_template(tmp_path / "t.xlsx")
    book: Any = openpyxl.load_workbook(tmp_path / "t.xlsx")
    lists = {cell.value: cell.column_letter for cell in book["lists"][1]}
    names = {spec.name for spec in TABLES}
    for table in schema():
        if table.name not in names:
            continue
        sheet = book[table.name]
        offered = {
            str(check.sqref): check.formula1 for check in sheet.data_validations.dataValidation
        }
        for cell, column in zip(sheet[1], table.columns, strict=True):
            choices = column.choices or (("yes", "no") if column.kind == "yes or no" else ())
            area = f"{cell.column_letter}2:{cell.column_letter}2000"
            assert (area in offered) is bool(choices)
            if choices:
                letter = lists[f"{table.name}.{column.name}"]
                assert offered[area] == f"lists!${letter}$2:${letter}${len(choices) + 1}"
                values = [
                    book["lists"][f"{letter}{row}"].value for row in range(2, len(choices) + 2)
                ]
                assert tuple(values) == choices


def test_ids_stay_as_they_are_typed(tmp_path: Path) -> None:
    """Columns of text are formatted as text, so that 007 is not made 7."""
    write_template(tmp_path / "t.xlsx")
    sheet: Any = openpyxl.load_workbook(tmp_path / "t.xlsx")["cases"]
    formats = {
        cell.value: sheet.column_dimensions[cell.column_letter].number_format for cell in sheet[1]
    }
    assert (formats["child"], formats["birth_date"]) == ("@", "yyyy-mm-dd")


def test_every_column_has_its_meaning(tmp_path: Path) -> None:
    """The sheet of meanings has a line for each column of each table and setting."""
    write_template(tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["meanings"]
    rows = {(row[0], row[1]): row[6] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert set(rows) == {(table.name, c.name) for table in schema() for c in table.columns}
    assert all(rows.values())


def test_another_ending_is_refused(tmp_path: Path) -> None:
    """A template is a workbook."""
    with pytest.raises(UsageFault, match=r"does not end in .xlsx"):
        write_template(tmp_path / "t.csv")
    with pytest.raises(UsageFault, match=r"Cannot write t.xlsx"):
        write_template(tmp_path / "none" / "t.xlsx")
    assert list(tmp_path.iterdir()) == []
