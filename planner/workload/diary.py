"""What falls due for each child in a plan, and which of it is missed, by date."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.data.scenario import Child, Task
from planner.workload.contact import Place, allocated_places, waiting_places
from planner.workload.facts import Facts
from planner.workload.units import group


@dataclass(frozen=True)
class Diary:
    """One child's cycle: contacts due, which are missed, and dated tasks.

    ``contacts`` are the days by which the child is to be seen; ``missed`` those
    that nobody has hours for; ``next_due`` counts on from the day last seen and
    may lie before the cycle: then contact is overdue. ``away`` says
    whether any of it falls in the holder's leave.
    """

    contacts: tuple[date, ...]
    missed: tuple[date, ...]
    next_due: date | None
    tasks: tuple[Task, ...]
    missed_tasks: int
    away: bool


def diaries(facts: Facts, problem: Problem, choices: Choices) -> Mapping[str, Diary]:
    """Write the diary of every open child under a plan's choices."""
    missed = _missed(problem, choices)
    found: dict[str, Diary] = {}
    for unit in group(facts):
        holder = choices.holders[unit.id]
        places = (allocated_places if holder else waiting_places)(facts, unit.children)
        seen_at = {child.child: place for place in places for child in place.children}
        for child in unit.children:
            place = seen_at.get(child.child)
            found[child.child] = _child(facts, child, place, holder, missed)
    return found


def _missed(problem: Problem, choices: Choices) -> Counter[tuple[str, str]]:
    """Count what is missed of each child, by child and kind."""
    counts: Counter[tuple[str, str]] = Counter()
    for item in problem.missables:
        for child in item.children:
            counts[child, item.kind] += choices.missed.get(item.id, 0)
    return counts


def _child(
    facts: Facts,
    child: Child,
    place: Place | None,
    holder: str,
    missed: Counter[tuple[str, str]],
) -> Diary:
    tasks = facts.tasks.get(child.child, ())
    windows = facts.cycle.windows(place.trips) if place else ()
    days = facts.attendance[holder] if holder else None
    at_risk = [last for first, last in windows if days is None or days.away_for((first, last))]
    left = [task for task in tasks if days is not None and days.away_on(task.due)]
    return Diary(
        contacts=tuple(last for _, last in windows),
        missed=tuple(at_risk[len(at_risk) - missed[child.child, "contact"] :]),
        next_due=_next_due(facts, child, place),
        tasks=tasks,
        missed_tasks=missed[child.child, "task"],
        away=days is not None and (not days.present or bool(at_risk) or bool(left)),
    )


def _next_due(facts: Facts, child: Child, place: Place | None) -> date | None:
    if place is None:
        return None
    if child.last_seen is None:
        return facts.scenario.as_at
    return child.last_seen + timedelta(days=facts.cycle.days // place.trips)
