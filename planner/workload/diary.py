"""What falls due for each child in a plan, and which of it is missed, by date."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.data.plan import Choices
from planner.data.policy import Policy
from planner.data.problem import Unit
from planner.data.scenario import Child, Scenario, Task
from planner.data.score import Priorities
from planner.workload.contact import Place, allocated_places, waiting_places
from planner.workload.facts import Facts, gather
from planner.workload.units import group


@dataclass(frozen=True)
class Diary:
    """One child's cycle: contacts due, which are missed, and dated tasks.

    ``contacts`` are the days by which the child is to be seen; ``missed`` those
    that nobody has hours for; ``next_due`` counts on from the day last seen and
    may lie before the cycle: then contact is overdue. ``away_contacts`` counts
    contacts and tasks that fall in the holder's leave.
    """

    contacts: tuple[date, ...]
    missed: tuple[date, ...]
    next_due: date | None
    tasks: tuple[Task, ...]
    missed_tasks: int
    away: bool


def diaries(
    scenario: Scenario,
    policy: Policy,
    priorities: Priorities,
    units: Sequence[Unit],
    choices: Choices,
) -> Mapping[str, Diary]:
    """Write the diary of every open child under a plan's choices."""
    facts = gather(scenario, policy, priorities)
    members = {m.id: m for m in group(facts)}
    found: dict[str, Diary] = {}
    for unit in units:
        found.update(_unit(facts, unit, members[unit.id].children, choices))
    return found


def _unit(
    facts: Facts, unit: Unit, children: Sequence[Child], choices: Choices
) -> dict[str, Diary]:
    holder = choices.holders[unit.id]
    places = allocated_places(facts, children) if holder else waiting_places(facts, children)
    counts = _missed_by_place(unit, holder, choices)
    found: dict[str, Diary] = {}
    for child in children:
        number, place = next(
            ((n, p) for n, p in enumerate(places) if child in p.children), (0, None)
        )
        found[child.child] = _child(facts, child, place, holder, counts[str(number)], choices)
    return found


def _child(
    facts: Facts,
    child: Child,
    place: Place | None,
    holder: str,
    missed: int,
    choices: Choices,
) -> Diary:
    tasks = facts.tasks.get(child.child, ())
    windows = facts.cycle.windows(place.trips) if place else ()
    days = facts.attendance[holder] if holder else None
    at_risk = [last for first, last in windows if days is None or days.away_for((first, last))]
    left = [task for task in tasks if days is not None and days.away_on(task.due)]
    return Diary(
        contacts=tuple(last for _, last in windows),
        missed=tuple(at_risk[len(at_risk) - missed :]),
        next_due=_next_due(facts, child, place),
        tasks=tasks,
        missed_tasks=_missed_tasks(child, holder, choices),
        away=days is not None and (not days.present or bool(at_risk) or bool(left)),
    )


def _missed_by_place(unit: Unit, holder: str, choices: Choices) -> Counter[str]:
    """Count missed trips by place number, read from the ids of what is missed."""
    start = f"{unit.id}|cover|{holder}|" if holder else f"{unit.id}|wait|"
    counts: Counter[str] = Counter()
    for item, count in choices.missed.items():
        if item.startswith(start):
            number = item.removeprefix(start).split("|")[0]
            counts[number] += count
    return counts


def _missed_tasks(child: Child, holder: str, choices: Choices) -> int:
    mode = f"cover|{holder}" if holder else "wait"
    return sum(
        count
        for item, count in choices.missed.items()
        if f"|{mode}|task|" in item and f"|{child.child}|" in item
    )


def _next_due(facts: Facts, child: Child, place: Place | None) -> date | None:
    if place is None:
        return None
    if child.last_seen is None:
        return facts.scenario.as_at
    return child.last_seen + timedelta(days=facts.cycle.days // place.trips)
