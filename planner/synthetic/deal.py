"""Deal families to practitioners as a team might have done over the months.

No plan is made here: the dealing follows the tiers only roughly, so that the
planner finds something to improve, and leaves each practitioner a few hours.
"""

from collections.abc import Mapping
from math import ceil, floor
from random import Random

from planner.data.problem import Carrier, Pair, Problem, Unit
from planner.synthetic.fill import fill
from planner.synthetic.shares import Shares


class Hand:
    """Who holds which unit so far, and how many hours of each practitioner that takes."""

    def __init__(self, problem: Problem, room: float) -> None:
        self.problem = problem
        self.holder: dict[str, str] = {}
        self.load = {carrier.id: 0 for carrier in problem.carriers}
        self.intensive = {carrier.id: 0 for carrier in problem.carriers}
        self.room = room

    def give(self, unit: Unit, carrier: str) -> None:
        """Let this practitioner hold the unit."""
        self.holder[unit.id] = carrier
        self.load[carrier] += self.problem.pairs[unit.id, carrier].demand_half_hours
        self.intensive[carrier] += unit.intensive_infants

    def release(self, unit: Unit) -> None:
        """Let the unit await allocation again."""
        carrier = self.holder.pop(unit.id)
        self.load[carrier] -= self.problem.pairs[unit.id, carrier].demand_half_hours
        self.intensive[carrier] -= unit.intensive_infants

    def can_take(self, unit: Unit, carrier: Carrier, share: float) -> bool:
        """Whether the unit may go to this practitioner and leaves this share of hours or less."""
        pair = self.problem.pairs[unit.id, carrier.id]
        room = share * carrier.capacity_half_hours - self.load[carrier.id]
        intensive = self.intensive[carrier.id] + unit.intensive_infants
        most = carrier.intensive_limit
        fits = pair.demand_half_hours <= room and (most is None or intensive <= most)
        return fits and _suitable(pair)

    @property
    def awaiting(self) -> tuple[Unit, ...]:
        """The units nobody holds."""
        return tuple(unit for unit in self.problem.units if unit.id not in self.holder)

    @property
    def awaiting_share(self) -> float:
        """The share of open children in units that nobody holds."""
        open_children = sum(len(unit.children) for unit in self.problem.units)
        return sum(len(unit.children) for unit in self.awaiting) / max(open_children, 1)


def deal(problem: Problem, rng: Random, shares: Shares, room: float = 1.0) -> Hand:
    """Say who holds which unit: each practitioner keeps a few per cent of hours free.

    ``problem`` has no holders and counts no handover; ``room`` scales the band
    where there are more hours than the usual share of children fills. Mandatory units come
    first, then units by tier with chance, until each practitioner is part
    full; then each one's hours are filled to the band.
    """
    hand = Hand(problem, room)
    worth = _worth(problem, rng, shares)
    part = shares.of("deal")["part_full"] * hand.room
    for unit in sorted(problem.units, key=lambda unit: worth[unit.id], reverse=True):
        _give_to_freest(hand, unit, 1.0 if unit.mandatory else part)
    carriers = [carrier for carrier in problem.carriers if carrier.capacity_half_hours]
    rng.shuffle(carriers)
    for carrier in carriers:
        _top_up(hand, carrier, worth, shares)
    for _ in range(int(shares.of("deal")["redeals"])):
        outside = [carrier for carrier in carriers if not _in_band(hand, carrier, shares)]
        if outside and len(carriers) > 1:
            _redeal(hand, rng.choice(outside), rng.choice(carriers), worth, shares)
    return hand


def room_used(problem: Problem, shares: Shares) -> float:
    """Give the share of hours that the usual share of children held would fill, at most 1."""
    carriers = {c.id: c.capacity_half_hours for c in problem.carriers}
    demand = sum(pair.demand_half_hours for pair in problem.pairs.values()) / max(1, len(carriers))
    free = shares.of("free")
    usable = sum(carriers.values()) * (1 - (free["least"] + free["most"]) / 2)
    return min(1.0, (1 - shares.of("awaiting")["share"]) * demand / max(usable, 1))


def _worth(problem: Problem, rng: Random, shares: Shares) -> dict[str, float]:
    weights = shares.of("deal")
    spread = weights["chance"]
    return {
        unit.id: weights[unit.tier.value] * rng.uniform(1 - spread, 1 + spread)
        for unit in sorted(problem.units, key=lambda unit: unit.id)
    }


def _give_to_freest(hand: Hand, unit: Unit, share: float) -> None:
    """Give the unit to who is least loaded for its hours, near zones first among equals."""
    possible = [c for c in hand.problem.carriers if hand.can_take(unit, c, share)]
    if possible:
        best = min(possible, key=lambda c: (_loaded(hand, unit, c), c.id))
        hand.give(unit, best.id)


def _loaded(hand: Hand, unit: Unit, carrier: Carrier) -> float:
    demand = hand.problem.pairs[unit.id, carrier.id].demand_half_hours
    return (hand.load[carrier.id] + demand) / carrier.capacity_half_hours


def _top_up(hand: Hand, carrier: Carrier, worth: Mapping[str, float], shares: Shares) -> None:
    """Fill the practitioner's hours to the band from what awaits, the worthiest first."""
    least, most = _band(hand, carrier, shares)
    units = [u for u in hand.awaiting if hand.can_take(u, carrier, 1.0)]
    hours = [hand.problem.pairs[u.id, carrier.id].demand_half_hours for u in units]
    values = [worth[u.id] * h for u, h in zip(units, hours, strict=True)]
    load = hand.load[carrier.id]
    for position in fill(hours, values, least - load, max(0, most - load)):
        hand.give(units[position], carrier.id)


def _redeal(
    hand: Hand, outside: Carrier, other: Carrier, worth: Mapping[str, float], shares: Shares
) -> None:
    """Let two practitioners start again, whoever is outside the band first."""
    for unit in hand.problem.units:
        if hand.holder.get(unit.id) in (outside.id, other.id) and not unit.mandatory:
            hand.release(unit)
    _top_up(hand, outside, worth, shares)
    if other is not outside:
        _top_up(hand, other, worth, shares)


def _band(hand: Hand, carrier: Carrier, shares: Shares) -> tuple[int, int]:
    free = shares.of("free")
    capacity = carrier.capacity_half_hours * hand.room
    return ceil((1 - free["most"]) * capacity), floor((1 - free["least"]) * capacity)


def _in_band(hand: Hand, carrier: Carrier, shares: Shares) -> bool:
    least, most = _band(hand, carrier, shares)
    return least <= hand.load[carrier.id] <= most


def _suitable(pair: Pair) -> bool:
    barred = pair.absent or pair.away_too_long or pair.conflict or pair.barred
    return not (barred or pair.out_of_reach or pair.lacks)
