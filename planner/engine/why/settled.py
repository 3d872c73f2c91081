"""Settled, your call, not possible: what all equally good plans share, and where they differ."""

from collections.abc import Sequence
from typing import Unpack

from planner.data.explanation import Latitude, OtherPlan, Placed, Settled
from planner.data.plan import Choices
from planner.data.policy import Policy
from planner.data.problem import Unit
from planner.data.scenario import Scenario
from planner.engine.question import Asking, Question, ask_of_a_plan
from planner.engine.why.shifts import shifts
from planner.errors import VerifierDisagrees
from planner.model import Ceiling, Farthest, Occurring, farthest, occurring
from planner.verify import verify_choices

MOST_OTHERS = 5

# Only these stages may be worse, by the tolerance that was asked for.
_TOLERANT = frozenset({"3a", "3b"})
_LAST = "3c"


def settled(
    scenario: Scenario,
    policy: Policy,
    *,
    tolerance: int = 0,
    others: int = MOST_OTHERS,
    **asking: Unpack[Asking],
) -> Settled:
    """Find what every equally good plan shares, and what is the manager's to choose.

    Plans are equally good where their policy stages (0 to 3) cost the same;
    load, travel and ties are no reason to prefer one (``docs/questions.md``, 4).

    Parameters
    ----------
    tolerance : int
        How many points worse a plan may be in stages 3a and 3b.
    others : int
        How many other plans to describe, each as far as can be from those before.
    **asking : Asking
        The plan in hand, the time there is, and so on.
    """
    question = ask_of_a_plan(scenario, policy, **asking)
    ceilings = _ceilings(question, tolerance)
    question.told(0, 1 + others, "which placements occur")
    found = occurring(question.problem, ceilings, question.choices, question.clock)
    _confirm(question, found.witnesses)
    apart = tuple(_others(question, ceilings, found, others))
    best = all(line.proven for line in question.ledger if line.policy)
    return Settled(
        scenario=scenario.name,
        tolerance=tolerance,
        units=tuple(
            _placed(unit, question.choices, found, best) for unit in question.problem.units
        ),
        others=apart,
        proven=best and found.proven and all(other.proven for other in apart),
        seconds=round(question.clock.spent, 3),
    )


def _ceilings(question: Question, tolerance: int) -> tuple[Ceiling, ...]:
    """Let policy stages cost what the best plan does, some of them the tolerance more."""
    return tuple(
        (tuple(line.terms), line.value + (tolerance if line.id in _TOLERANT else 0))
        for line in question.ledger
        if line.policy and not (tolerance and line.id == _LAST)
    )


def _confirm(question: Question, plans: Sequence[Choices]) -> None:
    """Let no plan into the answer that the verifier does not confirm."""
    for choices in plans:
        disagreed = verify_choices(question.problem, choices, ())
        if disagreed:
            raise VerifierDisagrees(disagreed)


def _placed(unit: Unit, choices: Choices, found: Occurring, best: bool) -> Placed:
    holders = tuple(sorted(found.placements[unit.id]))
    return Placed(
        unit=unit.id,
        children=unit.children,
        tier=unit.tier,
        latitude=_latitude(holders, certain=best and found.proven),
        holder=choices.holders[unit.id],
        holders=holders,
    )


def _latitude(holders: Sequence[str], *, certain: bool) -> Latitude:
    if len(holders) > 1:
        return Latitude.YOUR_CALL
    if not certain:
        return Latitude.UNKNOWN
    return Latitude.SETTLED if holders[0] else Latitude.NOT_POSSIBLE


def _others(
    question: Question, ceilings: Sequence[Ceiling], found: Occurring, most: int
) -> list[OtherPlan]:
    """Describe other plans, none where every unit has one placement only."""
    if found.proven and all(len(holders) == 1 for holders in found.placements.values()):
        return []
    plans, described = [question.choices], list[OtherPlan]()
    for number in range(most):
        question.told(1 + number, 1 + most, "another plan as good")
        other = farthest(question.problem, ceilings, plans, question.clock)
        if other.choices is None:
            break
        _confirm(question, (other.choices,))
        plans.append(other.choices)
        described.append(_other(question, other, other.choices))
    return described


def _other(question: Question, other: Farthest, choices: Choices) -> OtherPlan:
    return OtherPlan(
        differing=other.differing,
        proven=other.proven,
        shifts=shifts(question.problem, question.choices, choices),
        holders=choices.holders,
    )
