"""What a worksheet says of one child in a few plain words, the same on every door."""

from collections.abc import Iterable
from datetime import date

from planner.data.score import Score
from planner.data.vocabulary import Answer
from planner.data.worksheet import (
    Assessed,
    Candidate,
    CycleFacts,
    DatedStep,
    ImpactOn,
    IndicatorLine,
)

_COUNTED = (
    (Answer.NO, "absent"),
    (Answer.NOT_APPLICABLE, "not applicable"),
    (Answer.UNKNOWN, "not answered"),
)


def in_full(day: date) -> str:
    """Give a date as it is read aloud, with its year."""
    return f"{day.day} {day:%B} {day.year}"


def assessed_words(assessed: Assessed) -> str:
    """Say the two judgements, the day of endorsement, and how old the assessment is."""
    judgement = (
        f"consequence {assessed.consequence or 'not recorded'}, "
        f"probability {assessed.probability or 'not recorded'}"
    )
    if assessed.endorsed is None:
        return f"{judgement}; no date of endorsement recorded; MARAM {assessed.maram}"
    age = f"endorsed {in_full(assessed.endorsed)}, {assessed.days} days ago"
    old = ", older than the policy allows" if assessed.old else ""
    return f"{judgement}; {age}{old}; MARAM {assessed.maram}"


def cycle_words(cycle: CycleFacts) -> str:
    """Say where the child stands in planning and review, as far as the tables know."""
    return "; ".join(
        (
            f"phase: {cycle.phase}",
            f"order: {cycle.order}",
            f"case plan: {cycle.case_plan}",
            f"objective: {cycle.objective}",
            *review_words(cycle),
        )
    )


def review_words(cycle: CycleFacts) -> tuple[str, str, str]:
    """Say the last review on the list, the next one, and the next hearing."""
    return (
        _step("earlier review", cycle.last_review, "was due"),
        _step("coming review", cycle.next_review, "due"),
        _step("coming hearing", cycle.next_hearing, "on"),
    )


def _step(name: str, step: DatedStep | None, verb: str) -> str:
    if step is None:
        return f"no {name} on the list"
    return f"{name}: {step.title}, {verb} {in_full(step.due)}"


def impact_words(line: ImpactOn) -> str:
    """Say one line of impact: how many of its indicators are in place, absent, not answered."""
    counted = [f"{line.count(answer)} {words}" for answer, words in _COUNTED if line.count(answer)]
    return "; ".join(
        (
            f"{line.count(Answer.YES)} of {len(line.indicators)} indicators in place",
            *counted,
            *(step.title for step in line.cycle),
            "1 point" if line.points == 1 else f"{line.points} points",
        )
    )


def indicator_words(line: IndicatorLine) -> str:
    """Say one indicator with its answer's evidence and date, and its source."""
    return f"{line.title}: {answer_words(line)} [{line.paragraph}]"


def answer_words(line: IndicatorLine) -> str:
    """Say the answer to an indicator, its evidence and its date."""
    answer = "not answered" if line.missing else line.answer.value
    dated = in_full(line.dated) if line.dated else ""
    return ", ".join(text for text in (answer, line.evidence, dated) if text)


def titled(lines: Iterable[IndicatorLine], answer: Answer) -> str:
    """Name the indicators with this answer that are no gap."""
    return "; ".join(line.title for line in lines if line.answer is answer and not line.gap)


def tier_words(score: Score) -> str:
    """Say tier and band, then why."""
    band = f", band {score.band.value}" if score.band else ""
    return f"{score.tier.value}{band}"


def factor_words(score: Score) -> tuple[str, ...]:
    """Say why the child stands in the tier, then every factor answered "yes", with sources."""
    reasons = (f"{reason.text.rstrip('.')} [{reason.paragraph}]" for reason in score.reasons)
    factors = (f"{row.title} [{row.paragraph}]" for row in score.lines if row.answer is Answer.YES)
    return (*reasons, *factors)


def hours_words(candidate: Candidate) -> str:
    """Say what the de-allocation frees and with whom, and what it asks of duty."""
    return (
        f"Frees {_hours(candidate.freed_half_hours)} a cycle with {candidate.holder}, who holds "
        f"{_hours(candidate.holder_half_hours)} of {_hours(candidate.holder_capacity_half_hours)} "
        f"with this family; asks {_hours(candidate.duty_half_hours)} of duty."
    )


def _hours(half_hours: int) -> str:
    return f"{half_hours / 2:g} h"
