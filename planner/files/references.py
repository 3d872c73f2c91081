"""What one table says of another: ids that must be known, and ids that must be unique."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planner.data.policy import Policy
from planner.data.vocabulary import DecisionKind
from planner.errors import Fault
from planner.files.grid import Grid, Row
from planner.files.suggest import listed, nearest

Grids = Mapping[str, Grid]
"""The tables that were read, by name."""


class Link(NamedTuple):
    """A column whose texts must be found in a column of another table."""

    table: str
    column: str
    target: str
    key: str


LINKS = (
    Link("cases", "holder", "practitioners", "practitioner"),
    Link("leave", "practitioner", "practitioners", "practitioner"),
    Link("leave", "cover", "practitioners", "practitioner"),
    Link("pins", "practitioner", "practitioners", "practitioner"),
    Link("pins", "child", "cases", "child"),
    Link("tasks", "child", "cases", "child"),
    Link("factors", "child", "cases", "child"),
    Link("indicators", "child", "cases", "child"),
)
UNIQUE = (
    ("cases", ("child",)),
    ("practitioners", ("practitioner",)),
    ("factors", ("child", "item")),
    ("indicators", ("child", "item")),
)


def reference_faults(grids: Grids, policy: Policy | None) -> Iterator[Fault]:
    """Name every id that is there twice, unknown, or missing where it is needed.

    Ids of the policy are looked up only where the policy itself could be read.
    """
    for table, columns in UNIQUE:
        if table in grids:
            yield from _repeated(grids[table], columns)
    for link in LINKS:
        if link.table in grids and link.key in grids[link.target].columns:
            yield from _unknown(grids[link.table], link, grids[link.target])
    if policy:
        yield from _unknown_items(grids, policy)
    if "pins" in grids:
        yield from _incomplete_decisions(grids["pins"])
    if "leave" in grids:
        yield from _covering_oneself(grids["leave"])
    yield from _confusing_families(grids["cases"])


def _repeated(grid: Grid, columns: tuple[str, ...]) -> Iterator[Fault]:
    first: dict[tuple[str, ...], int] = {}
    for row in grid.rows:
        key = tuple(row.text(column) for column in columns)
        if all(key) and key in first:
            value = ", ".join(key)
            message = f"is there already, in row {first[key]}"
            yield Fault(grid.file, row.number, columns[-1], value, message)
        first.setdefault(key, row.number)


def _unknown(grid: Grid, link: Link, target: Grid) -> Iterator[Fault]:
    known = target.values(link.key)
    for row in grid.rows:
        value = row.text(link.column)
        if value and value not in known:
            message = f"is not in {target.file}{nearest(value, known)}"
            yield Fault(grid.file, row.number, link.column, value, message)


def _unknown_items(grids: Grids, policy: Policy) -> Iterator[Fault]:
    """Name kinds of task, factors and indicators that the policy does not know."""
    known = {
        "tasks": ("task", frozenset(kind.id for kind in policy.tasks)),
        "factors": ("item", frozenset(f.id for f in policy.factors if not f.derived)),
        "indicators": ("item", frozenset(indicator.id for indicator in policy.indicators)),
    }
    derived = frozenset(factor.id for factor in policy.factors if factor.derived)
    for table, (column, ids) in known.items():
        for row in grids[table].rows if table in grids else ():
            value = row.text(column)
            if value and value not in ids:
                message = _unknown_item(value, ids, derived if table == "factors" else frozenset())
                yield Fault(grids[table].file, row.number, column, value, message, listed(ids))


def _unknown_item(value: str, known: frozenset[str], derived: frozenset[str]) -> str:
    if value in derived:
        return "is answered from the child's row in cases; leave it out here"
    return f"is not known to the policy{nearest(value, known)}"


_NAMES_SOMEONE = (DecisionKind.PIN, DecisionKind.BAR, DecisionKind.CONFLICT)
_NEEDS_REASON = (DecisionKind.RAISE, DecisionKind.LOWER)


def _incomplete_decisions(grid: Grid) -> Iterator[Fault]:
    for row in grid.rows:
        kind = row.text("kind")
        if kind in _NAMES_SOMEONE and _blank(row, "practitioner"):
            yield Fault(grid.file, row.number, "practitioner", message=f"is needed for {kind}")
        if kind in _NEEDS_REASON and _blank(row, "reason"):
            yield Fault(grid.file, row.number, "reason", message=f"is needed for {kind}")


def _blank(row: Row, column: str) -> bool:
    return column not in row.cells and row.whole


def _covering_oneself(grid: Grid) -> Iterator[Fault]:
    for row in grid.rows:
        cover = row.text("cover")
        if cover and cover == row.text("practitioner"):
            yield Fault(grid.file, row.number, "cover", cover, "cannot cover their own leave")


def _confusing_families(grid: Grid) -> Iterator[Fault]:
    """Refuse a family that is named as a child of another one is: ``family/child``."""
    single = {f"{row.text('family')}/{row.text('child')}" for row in grid.rows}
    for row in grid.rows:
        family = row.text("family")
        if family in single:
            message = "is also how one child of another family is named (family/child)"
            yield Fault(grid.file, row.number, "family", family, message)


def pin_faults(grids: Grids) -> Iterator[Fault]:
    """Name second pins that would part a family nobody has split."""
    cases = grids["cases"]
    family_of = {row.text("child"): row.text("family") for row in cases.rows}
    apart = _apart(cases) | _split(grids, family_of)
    first: dict[str, tuple[str, int]] = {}
    for row in grids["pins"].rows if "pins" in grids else ():
        family = family_of.get(row.text("child"), "")
        if row.text("kind") != DecisionKind.PIN or not family or family in apart:
            continue
        pinned, number = first.setdefault(family, (row.text("practitioner"), row.number))
        if pinned != row.text("practitioner"):
            message = f"family {family} is pinned to {pinned} already, in row {number}; split it"
            value = row.text("practitioner")
            yield Fault(grids["pins"].file, row.number, "practitioner", value, message)


def _apart(cases: Grid) -> set[str]:
    """Find families whose children have different holders or belong to different teams."""
    holders: dict[str, set[str]] = {}
    teams: dict[str, set[str]] = {}
    for row in cases.rows:
        family = row.text("family")
        holders.setdefault(family, set()).update({row.text("holder")} - {""})
        teams.setdefault(family, set()).add(row.text("team"))
    return {f for f in holders if len(holders[f]) > 1 or len(teams[f]) > 1}


def _split(grids: Grids, family_of: Mapping[str, str]) -> set[str]:
    rows = grids["pins"].rows if "pins" in grids else ()
    split = (row.text("child") for row in rows if row.text("kind") == DecisionKind.SPLIT)
    return {family_of[child] for child in split if child in family_of}
