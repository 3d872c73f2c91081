"""Calibrate a synthetic team: holders near their hours, and a duty pool about right."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from planner.data.policy import Policy
from planner.data.problem import Problem
from planner.data.scenario import Practitioner, Scenario
from planner.data.score import Priorities
from planner.data.vocabulary import CaseStatus, Grade
from planner.principles import prioritise
from planner.synthetic.deal import Hand, deal, room_used
from planner.synthetic.draw import between, stream
from planner.synthetic.shares import Shares
from planner.workload import build

_LEAST, _MOST = 70, 100
_NO_HANDOVER = {"handover_taker": Decimal(0), "handover_giver": Decimal(0)}


@dataclass(frozen=True)
class _Dealer:
    """Deals one team's families at any intensity, with the same chances at each."""

    scenario: Scenario
    policy: Policy
    priorities: Priorities
    seed: int
    shares: Shares

    def problem(self, percent: int) -> Problem:
        """Build the problem at one intensity."""
        return build(_at(self.scenario, percent), self.policy, self.priorities)

    def hand(self, percent: int, room: float = 1.0) -> Hand:
        """Deal the families at one intensity."""
        return deal(self.problem(percent), stream(self.seed, "deal"), self.shares, room)


def calibrate(
    scenario: Scenario, policy: Policy, seed: int, shares: Shares, percent: int | None = None
) -> Scenario:
    """Give a team without holders its holders, its service intensity and its duty hours.

    The intensity is the whole per cent, never below 70, at which the share of
    children awaiting comes nearest to the usual one while those who hold cases
    keep a few per cent of their hours free. A team with hours for more than
    that works at 100, with its hours evenly free. ``percent`` states the intensity.
    """
    dealer = _dealer(scenario, policy, seed, shares)
    room = room_used(dealer.problem(_MOST), shares)
    if percent is None:
        percent = _intensity(dealer) if room >= 1 else _MOST
    held = _with_holders(_at(scenario, percent), dealer.hand(percent, room).holder)
    return with_duty(held, policy, between(stream(seed, "duty"), shares.of("duty")), shares)


def intensity(scenario: Scenario, policy: Policy, seed: int, shares: Shares) -> int:
    """Give the per cent at which a team without holders would work by itself."""
    dealer = _dealer(scenario, policy, seed, shares)
    return _intensity(dealer) if room_used(dealer.problem(_MOST), shares) >= 1 else _MOST


def _dealer(scenario: Scenario, policy: Policy, seed: int, shares: Shares) -> _Dealer:
    plain = policy.model_copy(update={"hours": policy.hours.model_copy(update=_NO_HANDOVER)})
    return _Dealer(scenario, plain, prioritise(scenario, policy), seed, shares)


def with_duty(scenario: Scenario, policy: Policy, spare: float, shares: Shares) -> Scenario:
    """Give practice support the duty hours that fit what awaits, with so many to spare."""
    support = [p for p in scenario.practitioners if p.grade is Grade.CPP2]
    problem = build(scenario, policy, prioritise(scenario, policy))
    needed = duty_needed(problem) + spare
    most = shares.of("support")["most_hours"]
    each = round(2 * min(max(needed / max(len(support), 1), 0), most)) / 2
    return scenario.model_copy(
        update={"practitioners": tuple(_on_duty(p, each) for p in scenario.practitioners)}
    )


def duty_needed(problem: Problem) -> float:
    """Give the hours of duty that a team needs beyond what its own practitioners leave free.

    Waiting, cover and contracted hours, less capacity not used by present
    practitioners: the duty pool of the team as it stands.
    """
    held = [unit for unit in problem.units if unit.holder]
    pairs = [problem.pairs[unit.id, unit.holder] for unit in held]
    present = [c for c in problem.carriers if c.present]
    waiting = sum(unit.waiting_half_hours for unit in problem.units if not unit.holder)
    fixed = sum(pool.contracted_half_hours + pool.reserve_half_hours for pool in problem.pools)
    cover = sum(pair.cover_half_hours for pair in pairs)
    names = {c.id for c in present}
    demand = sum(pair.demand_half_hours for pair in pairs if pair.practitioner in names)
    return (waiting + cover + fixed + demand - sum(c.capacity_half_hours for c in present)) / 2


def _intensity(dealer: _Dealer) -> int:
    """Search by halves for the per cent that leaves the usual share of children awaiting."""
    usual = dealer.shares.of("awaiting")["share"]
    share: dict[int, float] = {}

    def awaiting(percent: int) -> float:
        if percent not in share:
            share[percent] = dealer.hand(percent).awaiting_share
        return share[percent]

    low, high = _LEAST, _MOST
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if awaiting(middle) > usual else (middle, high)
    return min((high, low), key=lambda percent: abs(awaiting(percent) - usual))


def _at(scenario: Scenario, percent: int) -> Scenario:
    limits = {"service_intensity": Decimal(percent) / 100, "calibrated": scenario.as_at}
    return scenario.model_copy(update={"limits": scenario.limits.model_copy(update=limits)})


def _with_holders(scenario: Scenario, holders: Mapping[str, str]) -> Scenario:
    children = tuple(
        child.model_copy(update={"holder": holders.get(child.family, "")})
        if child.status is CaseStatus.OPEN
        else child
        for child in scenario.children
    )
    return scenario.model_copy(update={"children": children})


def _on_duty(practitioner: Practitioner, hours: float) -> Practitioner:
    if practitioner.grade is not Grade.CPP2:
        return practitioner
    return practitioner.model_copy(update={"duty_hours": Decimal(str(hours))})
