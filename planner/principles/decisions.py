"""What the manager has decided about one child's tier, and whether it can stand."""

from planner.data.scenario import Decision
from planner.data.vocabulary import DecisionKind, Maram
from planner.data.wording import SentenceId
from planner.principles.situation import Situation


def lowering(
    situation: Situation, *, high: bool, judged: bool
) -> tuple[SentenceId | None, Decision | None]:
    """Say whether a decision to lower stands.

    Only the class of infants and of the youth schedule can be lowered, and
    only on a current endorsed assessment below the threshold, with the
    manager's reason (paragraph LOWER).

    Returns
    -------
    tuple
        Why it does not stand, or the decision that does; both ``None`` where
        there is no decision to lower.
    """
    decisions = situation.decided(DecisionKind.LOWER)
    if not decisions:
        return None, None
    refusal = _refusal(situation, high, judged)
    if refusal is not None:
        return refusal, None
    reasoned = [decision for decision in decisions if decision.reason.strip()]
    return (None, reasoned[-1]) if reasoned else (SentenceId.LOWER_REASON, None)


def _refusal(situation: Situation, high: bool, judged: bool) -> SentenceId | None:
    checks = (
        (situation.mandatory, SentenceId.LOWER_MANDATORY),
        (not high, SentenceId.LOWER_NOTHING),
        (judged, SentenceId.LOWER_THRESHOLD),
        (situation.response_missing, SentenceId.LOWER_RESPONSE),
        (situation.child.maram is Maram.IMMEDIATE, SentenceId.LOWER_MARAM),
        (not _assessed_now(situation), SentenceId.LOWER_ASSESSMENT),
    )
    return next((refusal for refused, refusal in checks if refused), None)


def _assessed_now(situation: Situation) -> bool:
    """Whether both judgements rest on an endorsed assessment that is current."""
    child, days = situation.child, situation.days_since_assessment
    if child.consequence is None or child.probability is None or days is None:
        return False
    return 0 <= days <= situation.policy.standards.risk_assessment_old_days


def raises(situation: Situation) -> tuple[tuple[Decision, bool], ...]:
    """Give each decision to raise, and whether it has its reason and date."""
    return tuple(
        (decision, bool(decision.reason.strip()) and decision.decided is not None)
        for decision in situation.decided(DecisionKind.RAISE)
    )
