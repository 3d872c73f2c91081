"""Two managers without a solver, who know every rule and each go down the list once.

Both start from who holds what today. *By spare hours* takes all families,
highest priority first, and gives each to whoever has most spare hours, moving a
family that is held where the limit on changes still allows it. *Keep, then by
priority* leaves every present holder, and then places those who await in the
same way.
"""

import time
from collections.abc import Iterator

from benchmarks.outcome import Event, Outcome
from benchmarks.plain import LAST, broken, ledger_of, through
from planner.data.problem import Carrier, Problem, Unit
from planner.model import Clock, solve_missed
from planner.model.first import everything_missed
from planner.report import Prepared, stages_of
from planner.rules import ADDITIVE
from planner.rules.additive import AdditiveLimit, is_exempt
from planner.rules.eligible import may_hold

# What to miss is a small question, answered for the managers as it is for the planner.
_MISSED_SECONDS = 2.0


def by_spare_hours(prepared: Prepared, limit: float, seed: int) -> Outcome:
    """Give each family, highest priority first, to whoever has most spare hours."""
    return _manage(prepared, move=True)


def keep_then_by_priority(prepared: Prepared, limit: float, seed: int) -> Outcome:
    """Keep every present holder, then place who awaits, highest priority first."""
    return _manage(prepared, move=False)


def _manage(prepared: Prepared, *, move: bool) -> Outcome:
    started = time.monotonic()
    problem = prepared.problem
    stages = through(stages_of(prepared.policy, problem), LAST)
    holders = _Desk(problem).decide(move=move)
    first = time.monotonic() - started
    choices = solve_missed(problem, holders, Clock(_MISSED_SECONDS))
    if broken(problem, choices):
        choices = everything_missed(problem, holders)
    seconds = time.monotonic() - started
    ledger = ledger_of(problem, stages, choices, {})
    return Outcome(
        choices=choices,
        ledger=ledger,
        events=tuple(Event(line.id, seconds, line.value) for line in ledger),
        first_plan=first,
        seconds=seconds,
        note=broken(problem, choices),
    )


class _Desk:
    """Who holds what so far, and what each practitioner has of every limit."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.limits = {p.id: [(a, a.limit(p)) for a in ADDITIVE] for p in problem.carriers}
        self.totals = {(p.id, a.id): 0 for p in problem.carriers for a in ADDITIVE}
        self.holders = {unit.id: "" for unit in problem.units}
        self.changes_left = problem.changes_limit

    def decide(self, *, move: bool) -> dict[str, str]:
        """Go down the list once, and say who holds what."""
        for unit in self.problem.units:
            if unit.holder and may_hold(self.problem, unit, unit.holder):
                self._give(unit, unit.holder)
        if self.problem.strict:
            self._bring_within_limits()
        for unit in sorted(self.problem.units, key=_priority):
            if not self.holders[unit.id]:
                self._place(unit)
            elif move and self._may_change(unit):
                self._move(unit)
        return self.holders

    def _bring_within_limits(self) -> None:
        """Take from whoever is over, lowest priority first; who can be kept is placed again."""
        for carrier in self.problem.carriers:
            for unit in sorted(self.problem.units, key=_priority, reverse=True):
                if self._over(carrier) and self.holders[unit.id] == carrier.id:
                    self._take_back(unit)
                    self.holders[unit.id] = ""

    def _over(self, carrier: Carrier) -> bool:
        return any(
            most is not None and self.totals[carrier.id, limit.id] > most
            for limit, most in self.limits[carrier.id]
        )

    def _place(self, unit: Unit) -> None:
        able = list(self._able(unit))
        fitting = [p for p in able if self._fits(unit, p)]
        if not fitting and (unit.pinned_to or (unit.mandatory and not unit.excused)):
            fitting = able
        if unit.holder and not self.changes_left:
            fitting = [p for p in fitting if p.id == unit.holder]
        if fitting:
            chosen = max(fitting, key=self._spare).id
            self.changes_left -= int(bool(unit.holder) and chosen != unit.holder)
            self._give(unit, chosen)

    def _move(self, unit: Unit) -> None:
        """Hand a family on, where somebody else has more spare hours even without it."""
        here = self.problem.pairs[unit.id, unit.holder]
        people = {p.id: p for p in self.problem.carriers}
        spare = self._spare(people[unit.holder]) + here.demand_half_hours
        better = [p for p in self._able(unit) if self._fits(unit, p) and self._spare(p) > spare]
        if better:
            self._take_back(unit)
            self._give(unit, max(better, key=self._spare).id)
            self.changes_left -= 1

    def _may_change(self, unit: Unit) -> bool:
        return bool(unit.holder) and not unit.pinned_to and self.changes_left > 0

    def _able(self, unit: Unit) -> Iterator[Carrier]:
        for carrier in self.problem.carriers:
            pair = self.problem.pairs[unit.id, carrier.id]
            fits = not pair.lacks or pair.held or is_exempt(unit, carrier.id)
            if fits and may_hold(self.problem, unit, carrier.id):
                yield carrier

    def _fits(self, unit: Unit, carrier: Carrier) -> bool:
        return all(
            most is None or not amount or self.totals[carrier.id, limit.id] + amount <= most
            for limit, most in self.limits[carrier.id]
            for amount in [self._amount(limit, unit, carrier.id)]
        )

    def _spare(self, carrier: Carrier) -> int:
        return carrier.limit_half_hours - self.totals[carrier.id, "hours"]

    def _amount(self, limit: AdditiveLimit, unit: Unit, practitioner: str) -> int:
        return limit.amount(unit, self.problem.pairs[unit.id, practitioner])

    def _give(self, unit: Unit, practitioner: str) -> None:
        self.holders[unit.id] = practitioner
        self._count(unit, practitioner, 1)
        if unit.holder not in ("", practitioner):
            handover = self.problem.pairs[unit.id, practitioner].give_half_hours
            self.totals[unit.holder, "hours"] += handover

    def _take_back(self, unit: Unit) -> None:
        self._count(unit, self.holders[unit.id], -1)

    def _count(self, unit: Unit, practitioner: str, sign: int) -> None:
        for limit in ADDITIVE:
            self.totals[practitioner, limit.id] += sign * self._amount(limit, unit, practitioner)


def _priority(unit: Unit) -> tuple[bool, int, int, int, int, int, str]:
    points = unit.points
    return (
        not (unit.mandatory or unit.pinned_to),
        -points.high_a,
        -points.high_b,
        -points.high_c,
        -points.next,
        -points.remaining,
        unit.id,
    )
