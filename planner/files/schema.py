"""The schema of what goes in and of what comes out, generated from the records."""

import json
from collections.abc import Mapping

from planner.data.plan import SCHEMA_VERSION, Plan
from planner.files.cells import Column
from planner.files.tables import ADJUST, LIMITS, SCENARIO, TABLES, Table
from planner.policy import default_policy


def schema() -> tuple[Table, ...]:
    """Give every table and settings section: columns, types, allowed values, meanings.

    Ids of tasks, factors and indicators are those of the default policy.
    """
    policy = default_policy()
    ids = {
        ("tasks", "task"): tuple(kind.id for kind in policy.tasks),
        ("factors", "item"): tuple(factor.id for factor in policy.factors if not factor.derived),
        ("indicators", "item"): tuple(indicator.id for indicator in policy.indicators),
    }
    return tuple(_with_ids(table, ids) for table in (SCENARIO, LIMITS, ADJUST, *TABLES))


def _with_ids(table: Table, ids: Mapping[tuple[str, str], tuple[str, ...]]) -> Table:
    columns = (_with_choices(c, ids.get((table.name, c.name), c.choices)) for c in table.columns)
    return table.model_copy(update={"columns": tuple(columns)})


def _with_choices(column: Column, choices: tuple[str, ...]) -> Column:
    return column.model_copy(update={"choices": choices})


def plan_schema() -> dict[str, object]:
    """Give the JSON schema (draft 2020-12) of a plan written as JSON."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, **Plan.model_json_schema(mode="serialization")}


def schema_json() -> str:
    """Give the whole schema as JSON: the tables that are read, the plan that is written."""
    tables = [
        {
            "table": table.name,
            "meaning": table.meaning,
            "required": table.needed,
            "one_of": [list(group) for group in table.one_of],
            "columns": [_column(column) for column in table.columns],
        }
        for table in schema()
    ]
    content = {"version": SCHEMA_VERSION, "tables": tables, "plan": plan_schema()}
    return json.dumps(content, indent=2, ensure_ascii=False)


def _column(column: Column) -> dict[str, object]:
    return {
        "column": column.name,
        "type": column.kind.value,
        "allowed": column.allowed,
        "required": column.heading_needed,
        "blank": not column.filled,
        "default": column.default,
        "meaning": column.meaning,
    }
