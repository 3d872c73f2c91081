"""One unit with one practitioner: demand, cover in leave, and what stands between."""

from collections.abc import Sequence
from typing import NamedTuple

from planner.data.problem import Missable, Pair, Unit
from planner.data.scenario import Child, Practitioner, Task
from planner.data.vocabulary import DecisionKind
from planner.workload.contact import Place, allocated_places
from planner.workload.facts import Facts
from planner.workload.missables import in_leave, rest
from planner.workload.parts import Parts
from planner.workload.rounding import exact, half_hours_up, tie_weight
from planner.workload.units import Members


class _Absence(NamedTuple):
    """What of a unit falls in somebody's leave: trips by place, tasks; and its cover.

    ``number`` is the same for all of whom the same falls in their leave.
    """

    number: int
    trips: tuple[int, ...]
    tasks: tuple[bool, ...]
    cover: int
    any: bool


class _Trips(NamedTuple):
    """Hours and minutes of a unit for everyone from one zone with the same days away."""

    demand: int
    travel: int
    near: bool
    absence: _Absence


class PairMaker:
    """Makes the pairs of one unit; what several practitioners share is worked out once.

    Hours depend on the practitioner only by zone, by the days away and by
    whether they hold the unit now.
    """

    def __init__(self, facts: Facts, members: Members, unit: Unit) -> None:
        self._facts = facts
        self.unit = unit
        self._children = members.children
        self.tasks: tuple[Task, ...] = tuple(
            task for child in members.children for task in facts.tasks.get(child.child, ())
        )
        self.places: tuple[Place, ...] = allocated_places(facts, members.children)
        self._parts = Parts(facts, members.children, self.places, self.tasks, unit.team)
        self._zones = frozenset(facts.home_zone(child) for child in members.children)
        self._skills = frozenset(skill for child in members.children for skill in child.skills)
        self._barred = frozenset(
            row.practitioner
            for child in members.children
            for row in facts.decided(child.child, DecisionKind.BAR)
        )
        self._give = self._handover_given()
        zones = {*self._zones, *(place.zone for place in self.places)}
        self._by_road = zones.union(*(facts.roads.get(zone, ()) for zone in zones))
        self._absences: dict[int, _Absence] = {}
        self._alike: dict[tuple[tuple[int, ...], tuple[bool, ...]], _Absence] = {}
        self._trips: dict[tuple[str | None, int, bool], _Trips] = {}

    def pair(self, practitioner: Practitioner) -> Pair:
        """Make the pair of this unit and a practitioner."""
        return self.covered(practitioner)[0]

    def covered(self, practitioner: Practitioner) -> tuple[Pair, Sequence[Missable]]:
        """Make the pair, with what may be missed of its cover in leave."""
        facts, unit = self._facts, self.unit
        name = practitioner.practitioner
        held = unit.holder == name
        trips = self._trips_of(name, held=held)
        absence = trips.absence
        items = self._missables(practitioner) if absence.any else ()
        made = Pair(
            unit=unit.id,
            practitioner=name,
            held=held,
            demand_half_hours=trips.demand,
            give_half_hours=0 if held else self._give,
            cover_half_hours=absence.cover,
            cover_rest_half_hours=self._rest(absence, items) if absence.any else 0,
            travel_minutes=trips.travel,
            absent=name in facts.absent,
            away_too_long=unit.mandatory and name in facts.away_too_long,
            conflict=(unit.family, name) in facts.conflicts,
            barred=name in self._barred,
            out_of_reach=not (held or trips.near or unit.team == practitioner.team),
            borrowed=unit.team != practitioner.team,
            missing_skills=() if held else self._missing_skills(practitioner),
            missing_grade=not held and unit.mandatory and practitioner.first_year,
            tie_weight=tie_weight("pair", unit.id, name),
        )
        return made, items

    def _trips_of(self, name: str, *, held: bool) -> _Trips:
        """Give what the way and the days away come to, the same for all who are alike."""
        origin: str | None = self._facts.origins[name]
        if origin not in self._by_road:
            # Without a travel row every zone is equally far: one sum serves all of these.
            origin = None
        absence = self._absence(name)
        key = origin, absence.number, held
        if key not in self._trips:
            self._trips[key] = self._worked_out(self._facts.origins[name], absence, held=held)
        return self._trips[key]

    def _worked_out(self, origin: str, absence: _Absence, *, held: bool) -> _Trips:
        travel = self._facts.travel
        minutes = [travel(origin, place.zone) for place in self.places]
        made = (p.trips - gone for p, gone in zip(self.places, absence.trips, strict=True))
        return _Trips(
            demand=self._parts.demand(minutes, absence.trips, absence.tasks, held=held),
            travel=sum(trips * 2 * far for trips, far in zip(made, minutes, strict=True)),
            near=self._near(origin),
            absence=absence,
        )

    def _near(self, origin: str) -> bool:
        """Whether every child lives near enough for a practitioner of another team."""
        reach = self._facts.scenario.limits.borrow_minutes
        return reach is not None and all(
            self._facts.travel(origin, zone) <= reach for zone in self._zones
        )

    def _absence(self, name: str) -> _Absence:
        number = self._facts.absences[name]
        if number not in self._absences:
            days = self._facts.attendance[name]
            trips = tuple(days.trips_away(place.trips) for place in self.places)
            tasks = tuple(days.away_on(task.due) for task in self.tasks)
            if (trips, tasks) not in self._alike:
                self._alike[trips, tasks] = self._new_absence(trips, tasks)
            self._absences[number] = self._alike[trips, tasks]
        return self._absences[number]

    def _new_absence(self, trips: tuple[int, ...], tasks: tuple[bool, ...]) -> _Absence:
        return _Absence(
            number=len(self._alike),
            trips=trips,
            tasks=tasks,
            cover=self._parts.cover(trips, tasks),
            any=any(trips) or any(tasks),
        )

    def _missables(self, practitioner: Practitioner) -> Sequence[Missable]:
        return list(in_leave(self._facts, self.unit, self._children, self.places, practitioner))

    def _rest(self, absence: _Absence, items: Sequence[Missable]) -> int:
        tasks = [task for task, gone in zip(self.tasks, absence.tasks, strict=True) if gone]
        return rest(self._facts, absence.cover, items, tasks)

    def _handover_given(self) -> int:
        """Give the half-hours that the present holder spends on handing the unit over."""
        holder = self.unit.holder
        if not holder or not self._facts.attendance[holder].present:
            return 0
        return half_hours_up(exact(self._facts.policy.hours.handover_giver))

    def _missing_skills(self, practitioner: Practitioner) -> tuple[str, ...]:
        return missing_skills(self._children, practitioner) if self._skills else ()


def missing_skills(children: Sequence[Child], practitioner: Practitioner) -> tuple[str, ...]:
    """Name the skills that any of the children needs and the practitioner has not."""
    needed = {skill for child in children for skill in child.skills}
    return tuple(sorted(needed - set(practitioner.skills)))
