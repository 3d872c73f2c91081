"""The tables of a scenario, their columns taken from the records they are read into."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType
from typing import get_args, get_origin

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo

from planner.data.adjustment import Adjustment
from planner.data.record import Record
from planner.data.scenario import (
    Child,
    Decision,
    Leave,
    Limits,
    Practitioner,
    Reply,
    Scenario,
    Task,
    Travel,
)
from planner.files import meanings
from planner.files.cells import Column, Kind, write_cell


class Table(Record):
    """One table: a file of a folder or a sheet of a workbook.

    Of each group in ``one_of`` at least one heading must be there.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    needed: bool = False
    one_of: tuple[tuple[str, ...], ...] = ()

    @property
    def file(self) -> str:
        """Name the file of a scenario folder that holds this table."""
        return f"{self.name}.csv"

    def column(self, name: str) -> Column:
        """Give the column with this name; ``KeyError`` where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names of the columns in their order."""
        return tuple(column.name for column in self.columns)


_MANY_LINES = frozenset({"evidence", "reason"})
_CASES_NEEDED = frozenset(
    ["child", "family", "holder", "infant_response", "youth_schedule", "consequence", "probability"]
)
_KINDS: Mapping[object, Kind] = {
    str: Kind.TEXT,
    bool: Kind.FLAG,
    int: Kind.WHOLE,
    Decimal: Kind.NUMBER,
    date: Kind.DATE,
}


def _column(table: str, name: str, field: FieldInfo) -> Column:
    kind, choices = _kind(field.annotation)
    needed = name in _CASES_NEEDED if table == "cases" else field.is_required()
    return Column(
        name=name,
        kind=kind,
        choices=choices,
        least=next((_bound(m.ge) for m in field.metadata if isinstance(m, Ge)), None),
        most=next((_bound(m.le) for m in field.metadata if isinstance(m, Le)), None),
        heading_needed=needed,
        filled=field.is_required(),
        many_lines=name in _MANY_LINES,
        default="" if field.is_required() else write_cell(field.default),
        meaning=meanings.COLUMNS[table][name],
    )


def _kind(annotation: object) -> tuple[Kind, tuple[str, ...]]:
    """Read the type of a field; ``None`` beside it only says that blank is allowed."""
    if get_origin(annotation) is tuple:
        return Kind.WORDS, ()
    (plain,) = [part for part in get_args(annotation) if part is not NoneType] or [annotation]
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return Kind.CHOICE, tuple(choice.value for choice in plain)
    return _KINDS[plain], ()


def _bound(bound: object) -> Decimal:
    return Decimal(str(bound))


def _table(name: str, model: type[Record], needed: bool = False) -> Table:
    return Table(
        name=name,
        meaning=meanings.TABLES[name],
        columns=_columns(name, model, model.model_fields),
        needed=needed,
        one_of=(("birth_date", "age"), ("phase", "order")) if name == "cases" else (),
    )


def _columns(table: str, model: type[Record], names: Iterable[str]) -> tuple[Column, ...]:
    return tuple(_column(table, name, model.model_fields[name]) for name in names)


CASES = _table("cases", Child, needed=True)
PRACTITIONERS = _table("practitioners", Practitioner, needed=True)
FACTORS = _table("factors", Reply)
INDICATORS = _table("indicators", Reply)
LEAVE = _table("leave", Leave)
TASKS = _table("tasks", Task)
PINS = _table("pins", Decision)
TRAVEL = _table("travel", Travel)

TABLES: tuple[Table, ...] = (
    CASES,
    PRACTITIONERS,
    FACTORS,
    INDICATORS,
    LEAVE,
    TASKS,
    PINS,
    TRAVEL,
)

_EXTENDS = Column(name="extends", kind=Kind.TEXT, meaning=meanings.SCENARIO["extends"])
_NAME = Column(
    name="name",
    kind=Kind.TEXT,
    default="name of the folder",
    meaning=meanings.SCENARIO["name"],
)
SCENARIO = Table(
    name="scenario",
    meaning=meanings.TABLES["scenario"],
    columns=(_NAME, *_columns("scenario", Scenario, ("as_at", "cycle_days", "policy")), _EXTENDS),
)
LIMITS = _table("limits", Limits)
ADJUST = _table("adjust", Adjustment)


def table(name: str) -> Table:
    """Give the table with this name; ``KeyError`` where there is none."""
    for candidate in TABLES:
        if candidate.name == name:
            return candidate
    raise KeyError(name)
