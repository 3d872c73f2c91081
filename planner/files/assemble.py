"""From text to a scenario: every table read, every fault of every table in one report."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from planner.data.policy import Policy
from planner.data.record import Record
from planner.data.scenario import (
    Child,
    Decision,
    Leave,
    Practitioner,
    Reply,
    Scenario,
    Task,
    Travel,
)
from planner.data.vocabulary import Order, Phase
from planner.errors import DataFaults, Fault, PolicyError
from planner.files.cells import Cell
from planner.files.dates import date_faults
from planner.files.grid import Grid, read_grid, records
from planner.files.references import Grids, pin_faults, reference_faults
from planner.files.safe import decode, read_bytes
from planner.files.sections import Settings, read_settings
from planner.files.source import RawSettings, Source
from planner.files.tables import CASES, PRACTITIONERS, table
from planner.policy import default_policy, parse_policy

DEFAULT_POLICY = "default"
_KINDS: Mapping[str, tuple[str, type[Record]]] = {
    "cases": ("children", Child),
    "practitioners": ("practitioners", Practitioner),
    "factors": ("factors", Reply),
    "indicators": ("indicators", Reply),
    "leave": ("leave", Leave),
    "tasks": ("tasks", Task),
    "pins": ("decisions", Decision),
    "travel": ("travel", Travel),
}


class Team(NamedTuple):
    """A scenario and the policy that it names."""

    scenario: Scenario
    policy: Policy


def assemble(source: Source) -> Team:
    """Read the tables and settings of one scenario.

    Raises
    ------
    DataFaults
        With every fault of files, settings, cells, dates and references.
    """
    raw = source.settings or RawSettings("")
    settings = read_settings(raw)
    faults = [*source.faults, *(settings.faults if source.settings else ())]
    grids = _grids(source, raw)
    tables, found = _tables(grids)
    policy = _policy(settings, source)
    known = policy if isinstance(policy, Policy) else None
    faults += [*found, *_cross_faults(grids, settings, known)]
    if isinstance(policy, Policy) and not faults:
        return Team(_scenario(source, settings, grids, tables), policy)
    faults += policy if isinstance(policy, tuple) else ()
    raise DataFaults(_in_order(faults, [raw.file, *(grid.file for grid in grids.values())]))


def _grids(source: Source, settings: RawSettings) -> Grids:
    """Read every table that is there; needed ones that are not become empty."""
    grids = {spec.name: Grid(spec.name, spec.file) for spec in (CASES, PRACTITIONERS)}
    for raw in source.tables:
        own = settings.columns.get(raw.table, {})
        grids[raw.table] = read_grid(raw, table(raw.table), own)
    return grids | {"cases": _with_phase(grids["cases"])}


_AFTER_PROTECTION = (
    Order.UNDERTAKING,
    Order.FAMILY_PRESERVATION,
    Order.FAMILY_REUNIFICATION,
    Order.CARE_BY_SECRETARY,
    Order.LONG_TERM_CARE,
)


def _with_phase(cases: Grid) -> Grid:
    """Where the phase column was left out, let the phase follow from the order."""
    if "phase" in cases.columns:
        return cases
    rows = (
        row._replace(cells={**row.cells, "phase": _phase(row.text("order"))}) for row in cases.rows
    )
    return cases._replace(rows=tuple(rows))


def _phase(order: str) -> Phase:
    """Give the phase of an order; without one, the phase that asks for most contact."""
    protected = order in _AFTER_PROTECTION
    return Phase.PROTECTION_ORDER if protected else Phase.PROTECTIVE_INTERVENTION


def _tables(grids: Grids) -> tuple[dict[str, tuple[Record, ...]], list[Fault]]:
    tables: dict[str, tuple[Record, ...]] = {}
    faults: list[Fault] = []
    for name, grid in grids.items():
        field, model = _KINDS[name]
        tables[field], found = records(grid, model)
        faults += [*grid.faults, *found]
    return tables, faults


def _policy(settings: Settings, source: Source) -> Policy | tuple[Fault, ...]:
    """Read the policy that the scenario names; a file of it lies in the scenario folder."""
    name = str(settings.scenario.get("policy", DEFAULT_POLICY))
    if name == DEFAULT_POLICY:
        return default_policy()
    if source.folder is None:
        message = "a workbook uses the default policy"
        return (Fault(source.name, column="policy", value=name, message=message),)
    content = read_bytes(source.folder / name, within=source.folder)
    text = content if isinstance(content, Fault) else decode(content, name)
    if isinstance(text, Fault):
        return (text._replace(file=name),)
    try:
        return parse_policy(text)
    except PolicyError as error:
        return tuple(Fault(name, message=sentence) for sentence in error.faults)
    except (RecursionError, ValueError, ArithmeticError):
        return (Fault(name, message="cannot be read as a policy"),)


def _cross_faults(grids: Grids, settings: Settings, policy: Policy | None) -> list[Fault]:
    as_at = settings.scenario.get("as_at")
    return [
        *reference_faults(grids, policy),
        *pin_faults(grids),
        *date_faults(grids, as_at if isinstance(as_at, date) else None),
    ]


def _scenario(
    source: Source,
    settings: Settings,
    grids: Grids,
    tables: Mapping[str, tuple[Record, ...]],
) -> Scenario:
    head: dict[str, Cell] = {"name": source.name} | settings.scenario
    return Scenario.model_validate(
        {
            **{name: value for name, value in head.items() if name != "extends"},
            "limits": settings.limits,
            "bases": settings.bases,
            **tables,
            "supplied": frozenset(supplied(grids)),
        }
    )


def supplied(grids: Grids) -> set[str]:
    """Name what the files held: columns of cases, items answered, tables."""
    columns = {f"cases.{column}" for column in grids["cases"].columns}
    items = {
        f"{table}.{item}"
        for table in ("factors", "indicators")
        if table in grids
        for item in grids[table].values("item")
    }
    optional = {name for name in grids if name not in ("cases", "practitioners")}
    return columns | items | optional


def _in_order(faults: Iterable[Fault], files: list[str]) -> list[Fault]:
    """Order faults file by file and row by row, as one would mend them."""
    ranks = {file: rank for rank, file in enumerate(dict.fromkeys(files))}
    unique = dict.fromkeys(faults)
    return sorted(unique, key=lambda fault: (ranks.get(fault.file, -1), fault.row or 0))
