"""``planner schema``: what a scenario's tables hold, and what a plan file holds."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.options import FILE, json_option

if TYPE_CHECKING:
    from planner.files import Column, Table


@click.command(short_help="Print the columns of every table, or write an empty workbook.")
@click.option("--template", type=FILE, metavar="FILE", help="Write an empty .xlsx workbook.")
@click.option("--plan", is_flag=True, help="Print the JSON schema of a plan file.")
@json_option
def schema(template: Path | None, plan: bool, as_json: bool) -> None:
    """Print every table's columns, types, allowed values and meaning."""
    from planner.files import plan_schema, write_template

    if template is not None:
        write_template(template)
        click.echo(f"Written: {template}", err=True)
    elif plan:
        click.echo(json.dumps(plan_schema(), indent=2))
    else:
        click.echo(_scenario_schema(as_json))


def _scenario_schema(as_json: bool) -> str:
    """Give every table and settings section of a scenario, as JSON or as text."""
    from planner.cli.layout import document, paragraphs
    from planner.files import schema as tables
    from planner.files import schema_json

    if as_json:
        return schema_json()
    note = "A scenario is a folder with scenario.toml and these tables as .csv, or one workbook."
    return document(paragraphs([note], indent=""), *(_table(table) for table in tables()))


def _table(spec: "Table") -> list[str]:
    from planner.cli.layout import paragraphs, table

    rows = [
        (column.name + ("*" if column.heading_needed else ""), column.kind.value, _words(column))
        for column in spec.columns
    ]
    need = "needed" if spec.needed else "optional"
    either = [f"One of {' or '.join(group)} must be there." for group in spec.one_of]
    return [
        f"{spec.name.upper()} ({need})",
        *paragraphs([spec.meaning, *either]),
        *table(("column (* needed)", "type", "meaning; what is allowed; what a blank means"), rows),
    ]


def _words(column: "Column") -> str:
    allowed = f"Allowed: {column.allowed}." if column.allowed != column.kind.value else ""
    blank = f"Blank: {column.default}." if column.default else ""
    return " ".join(part for part in (column.meaning, allowed, blank) if part)
