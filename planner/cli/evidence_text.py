"""Workload evidence as text: hours, what they are made of, what cannot be done."""

from decimal import Decimal

from planner.cli.layout import day, document, full_day, hours, paragraphs, section, table
from planner.data.evidence import CycleFigures, Evidence, NotPossible, PractitionerEvidence
from planner.data.plan import PoolLine


def evidence_text(evidence: Evidence) -> str:
    """Give the evidence as a document, what it says and does not say first."""
    people = evidence.practitioners
    return document(
        paragraphs([_title(evidence)], indent=""),
        paragraphs(evidence.says, indent=""),
        section("Hours in the cycle", _needed(people)),
        section("What today's hours are made of", _made_of(people)),
        section("Duty hours", [line for pool in evidence.pools for line in _pool(pool)]),
        section("Not possible within these hours", _not_possible(evidence.not_possible)),
        section("Cycle by cycle", _trend(evidence.trend)),
    )


def _title(evidence: Evidence) -> str:
    return (
        f"{evidence.scenario}: {evidence.cycle_days} days from {full_day(evidence.as_at)}; "
        f"{evidence.status.value}."
    )


def _needed(people: tuple[PractitionerEvidence, ...]) -> list[str]:
    headings = ("", "families", "children", "there are", "at standard", "over", "today", "over", "")
    rows = [
        (
            person.practitioner + ("" if person.present else " (away)"),
            str(person.families),
            str(person.children),
            hours(person.capacity_half_hours),
            hours(person.standard_half_hours),
            _over(person.standard_over_half_hours),
            hours(person.case_half_hours),
            _over(person.over_half_hours),
            "",
        )
        for person in people
    ]
    return table(headings, rows, right=range(1, 8))


def _made_of(people: tuple[PractitionerEvidence, ...]) -> list[str]:
    parts = ("casework", "contact", "travel", "tasks", "handover", "rounding")
    rows = []
    for person in people:
        made = [_hours(getattr(person.made_of, part)) for part in parts]
        together, leave = hours(person.case_half_hours), _over(person.cover_half_hours)
        rows.append((person.practitioner, *made, together, leave, ""))
    headings = ("", *parts, "together", "in leave, to duty", "")
    return table(headings, rows, right=range(1, 9))


def _pool(pool: PoolLine) -> list[str]:
    needs = pool.waiting_half_hours + pool.cover_half_hours
    needs += pool.contracted_half_hours + pool.reserve_half_hours
    # Hours over come off the duty hours, which never fall below zero.
    there = max(0, pool.spare_half_hours + pool.duty_half_hours)
    short = f" {hours(pool.short_half_hours)} of hearings and first visits do not fit."
    return paragraphs(
        [
            f"{pool.team}: needs {hours(needs)} (children awaiting "
            f"{hours(pool.waiting_half_hours)}, cover in leave {hours(pool.cover_half_hours)}, "
            f"contracted {hours(pool.contracted_half_hours)}, reserve "
            f"{hours(pool.reserve_half_hours)}); there are {hours(there)}; "
            f"{hours(pool.missed_half_hours)} are not done.{short if pool.short_half_hours else ''}"
        ]
    )


def _not_possible(rows: tuple[NotPossible, ...]) -> list[str]:
    cells = [
        (row.child, row.tier.value, row.holder or "awaiting", _due(row), "________") for row in rows
    ]
    return table(("child", "priority", "held by", "falls due", "who must decide"), cells)


def _due(row: NotPossible) -> str:
    contacts = ", ".join(map(day, row.contacts_due))
    tasks = [f"{task.task} {day(task.due)}" for task in row.tasks]
    return "; ".join([*([f"contact {contacts}"] if contacts else []), *tasks])


def _trend(cycles: tuple[CycleFigures, ...]) -> list[str]:
    if len(cycles) == 1:
        return []
    rows = [
        (
            f"{day(cycle.as_at)} {cycle.as_at.year}",
            hours(cycle.case_half_hours),
            hours(cycle.capacity_half_hours),
            _over(cycle.over_half_hours),
            f"{cycle.awaiting} of {cycle.children}",
            str(cycle.contacts_missed),
            cycle.status.value,
        )
        for cycle in cycles
    ]
    headings = ("as at", "needed", "there are", "over", "awaiting", "contacts missed", "plan")
    return table(headings, rows, right=range(1, 6))


def _over(half_hours: int) -> str:
    return hours(half_hours) if half_hours else "-"


def _hours(amount: Decimal) -> str:
    return f"{amount:.1f} h" if amount else "-"
