"""What falls due for one unit while its holder is away, and what it takes of others' time.

Trips whose whole window falls in the leave, dated tasks on its days, and the next
contact where it falls due before the holder is back.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from planner.data.cover import CoverOption, Due
from planner.data.scenario import Practitioner, Task
from planner.workload.calendar import Attendance
from planner.workload.casework import task_hours
from planner.workload.contact import Place, allocated_places, trip_hours
from planner.workload.facts import Facts
from planner.workload.rounding import half_hours_up, tie_weight
from planner.workload.units import Members

NextDue = Mapping[str, date | None]
Item = tuple[Due, Place | Task]


def falls_due(
    facts: Facts, members: Members, practitioner: str, next_due: NextDue
) -> tuple[Due, ...]:
    """List what falls due for a unit while a practitioner is away, with everyone who is there.

    Whether somebody may meet the family at all is not asked here.

    Parameters
    ----------
    next_due : Mapping of str to date
        By child the day by which contact is next due, counted on from when it was last seen.
    """
    days = facts.attendance[practitioner]
    found: list[Item] = [
        (due, place)
        for place in allocated_places(facts, members.children)
        for due in _trips(facts, members, place, days, next_due)
    ]
    tasks = [task for child in members.children for task in facts.tasks.get(child.child, ())]
    found += [(_task(facts, members, task), task) for task in tasks if days.away_on(task.due)]
    return tuple(
        due.model_copy(
            update={"id": name, "options": tuple(_options(facts, name, due, what, practitioner))}
        )
        for number, (due, what) in enumerate(found)
        for name in [f"{members.id}|{number}"]
    )


def _trips(
    facts: Facts, members: Members, place: Place, days: Attendance, next_due: NextDue
) -> Iterator[Due]:
    """Yield the trips to a place that are to be covered, the next contact first."""
    windows = [span for span in facts.cycle.windows(place.trips) if days.away_for(span)]
    soonest = min((day for child in place.children if (day := next_due[child.child])), default=None)
    early = _before_return(days, soonest)
    if early is not None and soonest is not None:
        windows = [early, *windows[1:]]
    for number, (first, last) in enumerate(windows):
        next_one = soonest if early is not None and number == 0 else None
        yield _trip(facts, members, place, first, last, next_one)


def _before_return(days: Attendance, soonest: date | None) -> tuple[date, date] | None:
    """Give the days in which a contact due before the holder is back can be covered.

    One that is overdue can be made up on any day until then.
    """
    if soonest is None:
        return None
    start = days.cycle.start
    by = max(soonest, start)
    if not (days.away_on(by) and days.away_for((start, by))):
        return None
    if soonest >= start:
        return start, by
    back = min(days.working_days, default=days.cycle.end)
    return start, back - timedelta(days=1)


def _trip(
    facts: Facts, members: Members, place: Place, first: date, last: date, next_due: date | None
) -> Due:
    watched = sum(facts.scores[child.child].watched for child in place.children)
    return Due(
        id="",
        unit=members.id,
        family=members.children[0].family,
        what="contact",
        contact=True,
        children=tuple(child.child for child in place.children),
        first=first,
        due=last,
        next_due=next_due,
        overdue=next_due is not None and next_due < facts.cycle.start,
        watched=watched,
        others=len(place.children) - watched,
    )


def _task(facts: Facts, members: Members, task: Task) -> Due:
    kind = facts.kinds[task.task]
    counts = facts.policy.rates.optional_task_contacts if kind.optional else 0
    watched = facts.scores[task.child].watched
    return Due(
        id="",
        unit=members.id,
        family=members.children[0].family,
        what=kind.title,
        contact=False,
        children=(task.child,),
        first=task.due,
        due=task.due,
        never_missed=not kind.optional,
        watched=counts if watched else 0,
        others=0 if watched else counts,
    )


def _options(
    facts: Facts, name: str, due: Due, what: Place | Task, practitioner: str
) -> Iterator[CoverOption]:
    """Yield everybody else who is there, with the half-hours that it takes of them."""
    for person in facts.carriers:
        days = facts.attendance[person.practitioner]
        if person.practitioner != practitioner and _there(days, due):
            yield _option(facts, name, what, person)


def _option(facts: Facts, name: str, what: Place | Task, person: Practitioner) -> CoverOption:
    origin = facts.origins[person.practitioner]
    if isinstance(what, Place):
        hours, minutes = trip_hours(facts, what, origin), 2 * facts.travel(origin, what.zone)
    else:
        hours, minutes = task_hours(facts, what), 0
    return CoverOption(
        practitioner=person.practitioner,
        half_hours=half_hours_up(hours),
        travel_minutes=minutes,
        tie_weight=tie_weight("cover", name, person.practitioner),
    )


def _there(days: Attendance, due: Due) -> bool:
    """Whether somebody works in the days of a contact, or is there on the day of a task."""
    if due.contact:
        return not days.away_for((due.first, due.due))
    return days.present and not days.away_on(due.due)
