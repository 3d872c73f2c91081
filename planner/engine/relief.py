"""Other ways to meet mandatory allocation where a limit gives way: offered, never applied."""

from collections.abc import Iterator
from decimal import Decimal

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.plan import Choices, Offer
from planner.data.problem import Problem, Unit
from planner.data.vocabulary import Tier
from planner.engine.solving import Result, set_aside, solve_prepared, unmet
from planner.model import Clock
from planner.report.prepare import Prepared, prepare
from planner.report.wording import hours

# Which limits give way is settled by then; hours over are the last of them.
_LAST_STAGE = "0e"
_SECONDS_EACH = 2.0


def relief_offers(prepared: Prepared, result: Result, clock: Clock) -> tuple[Offer, ...]:
    """Offer the split of a mandatory family first, then what the next limit would change."""
    choices = result.solved.choices
    if choices is None:
        return ()
    offers: list[Offer] = []
    for change, words in (*_splits(prepared, choices), *_next_limits(prepared, choices)):
        if clock.left > 0:
            offers += _try(prepared, result, change, words, choices, clock)
    return tuple(offers)


def excusing(prepared: Prepared, changed: Prepared, result: Result) -> Prepared:
    """Set aside in a changed scenario what the plan at hand sets aside."""
    aside = set_aside(prepared.problem, result.problem)
    problem = changed.problem.unpinned(aside).excusing(unmet(result.problem))
    return Prepared(changed.scenario, changed.policy, changed.priorities, problem)


def awaiting_by_tier(problem: Problem, choices: Choices, prepared: Prepared) -> dict[Tier, int]:
    """Count the children who await in some choices, by tier."""
    scores = prepared.priorities.scores
    waiting = [
        scores[child].tier
        for unit in problem.units
        if not choices.holders[unit.id]
        for child in unit.children
    ]
    return {tier: waiting.count(tier) for tier in Tier}


def _splits(prepared: Prepared, choices: Choices) -> Iterator[tuple[Adjustment, str]]:
    names = {give.unit for give in choices.gives if give.unit}
    for unit in (prepared.problem.unit(name) for name in sorted(names)):
        if unit.mandatory and len(unit.children) > 1:
            yield _split(unit), f"Taking only the child of {unit.family} who must be allocated"


def _split(unit: Unit) -> Adjustment:
    reason = "only the child who must be allocated is taken"
    return Adjustment(kind=AdjustmentKind.SPLIT, child=unit.children[0], reason=reason)


def _next_limits(prepared: Prepared, choices: Choices) -> Iterator[tuple[Adjustment, str]]:
    """Yield the next limits where somebody goes more than the first hours over."""
    problem = prepared.problem
    over = [g.amount for g in choices.gives if g.limit == "hours"]
    if max(over, default=0) <= problem.hours_over_first:
        return
    yield (
        Adjustment(kind=AdjustmentKind.CHANGES, amount=Decimal(problem.changes_limit + 1)),
        "One more change of practitioner than the limit",
    )
    yield (
        Adjustment(
            kind=AdjustmentKind.DEALLOCATIONS, amount=Decimal(problem.deallocations_limit + 1)
        ),
        "One more de-allocation",
    )


def _try(
    prepared: Prepared,
    result: Result,
    change: Adjustment,
    words: str,
    choices: Choices,
    clock: Clock,
) -> Iterator[Offer]:
    """Solve one change down to the limits that give way; yield it where fewer hours are over."""
    changed = excusing(prepared, _after(prepared, change), result)
    own = Clock(min(_SECONDS_EACH, clock.left), clock.workers, clock.seed, clock.stop)
    answer = solve_prepared(changed, own, until=_LAST_STAGE)
    if answer.solved.choices is None:
        return
    before, after = _over(choices), _over(answer.solved.choices)
    if after < before:
        yield Offer(
            kind=change.kind.value,
            text=f"{words} would bring the hours over the limit from {hours(before)} "
            f"to {hours(after)}.",
            solved=True,
            adjustments=(change,),
        )


def _after(prepared: Prepared, change: Adjustment) -> Prepared:
    return prepare(adjust(prepared.scenario, (change,)), prepared.policy)


def _over(choices: Choices) -> int:
    return sum(give.amount for give in choices.gives if give.limit == "hours")
