"""Workload evidence as one printable page: plain HTML, nothing fetched, everything escaped."""

from collections.abc import Sequence
from datetime import date
from html import escape
from itertools import groupby
from pathlib import Path

from planner.data.evidence import CycleFigures, Evidence, NotPossible
from planner.data.plan import PoolLine
from planner.data.vocabulary import Tier
from planner.files.evidence_hours import cells_of, hours_of, hours_table
from planner.files.evidence_style import STYLE
from planner.files.safe import write_page

_BLANK = '<span class="blank"></span>'
_SHORT = {
    Tier.MANDATORY: "mandatory",
    Tier.HIGH: "high risk",
    Tier.NEXT: "next priority",
    Tier.REMAINING: "remaining",
}
_SIGNED = ("Team manager", "Supervisor, or chair of the panel", "For the practitioners")


def write_evidence(evidence: Evidence, path: Path) -> None:
    """Write the page to an .html file, whole or not at all.

    Raises
    ------
    UsageFault
        Where the name ends otherwise, or the file cannot be written.
    """
    write_page(evidence_page(evidence), path)


def evidence_page(evidence: Evidence) -> str:
    """Give the page as text."""
    title = f"Workload evidence: {evidence.scenario}"
    body = (
        _head(title, evidence),
        hours_table(evidence.practitioners),
        _duty(evidence.pools),
        _cannot(evidence.not_possible),
        _trend(evidence.trend),
        _signatures(),
        _foot(evidence),
    )
    return (
        '<!doctype html>\n<html lang="en-AU"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n"
        f"<body>\n{chr(10).join(body)}\n</body></html>\n"
    )


def _head(title: str, evidence: Evidence) -> str:
    period = f"{evidence.cycle_days} days from {_day(evidence.as_at)} {evidence.as_at.year}"
    now = evidence.trend[-1]
    tiers = "; ".join(f"{n} {tier.value}" for tier, n in now.awaiting_by_tier.items() if n)
    awaiting = f"{now.awaiting} of {now.children} children await allocation"
    said = "".join(f"<li>{escape(text)}</li>" for text in evidence.says)
    return (
        f"<h1>{escape(title)}</h1>"
        f'<p class="lead">{escape(period)}. '
        f"{escape(awaiting + (f' ({tiers})' if tiers else ''))}. "
        f"Arrangement read: {escape(evidence.status.value)}.</p><ul>{said}</ul>"
    )


def _duty(pools: Sequence[PoolLine]) -> str:
    headings = (
        "Children awaiting",
        "Cover in leave",
        "Contracted",
        "Reserve",
        "Needs",
        "Left of practitioners' hours, hours over taken off",
        "Duty of others",
        "There are",
        "Not done",
        "Hearings and first visits that do not fit",
    )
    head = "".join(f"<th>{title}</th>" for title in headings)
    rows = "".join(f'<tr><td class="text">{escape(p.team)}</td>{_pool(p)}</tr>' for p in pools)
    return (
        "<h2>Duty hours of the team</h2><table><thead><tr>"
        f'<th class="text">Team</th>{head}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _pool(pool: PoolLine) -> str:
    needs = (
        pool.waiting_half_hours,
        pool.cover_half_hours,
        pool.contracted_half_hours,
        pool.reserve_half_hours,
    )
    left, others = pool.spare_half_hours, pool.duty_half_hours
    not_done = (pool.missed_half_hours, pool.short_half_hours)
    cells = (*needs, sum(needs), left, others, max(0, left + others), *not_done)
    return cells_of(map(hours_of, cells))


def _cannot(rows: Sequence[NotPossible]) -> str:
    title = "<h2>Not possible within these hours</h2>"
    if not rows:
        return f"{title}<p>Every contact and dated task of the cycle fits.</p>"
    cells = "".join(
        f'<div class="item"><span><b>{escape(_child(row))}</b>{escape(_due(row))}</span>'
        f"<span>who must decide:</span>{_BLANK}</div>"
        for row in rows
    )
    return f'{title}<div class="items">{cells}</div>'


def _child(row: NotPossible) -> str:
    return f"{row.child} {row.label}".rstrip()


def _due(row: NotPossible) -> str:
    contacts = [f"contact {_days(row.contacts_due)}"] if row.contacts_due else []
    due = "; ".join([*contacts, *(f"{task.task} {_day(task.due)}" for task in row.tasks)])
    return f", {_SHORT[row.tier]}, {row.holder or 'awaiting'}: {due}"


def _days(days: Sequence[date]) -> str:
    """Say days in order, each month once: 15, 29 Mar."""
    months = groupby(days, key=lambda day: (day.year, day.month))
    return ", ".join(
        f"{', '.join(str(day.day) for day in own)} {date(year, month, 1):%b}"
        for (year, month), own in months
    )


def _trend(cycles: Sequence[CycleFigures]) -> str:
    if len(cycles) == 1:
        return ""
    titles = (
        "Hours needed",
        "Hours there are",
        "Hours over",
        "Children",
        "Awaiting",
        "Contacts missed",
    )
    head = "".join(f"<th>{title}</th>" for title in titles)
    rows = "".join(_cycle(cycle) for cycle in cycles)
    return (
        '<h2>Cycle by cycle</h2><table><thead><tr><th class="text">As at</th>'
        f'<th class="text">Plan</th>{head}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _cycle(cycle: CycleFigures) -> str:
    hours = (cycle.case_half_hours, cycle.capacity_half_hours, cycle.over_half_hours)
    counts = (cycle.children, cycle.awaiting, cycle.contacts_missed)
    figures = (*map(hours_of, hours), *map(str, counts))
    plan = f"{cycle.scenario}: {cycle.status.value}; policy {cycle.policy} {cycle.policy_version}"
    return (
        f'<tr><td class="text when">{_day(cycle.as_at)} {cycle.as_at.year}</td>'
        f'<td class="text">{escape(plan)}</td>{cells_of(figures)}</tr>'
    )


def _signatures() -> str:
    lines = "".join(
        f"<div>{role}: {_BLANK} Date: {_BLANK.replace('blank', 'blank day')}</div>"
        for role in _SIGNED
    )
    return f'<div class="signed">{lines}</div>'


def _foot(evidence: Evidence) -> str:
    words = (
        f"Policy {evidence.policy}, version {evidence.policy_version}. "
        f"Team file {evidence.scenario_digest[:12]}. Hours in one cycle. "
        "The team manager decides."
    )
    return f"<footer>{escape(words)}</footer>"


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"
