"""What each practitioner's case hours are made of, exactly, in an arrangement."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from planner.workload.contact import allocated_places, trips_in_leave
from planner.workload.facts import Facts
from planner.workload.parts import Amounts, Parts
from planner.workload.units import Members, group

_NOTHING = Amounts(*(Fraction(0),) * len(Amounts._fields))


def made_of(facts: Facts, holders: Mapping[str, str]) -> Mapping[str, Amounts]:
    """Add up by carrier what the units they hold ask of them, before any rounding.

    Handovers that they give to others are not among them.
    """
    sums = {person.practitioner: _NOTHING for person in facts.carriers}
    for holder, amounts in _amounts(facts, holders):
        pairs = zip(sums[holder], amounts, strict=True)
        sums[holder] = Amounts(*(one + two for one, two in pairs))
    return sums


def _amounts(facts: Facts, holders: Mapping[str, str]) -> Iterator[tuple[str, Amounts]]:
    for members in group(facts):
        holder = holders[members.id]
        if holder:
            yield holder, amounts_of(facts, members, holder)


def amounts_of(facts: Facts, members: Members, practitioner: str) -> Amounts:
    """Give what one unit asks of one practitioner."""
    places = allocated_places(facts, members.children)
    tasks = [t for child in members.children for t in facts.tasks.get(child.child, ())]
    days, origin = facts.attendance[practitioner], facts.origins[practitioner]
    return Parts(facts, members.children, places, tasks, members.children[0].team).amounts(
        [facts.travel(origin, place.zone) for place in places],
        [trips_in_leave(days, place) for place in places],
        [days.away_on(task.due) for task in tasks],
        held=members.holder == practitioner,
    )
