"""A scenario as rows again: which columns are written, and what stands in them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planner.data.record import Record
from planner.data.scenario import Scenario
from planner.files.cells import Column
from planner.files.tables import (
    CASES,
    FACTORS,
    INDICATORS,
    LEAVE,
    LIMITS,
    PINS,
    PRACTITIONERS,
    TASKS,
    TRAVEL,
    Table,
)


class Written(NamedTuple):
    """A table to be written: its columns, and a row of values for each record."""

    table: Table
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]


def written_tables(scenario: Scenario) -> tuple[Written, ...]:
    """Give every table that a scenario needs, in the order of the schema.

    A column is written where it must be there, where it was supplied, or where
    any row differs from its default.
    """
    contents: tuple[tuple[Table, tuple[Record, ...]], ...] = (
        (CASES, scenario.children),
        (PRACTITIONERS, scenario.practitioners),
        (FACTORS, scenario.factors),
        (INDICATORS, scenario.indicators),
        (LEAVE, scenario.leave),
        (TASKS, scenario.tasks),
        (PINS, scenario.decisions),
        (TRAVEL, scenario.travel),
    )
    return tuple(
        _written(table, records, scenario.supplied)
        for table, records in contents
        if table.needed or records or table.name in scenario.supplied
    )


def _written(table: Table, records: tuple[Record, ...], supplied: frozenset[str]) -> Written:
    columns = tuple(c for c in table.columns if _is_written(c, table, records, supplied))
    rows = tuple(tuple(getattr(r, c.name) for c in columns) for r in records)
    return Written(table, columns, rows)


def _is_written(
    column: Column, table: Table, records: Iterable[Record], supplied: frozenset[str]
) -> bool:
    stated = f"{table.name}.{column.name}" in supplied
    first_of_group = any(column.name == group[0] for group in table.one_of)
    if column.heading_needed or column.filled or stated or first_of_group:
        return True
    return any(_stated(record, column.name) for record in records)


def _stated(record: Record, name: str) -> bool:
    default: object = type(record).model_fields[name].default
    return bool(getattr(record, name) != default)


def written_limits(scenario: Scenario) -> Mapping[str, object]:
    """Give the team-wide settings that differ from their default."""
    limits = scenario.limits
    return {name: getattr(limits, name) for name in LIMITS.names if _stated(limits, name)}
