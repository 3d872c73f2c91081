"""What de-allocating a child would cost: the 14 indicators, the assessment and the cycle."""

from datetime import date
from functools import lru_cache

from planner.data.deallocation import Indicator
from planner.data.score import PointLine
from planner.data.vocabulary import Answer
from planner.data.wording import SentenceId
from planner.principles.situation import Situation


def impact_lines(situation: Situation) -> tuple[PointLine, ...]:
    """Write the checklist, every indicator with its answer, then what else weighs.

    The points of the lines sum to the child's impact, which is capped.
    """
    lines = [_indicator_line(situation, row) for row in situation.policy.indicators]
    lines += _cycle_lines(situation)
    return _up_to_cap(situation, lines)


def _indicator_line(situation: Situation, indicator: Indicator) -> PointLine:
    reply = situation.indicators.get(indicator.id)
    if reply is not None and reply.answer is not Answer.UNKNOWN:
        return _answered(indicator, reply.answer, reply.evidence, reply.dated)
    supplied = f"indicators.{indicator.id}" in situation.supplied
    return _answered(
        indicator,
        Answer.UNKNOWN,
        "" if reply is None else reply.evidence,
        None if reply is None else reply.dated,
        points=indicator.unknown_points if supplied else 0,
        note="" if supplied else situation.wording.say(SentenceId.NOTE_NOT_SUPPLIED),
    )


@lru_cache(maxsize=4096)
def _answered(
    indicator: Indicator,
    answer: Answer,
    evidence: str,
    dated: date | None,
    *,
    points: int = 0,
    note: str = "",
) -> PointLine:
    """Write the line of an indicator with its answer; the same line serves every child."""
    return PointLine(
        factor=indicator.id,
        title=indicator.title,
        paragraph=indicator.paragraph,
        answer=answer,
        points=indicator.no_points if answer is Answer.NO else points,
        evidence=evidence,
        dated=dated,
        note=note,
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
            answer=Answer.YES,
            points=points,
            dated=dated,
        )
        for sentence, holds, points, dated in rows
        if holds and points
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
