"""The second source: every arrangement of a tiny team, tried one by one.

Written from the design's *The model* and `docs/model.md` by someone who has not seen the planner's
rules, terms, model or verifier. All assignments of units to carriers, or to nobody, are tried; for
each the missed contacts are chosen best; what is left is judged stage by stage (section 7).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import ceil
from typing import NamedTuple

from planner.data.policy import Policy
from planner.data.scenario import Child, Scenario
from planner.data.vocabulary import Band, Tier
from tests.oracle_limits import Burden, Rules
from tests.oracle_office import OracleUnit
from tests.oracle_pool import Missed, Pools
from tests.oracle_scores import OracleScore
from tests.oracle_workload import Measure

GIVING = (
    "0 de-allocations",
    "0 changes",
    "0 new families",
    "0 counts",
    "0 hours",
    "0 short",
)
BANDS = ("2a", "2b", "2c")
LATER = ("3a", "3b", "3c", "4a", "4b", "5a", "5b")
STAGES = (*GIVING, "1", *BANDS, "2d", *LATER)
UNSEEN_DAYS = 999
MOST_LOAD = 20


class OracleResult(NamedTuple):
    """What is best for a team.

    ``unmet`` are mandatory units that nobody can hold: where there are any, the rest is the best
    plan with that requirement dropped. ``stages`` is empty where nothing is feasible; ``optima``
    has every best arrangement before the hashed tie-break, as sorted (unit, holder) pairs.
    ``ceiling`` is the stage 1 value without de-allocations, where that binds.
    """

    feasible: bool
    unmet: tuple[str, ...]
    stages: Mapping[str, int]
    optima: frozenset[tuple[tuple[str, str], ...]]
    ceiling: int | None = None

    @property
    def compliant(self) -> bool:
        """Whether a plan exists that meets every mandatory allocation."""
        return self.feasible and not self.unmet


class Evaluation(NamedTuple):
    """The rules an arrangement breaks, and its value by stage."""

    violated: tuple[str, ...]
    stages: Mapping[str, int]


def solve(scenario: Scenario, policy: Policy) -> OracleResult:
    """Try every arrangement and give the best by the order of stages."""
    team = Team(scenario, policy)
    allowed, widened = scenario.limits.deallocations, scenario.limits.deallocate_for_any
    usual = ["1", *BANDS, *LATER]
    feasible = [a for a in team.arrangements() if a.feasible]
    plain = _best([a for a in feasible if a.within(0)], GIVING, 0)
    if not allowed:
        return _result(team, _best(plain, usual, 0), 0, None)
    some = _best([a for a in feasible if a.within(allowed)], GIVING, allowed)
    if widened:
        return _result(team, _best(some, usual, allowed), allowed, None)
    if not plain or plain[0].giving(0) != some[0].giving(allowed):
        order = ["1", *BANDS, "2d", *LATER]
        return _result(team, _best(some, order, allowed), allowed, None)
    ceiling = min(a.stage("1", 0) for a in plain)
    some = [a for a in some if a.stage("1", allowed) <= ceiling]
    order = [*BANDS, "2d", "1", *LATER]
    return _result(team, _best(some, order, allowed), allowed, ceiling)


def evaluate(scenario: Scenario, policy: Policy, holders: Mapping[str, str]) -> Evaluation:
    """Score one arrangement; only what is missed is chosen, as well as can be."""
    team = Team(scenario, policy)
    found = Arrangement(team, {u.id: holders.get(u.id, "") for u in team.units})
    allowed = scenario.limits.deallocations
    broken = {rule for rule, _ in found.broken}
    if not found.within(allowed):
        broken.add("de-allocations")
    return Evaluation(tuple(sorted(broken)), found.stages(allowed))


def _best(found: list["Arrangement"], order: "Stages", allowed: int) -> list["Arrangement"]:
    for stage in order:
        least = min((a.stage(stage, allowed) for a in found), default=0)
        found = [a for a in found if a.stage(stage, allowed) == least]
    return found


def _result(
    team: "Team", best: list["Arrangement"], allowed: int, ceiling: int | None
) -> OracleResult:
    return OracleResult(
        feasible=bool(best),
        unmet=tuple(sorted(team.unmet)),
        stages=best[0].stages(allowed) if best else {},
        optima=frozenset(tuple(sorted(a.holders.items())) for a in best),
        ceiling=ceiling,
    )


Stages = list[str] | tuple[str, ...]


class Team:
    """A scenario with everything that does not depend on the arrangement."""

    def __init__(self, scenario: Scenario, policy: Policy) -> None:
        self.scenario, self.policy = scenario, policy
        self.measure = Measure(scenario, policy)
        self.rules, self.pools = Rules(self.measure), Pools(self.measure)
        self.units, self.scores = self.measure.units, self.measure.scores
        self.unmet = self.rules.unmet()
        self.may_exceed = self.rules.may_exceed()
        self.changes_limit = self.rules.changes_limit()

    def arrangements(self) -> Iterator["Arrangement"]:
        """Try every carrier without a barrier, or nobody, for every unit."""
        names = list(self.measure.carriers)
        options = [
            ["", *(n for n in names if not self.rules.barriers[u.id, n])] for u in self.units
        ]
        for chosen in product(*options):
            ids = (u.id for u in self.units)
            yield Arrangement(self, dict(zip(ids, chosen, strict=True)))


@dataclass(frozen=True, eq=False)
class Arrangement:
    """Who holds which unit, and what follows from it."""

    team: Team
    holders: dict[str, str]

    def holder(self, unit: OracleUnit) -> str:
        """Who holds the unit; blank while it awaits."""
        return self.holders[unit.id]

    @cached_property
    def awaiting(self) -> list[OracleUnit]:
        """Units that nobody holds."""
        return [u for u in self.team.units if not self.holder(u)]

    @cached_property
    def changed(self) -> list[OracleUnit]:
        """Units held now by one practitioner and in the arrangement by another."""
        units = self.team.units
        return [u for u in units if u.holder and self.holder(u) not in ("", u.holder)]

    @cached_property
    def deallocated(self) -> list[Child]:
        """Children who are held now and await in the arrangement."""
        return [c for u in self.awaiting for c in u.children if c.child in u.held]

    # Rules

    @cached_property
    def burdens(self) -> dict[str, Burden]:
        """Judge every carrier's units."""
        rules = self.team.rules
        found = {}
        for name in self.team.measure.carriers:
            taken = frozenset(u for u, p in self.holders.items() if p == name)
            lost = frozenset(u.id for u in self.changed if u.holder == name)
            found[name] = rules.burden(name, taken, lost)
        return found

    @cached_property
    def broken(self) -> list[tuple[str, str]]:
        """Give (rule, practitioner or unit) for every rule broken, de-allocations apart."""
        team = self.team
        found = [(rule, name) for name, b in self.burdens.items() for rule in b.broken]
        found += [("mandatory allocation", u.id) for u in self.awaiting if u.mandatory]
        found += [
            ("pin", u.id) for u in team.units if u.pinned_to and self.holder(u) != u.pinned_to
        ]
        if len(self.changed) > team.changes_limit and not team.may_exceed:
            found.append(("changes", ""))
        return found

    @property
    def feasible(self) -> bool:
        """Nothing broken but the mandatory allocation of a unit that nobody can hold."""
        return all(
            rule == "mandatory allocation" and unit in self.team.unmet for rule, unit in self.broken
        )

    def within(self, allowed: int) -> bool:
        """Whether no more children are de-allocated than allowed, or the limit may give way."""
        return self.team.may_exceed or len(self.deallocated) <= allowed

    # Stages

    @cached_property
    def missed(self) -> list[Missed]:
        """Choose what each team misses."""
        hours = {name: b.case_hours for name, b in self.burdens.items()}
        pools = self.team.pools
        return [pools.missed(team, self.holders, hours) for team in pools.teams]

    def giving(self, allowed: int) -> list[int]:
        """Give the parts of stage 0."""
        return [self.stage(part, allowed) for part in GIVING]

    def stages(self, allowed: int) -> dict[str, int]:
        """Give every stage's value."""
        return {stage: self.stage(stage, allowed) for stage in STAGES}

    def stage(self, stage: str, allowed: int) -> int:
        """Give one stage's value; less is better."""
        if stage == "0 de-allocations":
            return max(0, len(self.deallocated) - allowed)
        if stage not in self._values:
            self._values[stage] = self._value(stage)
        return self._values[stage]

    @cached_property
    def _values(self) -> dict[str, int]:
        return {}

    def _value(self, stage: str) -> int:
        burdens = self.burdens.values()
        values: dict[str, Callable[[], int]] = {
            "0 changes": lambda: max(0, len(self.changed) - self.team.changes_limit),
            "0 new families": lambda: sum(b.new_families for b in burdens),
            "0 counts": lambda: sum(b.counts for b in burdens),
            "0 hours": lambda: sum(b.hours for b in burdens),
            "0 short": lambda: sum(m.short for m in self.missed),
            "1": lambda: sum(m.watched for m in self.missed),
            "2a": lambda: self._high(Band.A),
            "2b": lambda: self._high(Band.B),
            "2c": lambda: self._high(Band.C),
            "2d": lambda: len(self.deallocated),
            "3a": self._next,
            "3b": lambda: self._next() + self._coverage(Tier.REMAINING),
            "3c": lambda: sum(m.oversight for m in self.missed),
            "4a": lambda: sum(self._load(name) ** 2 for name in self.burdens),
            "4b": self._travel,
            "5a": lambda: sum(self._unseen(c) for u in self.awaiting for c in u.children),
            "5b": lambda: sum(self._waited(c) for u in self.awaiting for c in u.children),
        }
        return values[stage]()

    def _score(self, child: Child) -> OracleScore:
        return self.team.scores[child.child]

    def _high(self, band: Band) -> int:
        """Points awaiting in the band, and what de-allocating its children costs."""
        awaiting = [self._score(c) for u in self.awaiting for c in u.children]
        lost = [self._score(c) for c in self.deallocated]
        rate = self.team.policy.rates.deallocation_high
        points = sum(s.points for s in awaiting if s.band == band)
        return points + sum(s.impact + rate for s in lost if s.band == band)

    def _coverage(self, tier: Tier) -> int:
        """Points awaiting in the tier, and what de-allocating its children costs."""
        awaiting = [self._score(c) for u in self.awaiting for c in u.children]
        lost = [self._score(c) for c in self.deallocated]
        rate = self.team.policy.rates.deallocation
        points = sum(s.points for s in awaiting if s.tier == tier)
        return points + sum(s.impact + rate for s in lost if s.tier == tier)

    def _next(self) -> int:
        rates, people = self.team.policy.rates, self.team.measure.people
        borrowed = [
            u
            for u in self.team.units
            if self.holder(u) not in ("", u.holder) and people[self.holder(u)].team != u.team
        ]
        moves = rates.change * len(self.changed) + rates.borrowed * len(borrowed)
        return self._coverage(Tier.NEXT) + moves + sum(m.points for m in self.missed)

    def _load(self, name: str) -> int:
        """Tenths of capacity in use, rounded up, at most twenty; nothing for those away."""
        used, capacity = self.burdens[name].case_hours, self.team.pools.capacity[name]
        if not used or not self.team.measure.present(name):
            return 0
        return min(MOST_LOAD, ceil(10 * used / capacity)) if capacity else MOST_LOAD

    def _travel(self) -> int:
        held = [(u, self.holder(u)) for u in self.team.units if self.holder(u)]
        return sum(self.team.measure.travel(u, name) for u, name in held)

    def _unseen(self, child: Child) -> int:
        if child.last_seen is None:
            return UNSEEN_DAYS
        return max(0, (self.team.scenario.as_at - child.last_seen).days)

    def _waited(self, child: Child) -> int:
        if child.holder or child.since is None:
            return 0
        return max(0, (self.team.scenario.as_at - child.since).days)
