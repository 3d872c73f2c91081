"""Answers to the factors and de-allocation indicators of advice 2254 for synthetic children."""

from collections.abc import Iterator
from datetime import date
from random import Random

from planner.data.policy import Factor, Policy
from planner.data.scenario import Child, Reply
from planner.data.vocabulary import Answer, CasePlan, CaseStatus, Living, Order
from planner.data.wording import Applies
from planner.synthetic.child import Draft
from planner.synthetic.draw import among_highest, chance, days_before, linked, stream
from planner.synthetic.shares import Shares

_RECENT_DAYS = 90
_OBLIGATIONS = "obligations"
_HALF = 0.5
_BEFORE_AN_ORDER = (Order.NONE, Order.APPLICATION, Order.INTERIM)


def draw_factors(
    draft: Draft, policy: Policy, seed: int, as_at: date, shares: Shares
) -> tuple[Reply, ...]:
    """Draw the factors that files answer; one that is not known has no row."""
    rng = stream(seed, "factors", draft.child.child)
    share = shares.of("factor")
    return tuple(
        Reply(child=draft.child.child, item=factor.id, answer=answer, dated=day)
        for factor in policy.factors
        if not factor.derived and _asked(factor, draft.child)
        for day in (days_before(as_at, rng.uniform(0, _RECENT_DAYS)),)
        for answer in (_answer(rng, factor, draft.need, shares),)
        if not chance(rng, share["unknown"])
    )


def draw_indicators(
    draft: Draft, policy: Policy, seed: int, as_at: date, shares: Shares
) -> tuple[Reply, ...]:
    """Draw the de-allocation indicators; one that is not known has no row."""
    if draft.child.status is not CaseStatus.OPEN:
        return ()
    rng = stream(seed, "indicators", draft.child.child)
    settled = linked(rng, draft.need, shares.of("linked")["indicator"])
    ids = [indicator.id for indicator in policy.indicators]
    return tuple(
        Reply(child=draft.child.child, item=item, answer=answer, dated=day)
        for item, answer in _present(rng, ids, settled, draft.child, shares)
        for day in (days_before(as_at, rng.uniform(0, _RECENT_DAYS)),)
        if not chance(rng, shares.of("indicator_unknown")["unknown"])
    )


def _asked(factor: Factor, child: Child) -> bool:
    if factor.part == _OBLIGATIONS:
        return child.aboriginal is Answer.YES
    if factor.applies is Applies.WITH_PARENTS:
        return child.living is Living.PARENTS
    return factor.applies is Applies.ALWAYS or child.living.in_care


def _answer(rng: Random, factor: Factor, need: float, shares: Shares) -> Answer:
    latent = linked(rng, need, shares.of("linked")["factor"])
    if factor.part == _OBLIGATIONS:
        return Answer.YES if chance(rng, shares.of("obligation")["yes"]) else Answer.NO
    share = shares.of("factor")
    yes = among_highest(latent, share.get(factor.id, share["usual"]))
    return Answer.YES if yes else Answer.NO


def _present(
    rng: Random, ids: list[str], settled: float, child: Child, shares: Shares
) -> Iterator[tuple[str, Answer]]:
    """Answer each indicator; where the child's row rules it out, the answer is no."""
    scale = shares.of("indicator_phase")[child.phase.value]
    ruled_out = _ruled_out(child)
    for item in ids:
        latent = linked(rng, settled, shares.of("indicator_spread")["correlation"])
        present = among_highest(latent, shares.of("indicator").get(item, _HALF) * scale)
        yield item, Answer.YES if present and item not in ruled_out else Answer.NO


def _ruled_out(child: Child) -> frozenset[str]:
    plan = {"case_plan"} if child.case_plan is not CasePlan.ENDORSED else set()
    order = {"order", "contracting"} if child.order in _BEFORE_AN_ORDER else set()
    return frozenset(plan | order)
