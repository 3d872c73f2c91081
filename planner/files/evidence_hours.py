"""The table of hours on the page of workload evidence, a row for each practitioner."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape

from planner.data.evidence import PractitionerEvidence

_PARTS = ("casework", "contact", "travel", "tasks", "handover", "rounding")
_PART_TITLES = ("Casework", "Contact, notes", "Travel", "Dated tasks", "Handover", "Rounding")


def hours_table(people: Sequence[PractitionerEvidence]) -> str:
    """Give the hours of each practitioner and of all together."""
    parts = "".join(f"<th>{title}</th>" for title in _PART_TITLES)
    head = (
        '<thead><tr><th rowspan="2" class="text">Practitioner</th><th rowspan="2">Families</th>'
        '<th rowspan="2">Children</th><th rowspan="2">Hours there are</th>'
        '<th colspan="2">At standard</th><th colspan="2">At today\'s intensity</th>'
        f'<th colspan="{len(_PARTS)}">What today\'s hours are made of</th>'
        '<th rowspan="2">In own leave, left to duty</th></tr>'
        f"<tr><th>Needs</th><th>Over</th><th>Needs</th><th>Over</th>{parts}</tr></thead>"
    )
    rows = "".join(_person(person) for person in people)
    return (
        f"<h2>Hours, by practitioner</h2><table>{head}<tbody>{rows}</tbody>{_sum(people)}</table>"
    )


def _person(person: PractitionerEvidence) -> str:
    away = "" if person.present else " (away)"
    name = f"{person.practitioner}{f' {person.label}' if person.label else ''}{away}"
    made = [getattr(person.made_of, part) for part in _PARTS]
    cells = (*_counted(person), *map(_decimal, made), hours_of(person.cover_half_hours))
    return f'<tr><td class="text">{escape(name)}</td>{cells_of(cells)}</tr>'


def _counted(person: PractitionerEvidence) -> tuple[str, ...]:
    return (
        str(person.families),
        str(person.children),
        hours_of(person.capacity_half_hours),
        hours_of(person.standard_half_hours),
        _over(person.standard_over_half_hours),
        hours_of(person.case_half_hours),
        _over(person.over_half_hours),
    )


def _sum(people: Sequence[PractitionerEvidence]) -> str:
    hours = (
        hours_of(sum(person.capacity_half_hours for person in people)),
        hours_of(sum(person.standard_half_hours for person in people)),
        _over(sum(person.standard_over_half_hours for person in people)),
        hours_of(sum(person.case_half_hours for person in people)),
        _over(sum(person.over_half_hours for person in people)),
    )
    made = (
        _decimal(sum((getattr(p.made_of, part) for p in people), Decimal(0))) for part in _PARTS
    )
    cells = (
        str(sum(person.families for person in people)),
        str(sum(person.children for person in people)),
        *hours,
        *made,
        hours_of(sum(person.cover_half_hours for person in people)),
    )
    return f'<tfoot><tr><td class="text">Together</td>{cells_of(cells)}</tr></tfoot>'


def cells_of(texts: Iterable[str]) -> str:
    """Give texts as the cells of a row."""
    return "".join(f"<td>{escape(text)}</td>" for text in texts)


def hours_of(half_hours: int) -> str:
    """Say half-hours as hours with one decimal."""
    return f"{half_hours / 2:.1f}"


def _over(half_hours: int) -> str:
    return hours_of(half_hours) if half_hours else "-"


def _decimal(hours: Decimal) -> str:
    return f"{hours:.1f}"
