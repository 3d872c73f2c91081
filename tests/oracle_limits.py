"""A second source for who may hold what, and for limits: `docs/model.md` sections 3 and 5."""

from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from tests.oracle_office import OracleUnit
from tests.oracle_workload import Measure

HOURS, CHILDREN, INTENSIVE, HIGH, NEW = LIMITS = (
    "hours",
    "children",
    "intensive",
    "high risk",
    "new families",
)


class Excess(NamedTuple):
    """By how much one limit of one practitioner gives way for mandatory units."""

    met: bool
    amount: int = 0


class Burden(NamedTuple):
    """What one practitioner's units mean: rules broken, case hours, limits that give way."""

    broken: tuple[str, ...]
    case_hours: int
    new_families: int
    counts: int
    hours: int


@dataclass
class Rules:
    """The rules that concern one practitioner at a time."""

    measure: Measure
    _burdens: dict[tuple[str, frozenset[str], frozenset[str]], Burden] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Count every pair once."""
        m = self.measure
        self.units = {u.id: u for u in m.units}
        pairs = [(u, name) for u in m.units for name in m.carriers]
        self.demand = {(u.id, name): m.demand(u, name) for u, name in pairs}
        self.give = {(u.id, name): m.give(u, name) for u, name in pairs}
        self.barriers = {(u.id, name): tuple(self._barriers(u, name)) for u, name in pairs}
        self.limits = {(k, name): self._limit(k, name) for k in LIMITS for name in m.carriers}

    # Never waived

    def _barriers(self, unit: OracleUnit, name: str) -> list[str]:
        m, holds = self.measure, unit.holder == name
        long = m.policy.standards.intensive_away_days
        away = any(s.length > long for s in m.spells_of_cycle(name))
        broken = {
            "presence": not (m.present(name) or holds),
            "away too long": unit.mandatory and away,
            "conflict": m.conflict(unit.family, name),
            "bar": m.barred([c.child for c in unit.children], name),
            "reach": not (holds or self._within_reach(unit, name)),
        }
        return [rule for rule, found in broken.items() if found]

    def _within_reach(self, unit: OracleUnit, name: str) -> bool:
        m = self.measure
        most = m.scenario.limits.borrow_minutes
        if unit.team == m.people[name].team:
            return True
        zones = {m.zone(c.zone, c.team) for c in unit.children}
        return most is not None and all(m.from_practitioner(name, z) <= most for z in zones)

    def lacks(self, unit: OracleUnit, name: str) -> int:
        """How many skills and grades of the unit the practitioner does not have."""
        p = self.measure.people[name]
        needed = {skill for c in unit.children for skill in c.skills}
        return len(needed - set(p.skills)) + int(unit.mandatory and p.first_year)

    # Limits on what is taken on

    def _limit(self, limit: str, name: str) -> int | None:
        m, p = self.measure, self.measure.people[name]
        default, team = m.policy.limits, m.scenario.limits
        usual: int | None
        if limit == HOURS:
            return m.limit(name)
        if limit == CHILDREN:
            own, usual = p.children_limit, ceil(default.children_per_fte * p.fte)
        elif limit == INTENSIVE:
            own, usual = p.intensive_limit, ceil(default.intensive_per_fte * p.fte)
        elif limit == HIGH:
            own, usual = p.high_risk_limit, team.high_risk_limit
        else:
            own, usual = p.new_families_limit, team.new_families_limit
        return usual if own is None else own

    def amount(self, limit: str, unit: OracleUnit, name: str) -> int:
        """Say what the unit counts against a limit of the practitioner."""
        scores = [self.measure.scores[c.child] for c in unit.children]
        return {
            HOURS: self.demand[unit.id, name],
            CHILDREN: len(unit.children),
            INTENSIVE: sum(s.intensive for s in scores),
            HIGH: sum(s.high for s in scores),
            NEW: int(unit.holder != name and (bool(unit.holder) or not unit.former)),
        }[limit]

    def exempt(self, unit: OracleUnit, name: str) -> bool:
        """Whether limits may give way so that the practitioner can hold the unit."""
        waived = unit.pin_waived and unit.pinned_to == name
        bound = unit.holder != name or self.measure.scenario.limits.strict
        return bound and (unit.mandatory or waived)

    def _excess(self, limit: str, name: str, taken: frozenset[str], lost: frozenset[str]) -> Excess:
        most = self.limits[limit, name]
        if most is None:
            return Excess(met=True)
        units = [self.units[u] for u in taken]
        amount = {u.id: self.amount(limit, u, name) for u in units}
        held = sum(self.amount(limit, u, name) for u in self.units.values() if u.holder == name)
        total = sum(amount.values())
        if limit == HOURS:
            total += sum(self.give[u, self._taker(u)] for u in lost)
        ordinary = [u for u in units if u.holder != name and not self.exempt(u, name)]
        if total > most and any(amount[u.id] > 0 for u in ordinary):
            return Excess(met=False)
        over = total - (most if self.measure.scenario.limits.strict else max(most, held))
        return self._given(over, [u for u in units if self.exempt(u, name)], amount)

    def _taker(self, unit: str) -> str:
        """Anyone but the holder: handing over costs the holder the same with all of them."""
        holder = self.units[unit].holder
        return next(name for name in self.measure.carriers if name != holder)

    def _given(self, over: int, exempt: list[OracleUnit], amount: dict[str, int]) -> Excess:
        """Let waived pins absorb first, for free; what is left is for mandatory units."""
        over -= sum(amount[u.id] for u in exempt if not u.mandatory)
        if over <= 0:
            return Excess(met=True)
        room = sum(amount[u.id] for u in exempt if u.mandatory)
        return Excess(over <= room, over)

    def burden(self, name: str, taken: frozenset[str], lost: frozenset[str]) -> Burden:
        """Judge what a practitioner holds, with what others take from them (``lost``)."""
        key = (name, taken, lost)
        if key not in self._burdens:
            self._burdens[key] = self._burden(*key)
        return self._burdens[key]

    def _burden(self, name: str, taken: frozenset[str], lost: frozenset[str]) -> Burden:
        excess = {limit: self._excess(limit, name, taken, lost) for limit in LIMITS}
        broken = [rule for u in taken for rule in self.barriers[u, name]]
        broken += [limit for limit, found in excess.items() if not found.met]
        lacking = 0
        for unit in (self.units[u] for u in taken if self.units[u].holder != name):
            lacks = self.lacks(unit, name)
            if lacks and not self.exempt(unit, name):
                broken.append("grade and skill")
            elif unit.mandatory:
                lacking += lacks
        handed = sum(self.give[u, self._taker(u)] for u in lost)
        return Burden(
            broken=tuple(broken),
            case_hours=sum(self.demand[u, name] for u in taken) + handed,
            new_families=excess[NEW].amount,
            counts=sum(excess[k].amount for k in (CHILDREN, INTENSIVE, HIGH)) + lacking,
            hours=excess[HOURS].amount,
        )

    # The whole team

    def unmet(self) -> frozenset[str]:
        """Mandatory units that nobody can hold."""
        return frozenset(
            u.id
            for u in self.units.values()
            if u.mandatory and all(self.barriers[u.id, name] for name in self.measure.carriers)
        )

    def may_exceed(self) -> bool:
        """Whether the limits on changes and de-allocations may give way."""
        return self.measure.scenario.limits.strict or any(
            not u.holder or self.barriers[u.id, u.holder]
            for u in self.units.values()
            if u.mandatory
        )

    def changes_limit(self) -> int:
        """How many families may change practitioner."""
        limits, default = self.measure.scenario.limits, self.measure.policy.limits
        if limits.changes is not None:
            return limits.changes
        held = len({c.family for c in self.measure.open if c.holder in self.measure.carriers})
        families = held if limits.baseline_families is None else limits.baseline_families
        return max(default.changes_least, families * default.changes_percent // 100)
