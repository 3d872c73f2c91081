"""The tier and band of one child, and every reason for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from planner.data.score import Reason
from planner.data.vocabulary import Answer, Band, Group, Maram, Tier
from planner.data.wording import SentenceId
from planner.principles.decisions import lowering, raises
from planner.principles.factors import Asked
from planner.principles.situation import Situation, in_words

LADDER: tuple[tuple[Tier, Band | None], ...] = (
    (Tier.REMAINING, None),
    (Tier.NEXT, None),
    (Tier.HIGH, Band.C),
    (Tier.HIGH, Band.B),
    (Tier.HIGH, Band.A),
)
"""The steps a manager's raise climbs, lowest first; mandatory is no step of it."""


@dataclass(frozen=True)
class Place:
    """Where a child stands in the order of priority, and why.

    ``refused`` says which of the manager's decisions had no effect.
    """

    tier: Tier
    band: Band | None = None
    groups: tuple[Group, ...] = ()
    reasons: tuple[Reason, ...] = ()
    refused: tuple[str, ...] = ()
    raised: bool = False


def place(situation: Situation, asked: Iterable[Asked]) -> Place:
    """Place a child: mandatory, by judgement or class, by group, then as decided."""
    grouped = [row for row in asked if row.factor.group is not None and row.yes]
    groups = tuple(group for group in Group if any(row.factor.group is group for row in grouped))
    found = replace(_before_decisions(situation, grouped), groups=groups)
    return _as_raised(situation, found)


def _before_decisions(situation: Situation, grouped: list[Asked]) -> Place:
    say = situation.wording
    judged = judged_band(situation)
    bands = _high_bands(situation, judged)
    refusal, decision = lowering(situation, high=bool(bands), judged=judged is not None)
    refused = () if refusal is None else (say.say(refusal),)
    if situation.mandatory:
        reason = say.reason(SentenceId.TIER_MANDATORY)
        return Place(Tier.MANDATORY, reasons=(reason,), refused=refused)
    if bands and decision is None:
        reasons = tuple(reason for _, reason in bands)
        return Place(Tier.HIGH, min(band for band, _ in bands), reasons=reasons, refused=refused)
    lower = _below_high(situation, grouped)
    if decision is None or situation.child.risk_date is None:
        return replace(lower, refused=refused)
    endorsed = in_words(situation.child.risk_date)
    reason = say.reason(SentenceId.TIER_LOWERED, reason=decision.reason, date=endorsed)
    return replace(lower, reasons=(reason, *lower.reasons))


def judged_band(situation: Situation) -> Band | None:
    """Give the band of the two professional judgements; ``None`` below the threshold."""
    child = situation.child
    for row in situation.policy.judgements:
        if (row.consequence, row.probability) == (child.consequence, child.probability):
            return row.band
    return None


def _high_bands(situation: Situation, judged: Band | None) -> list[tuple[Band, Reason]]:
    """List every band the child is in, by judgement and by class, each with its reason."""
    child, classes = situation.child, situation.policy.classes
    years = situation.policy.standards.infant_age
    say = situation.wording.reason
    judgement = {"consequence": child.consequence, "probability": child.probability}
    on_schedule = child.youth_schedule is Answer.YES
    rows: tuple[tuple[Band | None, bool, SentenceId, Mapping[str, object]], ...] = (
        (judged, True, SentenceId.TIER_JUDGEMENT, judgement),
        (classes.infant, situation.infant, SentenceId.TIER_INFANT, {"years": years}),
        (classes.response_not_recorded, situation.response_missing, SentenceId.TIER_RESPONSE, {}),
        (classes.youth_schedule, on_schedule, SentenceId.TIER_YOUTH, {}),
        (classes.maram_immediate, child.maram is Maram.IMMEDIATE, SentenceId.TIER_MARAM, {}),
    )
    return [
        (band, say(sentence, **names))
        for band, holds, sentence, names in rows
        if band is not None and holds
    ]


def _below_high(situation: Situation, grouped: list[Asked]) -> Place:
    if not grouped:
        return Place(Tier.REMAINING, reasons=(situation.wording.reason(SentenceId.TIER_REMAINING),))
    return Place(Tier.NEXT, reasons=tuple(_group_reason(situation, row) for row in grouped))


def _group_reason(situation: Situation, row: Asked) -> Reason:
    text = situation.wording.say(
        SentenceId.TIER_GROUP, group=row.factor.group, factor=row.factor.title
    )
    return Reason(text=text, paragraph=row.factor.paragraph)


def _as_raised(situation: Situation, found: Place) -> Place:
    refused, reasons, step = list(found.refused), list(found.reasons), _step(found)
    for decision, complete in raises(situation):
        if not complete or decision.decided is None:
            refused.append(situation.wording.say(SentenceId.RAISE_INCOMPLETE))
        elif step is None or step + 1 == len(LADDER):
            refused.append(situation.wording.say(SentenceId.RAISE_TOP))
        else:
            step += 1
            day = in_words(decision.decided)
            sentence = SentenceId.TIER_RAISED
            reasons.append(situation.wording.reason(sentence, date=day, reason=decision.reason))
    if step is None or step == _step(found):
        return replace(found, refused=tuple(refused))
    tier, band = LADDER[step]
    risen = replace(found, tier=tier, band=band, raised=True)
    return replace(risen, reasons=tuple(reasons), refused=tuple(refused))


def _step(found: Place) -> int | None:
    """Give the step of the ladder; mandatory stands above it."""
    if found.tier is Tier.MANDATORY:
        return None
    return LADDER.index((found.tier, found.band))
