"""What de-allocating a child would cost: the 14 indicators, the assessment and the cycle."""

from planner.data.policy import Indicator
from planner.data.score import PointLine
from planner.data.vocabulary import Answer
from planner.data.wording import SentenceId
from planner.principles.situation import Situation


def impact_lines(situation: Situation) -> tuple[PointLine, ...]:
    """Write the checklist, every indicator with its answer, then what else weighs.

    The points of the lines sum to the child's impact, which is capped.
    """
    lines = [_indicator_line(situation, row) for row in situation.policy.indicators]
    lines += [line for line in _cycle_lines(situation) if line.points]
    return _up_to_cap(situation, lines)


def _indicator_line(situation: Situation, indicator: Indicator) -> PointLine:
    reply = situation.indicators.get(indicator.id)
    answer = Answer.UNKNOWN if reply is None else reply.answer
    supplied = f"indicators.{indicator.id}" in situation.supplied
    points = {
        Answer.YES: 0,
        Answer.NOT_APPLICABLE: 0,
        Answer.NO: indicator.no_points,
        Answer.UNKNOWN: indicator.unknown_points if supplied else 0,
    }
    silent = answer is Answer.UNKNOWN and not supplied
    return PointLine(
        factor=indicator.id,
        title=indicator.title,
        paragraph=indicator.paragraph,
        answer=answer,
        points=points[answer],
        evidence="" if reply is None else reply.evidence,
        dated=None if reply is None else reply.dated,
        note=situation.wording.say(SentenceId.NOTE_NOT_SUPPLIED) if silent else "",
    )


def _cycle_lines(situation: Situation) -> list[PointLine]:
    scale = situation.policy.impact
    missing = situation.child.risk_date is None and situation.holds("risk_date")
    reviews = [task for task, kind in situation.due if kind.review]
    hearings = [task for task, kind in situation.due if kind.hearing]
    rows = (
        (
            SentenceId.IMPACT_ASSESSMENT,
            situation.assessment_old or missing,
            scale.risk_assessment_old,
            situation.child.risk_date,
        ),
        (
            SentenceId.IMPACT_REVIEW,
            bool(reviews),
            scale.review_due_in_cycle,
            reviews[0].due if reviews else None,
        ),
        (
            SentenceId.IMPACT_HEARING,
            bool(hearings),
            scale.hearing_due_in_cycle,
            hearings[0].due if hearings else None,
        ),
    )
    return [
        PointLine(
            factor=sentence.value,
            title=situation.wording.say(sentence),
            paragraph=situation.wording.sentences[sentence].paragraph,
            answer=Answer.YES if holds else Answer.NO,
            points=points if holds else 0,
            dated=dated,
        )
        for sentence, holds, points, dated in rows
    ]


def _up_to_cap(situation: Situation, lines: list[PointLine]) -> tuple[PointLine, ...]:
    room = situation.policy.impact.cap
    written = []
    for line in lines:
        points = min(line.points, room)
        room -= points
        if points < line.points:
            note = situation.wording.say(SentenceId.NOTE_CAP)
            line = line.model_copy(update={"points": points, "note": note})
        written.append(line)
    return tuple(written)
