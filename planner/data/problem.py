"""The allocation problem in whole numbers: what rules, terms and solvers read.

Hours are half-hours of one cycle, already rounded; points are policy points.
``workload.build`` makes it; nothing below rounds again.
"""

from collections.abc import Collection, Mapping
from functools import cached_property

from planner.data.lookups import Indexed, grouped
from planner.data.record import Record
from planner.data.vocabulary import Tier


class ByStage(Record):
    """One amount for each coverage stage of the ledger."""

    high_a: int = 0
    high_b: int = 0
    high_c: int = 0
    next: int = 0
    remaining: int = 0


class Unit(Record):
    """What the model assigns: a family, or one child of a split family.

    Attributes
    ----------
    holder : str
        The practitioner who holds it now in the meaning of *Held now*; blank
        where nobody does. Only such a unit can be de-allocated or change.
    former : str
        Whose name is on the case where that person cannot hold it (left, away
        beyond the cover period, barred, the team manager); blank otherwise.
    held_children : int
        Children of the unit whose own holder is ``holder``.
    points, impact : ByStage
        Points while awaiting, and impact of de-allocation, child by child.
    waiting_half_hours : int
        Duty hours while awaiting: contact, travel, oversight, dated tasks.
    excused : bool
        Its mandatory allocation or pin cannot be met: the plan says so and
        serves everyone else.
    required, left_out : bool
        What a question assumes of it: allocated to somebody, or to nobody.
    oversight_half_hours : int
        What is left of the waiting hours beside trips, optional tasks and what is
        never missed: oversight, and what rounding leaves. It may be missed last.
    """

    id: str
    family: str
    team: str
    children: tuple[str, ...]
    tier: Tier
    mandatory: bool = False
    holder: str = ""
    former: str = ""
    held_children: int = 0
    intensive_infants: int = 0
    high_children: int = 0
    points: ByStage = ByStage()
    impact: ByStage = ByStage()
    held_by_stage: ByStage = ByStage()
    waiting_half_hours: int = 0
    oversight_half_hours: int = 0
    pinned_to: str = ""
    pin_waived: bool = False
    days_unseen: int = 0
    days_awaiting: int = 0
    excused: bool = False
    required: bool = False
    left_out: bool = False

    @property
    def forced(self) -> bool:
        """Whether re-homing it is a forced change: free, unlimited, listed apart."""
        return bool(self.former) and not self.holder


class Carrier(Record):
    """A practitioner who can hold cases, with limits in whole numbers.

    ``capacity_half_hours`` is at 100 per cent (the duty pool and the load
    steps use it), ``limit_half_hours`` at the manager's limit. ``None`` in a
    count limit means it is off. ``present`` means at least one working day in
    the cycle.
    """

    id: str
    team: str
    present: bool
    capacity_half_hours: int
    limit_half_hours: int
    children_limit: int | None = None
    intensive_limit: int | None = None
    high_risk_limit: int | None = None
    new_families_limit: int | None = None


class Pair(Record):
    """One unit with one practitioner: hours, and every fact that may stand between.

    ``give_half_hours`` is the handover that the present holder spends when
    *this* practitioner takes the unit over. ``cover_rest_half_hours`` is what
    is left of the cover beside what may be missed by item or never.
    """

    unit: str
    practitioner: str
    held: bool
    demand_half_hours: int
    give_half_hours: int = 0
    cover_half_hours: int = 0
    cover_rest_half_hours: int = 0
    travel_minutes: int = 0
    absent: bool = False
    away_too_long: bool = False
    conflict: bool = False
    barred: bool = False
    out_of_reach: bool = False
    borrowed: bool = False
    missing_skills: tuple[str, ...] = ()
    missing_grade: bool = False
    tie_weight: int = 0

    @property
    def lacks(self) -> int:
        """How many grade and skill requirements the practitioner does not meet."""
        return len(self.missing_skills) + int(self.missing_grade)


class Missable(Record):
    """Contact trips or optional tasks that may be missed, and what one costs.

    It exists while ``unit`` awaits (``practitioner`` blank) or while
    ``practitioner`` holds it, for what falls in that practitioner's leave.
    ``most`` items of ``half_hours`` each may be missed; each counts
    ``watched`` contacts in stage 1 and ``points`` in stage 3.
    """

    id: str
    unit: str
    practitioner: str = ""
    team: str
    kind: str
    children: tuple[str, ...]
    most: int
    half_hours: int
    watched: int
    points: int
    contacts: int
    tie_weight: int = 0


class TeamPool(Record):
    """The duty pool of one team, in half-hours, before any case is counted."""

    team: str
    duty_half_hours: int = 0
    contracted_half_hours: int = 0
    reserve_half_hours: int = 0


class Problem(Indexed):
    """Everything rules, terms, model and verifier need; see ``docs/model.md``.

    ``pairs`` holds one row for every unit and every carrier.
    ``rates`` and limits are the policy's and the scenario's, resolved.
    """

    units: tuple[Unit, ...]
    carriers: tuple[Carrier, ...]
    pairs: Mapping[tuple[str, str], Pair]
    missables: tuple[Missable, ...]
    pools: tuple[TeamPool, ...]
    strict: bool
    changes_limit: int
    deallocations_limit: int
    deallocate_for_any: bool
    hours_over_first: int
    change_points: int
    deallocation_points: int
    deallocation_high_points: int
    borrowed_points: int

    def unit(self, unit_id: str) -> Unit:
        """Give the unit with this id; ``KeyError`` where there is none."""
        return self._units_by_id[unit_id]

    @cached_property
    def _units_by_id(self) -> Mapping[str, Unit]:
        return {unit.id: unit for unit in reversed(self.units)}

    @cached_property
    def units_held_by(self) -> Mapping[str, tuple[Unit, ...]]:
        """The units that each holder holds now, in order; nobody who holds none."""
        return grouped((unit for unit in self.units if unit.holder), lambda unit: unit.holder)

    @cached_property
    def units_of(self) -> Mapping[str, tuple[Unit, ...]]:
        """The units of each team that has any, in order."""
        return grouped(self.units, lambda unit: unit.team)

    @cached_property
    def missables_of(self) -> Mapping[str, tuple[Missable, ...]]:
        """What may be missed in each team that has any of it, in order."""
        return grouped(self.missables, lambda item: item.team)

    @property
    def guarded(self) -> bool:
        """Whether de-allocations are considered, and may serve high-risk children only."""
        return self.deallocations_limit > 0 and not self.deallocate_for_any

    @cached_property
    def outranking(self) -> tuple[Unit, ...]:
        """The units for which a limit may give way: mandatory, or pinned with a waiver."""
        return tuple(unit for unit in self.units if unit.mandatory or unit.pin_waived)

    def half_hours_by_practitioner(self, holders: Mapping[str, str]) -> Mapping[str, int]:
        """Give every carrier's case hours in a plan: demand, and handovers they give."""
        hours = {carrier.id: 0 for carrier in self.carriers}
        for unit in self.units:
            holder = holders[unit.id]
            if holder not in hours:
                continue
            pair = self.pairs[unit.id, holder]
            hours[holder] += pair.demand_half_hours
            if unit.holder in hours and unit.holder != holder:
                hours[unit.holder] += pair.give_half_hours
        return hours

    def excusing(self, units: Collection[str]) -> "Problem":
        """Give the problem with some units' mandatory allocation and pins set aside."""
        return self._changing(units, {"excused": True, "pinned_to": ""})

    def unpinned(self, units: Collection[str]) -> "Problem":
        """Give the problem with the pins of some units set aside, and nothing else."""
        return self._changing(units, {"pinned_to": ""})

    def _changing(self, units: Collection[str], update: Mapping[str, object]) -> "Problem":
        changed = (
            unit.model_copy(update=update) if unit.id in units else unit for unit in self.units
        )
        return self.model_copy(update={"units": tuple(changed)})
