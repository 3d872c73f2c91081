"""How often each child is seen, and the trips that makes in one cycle (1802)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from planner.data.policy import Standards
from planner.data.scenario import Child
from planner.data.vocabulary import Contact, Phase, Tier
from planner.workload.calendar import Attendance
from planner.workload.facts import Facts
from planner.workload.rounding import exact

# The policy counts trips for a cycle of four weeks; other cycles are scaled from it.
_CYCLE_OF_THE_POLICY = 28
_SUBSTANTIATED = (Phase.PROTECTIVE_INTERVENTION, Phase.PROTECTION_ORDER, Phase.CLOSURE)


@dataclass(frozen=True)
class Place:
    """Children of one unit seen in one trip: same zone, same placement."""

    zone: str
    children: tuple[Child, ...]
    trips: int


def agreed_contact(facts: Facts, child: Child) -> Contact | None:
    """Give the agreed frequency where an agreement is in force."""
    if child.contact is None or child.contact_agreed is None:
        return None
    age = (facts.scenario.as_at - child.contact_agreed).days
    return child.contact if 0 <= age <= facts.policy.standards.agreement_days else None


def allocated_trips(facts: Facts, child: Child) -> int:
    """Give contacts a cycle while allocated; 0 before substantiation with none agreed."""
    standards = facts.policy.standards
    if facts.scores[child.child].tier is Tier.MANDATORY:
        return trips(facts, standards.intensive)
    agreed = agreed_contact(facts, child)
    if agreed is not None:
        return trips(facts, agreed)
    return trips(facts, standards.allocated_usual) if child.phase in _SUBSTANTIATED else 0


def minimum_trips(facts: Facts, child: Child) -> int:
    """Give the least contacts a cycle while awaiting allocation."""
    watched = facts.scores[child.child].watched
    return least_trips(facts.policy.standards, facts.cycle.days, watched=watched)


def least_trips(standards: Standards, days: int, *, watched: bool) -> int:
    """Give the least contacts with a child awaiting in a cycle of so many days."""
    least = standards.waiting_watched if watched else standards.waiting_usual
    return trips_in(standards, days, least)


def waiting_trips(facts: Facts, child: Child) -> int:
    """Give contacts a cycle while awaiting: what was agreed, never under the minimum."""
    least = minimum_trips(facts, child)
    agreed = agreed_contact(facts, child)
    if agreed is None or facts.scenario.limits.waiting_at_minimum:
        return least
    return max(least, trips(facts, agreed))


def trips(facts: Facts, contact: Contact) -> int:
    """Give trips a cycle for a frequency, rounded half up, at least one."""
    return trips_in(facts.policy.standards, facts.cycle.days, contact)


def trips_in(standards: Standards, days: int, contact: Contact) -> int:
    """Give trips for a frequency in a cycle of so many days."""
    doubled = 2 * standards.trips[contact] * days
    return max(1, (doubled + _CYCLE_OF_THE_POLICY) // (2 * _CYCLE_OF_THE_POLICY))


def allocated_places(facts: Facts, children: Sequence[Child]) -> tuple[Place, ...]:
    """Group a unit's children into the places a practitioner visits."""
    return _places(facts, [(child, allocated_trips(facts, child)) for child in children])


def waiting_places(facts: Facts, children: Sequence[Child]) -> tuple[Place, ...]:
    """Group a unit's children into the places duty visits while they await."""
    return _places(facts, [(child, waiting_trips(facts, child)) for child in children])


def trips_in_leave(days: Attendance, place: Place) -> int:
    """Count the trips of a place whose whole window falls in a practitioner's leave."""
    return days.trips_away(place.trips)


def due_dates(facts: Facts, place: Place) -> tuple[date, ...]:
    """Give the day by which each trip of a place is due: the last of its window."""
    return tuple(last for _, last in facts.cycle.windows(place.trips))


def trip_hours(facts: Facts, place: Place, origin: str) -> Fraction:
    """Give the hours of one trip: contact, notes, siblings, travel there and back."""
    return _with_travel(_seen(facts, place), facts.travel(origin, place.zone))


def seen_hours(facts: Facts, place: Place) -> Fraction:
    """Give the hours of one trip without its travel: contact, notes, siblings."""
    return exact(_seen(facts, place))


def _seen(facts: Facts, place: Place) -> Decimal:
    hours = facts.policy.hours
    return hours.contact + hours.notes + hours.extra_sibling * (len(place.children) - 1)


@lru_cache(maxsize=4096)
def _with_travel(seen: Decimal, minutes: int) -> Fraction:
    """Add the way there and back; the same few trips come again and again."""
    return Fraction(seen) + Fraction(2 * minutes, 60)


def _places(facts: Facts, counted: Sequence[tuple[Child, int]]) -> tuple[Place, ...]:
    groups: defaultdict[tuple[str, str], list[tuple[Child, int]]] = defaultdict(list)
    for child, count in counted:
        if count:
            groups[facts.home_zone(child), child.placement].append((child, count))
    return tuple(
        Place(zone, tuple(child for child, _ in seen), max(count for _, count in seen))
        for (zone, _), seen in sorted(groups.items())
    )
