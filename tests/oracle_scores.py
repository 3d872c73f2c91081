"""A second source for priority, from the design's *Priority* and advice 2254.

Tier, band, groups, points and impact of every child, worked out again by someone who has not
read `planner.principles`.
"""

from datetime import date
from typing import NamedTuple

from planner.data.policy import Factor, Policy
from planner.data.scenario import Child, Scenario
from planner.data.vocabulary import (
    Answer,
    Band,
    CasePlan,
    DecisionKind,
    Group,
    InfantResponse,
    Living,
    Maram,
    Order,
    Phase,
    Tier,
)
from planner.data.wording import Applies, Derivation

LADDER = (
    (Tier.REMAINING, None),
    (Tier.NEXT, None),
    (Tier.HIGH, Band.C),
    (Tier.HIGH, Band.B),
    (Tier.HIGH, Band.A),
)
IN_CARE = (Living.KINSHIP, Living.FOSTER, Living.RESIDENTIAL)


class OracleScore(NamedTuple):
    """One child's priority, without the sentences."""

    tier: Tier
    band: Band | None
    groups: frozenset[Group]
    points: int
    infant: bool
    intensive: bool
    impact: int

    @property
    def high(self) -> bool:
        """Mandatory or high risk."""
        return self.tier in (Tier.MANDATORY, Tier.HIGH)

    @property
    def watched(self) -> bool:
        """Missed contacts of these children belong to stage 1."""
        return self.high or self.infant


def scores(scenario: Scenario, policy: Policy) -> dict[str, OracleScore]:
    """Score every child of the scenario, open or not."""
    return {child.child: _score(child, scenario, policy) for child in scenario.children}


def years(child: Child, day: date) -> int | None:
    """Whole years on a day; the age column is read only without a birth date."""
    born = child.birth_date
    if born is None:
        return child.age
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _score(child: Child, scenario: Scenario, policy: Policy) -> OracleScore:
    age = years(child, scenario.as_at)
    infant = age is not None and age < policy.standards.infant_age
    groups = _groups(child, scenario, policy)
    tier, band = _tier(child, infant, groups, scenario, policy)
    return OracleScore(
        tier=tier,
        band=band,
        groups=groups,
        points=_points(child, tier, scenario, policy),
        infant=infant,
        intensive=infant and child.infant_response == InfantResponse.INTENSIVE,
        impact=_impact(child, scenario, policy),
    )


def _tier(
    child: Child, infant: bool, groups: frozenset[Group], scenario: Scenario, policy: Policy
) -> tuple[Tier, Band | None]:
    if child.infant_response == InfantResponse.INTENSIVE:
        return Tier.MANDATORY, None
    band = _band(child, infant, scenario, policy)
    start = (Tier.HIGH, band) if band else (Tier.NEXT if groups else Tier.REMAINING, None)
    raises = [
        d
        for d in scenario.decisions
        if (d.kind, d.child) == (DecisionKind.RAISE, child.child) and d.reason and d.decided
    ]
    return LADDER[min(len(LADDER) - 1, LADDER.index(start) + len(raises))]


def _judged(child: Child, policy: Policy) -> Band | None:
    pair = (child.consequence, child.probability)
    bands = [j.band for j in policy.judgements if (j.consequence, j.probability) == pair]
    return bands[0] if bands else None


def _band(child: Child, infant: bool, scenario: Scenario, policy: Policy) -> Band | None:
    """Give the highest band that judgement, class or MARAM puts the child in."""
    bands, classes = [_judged(child, policy)], policy.classes
    lowered = _lowered(child, scenario, policy)
    undecided = infant and child.infant_response == InfantResponse.NOT_RECORDED
    if infant and (undecided or not lowered):
        bands.append(classes.infant)
    if child.youth_schedule == Answer.YES and not lowered:
        bands.append(classes.youth_schedule)
    if child.maram == Maram.IMMEDIATE:
        bands.append(classes.maram_immediate)
    return min((b for b in bands if b), default=None)


def _lowered(child: Child, scenario: Scenario, policy: Policy) -> bool:
    """Let a class give way only to a current endorsed assessment below the threshold."""
    recorded = any(
        (d.kind, d.child) == (DecisionKind.LOWER, child.child) and d.reason
        for d in scenario.decisions
    )
    judged = child.consequence is not None and child.probability is not None
    below = judged and _judged(child, policy) is None
    return recorded and below and not _assessment_old(child, scenario, policy)


def _assessment_old(child: Child, scenario: Scenario, policy: Policy) -> bool:
    if child.risk_date is None:
        return True
    return (scenario.as_at - child.risk_date).days > policy.standards.risk_assessment_old_days


def _reply(child: Child, item: str, scenario: Scenario) -> Answer:
    """Give the answer in the files; a missing row is unknown."""
    rows = [r.answer for r in scenario.factors if (r.child, r.item) == (child.child, item)]
    return rows[0] if rows else Answer.UNKNOWN


def _answer(child: Child, factor: Factor, scenario: Scenario, policy: Policy) -> Answer:
    """Answer a factor; one never supplied, or not asked of this child, is not applicable."""
    home = child.living == Living.PARENTS
    if factor.applies == Applies.WITH_PARENTS and not home:
        return Answer.NOT_APPLICABLE
    if factor.applies == Applies.IN_CARE and child.living not in IN_CARE:
        return Answer.NOT_APPLICABLE
    if factor.derived:
        answer, source = _derived(child, factor, scenario, policy)
    else:
        answer, source = _reply(child, factor.id, scenario), f"factors.{factor.id}"
    if answer == Answer.UNKNOWN and source not in scenario.supplied:
        return Answer.NOT_APPLICABLE
    return answer


def _derived(
    child: Child, factor: Factor, scenario: Scenario, policy: Policy
) -> tuple[Answer, str]:
    """Answer a factor from the child's row, with the column it is read from."""
    age, standards = years(child, scenario.as_at), policy.standards
    young = age is not None and age < standards.preschool_age
    substantiated = child.phase not in (Phase.INTAKE, Phase.INVESTIGATION)
    if factor.derived == Derivation.DISABILITY:
        return child.disability, "cases.disability"
    if factor.derived in (Derivation.MARAM_SERIOUS, Derivation.MARAM_ELEVATED):
        serious = factor.derived == Derivation.MARAM_SERIOUS
        levels = (Maram.SERIOUS, Maram.IMMEDIATE) if serious else (Maram.ELEVATED,)
        found = child.maram in levels
        return _yes(found, unknown=child.maram == Maram.UNKNOWN), "cases.maram"
    if factor.derived == Derivation.NO_CASE_PLAN:
        missing = substantiated and child.case_plan in (CasePlan.NONE, CasePlan.DRAFT)
        gap = substantiated and child.case_plan == CasePlan.UNKNOWN
        return _yes(missing, unknown=gap), "cases.case_plan"
    if factor.derived == Derivation.YOUNG_AT_HOME:
        concerns = [_reply(child, item, scenario) for item in factor.reads]
        home = child.living == Living.PARENTS
        return _yes(young and home and Answer.YES in concerns), "cases.age"
    return _yes(
        {
            Derivation.INFANT: age is not None and age < standards.infant_age,
            Derivation.PRESCHOOL: young,
            Derivation.NO_RISK_ASSESSMENT: child.risk_date is None,
            Derivation.COURT: child.order in (Order.APPLICATION, Order.INTERIM)
            or "hearing" in _due(child, scenario, policy),
        }[Derivation(factor.derived)]
    ), "cases.age"


def _yes(found: bool, *, unknown: bool = False) -> Answer:
    return Answer.YES if found else Answer.UNKNOWN if unknown else Answer.NO


def _due(child: Child, scenario: Scenario, policy: Policy) -> set[str]:
    """Say whether a hearing or a review of the child falls due in the cycle."""
    ages = [
        ((t.due - scenario.as_at).days, policy.task(t.task))
        for t in scenario.tasks
        if t.child == child.child
    ]
    kinds = [kind for age, kind in ages if 0 <= age < scenario.cycle_days]
    found = {"hearing": any(k.hearing for k in kinds), "review": any(k.review for k in kinds)}
    return {name for name, due in found.items() if due}


def _groups(child: Child, scenario: Scenario, policy: Policy) -> frozenset[Group]:
    return frozenset(
        f.group
        for f in policy.factors
        if f.group and _answer(child, f, scenario, policy) == Answer.YES
    )


def _points(child: Child, tier: Tier, scenario: Scenario, policy: Policy) -> int:
    """Give the base of the tier, and the largest of each fact, with what is unknown capped."""
    if tier == Tier.MANDATORY:
        return 0
    scale = policy.points
    known, unknown = dict[str, int](), dict[str, int]()
    for factor in policy.factors:
        answer = _answer(child, factor, scenario, policy)
        if answer == Answer.YES:
            known[factor.fact] = max(known.get(factor.fact, 0), factor.points)
        elif answer == Answer.UNKNOWN:
            unknown[factor.fact] = max(unknown.get(factor.fact, 0), factor.unknown_points)
    yes = sum(n for fact, n in known.items() if n >= unknown.get(fact, 0))
    gaps = sum(n for fact, n in unknown.items() if n > known.get(fact, 0))
    base = {
        Tier.HIGH: scale.high_base,
        Tier.NEXT: scale.next_base,
        Tier.REMAINING: scale.remaining_base,
    }[tier]
    return base + min(scale.factor_cap, yes + min(scale.unknown_cap, gaps))


def _impact(child: Child, scenario: Scenario, policy: Policy) -> int:
    """Add up indicators, the risk assessment and the planning cycle."""
    replies = {r.item: r.answer for r in scenario.indicators if r.child == child.child}
    total, due, scale = 0, _due(child, scenario, policy), policy.impact
    for indicator in policy.indicators:
        answer = replies.get(indicator.id, Answer.UNKNOWN)
        if answer == Answer.NO:
            total += indicator.no_points
        elif answer == Answer.UNKNOWN and f"indicators.{indicator.id}" in scenario.supplied:
            total += indicator.unknown_points
    if _assessment_old(child, scenario, policy):
        total += scale.risk_assessment_old
    total += scale.review_due_in_cycle if "review" in due else 0
    total += scale.hearing_due_in_cycle if "hearing" in due else 0
    return min(scale.cap, total)
