"""What may be missed when the duty pool is short: whole trips and optional tasks."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from planner.data.problem import Missable, Unit
from planner.data.scenario import Child, Practitioner, Task
from planner.workload.casework import all_task_hours, task_hours
from planner.workload.contact import (
    Place,
    minimum_trips,
    trip_hours,
    trips_in_leave,
    waiting_places,
)
from planner.workload.facts import Facts
from planner.workload.rounding import half_hours_down, half_hours_up, tie_weight


def while_awaiting(facts: Facts, unit: Unit, children: Sequence[Child]) -> Iterator[Missable]:
    """List what may be missed while the unit awaits allocation."""
    for number, place in enumerate(waiting_places(facts, children)):
        yield from _trips(facts, unit, place, place.trips, f"wait|{number}", "")
    yield from _tasks(facts, unit, _optional(facts, children), "wait", "")


def in_leave(
    facts: Facts,
    unit: Unit,
    children: Sequence[Child],
    places: Sequence[Place],
    practitioner: Practitioner,
) -> Iterator[Missable]:
    """List what may be missed of the cover while a practitioner who holds it is away."""
    name = practitioner.practitioner
    days = facts.attendance[name]
    for number, place in enumerate(places):
        away = trips_in_leave(days, place)
        if away:
            yield from _trips(facts, unit, place, away, f"cover|{name}|{number}", name)
    left = [task for task in _optional(facts, children) if days.away_on(task.due)]
    yield from _tasks(facts, unit, left, f"cover|{name}", name)


def rest(
    facts: Facts, half_hours: int, missables: Iterable[Missable], tasks: Iterable[Task]
) -> int:
    """Give what is left of some duty hours beside items and what is never missed.

    That is oversight and what rounding leaves, so that only hearings and first
    visits can ever be short.
    """
    never = [task for task in tasks if not facts.kinds[task.task].optional]
    by_item = sum(item.most * item.half_hours for item in missables)
    return max(0, half_hours - by_item - half_hours_up(all_task_hours(facts, never)))


def _trips(
    facts: Facts, unit: Unit, place: Place, count: int, kind: str, practitioner: str
) -> Iterator[Missable]:
    """Yield the trips of a place, one missable for each price, cheapest first."""
    watched = sum(facts.scores[child.child].watched for child in place.children)
    prices = [_price(facts, place, count, missed) for missed in range(1, count + 1)]
    for price, same in groupby(prices):
        identity = f"{unit.id}|{kind}|{price}"
        yield Missable(
            id=identity,
            unit=unit.id,
            practitioner=practitioner,
            team=unit.team,
            kind="contact",
            children=tuple(child.child for child in place.children),
            most=len(list(same)),
            half_hours=half_hours_down(trip_hours(facts, place, facts.base(unit.team))),
            watched=watched,
            points=price,
            contacts=len(place.children),
            tie_weight=tie_weight("missed", identity),
        )


def _price(facts: Facts, place: Place, count: int, missed: int) -> int:
    """Price the missed-th trip of ``count``: by child, up to or beyond the minimum."""
    rates = facts.policy.rates
    price = 0
    for child in place.children:
        if facts.scores[child.child].watched:
            continue
        beyond = missed <= count - min(count, minimum_trips(facts, child))
        price += rates.missed_beyond_minimum if beyond else rates.missed_to_minimum
    return price


def _optional(facts: Facts, children: Sequence[Child]) -> list[Task]:
    return [
        task
        for child in children
        for task in facts.tasks.get(child.child, ())
        if facts.kinds[task.task].optional
    ]


def _tasks(
    facts: Facts, unit: Unit, tasks: Iterable[Task], kind: str, practitioner: str
) -> Iterator[Missable]:
    rates = facts.policy.rates
    for number, task in enumerate(tasks):
        watched = facts.scores[task.child].watched
        contacts = rates.optional_task_contacts
        identity = f"{unit.id}|{kind}|task|{number}|{task.child}|{task.task}|{task.due}"
        yield Missable(
            id=identity,
            unit=unit.id,
            practitioner=practitioner,
            team=unit.team,
            kind="task",
            children=(task.child,),
            most=1,
            half_hours=half_hours_down(task_hours(facts, task)),
            watched=contacts if watched else 0,
            points=0 if watched else contacts * rates.missed_to_minimum,
            contacts=0,
            tie_weight=tie_weight("missed", identity),
        )
