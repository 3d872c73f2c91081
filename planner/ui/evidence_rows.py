"""Workload evidence as rows: hours there are and needed, what they are made of, what cannot be."""

from collections.abc import Iterable
from decimal import Decimal

from planner.data.evidence import Evidence, NotPossible, PractitionerEvidence
from planner.data.plan import PoolLine
from planner.ui.words import Row, day, hours, title

_PARTS = {
    "casework": "Casework",
    "contact": "Contact, notes",
    "travel": "Travel",
    "tasks": "Dated tasks",
    "handover": "Handover",
    "rounding": "Rounding",
}
_NONE = "none"


def hours_rows(people: Iterable[PractitionerEvidence]) -> list[Row]:
    """Give what each practitioner's cases need beside the hours they have."""
    return [
        {
            "Practitioner": _named(person),
            "Families, children": f"{person.families}, {person.children}",
            "Hours there are": hours(person.capacity_half_hours),
            "Needed at standard": _over(
                person.standard_half_hours, person.standard_over_half_hours
            ),
            "Needed at today's intensity": _over(person.case_half_hours, person.over_half_hours),
        }
        for person in people
    ]


def _named(person: PractitionerEvidence) -> str:
    label = f" · {person.label}" if person.label else ""
    return f"{person.practitioner}{label}{'' if person.present else ' (away)'}"


def _over(needed: int, over: int) -> str:
    return f"{hours(needed)}, {hours(over)} over" if over else hours(needed)


def made_of_rows(people: Iterable[PractitionerEvidence]) -> list[Row]:
    """Give what today's hours are made of; each row adds up exactly."""
    return [
        {
            "Practitioner": _named(person),
            **{name: _tenths(getattr(person.made_of, part)) for part, name in _PARTS.items()},
            "Together": hours(person.case_half_hours),
            "In own leave, left to duty": _some(person.cover_half_hours),
        }
        for person in people
    ]


def _tenths(amount: Decimal) -> str:
    return f"{amount:.1f} h" if amount else _NONE


def _some(half_hours: int) -> str:
    return hours(half_hours) if half_hours else _NONE


def duty_rows(pools: Iterable[PoolLine]) -> list[Row]:
    """Give what a team's duty is asked for, and what of it is not done."""
    return [
        {
            "Team": pool.team,
            "Children awaiting": _some(pool.waiting_half_hours),
            "Cover in leave": _some(pool.cover_half_hours),
            "Contracted": _some(pool.contracted_half_hours),
            "Reserve": _some(pool.reserve_half_hours),
            "Left of practitioners' hours": hours(pool.spare_half_hours),
            "Duty of others": _some(pool.duty_half_hours),
            "Not done": _some(pool.missed_half_hours),
            "Hearings and first visits that do not fit": _some(pool.short_half_hours),
        }
        for pool in pools
    ]


def not_possible_rows(evidence: Evidence) -> list[Row]:
    """Give what nobody has hours for, by the day it falls due."""
    return [
        {
            "Child": f"{row.child} · {row.label}" if row.label else row.child,
            "Priority": title(row.tier.value),
            "Held by": row.holder or "awaiting allocation",
            "Falls due": _due(row, evidence),
        }
        for row in evidence.not_possible
    ]


def _due(row: NotPossible, evidence: Evidence) -> str:
    days = ", ".join(day(due, evidence.as_at) for due in row.contacts_due)
    tasks = (f"{task.task} {day(task.due, evidence.as_at)}" for task in row.tasks)
    return "; ".join([*([f"contact {days}"] if days else []), *tasks])


def figure_rows(evidence: Evidence) -> list[Row]:
    """Give every figure of each practitioner for a file, ids alone and hours as numbers."""
    return [
        {
            "Practitioner": person.practitioner,
            "Team": person.team,
            "Present": "yes" if person.present else "no",
            "Families": str(person.families),
            "Children": str(person.children),
            "Hours there are": _number(person.capacity_half_hours),
            "Hours at standard": _number(person.standard_half_hours),
            "Over at standard": _number(person.standard_over_half_hours),
            "Hours today": _number(person.case_half_hours),
            "Over today": _number(person.over_half_hours),
            **{name: f"{getattr(person.made_of, part):.1f}" for part, name in _PARTS.items()},
            "In own leave": _number(person.cover_half_hours),
        }
        for person in evidence.practitioners
    ]


def _number(half_hours: int) -> str:
    return f"{half_hours / 2:.1f}"
