"""What the model assigns: families, or the children of a split family one by one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from planner.data.problem import ByStage, Unit
from planner.data.scenario import Child
from planner.data.score import Score
from planner.data.vocabulary import Band, DecisionKind, Tier
from planner.workload.casework import all_task_hours, oversight
from planner.workload.contact import trip_hours, waiting_places
from planner.workload.facts import Facts
from planner.workload.holding import holders_now
from planner.workload.rounding import half_hours_up

# A child whose last contact is not recorded ranks before anyone seen in the last two years.
_NEVER_SEEN_DAYS = 999

_TIERS = tuple(Tier)
_BANDS = {Band.A: "high_a", Band.B: "high_b", Band.C: "high_c"}


@dataclass(frozen=True)
class Members:
    """A unit's children with the holder of the whole unit."""

    id: str
    children: tuple[Child, ...]
    holder: str
    held: frozenset[str]


def group(facts: Facts) -> tuple[Members, ...]:
    """Form the units: siblings together, unless split, held apart or in two teams."""
    now = holders_now(facts)
    families: defaultdict[str, list[Child]] = defaultdict(list)
    for child in facts.open_children:
        families[child.family].append(child)
    return tuple(
        unit
        for family, children in sorted(families.items())
        for unit in _units(facts, family, children, now)
    )


def measure(facts: Facts, members: Members) -> Unit:
    """Make the unit's record: tier, points, impact, holder and waiting hours."""
    children = members.children
    scores = [facts.scores[child.child] for child in children]
    pins = [row for c in children for row in facts.decided(c.child, DecisionKind.PIN)]
    return Unit(
        id=members.id,
        family=children[0].family,
        team=children[0].team,
        children=tuple(child.child for child in children),
        tier=min((score.tier for score in scores), key=_TIERS.index),
        mandatory=any(score.tier is Tier.MANDATORY for score in scores),
        holder=members.holder,
        former=_former(members),
        held_children=len(members.held),
        intensive_infants=sum(score.tier is Tier.MANDATORY for score in scores),
        high_children=sum(score.high for score in scores),
        points=_by_stage((score, score.points) for score in scores),
        impact=_by_stage((s, s.impact) for s in scores if s.child in members.held),
        held_by_stage=_by_stage((s, 1) for s in scores if s.child in members.held),
        waiting_half_hours=half_hours_up(_waiting(facts, children)),
        pinned_to=pins[0].practitioner if pins else "",
        pin_waived=any(pin.waiver for pin in pins),
        days_unseen=sum(_days_unseen(facts, child) for child in children),
        days_awaiting=sum(_days_awaiting(facts, child) for child in children),
    )


def _units(
    facts: Facts, family: str, children: Sequence[Child], now: Mapping[str, str]
) -> list[Members]:
    holders = {now[child.child] for child in children} - {""}
    teams = {child.team for child in children}
    if family in facts.split_families or len(holders) > 1 or len(teams) > 1:
        return [_members(f"{family}/{child.child}", (child,), now) for child in children]
    return [_members(family, children, now)]


def _members(identity: str, children: Sequence[Child], now: Mapping[str, str]) -> Members:
    held = [child.child for child in children if now[child.child]]
    return Members(
        id=identity,
        children=tuple(children),
        holder=now[held[0]] if held else "",
        held=frozenset(held),
    )


def _former(members: Members) -> str:
    if members.holder:
        return ""
    return next((child.holder for child in members.children if child.holder), "")


def _by_stage(amounts: Iterable[tuple[Score, int]]) -> ByStage:
    sums: defaultdict[str, int] = defaultdict(int)
    for score, amount in amounts:
        if score.tier is Tier.HIGH and score.band is not None:
            sums[_BANDS[score.band]] += amount
        elif score.tier is Tier.NEXT:
            sums["next"] += amount
        elif score.tier is Tier.REMAINING:
            sums["remaining"] += amount
    return ByStage(**sums)


def _waiting(facts: Facts, children: Sequence[Child]) -> Fraction:
    base = facts.base(children[0].team)
    hours = oversight(facts, children)
    for place in waiting_places(facts, children):
        hours += place.trips * trip_hours(facts, place, base)
    tasks = [task for child in children for task in facts.tasks.get(child.child, ())]
    return hours + all_task_hours(facts, tasks) if tasks else hours


def _days_unseen(facts: Facts, child: Child) -> int:
    if child.last_seen is None:
        return _NEVER_SEEN_DAYS
    return max(0, (facts.scenario.as_at - child.last_seen).days)


def _days_awaiting(facts: Facts, child: Child) -> int:
    if child.holder or child.since is None:
        return 0
    return max(0, (facts.scenario.as_at - child.since).days)
