"""A second source for hours: `docs/model.md` section 4.

Exact fractions of hours throughout; `up` and `down` round once, at the end. It may be slow and
long-winded: it is here to disagree with `planner.workload` wherever that is wrong.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from planner.data.scenario import Child, Task
from planner.data.vocabulary import CaseStatus, Contact, Order, Phase, Tier
from tests.oracle_office import CARRYING, Office, OracleUnit

SUBSTANTIATED = (Phase.PROTECTIVE_INTERVENTION, Phase.PROTECTION_ORDER, Phase.CLOSURE)
BEFORE_COURT = (Order.APPLICATION, Order.INTERIM)
ORDER_ROWS = {
    Order.FAMILY_PRESERVATION: "family_preservation",
    Order.FAMILY_REUNIFICATION: "family_reunification",
    Order.CARE_BY_SECRETARY: "care_by_secretary",
    Order.LONG_TERM_CARE: "long_term_care",
    Order.UNDERTAKING: "undertaking",
    Order.APPLICATION: "intervention_court",
    Order.INTERIM: "intervention_court",
}


def up(hours: Fraction) -> int:
    """Round hours up to half-hours: what work costs."""
    return ceil(hours * 2)


def down(hours: Fraction) -> int:
    """Round hours down to half-hours: what a person has to give."""
    return floor(hours * 2)


@dataclass(frozen=True)
class Place:
    """Children of a unit who are seen in one trip, and how many trips a cycle they need."""

    zone: str
    children: tuple[Child, ...]
    trips: int


@dataclass(frozen=True)
class Lot:
    """Things of one kind that may be missed, in the order in which they would be.

    ``prices`` has one (contacts of watched children, points) for each item;
    every item frees ``half_hours``.
    """

    half_hours: int
    prices: tuple[tuple[int, int], ...]


class Measure(Office):
    """The hours of everything in one scenario."""

    # Travel

    def zone(self, zone: str, team: str) -> str:
        """Read a blank zone as the team's base."""
        return zone or self.scenario.bases.get(team, "")

    def minutes(self, origin: str, destination: str) -> int:
        """Give minutes one way: the row as given, then reversed, then the usual."""
        rows = {(t.origin, t.destination): t.minutes for t in self.scenario.travel}
        for way in ((origin, destination), (destination, origin)):
            if way in rows:
                return rows[way]
        hours = self.policy.hours
        same = origin == destination
        return hours.travel_same_zone_minutes if same else hours.travel_other_zone_minutes

    def from_base(self, unit: OracleUnit, zone: str) -> int:
        """Minutes one way from the base of the unit's team."""
        return self.minutes(self.zone("", unit.team), zone)

    def from_practitioner(self, name: str, zone: str) -> int:
        """Minutes one way from where the practitioner works."""
        p = self.people[name]
        return self.minutes(self.zone(p.zone, p.team), zone)

    # Contact

    @property
    def month(self) -> Fraction:
        """The cycle as a share of a month."""
        return Fraction(self.scenario.cycle_days) / Fraction(self.policy.hours.days_per_month)

    def trips(self, contact: Contact | None) -> int:
        """Trips a cycle, rounded half up, at least one."""
        if contact is None:
            return 0
        exact = Fraction(self.policy.standards.trips[contact] * self.scenario.cycle_days, 28)
        return max(1, floor(exact + Fraction(1, 2)))

    def agreed(self, child: Child) -> Contact | None:
        """Give the agreed contact where the agreement is in force."""
        if child.contact is None or child.contact_agreed is None:
            return None
        age = (self.scenario.as_at - child.contact_agreed).days
        return child.contact if 0 <= age <= self.policy.standards.agreement_days else None

    def allocated_contact(self, child: Child) -> Contact | None:
        """How often a child with a practitioner is seen."""
        standards = self.policy.standards
        if self.scores[child.child].tier == Tier.MANDATORY:
            return standards.intensive
        usual = standards.allocated_usual if child.phase in SUBSTANTIATED else None
        return self.agreed(child) or usual

    def minimum_contact(self, child: Child) -> Contact:
        """How often a child awaiting allocation is seen at least."""
        standards = self.policy.standards
        watched = self.scores[child.child].watched
        return standards.waiting_watched if watched else standards.waiting_usual

    def awaiting_contact(self, child: Child) -> Contact:
        """How often a child awaiting allocation is seen."""
        choices = [self.minimum_contact(child)]
        agreed = self.agreed(child)
        if agreed and not self.scenario.limits.waiting_at_minimum:
            choices.append(agreed)
        return max(choices, key=self.trips)

    def places(self, unit: OracleUnit, *, awaiting: bool) -> list[Place]:
        """Group the children of a unit who are seen at all by zone and placement."""
        contact = self.awaiting_contact if awaiting else self.allocated_contact
        groups: dict[tuple[str, str], list[Child]] = {}
        for child in unit.children:
            if contact(child) is not None:
                zone = self.zone(child.zone, child.team)
                groups.setdefault((zone, child.placement), []).append(child)
        return [
            Place(zone, tuple(group), max(self.trips(contact(c)) for c in group))
            for (zone, _), group in groups.items()
        ]

    def trip_hours(self, place: Place, minutes: int) -> Fraction:
        """One trip: contact, notes, each further child, and the way there and back."""
        hours = self.policy.hours
        further = Fraction(hours.extra_sibling) * (len(place.children) - 1)
        seen = Fraction(hours.contact) + Fraction(hours.notes) + further
        return seen + Fraction(2 * minutes, 60)

    def trips_in_leave(self, name: str, trips: int) -> int:
        """How many of the trips have a window without a working day of the practitioner."""
        n = self.scenario.cycle_days
        bounds = [i * n // trips for i in range(trips + 1)] if trips else []
        windows = [self.days[a:b] for a, b in pairwise(bounds)]
        return sum(1 for window in windows if not self.here[name] & set(window))

    # Tasks

    def tasks(self, children: Iterable[Child]) -> list[Task]:
        """Tasks of the children that fall due in the cycle."""
        names = {c.child for c in children}
        return [t for t in self.scenario.tasks if t.child in names and t.due in set(self.days)]

    def task_hours(self, task: Task) -> Fraction:
        """Hours as given, else the kind's."""
        usual = self.policy.task(task.task).hours
        return Fraction(usual if task.hours is None else task.hours)

    def task_in_leave(self, task: Task, name: str) -> bool:
        """Whether the practitioner is away, or not in the team, when it falls due."""
        p = self.people[name]
        stays = (p.start or date.min) <= task.due <= (p.end or date.max)
        return not stays or self.on_leave(name, task.due)

    # Hours of a unit

    def casework_row(self, child: Child) -> Fraction:
        """Monthly hours of the largest row that applies, and the interpreter."""
        rows, hours = [self._phase_row(child)], self.policy.hours
        score = self.scores[child.child]
        if score.tier == Tier.MANDATORY or score.intensive:
            rows.append("intensive")
        if score.infant:
            rows.append("infant")
        if child.youth_schedule == "yes":
            rows.append("youth")
        largest = max(Fraction(hours.casework_monthly[row]) for row in rows)
        return largest + (Fraction(hours.interpreter_monthly) if child.language else 0)

    def _phase_row(self, child: Child) -> str:
        if child.phase in (Phase.INTAKE, Phase.INVESTIGATION):
            kinds = [t.task for t in self.scenario.tasks if t.child == child.child]
            urgent = any(self.policy.task(kind).urgent for kind in kinds)
            return "investigation_urgent" if urgent else "investigation"
        if child.phase == Phase.PROTECTIVE_INTERVENTION:
            court = child.order in BEFORE_COURT
            return "intervention_court" if court else "intervention_agreement"
        return ORDER_ROWS.get(child.order, "closure")

    def _siblings(self, rows: Iterable[Fraction]) -> Fraction:
        share = Fraction(self.policy.hours.further_sibling_percent, 100)
        first, *others = sorted(rows, reverse=True)
        return (first + share * sum(others)) * self.month

    def casework(self, unit: OracleUnit) -> Fraction:
        """Casework hours of a cycle, siblings' shares and service intensity included."""
        intensity = Fraction(self.scenario.limits.service_intensity)
        return self._siblings(self.casework_row(c) for c in unit.children) * intensity

    def oversight(self, unit: OracleUnit) -> Fraction:
        """Hours the manager needs while the unit awaits."""
        monthly = Fraction(self.policy.hours.oversight_monthly)
        return self._siblings(monthly for _ in unit.children)

    def demand(self, unit: OracleUnit, name: str) -> int:
        """Half-hours of a cycle if the practitioner holds the unit."""
        hours = self.casework(unit)
        for place in self.places(unit, awaiting=False):
            done = place.trips - self.trips_in_leave(name, place.trips)
            hours += done * self.trip_hours(place, self.from_practitioner(name, place.zone))
        for task in self.tasks(unit.children):
            if not self.task_in_leave(task, name):
                hours += self.task_hours(task)
        if unit.holder != name:
            hours += Fraction(self.policy.hours.handover_taker)
        return up(hours)

    def give(self, unit: OracleUnit, name: str) -> int:
        """Half-hours the present holder spends on handing over to someone else."""
        if unit.holder in ("", name) or not self.present(unit.holder):
            return 0
        return up(Fraction(self.policy.hours.handover_giver))

    def cover(self, unit: OracleUnit, name: str) -> int:
        """Duty half-hours for what falls in the holder's leave."""
        hours = Fraction(0)
        for place in self.places(unit, awaiting=False):
            away = self.trips_in_leave(name, place.trips)
            hours += away * self.trip_hours(place, self.from_base(unit, place.zone))
        for task in self.tasks(unit.children):
            if self.task_in_leave(task, name):
                hours += self.task_hours(task)
        return up(hours)

    def waiting(self, unit: OracleUnit) -> int:
        """Duty half-hours while the unit awaits allocation."""
        hours = self.oversight(unit)
        for place in self.places(unit, awaiting=True):
            hours += place.trips * self.trip_hours(place, self.from_base(unit, place.zone))
        return up(hours + sum(self.task_hours(t) for t in self.tasks(unit.children)))

    def travel(self, unit: OracleUnit, name: str) -> int:
        """Minutes the practitioner travels for the unit in a cycle."""
        return sum(
            (place.trips - self.trips_in_leave(name, place.trips))
            * 2
            * self.from_practitioner(name, place.zone)
            for place in self.places(unit, awaiting=False)
        )

    def lots(self, unit: OracleUnit, name: str) -> list[Lot]:
        """List what may be missed: with ``name`` blank while awaiting, else in that leave."""
        found = []
        for place in self.places(unit, awaiting=not name):
            due = self.trips_in_leave(name, place.trips) if name else place.trips
            freed = down(self.trip_hours(place, self.from_base(unit, place.zone)))
            prices = tuple(self._price(place.children, due, j) for j in range(1, due + 1))
            found.append(Lot(freed, prices))
        for task in self.tasks(unit.children):
            away = not name or self.task_in_leave(task, name)
            if away and self.policy.task(task.task).optional:
                found.append(self._task_lot(task))
        return [lot for lot in found if lot.prices]

    def _price(self, children: Iterable[Child], due: int, missed: int) -> tuple[int, int]:
        """Give what the ``missed``-th of ``due`` trips costs, for every child of the trip."""
        rates, watched, points = self.policy.rates, 0, 0
        for child in children:
            minimum = min(due, self.trips(self.minimum_contact(child)))
            beyond = missed <= due - minimum
            if self.scores[child.child].watched:
                watched += 1
            else:
                points += rates.missed_beyond_minimum if beyond else rates.missed_to_minimum
        return watched, points

    def _task_lot(self, task: Task) -> Lot:
        rates = self.policy.rates
        contacts = rates.optional_task_contacts
        watched = self.scores[task.child].watched
        price = (contacts, 0) if watched else (0, contacts * rates.missed_to_minimum)
        return Lot(down(self.task_hours(task)), (price,))

    # Hours of a practitioner and a team

    def _share_present(self, name: str) -> Fraction:
        return Fraction(len(self.here[name]), max(1, len(self.workdays)))

    def _case_hours(self, name: str) -> Fraction:
        p, hours = self.people[name], self.policy.hours
        worked = len(self.here[name]) * Fraction(hours.full_time_day) * Fraction(p.fte)
        share = Fraction(hours.case_share_percent, 100)
        if p.first_year:
            share *= Fraction(hours.first_year_percent, 100)
        rostered = Fraction(p.rostered_hours) + p.supervisees * Fraction(hours.supervisee)
        return max(Fraction(0), worked * share - rostered * self._share_present(name))

    def capacity(self, name: str) -> int:
        """Half-hours for casework at 100 per cent."""
        return down(self._case_hours(name))

    def limit(self, name: str) -> int:
        """Half-hours up to which the practitioner may take families on."""
        p = self.people[name]
        if p.limit_hours is not None:
            return down(Fraction(p.limit_hours))
        return down(self._case_hours(name) * Fraction(p.limit_percent, 100))

    def duty(self, team: str) -> int:
        """Half-hours that people who hold no cases give to the team's duty."""
        others = [
            name
            for name, p in self.people.items()
            if p.team == team and p.grade not in CARRYING and self._stays(p)
        ]
        given = {n: Fraction(self.people[n].duty_hours) * self._share_present(n) for n in others}
        return sum(down(hours) for hours in given.values())

    def contracted(self, team: str) -> int:
        """Half-hours for contracted children of the team, rounded up for each."""
        each = up(Fraction(self.policy.hours.contracted_monthly) * self.month)
        children = self.scenario.children
        return each * sum(c.status == CaseStatus.CONTRACTED and c.team == team for c in children)

    def reserve(self, team: str) -> int:
        """Half-hours kept for arrivals, in each team that has open children."""
        if not any(c.team == team for c in self.open):
            return 0
        limits = self.scenario.limits
        each = Fraction(self.policy.hours.arrival_monthly) * self.month / 2
        return up(Fraction(limits.reserve_hours) + Fraction(limits.arrivals) * each)
