"""What the manager might choose instead, each solved and verified, never applied."""

from collections.abc import Iterator
from decimal import Decimal

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.caseload import case_half_hours
from planner.data.describe import describe
from planner.data.plan import Choices, Move, Offer, Plan
from planner.data.problem import Carrier, Problem, Unit
from planner.data.vocabulary import Tier
from planner.engine.relief import awaiting_by_tier, excusing, relief_offers
from planner.engine.solving import Result, set_aside, solve_prepared
from planner.model import Clock
from planner.report.prepare import Prepared, prepare
from planner.report.wording import children, hours
from planner.rules.eligible import may_hold

# High-risk coverage decides whether an offer is worth making; later stages do not.
_LAST_STAGE = "2c"
_MOST_DEALLOCATIONS = 3
_SECONDS_EACH = 2.0


def make_offers(prepared: Prepared, result: Result, plan: Plan, clock: Clock) -> tuple[Offer, ...]:
    """Solve the offers of a plan that leaves high-risk children, or takes on nobody."""
    if not _wanted(plan):
        return (*relief_offers(prepared, result, clock), *_keeping(prepared, result, plan, clock))
    before = _high_awaiting(result.problem, result.solved.choices)
    candidates = (
        *_deallocate(prepared),
        *_other_contact(prepared),
        *_hours_over(prepared, result),
    )
    found: list[Offer] = [
        *relief_offers(prepared, result, clock),
        *_keeping(prepared, result, plan, clock),
    ]
    kinds: set[str] = set()
    for kind, change in candidates:
        if clock.left < _SECONDS_EACH / 4 or kind in kinds:
            continue
        offer = _try(prepared, result, kind, change, before, clock)
        if offer is not None:
            found.append(offer)
            kinds.add(kind)
    return tuple(found)


def _wanted(plan: Plan) -> bool:
    waiting = sum(plan.counts.awaiting_by_tier.values())
    taken = any(line.move in (Move.TAKEN_ON, Move.FORCED) for line in plan.children)
    return plan.counts.awaiting_by_tier[Tier.HIGH] > 0 or (waiting > 0 and not taken)


def _high_awaiting(problem: Problem, choices: Choices | None) -> int:
    if choices is None:
        return 0
    return sum(unit.high_children for unit in problem.units if not choices.holders[unit.id])


def _deallocate(prepared: Prepared) -> Iterator[tuple[str, Adjustment]]:
    now = prepared.problem.deallocations_limit
    for extra in range(1, _MOST_DEALLOCATIONS + 1):
        yield (
            "de-allocations",
            Adjustment(kind=AdjustmentKind.DEALLOCATIONS, amount=Decimal(now + extra)),
        )


def _other_contact(prepared: Prepared) -> Iterator[tuple[str, Adjustment]]:
    if not prepared.scenario.limits.waiting_at_minimum:
        yield (
            "contact",
            Adjustment(kind=AdjustmentKind.SETTING, name="waiting_at_minimum", value="true"),
        )


def _hours_over(prepared: Prepared, result: Result) -> Iterator[tuple[str, Adjustment]]:
    """Yield the fewest hours over that make room for one more high-risk family."""
    problem, choices = result.problem, result.solved.choices
    if choices is None:
        return
    needs = sorted(
        (over, carrier.id, hours_needed)
        for unit in problem.units
        if unit.high_children and not choices.holders[unit.id]
        for carrier in problem.carriers
        for over, hours_needed in _over(problem, choices, carrier, unit)
    )
    for _, practitioner, needed in needs[:_MOST_DEALLOCATIONS]:
        yield (
            "hours over",
            Adjustment(
                kind=AdjustmentKind.HOURS, practitioner=practitioner, amount=Decimal(needed) / 2
            ),
        )


def _over(
    problem: Problem, choices: Choices, carrier: Carrier, unit: Unit
) -> Iterator[tuple[int, int]]:
    pair = problem.pairs[unit.id, carrier.id]
    if may_hold(problem, unit, carrier.id) and not pair.lacks:
        needed = case_half_hours(problem, carrier, choices) + pair.demand_half_hours
        over = needed - carrier.limit_half_hours
        if 0 < over <= problem.hours_over_first:
            yield over, needed


def _try(
    prepared: Prepared,
    result: Result,
    kind: str,
    change: Adjustment,
    before: int,
    clock: Clock,
) -> Offer | None:
    """Solve one change down to high-risk coverage; offer it only where it helps."""
    changed = prepare(adjust(prepared.scenario, (change,)), prepared.policy)
    own = Clock(min(_SECONDS_EACH, clock.left), clock.workers, clock.seed, clock.stop)
    # Without de-allocations so far, the plan at hand is what they are held against.
    kept = result.solved if prepared.problem.deallocations_limit == 0 else None
    answer = solve_prepared(
        excusing(prepared, changed, result),
        own,
        warm=result.solved.choices,
        until=_LAST_STAGE,
        kept=kept if kind == "de-allocations" else None,
    )
    if answer.solved.choices is None:
        return None
    after = _high_awaiting(answer.problem, answer.solved.choices)
    if after >= before:
        return None
    admitted = children(before - after)
    return Offer(
        kind=kind,
        text=f"{_words(prepared, kind, change)} would admit {admitted} at high risk.",
        solved=True,
        awaiting_by_tier=awaiting_by_tier(answer.problem, answer.solved.choices, changed),
        adjustments=(change,),
    )


def _words(prepared: Prepared, kind: str, change: Adjustment) -> str:
    if kind == "hours over" and change.amount is not None:
        carrier = next(c for c in prepared.problem.carriers if c.id == change.practitioner)
        over = int(change.amount * 2) - carrier.limit_half_hours
        return f"{hours(over)} over the limit for {change.practitioner}"
    if kind == "de-allocations" and change.amount is not None:
        more = int(change.amount) - prepared.problem.deallocations_limit
        return "1 de-allocation" if more == 1 else f"{more} de-allocations"
    if kind == "contact":
        return "Seeing children who await at the awaiting minimum, not the agreed frequency,"
    return describe(change)


def _keeping(prepared: Prepared, result: Result, plan: Plan, clock: Clock) -> Iterator[Offer]:
    """Solve the best plan that de-allocates no high-risk child, where this one does."""
    aside = set_aside(prepared.problem, result.problem)
    gone = [
        line
        for line in plan.children
        if line.move is Move.DEALLOCATED and line.score.tier is Tier.HIGH and line.unit not in aside
    ]
    if not gone or clock.left <= 0:
        return
    kept = tuple(
        Adjustment(
            kind=AdjustmentKind.PIN,
            child=line.child,
            practitioner=line.now,
            waiver=True,
            reason="stays with the present practitioner",
        )
        for line in {line.unit: line for line in gone}.values()
    )
    changed = prepare(adjust(prepared.scenario, kept), prepared.policy)
    changed = excusing(prepared, changed, result)
    own = Clock(min(_SECONDS_EACH, clock.left), clock.workers, clock.seed, clock.stop)
    answer = solve_prepared(changed, own, until=_LAST_STAGE)
    if answer.solved.choices is None:
        return
    waiting = awaiting_by_tier(answer.problem, answer.solved.choices, changed)
    names = ", ".join(line.child for line in gone)
    yield Offer(
        kind="keep",
        text=(
            f"Without de-allocating {names}: "
            f"{children(waiting[Tier.HIGH])} at high risk would await allocation, "
            f"instead of {plan.counts.awaiting_by_tier[Tier.HIGH]}."
        ),
        solved=True,
        awaiting_by_tier=waiting,
        adjustments=kept,
    )
