"""The children whom two plans place otherwise, one by one, and the comparison as one table."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from planner.data.comparison import ChildCompared, PlanDifferences
from planner.data.guard_rail import GuardRail
from planner.data.plan import ChildLine, Move, Plan, Standing
from planner.data.policy import Standards
from planner.ui.compared import (
    ABSENT,
    Column,
    change_lines,
    load_rows,
    small,
    sure_words,
)
from planner.ui.proof import AWAITING
from planner.ui.rails import rail_rows
from planner.ui.tiles import Figure, figures_of
from planner.ui.words import Row, counted, named, tier, title

_WAITS = (Move.DEALLOCATED, Move.STILL_AWAITING)
# Leave of a week is enough for it, where contact falls due in that week.
_AWAY = {
    Standing.AWAY_COVERED: "away when something falls due, cover named",
    Standing.AWAY_UNCOVERED: "away when something falls due, no cover named",
}


class Differences(NamedTuple):
    """How one plan differs from the baseline plan, child by child."""

    moves: list[Row]
    newly_awaiting: list[Row]
    newly_allocated: list[Row]
    otherwise: list[Row]


def deciding_words(found: PlanDifferences, name: str) -> str:
    """Say which line of what came first is the first that differs."""
    stage = next((row for row in found.stages if row.stage == found.decided_by), None)
    if stage is None or stage.difference is None:
        return f"{name} and the baseline plan are worth the same in every line below."
    lower = name if stage.difference < 0 else "The baseline plan"
    return f"The first line that differs: {small(stage.title)}. {lower} costs less there."


def differences(found: PlanDifferences, base: Plan, column: Column) -> Differences:
    """Sort the children whom two plans place or see otherwise, each with where and why."""
    before = {line.child: line for line in base.children}
    after = {line.child: line for line in column.plan.children}
    sorted_out = Differences([], [], [], [])
    for child in found.children:
        row = _child_row(before.get(child.child), after.get(child.child), column.name)
        _list_for(child, sorted_out).append(row)
    return sorted_out


def _list_for(child: ChildCompared, found: Differences) -> list[Row]:
    if child.a is None or child.b is None:
        return found.otherwise
    before, after = child.a.move in _WAITS, child.b.move in _WAITS
    if before is not after:
        return found.newly_awaiting if after else found.newly_allocated
    return found.moves if child.a.where != child.b.where else found.otherwise


def _child_row(before: ChildLine | None, after: ChildLine | None, name: str) -> Row:
    line = after or before
    if line is None:
        return {}
    return {
        "Child": f"{named(line)}, family {line.family}",
        "Now": line.now or "nobody",
        "Baseline plan": _place(before),
        name: _place(after),
        "Priority": title(tier(line.score)),
        "Why": " ".join(line.why),
    }


def _place(line: ChildLine | None) -> str:
    if line is None:
        return ABSENT
    away = _AWAY.get(line.standing, "")
    missed = counted(line.contacts_missed, "contact") if line.contacts_missed else ""
    tasks = counted(line.tasks_missed, "dated task") if line.tasks_missed else ""
    parts = (_where(line), away, *(f"{what} missed" for what in (missed, tasks) if what))
    return ", ".join(part for part in parts if part)


def export_rows(
    columns: Sequence[Column], standards: Standards, rails: Sequence[GuardRail]
) -> list[Row]:
    """Give the whole comparison as one table to be handed on: a column for each plan."""
    plans = {column.name: column.plan for column in columns}
    checked = rail_rows(plans, standards, rails)
    return [
        _exported("Scenario", "Name", columns, lambda c: c.title or c.name),
        _exported("Scenario", "Changed in it", columns, lambda c: "; ".join(change_lines(c))),
        _exported("Scenario", "Note", columns, lambda c: c.note),
        _exported("Scenario", "How sure", columns, lambda c: sure_words(c.plan)),
        *(
            _exported("Figure", figure.title, columns, _amount(figure))
            for figure in figures_of(column.plan.counts for column in columns)
        ),
        *({"Part": "Guard-rail", "What": row.pop("Guard-rail"), **row} for row in checked),
        *({"Part": "Load", "What": row.pop("Practitioner"), **row} for row in load_rows(columns)),
        *_children(columns),
    ]


def _amount(figure: Figure) -> Callable[[Column], str]:
    return lambda column: figure.say(figure.amount(column.plan.counts))


def _exported(
    part: str, what: str, columns: Sequence[Column], said: Callable[[Column], str]
) -> Row:
    return {"Part": part, "What": what, **{column.name: said(column) for column in columns}}


def _children(columns: Sequence[Column]) -> list[Row]:
    """Give where each child is, for every child whom any two of the plans place otherwise."""
    plans = {c.name: {line.child: line for line in c.plan.children} for c in columns}
    everyone = dict.fromkeys(child for lines in plans.values() for child in lines)
    rows = []
    for child in everyone:
        places = {name: _where(lines.get(child)) for name, lines in plans.items()}
        if len(set(places.values())) > 1:
            rows.append({"Part": "Child", "What": child, **places})
    return rows


def _where(line: ChildLine | None) -> str:
    if line is None:
        return ABSENT
    return line.standing.value if line.standing in AWAITING else line.holder or line.standing.value
