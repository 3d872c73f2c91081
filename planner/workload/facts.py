"""One scenario, indexed once: the look-ups that every part of the workload shares."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from planner.data.lookups import grouped
from planner.data.policy import Policy, TaskKind
from planner.data.scenario import Child, Decision, Practitioner, Scenario, Task
from planner.data.score import Priorities, Score
from planner.data.vocabulary import CaseStatus, DecisionKind
from planner.workload.calendar import Attendance, Cycle, attendance


@dataclass(frozen=True)
class Facts:
    """A scenario with its scores and policy, sorted by id and ready to ask."""

    scenario: Scenario
    policy: Policy
    scores: Mapping[str, Score]
    cycle: Cycle
    month: Fraction
    open_children: tuple[Child, ...]
    carriers: tuple[Practitioner, ...]
    attendance: Mapping[str, Attendance]
    tasks: Mapping[str, tuple[Task, ...]]
    decisions: Mapping[str, tuple[Decision, ...]]
    split_families: frozenset[str]
    conflicts: frozenset[tuple[str, str]]
    bars: frozenset[tuple[str, str]]
    minutes: Mapping[tuple[str, str], int]

    @cached_property
    def kinds(self) -> Mapping[str, TaskKind]:
        """The policy's kinds of dated task, by id."""
        return {kind.id: kind for kind in reversed(self.policy.tasks)}

    @cached_property
    def tasks_ever(self) -> Mapping[str, tuple[Task, ...]]:
        """Every task of each child who has any, in the cycle or not."""
        return grouped(self.scenario.tasks, lambda task: task.child)

    @cached_property
    def absences(self) -> Mapping[str, int]:
        """A number for each practitioner: the same where the same days are away."""
        numbers: dict[frozenset[date], int] = {}
        return {
            name: numbers.setdefault(days.days_away, len(numbers))
            for name, days in self.attendance.items()
        }

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """The zone that each practitioner sets out from."""
        return {p.practitioner: self.zone_of(p) for p in self.scenario.practitioners}

    @cached_property
    def roads(self) -> Mapping[str, frozenset[str]]:
        """The zones to or from which each zone has a travel row."""
        ways = [way for one, two in self.minutes for way in ((one, two), (two, one))]
        found = grouped(ways, lambda way: way[0])
        return {zone: frozenset(to for _, to in rows) for zone, rows in found.items()}

    @cached_property
    def absent(self) -> frozenset[str]:
        """Who has no working day in the cycle."""
        return frozenset(name for name, days in self.attendance.items() if not days.present)

    @cached_property
    def away_too_long(self) -> frozenset[str]:
        """Who has a leave in the cycle longer than an intensive infant may go unseen."""
        most = self.policy.standards.intensive_away_days
        return frozenset(n for n, days in self.attendance.items() if days.leave_longer_than(most))

    def home_zone(self, child: Child) -> str:
        """Give the child's zone; blank means the team's base."""
        return child.zone or self.base(child.team)

    def base(self, team: str) -> str:
        """Give the team's base zone, blank where none is named."""
        return self.scenario.bases.get(team, "")

    def zone_of(self, practitioner: Practitioner) -> str:
        """Give the practitioner's zone; blank means the team's base."""
        return practitioner.zone or self.base(practitioner.team)

    def travel(self, origin: str, destination: str) -> int:
        """Give minutes one way, from the travel table or the policy's defaults."""
        hours = self.policy.hours
        if origin == destination and (origin, destination) not in self.minutes:
            return hours.travel_same_zone_minutes
        for pair in ((origin, destination), (destination, origin)):
            if pair in self.minutes:
                return self.minutes[pair]
        return hours.travel_other_zone_minutes

    def decided(self, child: str, kind: DecisionKind) -> tuple[Decision, ...]:
        """Give the manager's decisions of one kind on one child."""
        return tuple(row for row in self.decisions.get(child, ()) if row.kind is kind)

    def barred(self, child: Child, practitioner: str) -> bool:
        """Whether a bar or a conflict stands between this child and the practitioner."""
        if (child.family, practitioner) in self.conflicts:
            return True
        return (child.child, practitioner) in self.bars


def gather(scenario: Scenario, policy: Policy, priorities: Priorities) -> Facts:
    """Index a scenario; everything is sorted by id, so row order changes nothing."""
    cycle = Cycle(scenario.as_at, scenario.cycle_days)
    present = {p.practitioner: attendance(p, scenario.leave, cycle) for p in scenario.practitioners}
    families = {child.child: child.family for child in scenario.children}
    split = frozenset(families[row.child] for row in _rows(scenario, DecisionKind.SPLIT))
    return Facts(
        scenario=scenario,
        policy=policy,
        scores=priorities.scores,
        cycle=cycle,
        month=Fraction(scenario.cycle_days) / Fraction(policy.hours.days_per_month),
        open_children=tuple(
            sorted(
                (c for c in scenario.children if c.status is CaseStatus.OPEN),
                key=lambda c: c.child,
            )
        ),
        carriers=tuple(
            sorted(
                (
                    p
                    for p in scenario.practitioners
                    if p.grade.carries and present[p.practitioner].in_team
                ),
                key=lambda p: p.practitioner,
            )
        ),
        attendance=present,
        tasks=_tasks_in_cycle(scenario, cycle),
        decisions=_by_child(scenario),
        split_families=split,
        conflicts=frozenset(
            (families[row.child], row.practitioner)
            for row in _rows(scenario, DecisionKind.CONFLICT)
        ),
        bars=_bars(scenario, split),
        minutes={(row.origin, row.destination): row.minutes for row in scenario.travel},
    )


def _rows(scenario: Scenario, kind: DecisionKind) -> tuple[Decision, ...]:
    return tuple(row for row in scenario.decisions if row.kind is kind)


def _bars(scenario: Scenario, split: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Spread each bar over the siblings, unless the family is split."""
    families = {child.child: child.family for child in scenario.children}
    members: defaultdict[str, list[str]] = defaultdict(list)
    for child, family in families.items():
        members[family].append(child)
    return frozenset(
        (child, row.practitioner)
        for row in _rows(scenario, DecisionKind.BAR)
        for child in ([row.child] if families[row.child] in split else members[families[row.child]])
    )


def _tasks_in_cycle(scenario: Scenario, cycle: Cycle) -> dict[str, tuple[Task, ...]]:
    found: defaultdict[str, list[Task]] = defaultdict(list)
    for task in scenario.tasks:
        if cycle.holds(task.due):
            found[task.child].append(task)
    return {
        child: tuple(sorted(tasks, key=lambda t: (t.due, t.task, t.hours or 0)))
        for child, tasks in found.items()
    }


def _by_child(scenario: Scenario) -> dict[str, tuple[Decision, ...]]:
    found: defaultdict[str, list[Decision]] = defaultdict(list)
    for row in scenario.decisions:
        found[row.child].append(row)
    return {
        child: tuple(sorted(rows, key=lambda r: (r.kind, r.practitioner)))
        for child, rows in found.items()
    }
