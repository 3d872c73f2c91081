"""What to change in a team so that a choice with a price becomes its what-if."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.curve import Curve, CurveOf, CurveStep
from planner.data.front import Front, FrontOf, FrontStep
from planner.data.policy import Policy
from planner.data.problem import Carrier
from planner.data.scenario import Scenario
from planner.data.score import Priorities
from planner.data.vocabulary import Tier
from planner.engine.tradeoffs.reaching import gains_in_children
from planner.report import prepare
from planner.workload import gather
from planner.workload.capacity import carrier

Changes = tuple[Adjustment, ...]
Step = FrontStep | CurveStep
_KINDS = {
    FrontOf.DEALLOCATIONS: AdjustmentKind.DEALLOCATIONS,
    FrontOf.CHANGES: AdjustmentKind.CHANGES,
}

_FIRST = (Tier.MANDATORY, Tier.HIGH)
# As ``limit_hours`` of a practitioner allows.
_MOST_HALF_HOURS = 800


def front_changes(scenario: Scenario, policy: Policy, front: Front) -> tuple[Changes, ...]:
    """Give for each step the what-if changes that allow what it allows.

    Contacts missed are nothing a team can be told to allow: there a step pins the
    mandatory and high-risk children it takes on, and what is missed for it follows.
    """
    if front.of is FrontOf.CONTACTS:
        return tuple(_pins(scenario, policy, front))
    if front.of is FrontOf.HOURS:
        here = _present(scenario, policy)
        return tuple(_longer(here, 2 * step.amount) for step in front.steps)
    kind = _KINDS[front.of]
    amounts = (Decimal(step.amount) for step in front.steps)
    return tuple((Adjustment(kind=kind, amount=amount),) for amount in amounts)


def curve_changes(scenario: Scenario, policy: Policy, curve: Curve) -> tuple[Changes, ...]:
    """Give for each step the what-if changes that give its hours; none for somebody further."""
    if curve.of is CurveOf.ADDED:
        return tuple(() for _ in curve.steps)
    here = [
        person
        for person in _present(scenario, policy)
        if curve.of is CurveOf.EVERYONE or person.id == curve.practitioner
    ]
    return tuple(_longer(here, step.half_hours) for step in curve.steps)


def hours_apart(scenario: Scenario, other: Scenario, policy: Policy) -> float | None:
    """Give by how many hours everyone's limit is higher in another team made of this one.

    ``None`` where it is not the same for everyone, or where they are not the same people.
    """
    limits, others = _limits(scenario, policy), _limits(other, policy)
    if limits.keys() != others.keys():
        return None
    apart = {others[name] - limits[name] for name in limits}
    return apart.pop() / 2 if len(apart) == 1 else None


def _limits(scenario: Scenario, policy: Policy) -> Mapping[str, int]:
    return {person.id: person.limit_half_hours for person in _present(scenario, policy)}


def _present(scenario: Scenario, policy: Policy) -> list[Carrier]:
    facts = gather(scenario, policy, Priorities(scores={}))
    carriers = (carrier(facts, person) for person in facts.carriers)
    return [person for person in carriers if person.present]


def _longer(people: Sequence[Carrier], half_hours: int) -> Changes:
    """Set limits in hours; none where nothing is to change, or no team may have such a limit."""
    widest = max((person.limit_half_hours + half_hours for person in people), default=0)
    if not half_hours or widest > _MOST_HALF_HOURS:
        return ()
    return tuple(
        Adjustment(
            kind=AdjustmentKind.HOURS,
            practitioner=person.id,
            amount=Decimal(max(0, person.limit_half_hours + half_hours)) / 2,
        )
        for person in people
    )


def _pins(scenario: Scenario, policy: Policy, front: Front) -> Iterator[Changes]:
    """Yield for each step after the first who is taken on in it of those who come first.

    All of them, and not only those admitted since the step before: the planner would
    let go of the others again so as to miss less contact.
    """
    problem = prepare(scenario, policy).problem
    coming_first = [u for u in problem.units if u.tier in _FIRST and not u.holder]
    for number, step in enumerate(front.steps):
        holders = step.choices.holders if step.choices and number else {}
        yield tuple(
            Adjustment(kind=AdjustmentKind.PIN, child=unit.children[0], practitioner=holder)
            for unit in coming_first
            if (holder := holders.get(unit.id, ""))
        )


def step_title(step: Step) -> str:
    """Give what a step allows, as the first words of its sentence."""
    return step.sentence.partition(":")[0]


def step_gain(before: Step | None, step: Step) -> str:
    """Say in children what a step comes to against the one before; blank for the first."""
    words = gains_in_children(before.reached, step.reached) if before else ""
    little = ", half-hour by half-hour" if words and step.gradual else ""
    return f"{words[:1].upper()}{words[1:]}{little}." if words else ""
