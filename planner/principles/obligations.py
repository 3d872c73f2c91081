"""What is owed to a child, shown beside every suggestion and never counted as risk."""

from collections.abc import Mapping

from planner.data.policy import Policy
from planner.data.score import Obligation
from planner.data.vocabulary import Answer, InfantResponse, Order
from planner.data.wording import ObligationRule, ObligationWhen, SentenceId
from planner.principles.situation import Situation, filled_in, in_words


def obligations(situation: Situation, *, high: bool) -> tuple[Obligation, ...]:
    """List what is owed to the child, in the policy's order, with the dates recorded."""
    policy: Policy = situation.policy
    owed = _owed(situation, high)
    return tuple(
        Obligation(text=text, paragraph=rule.paragraph)
        for rule in policy.obligations
        if owed[rule.when]
        for text in _texts(rule, situation)
    )


def _owed(situation: Situation, high: bool) -> Mapping[ObligationWhen, bool]:
    child = situation.child
    aboriginal = child.aboriginal is Answer.YES
    return {
        ObligationWhen.ABORIGINAL: aboriginal,
        ObligationWhen.ABORIGINAL_IN_CARE: aboriginal and child.living.in_care,
        ObligationWhen.COURT_ORDER: child.order is not Order.NONE,
        ObligationWhen.HEARING: any(kind.hearing for _, kind in situation.due),
        ObligationWhen.INTENSIVE: child.infant_response is InfantResponse.INTENSIVE,
        ObligationWhen.YOUTH_SCHEDULE: child.youth_schedule is Answer.YES,
        ObligationWhen.HIGH_RISK: high,
    }


def _texts(rule: ObligationRule, situation: Situation) -> list[str]:
    if rule.when is ObligationWhen.HEARING:
        days = [task.due for task, kind in situation.due if kind.hearing]
        return [filled_in(rule.text, date=in_words(day)) for day in days]
    said = filled_in(rule.text, order=situation.child.order)
    return [_with_date(said, rule.item, situation) if rule.item else said]


def _with_date(said: str, item: str, situation: Situation) -> str:
    reply = situation.factors.get(item)
    if reply is None or reply.answer is not Answer.YES or reply.dated is None:
        return situation.wording.say(SentenceId.OBLIGATION_UNDATED, obligation=said)
    day = in_words(reply.dated)
    return situation.wording.say(SentenceId.OBLIGATION_DATED, obligation=said, date=day)
