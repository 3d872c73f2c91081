"""One unit with one practitioner: demand, cover in leave, and what stands between."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from planner.data.problem import Pair, Unit
from planner.data.scenario import Child, Practitioner, Task
from planner.data.vocabulary import DecisionKind
from planner.workload.calendar import Attendance
from planner.workload.casework import all_task_hours, casework
from planner.workload.contact import Place, allocated_places, trip_hours, trips_in_leave
from planner.workload.facts import Facts
from planner.workload.rounding import half_hours_up, tie_weight
from planner.workload.units import Members


class PairMaker:
    """Makes the pairs of one unit; what does not depend on the practitioner is kept."""

    def __init__(self, facts: Facts, members: Members, unit: Unit) -> None:
        self._facts = facts
        self.unit = unit
        self._children = members.children
        self._casework = casework(facts, members.children)
        self.tasks: tuple[Task, ...] = tuple(
            task for child in members.children for task in facts.tasks.get(child.child, ())
        )
        self.places: tuple[Place, ...] = allocated_places(facts, members.children)

    def pair(self, practitioner: Practitioner) -> Pair:
        """Make the pair of this unit and a practitioner."""
        facts, unit = self._facts, self.unit
        name = practitioner.practitioner
        days = facts.attendance[name]
        held = unit.holder == name
        in_leave = {place: trips_in_leave(days, place) for place in self.places}
        demand = self._demand(practitioner, days, in_leave)
        handover = Fraction(0) if held else Fraction(facts.policy.hours.handover_taker)
        return Pair(
            unit=unit.id,
            practitioner=name,
            held=held,
            demand_half_hours=half_hours_up(demand + handover),
            give_half_hours=self._give(name),
            cover_half_hours=half_hours_up(self._cover(days, in_leave)),
            travel_minutes=self._travel(practitioner, in_leave),
            absent=not days.present,
            away_too_long=unit.mandatory
            and days.leave_longer_than(facts.policy.standards.intensive_away_days),
            conflict=(unit.family, name) in facts.conflicts,
            barred=self._barred(name),
            out_of_reach=not held and not self._in_reach(practitioner),
            borrowed=unit.team != practitioner.team,
            missing_skills=() if held else self._missing_skills(practitioner),
            missing_grade=not held and unit.mandatory and practitioner.first_year,
            tie_weight=tie_weight("pair", unit.id, name),
        )

    def _demand(
        self, practitioner: Practitioner, days: Attendance, in_leave: Mapping[Place, int]
    ) -> Fraction:
        origin = self._facts.zone_of(practitioner)
        contact = sum(
            (
                (place.trips - in_leave[place]) * trip_hours(self._facts, place, origin)
                for place in self.places
            ),
            Fraction(0),
        )
        own = [task for task in self.tasks if not days.away_on(task.due)]
        return self._casework + contact + all_task_hours(self._facts, own)

    def _cover(self, days: Attendance, in_leave: Mapping[Place, int]) -> Fraction:
        base = self._facts.base(self.unit.team)
        contact = sum(
            (count * trip_hours(self._facts, place, base) for place, count in in_leave.items()),
            Fraction(0),
        )
        return contact + all_task_hours(self._facts, self.tasks_in_leave(days))

    def tasks_in_leave(self, days: Attendance) -> list[Task]:
        """List the unit's tasks that fall due while a practitioner is away."""
        return [task for task in self.tasks if days.away_on(task.due)]

    def _give(self, taker: str) -> int:
        holder = self.unit.holder
        if not holder or holder == taker or not self._facts.attendance[holder].present:
            return 0
        return half_hours_up(Fraction(self._facts.policy.hours.handover_giver))

    def _travel(self, practitioner: Practitioner, in_leave: Mapping[Place, int]) -> int:
        origin = self._facts.zone_of(practitioner)
        return sum(
            (place.trips - in_leave[place]) * 2 * self._facts.travel(origin, place.zone)
            for place in self.places
        )

    def _in_reach(self, practitioner: Practitioner) -> bool:
        if self.unit.team == practitioner.team:
            return True
        reach = self._facts.scenario.limits.borrow_minutes
        origin = self._facts.zone_of(practitioner)
        return reach is not None and all(
            self._facts.travel(origin, self._facts.home_zone(child)) <= reach
            for child in self._children
        )

    def _barred(self, practitioner: str) -> bool:
        """Whether a bar names one of the unit's own children."""
        return any(
            row.practitioner == practitioner
            for child in self._children
            for row in self._facts.decided(child.child, DecisionKind.BAR)
        )

    def _missing_skills(self, practitioner: Practitioner) -> tuple[str, ...]:
        return missing_skills(self._children, practitioner)


def missing_skills(children: Sequence[Child], practitioner: Practitioner) -> tuple[str, ...]:
    """Name the skills that any of the children needs and the practitioner has not."""
    needed = {skill for child in children for skill in child.skills}
    return tuple(sorted(needed - set(practitioner.skills)))
