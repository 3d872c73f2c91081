"""What the data know of somebody's leave in the cycle."""

from datetime import date, timedelta

from planner.data.scenario import Leave, Scenario


def usual_days(scenario: Scenario, practitioner: str) -> tuple[date, date]:
    """Give the days to ask about: the leave of somebody away already, or the whole cycle."""
    last = scenario.as_at + timedelta(days=scenario.cycle_days - 1)
    already = [row for row in leave_in_cycle(scenario, practitioner) if row.start <= scenario.as_at]
    return scenario.as_at, min((row.until or last for row in already), default=last)


def in_data(scenario: Scenario, practitioner: str, start: date, until: date) -> bool:
    """Whether the data already have the practitioner away on all of these days."""
    return any(
        row.start <= start and (row.until is None or until <= row.until)
        for row in leave_in_cycle(scenario, practitioner)
    )


def leave_in_cycle(scenario: Scenario, practitioner: str) -> tuple[Leave, ...]:
    """Give every leave that the data have of somebody in the cycle, the earliest first."""
    last = scenario.as_at + timedelta(days=scenario.cycle_days - 1)
    rows = (
        row
        for row in scenario.leave
        if row.practitioner == practitioner
        and row.start <= last
        and (row.until is None or row.until >= scenario.as_at)
    )
    return tuple(sorted(rows, key=lambda row: row.start))
