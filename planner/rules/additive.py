"""Limits that add up over what one practitioner holds, and bind what is taken on.

With amounts ``a``, limit ``L`` and ``held`` = the sum over units held now:

1. total <= max(L, held) + what gives way for exempt units (``strict``: L);
2. where anything that counts is newly taken on, exempt units aside: total <= L.

An exempt unit is mandatory, or pinned here with the manager's waiver.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.data.board import Board, Fresh, Give, Key, Take
from planner.data.lookups import grouped
from planner.data.plan import Choices, Finding, GivenWay
from planner.data.problem import Carrier, Pair, Problem, Unit
from planner.data.takes import takes, takes_by_unit
from planner.rules.eligible import may_hold


@dataclass(frozen=True)
class AdditiveLimit:
    """One limit: the amount of a pair, the limit of a carrier, and its id.

    ``gives_handover`` adds the hours a holder spends handing a unit over.
    """

    id: str
    amount: Callable[[Unit, Pair], int]
    limit: Callable[[Carrier], int | None]
    gives_handover: bool = False

    def held(self, problem: Problem, carrier: Carrier) -> int:
        """Add up what the practitioner holds now."""
        return sum(
            self.amount(unit, problem.pairs[unit.id, carrier.id])
            for unit in problem.units_held_by.get(carrier.id, ())
        )

    def ceiling(self, problem: Problem, carrier: Carrier, limit: int) -> int:
        """Give the effective limit: the larger of limit and held, or ``strict`` the limit."""
        return limit if problem.strict else max(limit, self.held(problem, carrier))

    def exempt(self, problem: Problem, carrier: Carrier) -> tuple[Unit, ...]:
        """List the units for which this practitioner's limit may give way."""
        return tuple(
            unit for unit in problem.outranking if self.may_give(problem, unit, carrier.id)
        )

    def may_give(self, problem: Problem, unit: Unit, practitioner: str) -> bool:
        """Whether this practitioner's limit may give way for this unit."""
        return (
            (problem.strict or unit.holder != practitioner)
            and is_exempt(unit, practitioner)
            and may_hold(problem, unit, practitioner)
        )

    def fresh(self, problem: Problem, carrier: Carrier) -> tuple[Unit, ...]:
        """List the units whose taking on counts under this limit, exempt ones aside."""
        return tuple(unit for unit in problem.units if self.is_fresh(problem, unit, carrier.id))

    def is_fresh(self, problem: Problem, unit: Unit, practitioner: str) -> bool:
        """Whether taking this unit on counts under this limit; exempt ones do not."""
        return (
            unit.holder != practitioner
            and not is_exempt(unit, practitioner)
            and self.amount(unit, problem.pairs[unit.id, practitioner]) > 0
        )

    def total(
        self, problem: Problem, carrier: Carrier, taken: Iterable[Unit], choices: Choices
    ) -> int:
        """Add up what the practitioner has taken in a plan, handovers given included."""
        total = sum(self.amount(unit, problem.pairs[unit.id, carrier.id]) for unit in taken)
        if self.gives_handover:
            for unit in problem.units_held_by.get(carrier.id, ()):
                holder = choices.holders[unit.id]
                if holder not in ("", carrier.id):
                    total += problem.pairs[unit.id, holder].give_half_hours
        return total


def taken_by(problem: Problem, choices: Choices) -> Mapping[str, Sequence[Unit]]:
    """Give the units that each practitioner holds in a plan, in order."""
    return grouped(problem.units, lambda unit: choices.holders[unit.id])


def is_exempt(unit: Unit, practitioner: str) -> bool:
    """Whether limits may give way for this unit with this practitioner."""
    return unit.mandatory or (unit.pin_waived and unit.pinned_to == practitioner)


def post_additive(limit: AdditiveLimit, board: Board, problem: Problem) -> None:
    """Post one additive limit for every carrier for whom it is on."""
    for carrier in problem.carriers:
        most = limit.limit(carrier)
        if most is not None:
            _post_carrier(limit, board, problem, carrier, most)


def _post_carrier(
    limit: AdditiveLimit, board: Board, problem: Problem, carrier: Carrier, most: int
) -> None:
    total = coefficients(limit, problem, carrier)
    if not total:
        return
    ceiling = limit.ceiling(problem, carrier, most)
    exempt = limit.exempt(problem, carrier)
    room = 0
    given: dict[Key, int] = {}
    for unit in exempt:
        amount = limit.amount(unit, problem.pairs[unit.id, carrier.id])
        give = Give(limit.id, carrier.id, unit.id)
        board.count(give, amount)
        board.row(carrier.id, {give: 1, Take(unit.id, carrier.id): -amount}, 0)
        given[give] = -1
        room += amount
    board.row(carrier.id, {**total, **given}, ceiling)
    beyond = ceiling + room - most
    if beyond > 0:
        _post_nobody_given_more(limit, board, problem, carrier, total, most, beyond)


def _post_nobody_given_more(
    limit: AdditiveLimit,
    board: Board,
    problem: Problem,
    carrier: Carrier,
    total: dict[Key, int],
    most: int,
    beyond: int,
) -> None:
    fresh = Fresh(limit.id, carrier.id)
    board.count(fresh, 1)
    keys = takes(problem)
    for unit in limit.fresh(problem, carrier):
        board.row(carrier.id, {keys[unit.id, carrier.id]: 1, fresh: -1}, 0)
    board.row(carrier.id, {**total, fresh: beyond}, most + beyond)


def coefficients(limit: AdditiveLimit, problem: Problem, carrier: Carrier) -> dict[Key, int]:
    """Give what each taken pair adds to one practitioner's total, handovers given included."""
    keys, by_unit, pairs = takes(problem), takes_by_unit(problem), problem.pairs
    total: dict[Key, int] = {}
    for unit in problem.units:
        pair = unit.id, carrier.id
        amount = limit.amount(unit, pairs[pair])
        if amount:
            total[keys[pair]] = amount
        if limit.gives_handover and unit.holder == carrier.id:
            for take in by_unit[unit.id]:
                handover = pairs[unit.id, take.practitioner].give_half_hours
                if handover:
                    total[take] = handover
    return total


def check_additive(limit: AdditiveLimit, problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find every practitioner whose total passes what this limit allows."""
    findings: list[Finding] = []
    taken = taken_by(problem, choices)
    for carrier in problem.carriers:
        most = limit.limit(carrier)
        if most is None:
            continue
        own = taken.get(carrier.id, ())
        total = limit.total(problem, carrier, own, choices)
        allowed = _allowed(limit, problem, carrier, most, own, choices)
        if total > allowed:
            findings.append(
                Finding(
                    rule=limit.id,
                    practitioner=carrier.id,
                    amount=total - allowed,
                    allowed=allowed,
                )
            )
    return findings


def _allowed(
    limit: AdditiveLimit,
    problem: Problem,
    carrier: Carrier,
    most: int,
    taken: Sequence[Unit],
    choices: Choices,
) -> int:
    if any(limit.is_fresh(problem, unit, carrier.id) for unit in taken):
        return most
    exempt = {unit.id: unit for unit in taken if limit.may_give(problem, unit, carrier.id)}
    given = sum(
        min(give.amount, limit.amount(exempt[give.unit], problem.pairs[give.unit, carrier.id]))
        for give in choices.gives
        if give.limit == limit.id and give.practitioner == carrier.id and give.unit in exempt
    )
    return limit.ceiling(problem, carrier, most) + given


def least_gives(limit: AdditiveLimit, problem: Problem, choices: Choices) -> Iterator[GivenWay]:
    """Yield the least by which this limit gives way, waived pins first."""
    taken = taken_by(problem, choices)
    for carrier in problem.carriers:
        yield from gives_of(limit, problem, carrier, taken.get(carrier.id, ()), choices)


def gives_of(
    limit: AdditiveLimit,
    problem: Problem,
    carrier: Carrier,
    taken: Sequence[Unit],
    choices: Choices,
) -> Iterator[GivenWay]:
    """Yield the least by which one practitioner's limit gives way for what is taken."""
    most = limit.limit(carrier)
    if most is None:
        return
    held = [unit for unit in taken if limit.may_give(problem, unit, carrier.id)]
    if not held:
        return
    over = limit.total(problem, carrier, taken, choices) - limit.ceiling(problem, carrier, most)
    for unit in sorted(held, key=lambda u: (u.mandatory, u.id)):
        amount = min(over, limit.amount(unit, problem.pairs[unit.id, carrier.id]))
        if amount > 0:
            yield GivenWay(limit=limit.id, practitioner=carrier.id, unit=unit.id, amount=amount)
            over -= amount
