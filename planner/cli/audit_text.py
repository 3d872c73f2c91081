"""An audit as text: a table for each characteristic, three figures in each cell."""

from collections.abc import Callable, Sequence

from planner.cli.layout import document, paragraphs, section, table
from planner.data.audit import Audit, AuditGroup, GroupFigures
from planner.data.lookups import grouped

_COLUMNS: tuple[tuple[str, Callable[[GroupFigures], int]], ...] = (
    ("allocated", lambda f: f.allocated),
    ("away", lambda f: f.away),
    ("awaiting", lambda f: f.awaiting),
    ("changes", lambda f: f.changes),
    ("forced", lambda f: f.forced_changes),
    ("de-alloc.", lambda f: f.deallocated),
    ("missed", lambda f: f.children_missed),
    ("contacts", lambda f: f.contacts_missed),
)
_LEGEND = (
    "Figures: now / without / with. Awaiting %: share of the group. Missed: children with a "
    "contact missed; contacts: contacts missed. Changes and forced changes in children; a column "
    "that is nought throughout is left out."
)


def audit_text(audit: Audit) -> str:
    """Give an audit as a document, what it is and is not first."""
    shown = [
        column for column in _COLUMNS if any(column[1](side) for side in _sides(audit.everyone))
    ]
    groups = grouped(audit.groups, lambda group: group.characteristic)
    return document(
        paragraphs(audit.says, indent=""),
        paragraphs((*audit.notes, *_left_out(audit)), indent=""),
        paragraphs([_LEGEND], indent=""),
        _table("All children", [audit.everyone], shown),
        *(_table(title, rows, shown) for title, rows in groups.items()),
    )


def _table(
    title: str,
    groups: Sequence[AuditGroup],
    shown: Sequence[tuple[str, Callable[[GroupFigures], int]]],
) -> list[str]:
    names = [name for name, _ in shown]
    place = names.index("awaiting") + 1 if "awaiting" in names else 0
    headings = ["", "children", *names]
    if place:
        headings.insert(place + 2, "%")
    rows = []
    for group in groups:
        cells = ["/".join(str(figure(side)) for side in _sides(group)) for _, figure in shown]
        if place:
            cells.insert(place, _shares(group))
        rows.append((group.group, f"{group.children}{'*' if group.small else ''}", *cells, ""))
    return section(title, table((*headings, ""), rows, right=range(1, len(headings))))


def _shares(group: AuditGroup) -> str:
    shares = [side.awaiting_percent for side in _sides(group)]
    return "-" if None in shares else "/".join(map(str, shares))


def _sides(group: AuditGroup) -> tuple[GroupFigures, GroupFigures, GroupFigures]:
    return group.now, group.without_decisions, group.with_decisions


def _left_out(audit: Audit) -> tuple[str, ...]:
    if not audit.left_out:
        return ()
    children = "1 child" if audit.left_out == 1 else f"{audit.left_out} children"
    return (f"Not counted: {children} contracted or outside the pool.",)
