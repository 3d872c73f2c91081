"""Answers about one child as rows and lines: what would move, what it costs, what is settled."""

from collections.abc import Iterator, Sequence

from planner.data.explanation import (
    Counterfactual,
    Explanation,
    OtherPlan,
    Placed,
    Settled,
    Shift,
)
from planner.data.explanation import Latitude as L
from planner.data.explanation_words import LATITUDES, places_words
from planner.ui.words import Row, counted, title


def asked_lines(each: Explanation, family: str) -> Sequence[str]:
    """Say of which other plan the answer speaks, and which limits stand before it."""
    other = each.counterfactual
    limits = other.sentences[: _first_shift(other)]
    if limits:
        return limits
    if each.holder:
        return (f"The best plan in which family {family} is not with {each.holder}:",)
    return (f"The best plan in which family {family} is allocated:",)


def cost_lines(other: Counterfactual) -> Sequence[str]:
    """Give what the other plan costs, in the order of what came first."""
    return other.sentences[_first_shift(other) + len(other.shifts) :]


def _first_shift(other: Counterfactual) -> int:
    """Count the sentences before the moves: limits come first and costs last."""
    if not other.shifts:
        return len(other.sentences)
    return len(other.sentences) - len(other.shifts) - max(1, len(other.differences))


def shift_rows(shifts: Sequence[Shift]) -> list[Row]:
    """Give what would have to move, each after the one it makes room for."""
    return [
        {"What would move": shift.sentence, "Priority": title(shift.tier.value)} for shift in shifts
    ]


def screen_rows(each: Explanation) -> list[Row]:
    """Give who cannot hold the case whatever else the team does, and why."""
    return [
        {
            "Practitioner": row.practitioner,
            "Why": " ".join(
                title(text.removeprefix(f"{row.practitioner}: ")) for text in row.sentences
            ),
        }
        for row in each.screen
    ]


def placed_of(answer: Settled, child: str) -> Placed | None:
    """Find a child's family among what is settled; ``None`` where no plan places the child."""
    return next((unit for unit in answer.units if child in unit.children), None)


def latitude_lines(unit: Placed) -> list[str]:
    """Say whether a family's place is settled or the manager's call, and who could equally hold."""
    lines = [f"{LATITUDES[unit.latitude]}."]
    if unit.latitude is L.NOT_POSSIBLE:
        return lines
    return [*lines, f"May be with: {places_words(unit)}."]


def other_plans(answer: Settled, unit: Placed) -> Iterator[tuple[str, list[Row]]]:
    """Yield other plans as good in which this family is placed otherwise, with what differs."""
    for other in answer.others:
        if other.holders.get(unit.unit, unit.holder) != unit.holder:
            yield _other_title(other, unit), shift_rows(other.shifts)


def _other_title(other: OtherPlan, unit: Placed) -> str:
    where = other.holders[unit.unit]
    place = f"with {where}" if where else "awaiting allocation"
    differing = counted(other.differing, "family", "families")
    return f"Another plan as good: {place}; {differing} placed otherwise"


def call_rows(answer: Settled) -> list[Row]:
    """Give every family of the team whose place is the manager's call."""
    return [
        {
            "Children": f"{', '.join(unit.children)} (family {unit.unit})",
            "Priority": title(unit.tier.value),
            "May be with": places_words(unit),
        }
        for unit in answer.units
        if unit.latitude is L.YOUR_CALL
    ]
