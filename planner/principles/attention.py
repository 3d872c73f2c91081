"""What needs the manager's judgement about one child, and what the record does not say."""

from collections.abc import Iterable

from planner.data.vocabulary import Answer, InfantResponse, Living
from planner.data.wording import Applies, SentenceId
from planner.principles.derived import COLUMNS
from planner.principles.factors import Asked
from planner.principles.situation import Situation, in_words


def attention(situation: Situation, refused: Iterable[str]) -> tuple[str, ...]:
    """List what only the manager can settle: judgements, responses, decisions refused."""
    return (*_judgement(situation), *_infancy(situation), *refused)


def gaps(situation: Situation, asked: Iterable[Asked]) -> tuple[str, ...]:
    """List what the record does not say; a gap never passes in silence."""
    return (*_assessment(situation), *_status(situation), *_unanswered(situation, asked))


def no_judgement(situation: Situation) -> bool:
    """Whether neither consequence nor probability of harm is recorded."""
    return situation.child.consequence is None and situation.child.probability is None


def _judgement(situation: Situation) -> list[str]:
    child, say = situation.child, situation.wording.say
    if no_judgement(situation):
        return [say(SentenceId.NO_JUDGEMENT)]
    if child.consequence is None:
        return [say(SentenceId.HALF_JUDGEMENT, missing="consequence")]
    if child.probability is None:
        return [say(SentenceId.HALF_JUDGEMENT, missing="probability")]
    return []


def _infancy(situation: Situation) -> list[str]:
    say = situation.wording.say
    if situation.age is None:
        return [say(SentenceId.NO_AGE)]
    if situation.response_missing or _response_passed_over(situation):
        return [say(SentenceId.RESPONSE)]
    if situation.mandatory and not situation.infant:
        return [say(SentenceId.CHECK_AGE, years=situation.policy.standards.infant_age)]
    return []


def _response_passed_over(situation: Situation) -> bool:
    """Whether the response is called not applicable though substantiation makes it due."""
    passed_over = situation.child.infant_response is InfantResponse.NOT_APPLICABLE
    return situation.infant and situation.substantiated and passed_over


def _assessment(situation: Situation) -> list[str]:
    endorsed, days = situation.child.risk_date, situation.policy.standards.risk_assessment_old_days
    if endorsed is None:
        missing = situation.holds("risk_date")
        return [situation.wording.say(SentenceId.NO_ASSESSMENT)] if missing else []
    if not situation.assessment_old:
        return []
    date = in_words(endorsed)
    return [situation.wording.say(SentenceId.OLD_ASSESSMENT, date=date, days=days)]


def _status(situation: Situation) -> list[str]:
    child, say = situation.child, situation.wording.say
    of_age = situation.age is None or situation.age >= situation.policy.standards.youth_age
    lines = []
    if of_age and child.youth_schedule is Answer.UNKNOWN and situation.holds("youth_schedule"):
        lines.append(say(SentenceId.YOUTH))
    if child.aboriginal is Answer.UNKNOWN and situation.holds("aboriginal"):
        lines.append(say(SentenceId.ABORIGINAL))
    return lines


def _unanswered(situation: Situation, asked: Iterable[Asked]) -> list[str]:
    gaps = [row for row in asked if row.unknown and row.weighs]
    items = dict.fromkeys(_name(situation, row) for row in gaps)
    items.pop("", None)
    if not items:
        return []
    return [situation.wording.say(SentenceId.UNANSWERED, items="; ".join(items))]


def _name(situation: Situation, row: Asked) -> str:
    """Name a gap by the column to fill, or by the factor; age has its own line."""
    if row.factor.applies is not Applies.ALWAYS and situation.child.living is Living.UNKNOWN:
        return "living"
    if row.factor.derived:
        return COLUMNS.get(row.factor.derived, "").replace("_", " ")
    return row.factor.title
