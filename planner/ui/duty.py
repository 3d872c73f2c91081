"""Duty in words: what there is, what it is needed for, and what fits nobody's hours."""

from planner.data.plan import Plan, PoolLine
from planner.ui.words import Row, day, hours, named, tier, title


def missed_rows(plan: Plan) -> list[Row]:
    """Give every contact that fits nobody's hours, by the day it is due, then by child."""
    found = sorted(
        ((due, child) for child in plan.children for due in child.missed_due),
        key=lambda pair: (pair[0], pair[1].child),
    )
    return [
        {
            "Due": day(due, plan.as_at),
            "Child": named(child),
            "Priority": title(tier(child.score)),
            "Held by": child.holder or child.interim or "awaiting allocation",
        }
        for due, child in found
    ]


def optional_tasks(plan: Plan) -> list[str]:
    """Say whose optional tasks fit nobody's hours."""
    return [
        f"{named(child)}: {child.tasks_missed} optional "
        f"{'task' if child.tasks_missed == 1 else 'tasks'}"
        for child in plan.children
        if child.tasks_missed
    ]


def pool_words(pool: PoolLine, *, several: bool) -> list[str]:
    """Say a team's duty hours in words: what there is, what it is needed for, what fits."""
    spare = pool.spare_half_hours
    there = (
        f"{hours(spare)} are left after the cases held"
        if spare >= 0
        else f"The cases held are {hours(-spare)} more than the hours there are"
    )
    over = f" ({hours(pool.over_half_hours)} held over hours)" if pool.over_half_hours else ""
    needs = (
        (pool.waiting_half_hours, "children awaiting allocation"),
        (pool.cover_half_hours, "cover in leave"),
        (pool.contracted_half_hours, "contracted children"),
        (pool.reserve_half_hours, "reserve for arrivals"),
    )
    needed = [f"{hours(amount)} for {what}" for amount, what in needs if amount]
    return [
        f"{f'Team {pool.team}: ' if several else ''}{there}{over}; "
        f"{hours(pool.duty_half_hours)} of duty come from others in the team.",
        f"Duty asks {', '.join(needed)}." if needed else "Duty asks nothing in this cycle.",
        *_not_fitting(pool),
    ]


def _not_fitting(pool: PoolLine) -> list[str]:
    lines = []
    if pool.missed_half_hours:
        lines.append(
            f"{hours(pool.missed_half_hours)} of contact, tasks and oversight fit nobody's hours: "
            "name who will decide for each."
        )
    if pool.short_half_hours:
        lines.append(
            f"{hours(pool.short_half_hours)} of hearings and first visits, which are never "
            "missed, do not fit: name who will do them."
        )
    return lines or ["All of it fits."]
