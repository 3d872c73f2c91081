"""Limits that add up over what one practitioner holds, and bind what is taken on.

With amounts ``a``, limit ``L`` and ``held`` = the sum over units held now:

1. total <= max(L, held) + what gives way for exempt units (``strict``: L);
2. where anything that counts is newly taken on, exempt units aside: total <= L.

An exempt unit is mandatory, or pinned here with the manager's waiver.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from planner.data.board import Board, Fresh, Give, Key, Take
from planner.data.plan import Choices, Finding, GivenWay
from planner.data.problem import Carrier, Pair, Problem, Unit
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
            for unit in problem.units
            if unit.holder == carrier.id
        )

    def ceiling(self, problem: Problem, carrier: Carrier, limit: int) -> int:
        """Give the effective limit: the larger of limit and held, or ``strict`` the limit."""
        return limit if problem.strict else max(limit, self.held(problem, carrier))

    def exempt(self, problem: Problem, carrier: Carrier) -> tuple[Unit, ...]:
        """List the units for which this practitioner's limit may give way."""
        return tuple(
            unit
            for unit in problem.units
            if (problem.strict or unit.holder != carrier.id)
            and is_exempt(unit, carrier.id)
            and may_hold(problem, unit, carrier.id)
        )

    def fresh(self, problem: Problem, carrier: Carrier) -> tuple[Unit, ...]:
        """List the units whose taking on counts under this limit, exempt ones aside."""
        return tuple(
            unit
            for unit in problem.units
            if unit.holder != carrier.id
            and not is_exempt(unit, carrier.id)
            and self.amount(unit, problem.pairs[unit.id, carrier.id]) > 0
        )

    def total(self, problem: Problem, carrier: Carrier, choices: Choices) -> int:
        """Add up what the practitioner holds in a plan, handovers given included."""
        total = 0
        for unit in problem.units:
            holder = choices.holders[unit.id]
            if holder == carrier.id:
                total += self.amount(unit, problem.pairs[unit.id, carrier.id])
            elif self.gives_handover and unit.holder == carrier.id and holder:
                total += problem.pairs[unit.id, holder].give_half_hours
        return total


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
    total = _coefficients(limit, problem, carrier)
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
    for unit in limit.fresh(problem, carrier):
        board.row(carrier.id, {Take(unit.id, carrier.id): 1, fresh: -1}, 0)
    board.row(carrier.id, {**total, fresh: beyond}, most + beyond)


def _coefficients(limit: AdditiveLimit, problem: Problem, carrier: Carrier) -> dict[Key, int]:
    coefficients: dict[Key, int] = {}
    for unit in problem.units:
        amount = limit.amount(unit, problem.pairs[unit.id, carrier.id])
        if amount:
            coefficients[Take(unit.id, carrier.id)] = amount
        if limit.gives_handover and unit.holder == carrier.id:
            for other in problem.carriers:
                handover = problem.pairs[unit.id, other.id].give_half_hours
                if handover:
                    coefficients[Take(unit.id, other.id)] = handover
    return coefficients


def check_additive(limit: AdditiveLimit, problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find every practitioner whose total passes what this limit allows."""
    findings: list[Finding] = []
    for carrier in problem.carriers:
        most = limit.limit(carrier)
        if most is None:
            continue
        total = limit.total(problem, carrier, choices)
        allowed = _allowed(limit, problem, carrier, most, choices)
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
    limit: AdditiveLimit, problem: Problem, carrier: Carrier, most: int, choices: Choices
) -> int:
    taken = (choices.holders[unit.id] == carrier.id for unit in limit.fresh(problem, carrier))
    if any(taken):
        return most
    exempt = {unit.id: unit for unit in limit.exempt(problem, carrier)}
    given = sum(
        min(give.amount, limit.amount(exempt[give.unit], problem.pairs[give.unit, carrier.id]))
        for give in choices.gives
        if give.limit == limit.id
        and give.practitioner == carrier.id
        and give.unit in exempt
        and choices.holders[give.unit] == carrier.id
    )
    return limit.ceiling(problem, carrier, most) + given


def least_gives(limit: AdditiveLimit, problem: Problem, choices: Choices) -> Iterator[GivenWay]:
    """Yield the least by which this limit gives way, waived pins first."""
    for carrier in problem.carriers:
        most = limit.limit(carrier)
        if most is None:
            continue
        over = limit.total(problem, carrier, choices) - limit.ceiling(problem, carrier, most)
        held = [u for u in limit.exempt(problem, carrier) if choices.holders[u.id] == carrier.id]
        for unit in sorted(held, key=lambda u: (u.mandatory, u.id)):
            amount = min(over, limit.amount(unit, problem.pairs[unit.id, carrier.id]))
            if amount > 0:
                yield GivenWay(limit=limit.id, practitioner=carrier.id, unit=unit.id, amount=amount)
                over -= amount
