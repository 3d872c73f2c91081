"""A second source for the duty pool and what is missed: `docs/model.md` section 6."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from tests.oracle_office import OracleUnit
from tests.oracle_workload import Lot, Measure, up

Price = tuple[int, int]
Frontier = dict[int, Price]


class Missed(NamedTuple):
    """What a team misses, least first: short, watched contacts, points, oversight half-hours."""

    short: int
    watched: int
    points: int
    oversight: int


@dataclass
class Pools:
    """What awaits and what falls in leave, unit by unit, and what of it can be missed."""

    measure: Measure
    _frontiers: dict[tuple[str, str], Frontier] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Count every unit once."""
        m = self.measure
        self.waiting = {u.id: m.waiting(u) for u in m.units}
        self.cover = {(u.id, name): m.cover(u, name) for u in m.units for name in m.carriers}
        self.rest = {
            (u.id, name): self._rest(u, name) for u in m.units for name in ["", *m.carriers]
        }
        teams = {c.team for c in m.scenario.children}
        self.teams = sorted(teams | {p.team for p in m.scenario.practitioners})
        self.fixed = {t: m.contracted(t) + m.reserve(t) for t in self.teams}
        self.capacity = {name: m.capacity(name) for name in m.carriers}
        self.workers = {
            t: [n for n, p in m.carriers.items() if p.team == t and m.present(n)]
            for t in self.teams
        }

    def missed(self, team: str, holders: dict[str, str], case_hours: dict[str, int]) -> Missed:
        """Choose best what one team misses, given who holds what."""
        units = [u for u in self.measure.units if u.team == team]
        awaiting = [u.id for u in units if not holders[u.id]]
        needed = self.fixed[team] + sum(self.waiting[u] for u in awaiting)
        needed += sum(self.cover[u.id, holders[u.id]] for u in units if holders[u.id])
        over = sum(case_hours[name] - self.capacity[name] for name in self.workers[team])
        needed -= max(0, self.measure.duty(team) - over)
        if needed <= 0:
            return Missed(0, 0, 0, 0)
        spare = self.fixed[team] + sum(self.rest[u.id, holders[u.id]] for u in units)
        freed: Frontier = {0: (0, 0)}
        for unit in units:
            freed = _join(freed, self._frontier(unit, holders[unit.id]))
        short = max(0, needed - spare - max(freed))
        target = needed - short
        return min(
            Missed(short, watched, points, max(0, target - hours))
            for hours, (watched, points) in freed.items()
            if hours + spare >= target
        )

    def _rest(self, unit: OracleUnit, name: str) -> int:
        """Half-hours beside trips, optional tasks and what is never missed."""
        m = self.measure
        hours = self.cover[unit.id, name] if name else self.waiting[unit.id]
        items = sum(lot.half_hours * len(lot.prices) for lot in m.lots(unit, name))
        never = (
            m.task_hours(t)
            for t in m.tasks(unit.children)
            if not m.policy.task(t.task).optional and (not name or m.task_in_leave(t, name))
        )
        return max(0, hours - items - up(sum(never, Fraction(0))))

    def _frontier(self, unit: OracleUnit, name: str) -> Frontier:
        if (unit.id, name) not in self._frontiers:
            found: Frontier = {0: (0, 0)}
            for lot in self.measure.lots(unit, name):
                found = _join(found, _steps(lot))
            self._frontiers[unit.id, name] = found
        return self._frontiers[unit.id, name]


def _steps(lot: Lot) -> Frontier:
    """Half-hours freed by missing the first items of a lot, and their price."""
    found, watched, points = {0: (0, 0)}, 0, 0
    for number, price in enumerate(lot.prices, 1):
        watched, points = watched + price[0], points + price[1]
        found[number * lot.half_hours] = (watched, points)
    return found


def _join(one: Frontier, other: Frontier) -> Frontier:
    """Combine two choices, keeping for each number of half-hours the least price."""
    found: Frontier = {}
    for a, (watched, points) in one.items():
        for b, (more, extra) in other.items():
            price = (watched + more, points + extra)
            found[a + b] = min(price, found.get(a + b, price))
    return _undominated(found.items())


def _undominated(found: Iterable[tuple[int, Price]]) -> Frontier:
    """Drop what frees no more than something that costs no more."""
    kept: Frontier = {}
    least: Price | None = None
    for hours, price in sorted(found, reverse=True):
        if least is None or price < least:
            kept[hours], least = price, price
    return kept
