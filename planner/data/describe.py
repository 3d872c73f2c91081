"""What-if changes in a few plain words, as the page's chips show them."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from planner.data.adjustment import Adjustment, AdjustmentKind

# What tables call a team that nobody named.
_UNNAMED = "team"


def describe(adjustment: Adjustment) -> str:
    """Say an adjustment in a few plain words, as a chip shows it."""
    return _WORDS[adjustment.kind](adjustment)


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"


def _words_away(step: Adjustment) -> str:
    start = f" from {_day(step.start)}" if step.start else ""
    until = f" until {_day(step.until)}" if step.until else " for the rest of the cycle"
    return f"{step.practitioner} away{start}{until}"


def _words_add(step: Adjustment) -> str:
    part = "" if step.fte == 1 else f", {format(step.fte, 'f')} FTE"
    team = f" {step.team}" if step.team not in ("", _UNNAMED) else ""
    return f"{step.practitioner} joins{team} ({step.grade.value}{part})"


def _words_limit(step: Adjustment) -> str:
    return f"Limit of {step.practitioner or 'everyone'}: {_number(step)} %"


def _words_pin(step: Adjustment) -> str:
    waived = ", limits waived" if step.waiver else ""
    return f"{step.child} with {step.practitioner}{waived}"


def _words_deallocations(step: Adjustment) -> str:
    return f"Up to {_number(step)} {_of(step, 'de-allocation')} considered"


def _words_changes(step: Adjustment) -> str:
    return f"Up to {_number(step)} {_of(step, 'change')} of practitioner considered"


def _of(step: Adjustment, one: str) -> str:
    return one if step.amount == 1 else f"{one}s"


def _number(step: Adjustment) -> str:
    amount = step.amount if step.amount is not None else Decimal(0)
    return format(amount.normalize(), "f")


_WORDS: Mapping[AdjustmentKind, Callable[[Adjustment], str]] = {
    AdjustmentKind.AWAY: _words_away,
    AdjustmentKind.BACK: lambda step: f"{step.practitioner} back from leave",
    AdjustmentKind.HOURS: lambda step: f"{step.practitioner} at most {_number(step)} h a cycle",
    AdjustmentKind.FTE: lambda step: f"{step.practitioner} at {format(step.fte, 'f')} FTE",
    AdjustmentKind.LIMIT: _words_limit,
    AdjustmentKind.DUTY: lambda step: f"{step.practitioner} gives {_number(step)} h to duty",
    AdjustmentKind.ADD: _words_add,
    AdjustmentKind.REMOVE: lambda step: f"{step.practitioner} leaves the team",
    AdjustmentKind.PIN: _words_pin,
    AdjustmentKind.BAR: lambda step: f"{step.child} not with {step.practitioner}",
    AdjustmentKind.SPLIT: lambda step: f"Family of {step.child} may be split",
    AdjustmentKind.RAISE: lambda step: f"{step.child} raised",
    AdjustmentKind.RESERVE: lambda step: f"{_number(step)} h kept in reserve",
    AdjustmentKind.ARRIVALS: lambda step: f"{_number(step)} children expected",
    AdjustmentKind.DEALLOCATIONS: _words_deallocations,
    AdjustmentKind.CHANGES: _words_changes,
    AdjustmentKind.SETTING: lambda step: f"{step.name} = {step.value}",
}
