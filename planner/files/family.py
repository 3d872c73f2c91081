"""One family that is not in the team yet, read as ``cases.csv`` is, with the same faults."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from planner.data.fit import NewFamily
from planner.data.policy import Policy
from planner.data.scenario import Child, Decision, Scenario, Task
from planner.data.vocabulary import DecisionKind
from planner.errors import DataFaults, Fault
from planner.files.cells import write_cell
from planner.files.dates import date_faults
from planner.files.folder import read_csv
from planner.files.grid import Grid, read_grid, records
from planner.files.references import reference_faults
from planner.files.safe import decode, read_bytes
from planner.files.source import RawTable
from planner.files.suggest import nearest
from planner.files.tables import CASES, TASKS, Table

Rows = Sequence[Mapping[str, object]]
"""Rows of values by column; a value is written as the text of a cell, then read as one."""

_FAMILY, _CHILD = "new", "new-{}"
_NEEDED = frozenset({"phase"})
_TOP = ("child", "task", "conflicts")

_ROW = Table(
    name=CASES.name,
    meaning=CASES.meaning,
    columns=tuple(
        column.model_copy(update={"heading_needed": column.name in _NEEDED})
        for column in CASES.columns
        if column.name != "holder"
    ),
    one_of=(("birth_date", "age"),),
)


def read_family(path: Path, scenario: Scenario, policy: Policy) -> NewFamily:
    """Read a family from a ``.toml`` file, or from a ``.csv`` file with the headings of cases.

    Raises
    ------
    DataFaults
        With every fault at once, as for a scenario.
    """
    text = _text(path)
    if path.suffix.casefold() == ".csv":
        raw = read_csv(CASES.name, path.name, text)
        if isinstance(raw, Fault):
            raise DataFaults([raw])
        return _family(_named(raw, scenario), None, (), scenario, policy)
    content = _toml(text, path.name)
    return make_family(
        [{**_usual(content), **row} for row in _sections(content, "child")],
        scenario,
        policy,
        tasks=_sections(content, "task"),
        conflicts=[str(name) for name in _listed(content, "conflicts", path.name)],
        source=path.name,
    )


def make_family(
    children: Rows,
    scenario: Scenario,
    policy: Policy,
    *,
    tasks: Rows = (),
    conflicts: Sequence[str] = (),
    source: str = "options",
) -> NewFamily:
    """Make a family of values by column; a task without a child is the first child's.

    Raises
    ------
    DataFaults
        With every fault at once, each under the name of ``source``.
    """
    if not children:
        raise DataFaults([Fault(source, column="child", message="has no child")])
    cases = _named(_raw(CASES.name, source, children), scenario)
    first = str(children[0].get("child") or _CHILD.format(1))
    dated = _raw(TASKS.name, source, [{"child": first, **row} for row in tasks])
    return _family(cases, dated if tasks else None, conflicts, scenario, policy)


def _family(
    cases: RawTable,
    tasks: RawTable | None,
    conflicts: Sequence[str],
    scenario: Scenario,
    policy: Policy,
) -> NewFamily:
    """Make the records of a family; every fault is collected on the way."""
    grids = {"cases": read_grid(cases, _ROW, {})}
    if tasks is not None:
        grids["tasks"] = read_grid(tasks, TASKS, {})
    faults = [fault for grid in grids.values() for fault in grid.faults]
    children, refused = records(grids["cases"], Child)
    dated, late = records(grids["tasks"], Task) if tasks else ((), ())
    known = {**grids, "practitioners": Grid("practitioners", "practitioners.csv")}
    faults += [*refused, *late, *reference_faults(known, policy)]
    faults += [*date_faults(grids, scenario.as_at), *_strange_teams(grids["cases"], scenario)]
    if faults or not children:
        raise DataFaults(dict.fromkeys(faults) or [Fault(cases.file, message="has no child")])
    decisions = tuple(
        Decision(kind=DecisionKind.CONFLICT, child=children[0].child, practitioner=name)
        for name in conflicts
    )
    return NewFamily(children=children, tasks=dated, decisions=decisions)


def _strange_teams(cases: Grid, scenario: Scenario) -> Iterator[Fault]:
    """Name rows of a team that the scenario has not, or of none where it has several."""
    teams = _teams(scenario)
    for row in cases.rows:
        team = row.text("team")
        if team not in teams:
            message = "is not a team of the scenario" if team else "is blank"
            yield Fault(cases.file, row.number, "team", team, message, ", ".join(sorted(teams)))


def _teams(scenario: Scenario) -> set[str]:
    return {child.team for child in scenario.children} | {p.team for p in scenario.practitioners}


def _named(raw: RawTable, scenario: Scenario) -> RawTable:
    """Fill in the ids of a family that has none yet, and the only team there is."""
    headings = tuple(text.casefold() for text in raw.rows[0][1]) if raw.rows else ()
    teams = _teams(scenario)
    usual = {"child": _CHILD, "family": _FAMILY}
    if len(teams) == 1:
        usual["team"] = next(iter(teams))
    added = tuple(name for name in usual if name not in headings)
    rows = [
        (number, (*cells, *(() if not any(cells) else (usual[a].format(at) for a in added))))
        for at, (number, cells) in enumerate(raw.rows[1:], start=1)
    ]
    return raw._replace(rows=((1, (*raw.rows[0][1], *added)), *rows)) if headings else raw


def _raw(table: str, source: str, rows: Rows) -> RawTable:
    """Write rows of values as a table of text, the headings first."""
    headings = tuple(dict.fromkeys(name for row in rows for name in row))
    cells = [tuple(_cell(row.get(name)) for name in headings) for row in rows]
    return RawTable(table, source, tuple(enumerate([headings, *cells], start=1)))


def _cell(value: object) -> str:
    return write_cell(value).strip()


def _text(path: Path) -> str:
    if path.suffix.casefold() not in (".csv", ".toml"):
        raise DataFaults([Fault(path.name, message="is neither a .toml nor a .csv file")])
    content = read_bytes(path, within=path.parent)
    text = content if isinstance(content, Fault) else decode(content, path.name)
    if isinstance(text, Fault):
        raise DataFaults([text])
    return text


def _toml(text: str, file: str) -> Mapping[str, object]:
    try:
        content = tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError, ArithmeticError) as error:
        words = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DataFaults([Fault(file, message=f"cannot be read as TOML: {words}")]) from error
    faults = [*_not_single(content, file), *_unknown_keys(content, file)]
    if faults:
        raise DataFaults(faults)
    return content


def _unknown_keys(content: Mapping[str, object], file: str) -> Iterator[Fault]:
    known = (*_TOP, *_ROW.names)
    for name in content:
        if name not in known:
            yield Fault(file, column=name, message=f"is not known here{nearest(name, known)}")


def _not_single(content: Mapping[str, object], file: str) -> Iterator[Fault]:
    """Name values that no cell could hold."""
    for name, value in content.items():
        if name not in ("child", "task"):
            yield from _no_cell({name: value}, file)
        elif not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            yield Fault(file, column=name, message=f"is not a list of [[{name}]] sections")
        else:
            for row in value:
                yield from _no_cell(row, file)


def _no_cell(row: Mapping[str, object], file: str) -> Iterator[Fault]:
    for name, value in row.items():
        parts = value if isinstance(value, list) else [value]
        if any(isinstance(part, dict | list) for part in parts):
            yield Fault(file, column=name, message="is not a single value")


def _usual(content: Mapping[str, object]) -> dict[str, object]:
    """Give what stands at the top of the file: it holds for every child."""
    return {name: value for name, value in content.items() if name not in _TOP}


def _sections(content: Mapping[str, object], name: str) -> list[dict[str, object]]:
    rows = content.get(name, [])
    return [dict(row) for row in rows] if isinstance(rows, list) else []


def _listed(content: Mapping[str, object], name: str, file: str) -> list[object]:
    value = content.get(name, [])
    if isinstance(value, list):
        return value
    raise DataFaults([Fault(file, column=name, message="is not a list of names")])
