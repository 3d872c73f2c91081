"""A second source for who is here and who holds what: `docs/model.md` sections 1 and 2."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from planner.data.policy import Policy
from planner.data.scenario import Child, Practitioner, Scenario
from planner.data.vocabulary import CaseStatus, DecisionKind, Grade, LeaveChoice, Tier
from tests.oracle_scores import OracleScore, scores

CARRYING = (Grade.CPP3, Grade.CPP4, Grade.CPP5_1)


@dataclass(frozen=True)
class Spell:
    """Leaves of one person that join, with what the manager chose for them."""

    start: date
    end: date
    choices: frozenset[LeaveChoice]

    @property
    def length(self) -> int:
        """Calendar days; an open-ended leave is longer than any setting."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True)
class OracleUnit:
    """A family, or one child of a family that is not held together."""

    id: str
    family: str
    team: str
    children: tuple[Child, ...]
    holder: str
    former: str
    held: tuple[str, ...]
    mandatory: bool
    pinned_to: str
    pin_waived: bool


@dataclass
class Office:
    """One scenario read with a calendar and a policy."""

    scenario: Scenario
    policy: Policy
    days: tuple[date, ...] = field(init=False)
    scores: dict[str, OracleScore] = field(init=False)
    carriers: dict[str, Practitioner] = field(init=False)
    units: tuple[OracleUnit, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Settle who is here and who holds what before anything is counted."""
        first = self.scenario.as_at
        self.days = tuple(first + timedelta(n) for n in range(self.scenario.cycle_days))
        self.scores = scores(self.scenario, self.policy)
        self.people = {p.practitioner: p for p in self.scenario.practitioners}
        self.leaves = {name: tuple(self._spells(name)) for name in self.people}
        self.here = {name: self._here(name) for name in self.people}
        self.carriers = {
            name: p for name, p in self.people.items() if p.grade in CARRYING and self._stays(p)
        }
        self.family = {c.child: c.family for c in self.scenario.children}
        self.open = [c for c in self.scenario.children if c.status == CaseStatus.OPEN]
        self.held = {c.child: c.holder if self._holds(c) else "" for c in self.open}
        self.units = tuple(self._units())

    # Days

    @property
    def workdays(self) -> frozenset[date]:
        """Monday to Friday, in the cycle."""
        return frozenset(d for d in self.days if d.weekday() < 5)

    def _stays(self, p: Practitioner) -> bool:
        return (p.start or date.min) <= self.days[-1] and (p.end or date.max) >= self.days[0]

    def _spells(self, name: str) -> Iterator[Spell]:
        rows = sorted(
            (x for x in self.scenario.leave if x.practitioner == name), key=lambda x: x.start
        )
        while rows:
            row = rows.pop(0)
            end, choices = row.until or date.max, {row.choice}
            while rows and self._joins(end, rows[0].start):
                following = rows.pop(0)
                end = max(end, following.until or date.max)
                choices.add(following.choice)
            yield Spell(row.start, end, frozenset(c for c in choices if c))

    @staticmethod
    def _joins(end: date, start: date) -> bool:
        if end >= start or end == date.max:
            return True
        between = range(1, (start - end).days)
        return all((end + timedelta(n)).weekday() >= 5 for n in between)

    def _here(self, name: str) -> frozenset[date]:
        """Working days of the cycle within the stay and not on leave."""
        p = self.people[name]
        return frozenset(
            d
            for d in self.workdays
            if (p.start or date.min) <= d <= (p.end or date.max) and not self.on_leave(name, d)
        )

    def on_leave(self, name: str, day: date) -> bool:
        """Whether the day lies inside a leave; weekends inside a leave are leave."""
        return any(
            x.practitioner == name and x.start <= day <= (x.until or date.max)
            for x in self.scenario.leave
        )

    def spells_of_cycle(self, name: str) -> list[Spell]:
        """Give the joined leaves that overlap the cycle."""
        return [s for s in self.leaves[name] if s.start <= self.days[-1] and s.end >= self.days[0]]

    def present(self, name: str) -> bool:
        """At least one working day in the cycle."""
        return bool(self.here[name])

    # Holders and units

    def decided(self, kind: DecisionKind) -> list[tuple[str, str]]:
        """Give (child, practitioner) of every decision of a kind."""
        return [(d.child, d.practitioner) for d in self.scenario.decisions if d.kind == kind]

    def conflict(self, family: str, name: str) -> bool:
        """Whether the practitioner has a conflict with the family."""
        found = self.decided(DecisionKind.CONFLICT)
        return any(self.family[c] == family and p == name for c, p in found)

    def barred(self, children: Iterable[str], name: str) -> bool:
        """Whether the practitioner is barred from any of these children."""
        return any((c, name) in self.decided(DecisionKind.BAR) for c in children)

    def split(self, family: str) -> bool:
        """Whether a decision splits the family."""
        return any(self.family[c] == family for c, _ in self.decided(DecisionKind.SPLIT))

    def _holds(self, child: Child) -> bool:
        """*Held now*: the named holder can go on holding the child."""
        name = child.holder
        siblings = [c.child for c in self.open if c.family == child.family]
        bound = [child.child] if self.split(child.family) else siblings
        if name not in self.carriers or self.barred(bound, name):
            return False
        if self.conflict(child.family, name):
            return False
        spells = list(self.spells_of_cycle(name))
        last = self.carriers[name].end or date.max
        back = [self.days[-1], *(s.end for s in spells if s.end != date.max)]
        returns = all(last > day for day in back)
        return self.present(name) or (returns and all(self._kept(s) for s in spells))

    def _kept(self, spell: Spell) -> bool:
        if LeaveChoice.REALLOCATE in spell.choices:
            return False
        return (
            spell.length <= self.policy.standards.cover_days or LeaveChoice.COVER in spell.choices
        )

    def _units(self) -> Iterator[OracleUnit]:
        for family in dict.fromkeys(c.family for c in self.open):
            children = tuple(c for c in self.open if c.family == family)
            holders = {self.held[c.child] for c in children} - {""}
            apart = len(holders) > 1 or len({c.team for c in children}) > 1 or self.split(family)
            if apart:
                yield from (self._unit(f"{family}/{c.child}", (c,)) for c in children)
            else:
                yield self._unit(family, children)

    def _unit(self, unit_id: str, children: tuple[Child, ...]) -> OracleUnit:
        names = {c.child for c in children}
        held = tuple(sorted(n for n in names if self.held[n]))
        ordered = sorted(children, key=lambda c: c.child)
        formers = [c.holder for c in ordered if c.holder and not self.held[c.child]]
        decisions = self.scenario.decisions
        pins = [d for d in decisions if d.kind == DecisionKind.PIN and d.child in names]
        return OracleUnit(
            id=unit_id,
            family=children[0].family,
            team=children[0].team,
            children=children,
            holder=self.held[held[0]] if held else "",
            former=formers[0] if formers and not held else "",
            held=held,
            mandatory=any(self.scores[n].tier == Tier.MANDATORY for n in names),
            pinned_to=pins[0].practitioner if pins else "",
            pin_waived=any(d.waiver for d in pins),
        )
