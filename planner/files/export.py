"""The door out for plans: JSON to read again, CSV to work with, a workbook to print."""

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path

from pydantic import ValidationError

from planner.data.plan import SCHEMA_VERSION, ChildLine, Plan
from planner.errors import Fault, PlanFileRefused, UsageFault
from planner.files.assumptions import assumptions_page
from planner.files.cells import write_cell
from planner.files.pages import (
    awaiting_page,
    by_priority,
    changes_page,
    ledger_page,
    practitioner_page,
    reasons_given,
    why_words,
)
from planner.files.safe import decode, neutral, read_bytes, replacing

PAGES = (practitioner_page, awaiting_page, changes_page, ledger_page, assumptions_page)
DECIDES = "Suggestion: the team manager decides"


def write_plan(plan: Plan, path: Path) -> None:
    """Write a plan; the ending of the name is the format: .json, .csv or .xlsx.

    Raises
    ------
    UsageFault
        Where the ending is another, or the file cannot be written; then
        nothing is left behind, and a file that was there stays as it was.
    """
    writer = _WRITERS.get(path.suffix.casefold())
    if writer is None:
        raise UsageFault(f"{path.name} is none of {', '.join(_WRITERS)}.")
    with replacing(path) as temporary:
        writer(plan, temporary)


def _write_json(plan: Plan, file: Path) -> None:
    file.write_text(f"{plan.model_dump_json(indent=2)}\n", encoding="utf-8", newline="\n")


def plan_csv(plan: Plan) -> str:
    """Give a plan as CSV text, a row for each child, by priority."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([*_CHILD, "why"])
    given = reasons_given(plan)
    for child in by_priority(plan.children):
        values = (*(value(child) for value in _CHILD.values()), why_words(child, given))
        writer.writerow(neutral(write_cell(value)) for value in values)
    return stream.getvalue()


_CHILD: Mapping[str, Callable[[ChildLine], object]] = {
    "child": lambda child: child.child,
    "label": lambda child: child.label,
    "family": lambda child: child.family,
    "unit": lambda child: child.unit,
    "team": lambda child: child.team,
    "tier": lambda child: child.score.tier,
    "band": lambda child: child.score.band,
    "groups": lambda child: tuple(group.value for group in child.score.groups),
    "points": lambda child: child.score.points,
    "standing": lambda child: child.standing,
    "move": lambda child: child.move,
    "now": lambda child: child.now,
    "holder": lambda child: child.holder,
    "cover": lambda child: child.cover,
    "interim": lambda child: child.interim,
    "phase": lambda child: child.phase,
    "days_awaiting": lambda child: child.days_awaiting,
    "last_seen": lambda child: child.last_seen,
    "next_contact_due": lambda child: child.next_contact_due,
    "contacts_due": lambda child: child.contacts_due,
    "contacts_missed": lambda child: child.contacts_missed,
    "missed_due": lambda child: tuple(day.isoformat() for day in child.missed_due),
    "duty_hours": lambda child: f"{child.duty_half_hours / 2:g}",
}


def _write_csv(plan: Plan, file: Path) -> None:
    # The mark at the start makes spreadsheet programs read names as UTF-8.
    file.write_text(plan_csv(plan), encoding="utf-8-sig", newline="")


def _write_workbook(plan: Plan, file: Path) -> None:
    # Imported here: most commands need no workbook, and it takes long to load.
    from openpyxl import Workbook

    from planner.files.sheet import draw

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Allocation planner"
    book.properties.title = plan.scenario[:200]
    header = (plan.scenario, f"As at {plan.as_at.isoformat()}", DECIDES)
    for page in PAGES:
        draw(book, page(plan), header)
    book.save(file)


_WRITERS: Mapping[str, Callable[[Plan, Path], None]] = {
    ".json": _write_json,
    ".csv": _write_csv,
    ".xlsx": _write_workbook,
}


def read_plan(path: Path) -> Plan:
    """Read a plan that was written as JSON.

    Raises
    ------
    PlanFileRefused
        Where it is not a plan, or one of another version of the schema.
    """
    content = read_bytes(path.resolve(), within=path.resolve().parent)
    text = content if isinstance(content, Fault) else decode(content, path.name)
    if isinstance(text, Fault):
        raise PlanFileRefused(text.sentence())
    try:
        plan = Plan.model_validate_json(text)
    except ValidationError as error:
        raise PlanFileRefused(f"{path.name} is not a plan: {_first(error)}") from error
    if plan.schema_version != SCHEMA_VERSION:
        raise PlanFileRefused(
            f"{path.name} has version {plan.schema_version} of the plan schema; "
            f"this planner reads version {SCHEMA_VERSION}."
        )
    return plan


def _first(error: ValidationError) -> str:
    detail = error.errors()[0]
    place = ".".join(str(part) for part in detail["loc"])
    return f"{place}: {detail['msg']}." if place else f"{detail['msg']}."
