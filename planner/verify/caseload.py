"""The least that any caseload of one practitioner can cost at given prices.

A caseload is a set of units that the practitioner may meet and whose hours fit,
as ``docs/model.md``, section 8, has it: within the limit where a family is newly
taken on that no limit gives way for; otherwise within what is held now, or the
limit, and the hours of every unit for which limits may give way.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from planner.data.problem import Carrier, Problem, Unit
from planner.rules.moves import team_limits_may_give
from planner.verify.sheet import Sheet

Choice = tuple[int, int]
"""Half-hours and price of one more thing to hold."""


class Held(NamedTuple):
    """A unit held now: half-hours to keep it, and to hand it over at the least."""

    keep: int
    hand_over: int


@dataclass(frozen=True)
class Caseloads:
    """What one practitioner may hold, in half-hours.

    ``limit`` binds where something of ``fresh`` is taken on, ``most`` where
    nothing is. ``lost`` goes on handing over what is held now and may not be kept.
    """

    practitioner: str
    limit: int
    most: int
    lost: int
    held: Mapping[str, Held]
    exempt: Mapping[str, int]
    fresh: Mapping[str, int]

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit that the practitioner may meet."""
        return (*self.held, *self.exempt, *self.fresh)

    def least(self, prices: Mapping[str, int]) -> int | None:
        """Give the least sum of prices over the caseloads; ``None`` where there is no caseload."""
        spent = self.lost + sum(min(unit) for unit in self.held.values())
        if spent > self.most:
            return None
        certain = sum(prices[u] for u, held in self.held.items() if held.keep <= held.hand_over)
        best = [0] * (self.most - spent + 1)
        kept = (_choice(held, prices[unit]) for unit, held in self.held.items())
        best = _with(best, kept)
        best = _with(best, ((hours, prices[unit]) for unit, hours in self.exempt.items()))
        least = best[-1]
        if spent <= self.limit:
            best = best[: self.limit - spent + 1]
            best = _with(best, ((hours, prices[unit]) for unit, hours in self.fresh.items()))
            least = min(least, best[-1])
        return certain + least


def _choice(held: Held, price: int) -> Choice:
    """Give the dearer in hours of keeping and handing over, seen from the cheaper."""
    more = held.keep - held.hand_over
    return (more, price) if more > 0 else (-more, -price)


def _with(best: list[int], choices: Iterable[Choice]) -> list[int]:
    """Offer choices one by one; ``best`` has the least price for at most so many half-hours."""
    for hours, price in choices:
        if price < 0:
            taken = [cost + price for cost in best]
            best = best[:hours] + [
                one if one < other else other
                for one, other in zip(best[hours:], taken, strict=False)
            ]
    return best


def caseloads_of(problem: Problem, sheet: Sheet, over: int | None = None) -> tuple[Caseloads, ...]:
    """Give what each practitioner may hold.

    Parameters
    ----------
    over : int, optional
        The half-hours by which limits give way for mandatory units, everyone's
        together, where that is settled.
    """
    firm = problem.deallocations_limit == 0 and not team_limits_may_give(problem)
    hand_over = {
        unit.id: _hand_over(problem, sheet, unit) if firm and unit.held_children else 0
        for unit in problem.units
        if unit.holder
    }
    return tuple(
        _caseloads(problem, sheet, carrier, hand_over, over) for carrier in problem.carriers
    )


def _caseloads(
    problem: Problem,
    sheet: Sheet,
    carrier: Carrier,
    hand_over: Mapping[str, int],
    over: int | None,
) -> Caseloads:
    hours = {u.id: problem.pairs[u.id, carrier.id].demand_half_hours for u in problem.units}
    own = [unit.id for unit in problem.units if unit.holder == carrier.id]
    ceiling = carrier.limit_half_hours
    if not problem.strict:
        ceiling = max(ceiling, sum(hours[unit] for unit in own))
    meets = [unit for unit in problem.units if sheet.may_meet(unit.id, carrier.id)]
    exempt = {unit.id for unit in meets if _gives_way(unit, carrier)}
    eased = exempt if problem.strict else exempt.difference(own)
    others = [unit.id for unit in meets if unit.holder != carrier.id]
    # What needs no hours is never held back by them, so it counts with the exempt units.
    fresh = {unit: hours[unit] for unit in others if hours[unit] and unit not in exempt}
    return Caseloads(
        practitioner=carrier.id,
        limit=carrier.limit_half_hours,
        most=ceiling + _room(problem, hours, eased, over),
        lost=sum(hand_over[unit] for unit in own if not sheet.may_meet(unit, carrier.id)),
        held={u: Held(hours[u], hand_over[u]) for u in own if sheet.may_meet(u, carrier.id)},
        exempt={unit: hours[unit] for unit in others if unit not in fresh},
        fresh=fresh,
    )


def _room(
    problem: Problem, hours: Mapping[str, int], eased: Iterable[str], over: int | None
) -> int:
    """Give by how many half-hours limits can give way for some units of one practitioner."""
    mandatory = pinned = 0
    for unit in eased:
        if problem.unit(unit).mandatory:
            mandatory += hours[unit]
        else:
            pinned += hours[unit]
    return pinned + (mandatory if over is None else min(mandatory, over))


def _gives_way(unit: Unit, carrier: Carrier) -> bool:
    """Whether the practitioner's limits may give way for a unit."""
    return unit.mandatory or (unit.pin_waived and unit.pinned_to == carrier.id)


def _hand_over(problem: Problem, sheet: Sheet, unit: Unit) -> int:
    """Give the fewest half-hours in which a unit can go to another; 0 where it cannot."""
    return min(
        (
            problem.pairs[unit.id, other.id].give_half_hours
            for other in problem.carriers
            if other.id != unit.holder and sheet.may_meet(unit.id, other.id)
        ),
        default=0,
    )
