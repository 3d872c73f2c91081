"""What a worksheet says of one child, in words."""

from datetime import date

import pytest

from planner.data.deallocation import BearsOn
from planner.data.score import PointLine, Reason, Score
from planner.data.vocabulary import Answer, Band, Tier
from planner.data.worksheet import Assessed, CycleFacts, DatedStep, ImpactOn, IndicatorLine
from planner.data.worksheet_words import (
    answer_words,
    assessed_words,
    cycle_words,
    factor_words,
    impact_words,
    indicator_words,
    tier_words,
    titled,
)

DAY = date(2026, 2, 3)


def line(answer: Answer, name: str = "i", **facts: object) -> IndicatorLine:
    """Make an indicator with an answer."""
    usual = {"indicator": name, "title": name.title(), "paragraph": "P-1", "points": 3}
    return IndicatorLine.model_validate({**usual, "answer": answer, **facts})


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "consequence not recorded, probability not recorded; no date of endorsement recorded"),
        (
            {"consequence": "severe", "endorsed": DAY, "days": 27},
            "consequence severe, probability not recorded; endorsed 3 February 2026, 27 days ago",
        ),
        (
            {"endorsed": DAY, "days": 227, "old": True},
            "endorsed 3 February 2026, 227 days ago, older than the policy allows",
        ),
    ],
)
def test_the_assessment(facts: dict[str, object], words: str) -> None:
    """What is not recorded is said to be so."""
    assert words in assessed_words(Assessed.model_validate({"maram": "none", **facts}))


def test_the_cycle() -> None:
    """A review that was due, one that comes, and no hearing."""
    step = DatedStep(title="Case plan review", due=DAY)
    facts = CycleFacts(
        phase="intake", case_plan="draft", objective="unknown", order="none", last_review=step
    )
    assert cycle_words(facts) == (
        "phase: intake; order: none; case plan: draft; objective: unknown; "
        "earlier review: Case plan review, was due 3 February 2026; "
        "no coming review on the list; no coming hearing on the list"
    )
    coming = facts.model_copy(update={"next_review": step, "next_hearing": step})
    assert "coming review: Case plan review, due 3 February 2026" in cycle_words(coming)
    assert "coming hearing: Case plan review, on 3 February 2026" in cycle_words(coming)


def test_a_line_of_impact() -> None:
    """Counts by answer, what the cycle adds, and the line's own points."""
    answers = (line(Answer.YES), line(Answer.NO), line(Answer.UNKNOWN), line(Answer.UNKNOWN))
    step = PointLine(factor="r", title="Review due", paragraph="P", answer=Answer.YES, points=10)
    impact = ImpactOn(
        bears_on=BearsOn.CHILD, heading="H", points=16, indicators=answers, cycle=(step,)
    )
    assert impact_words(impact) == (
        "1 of 4 indicators in place; 1 absent; 2 not answered; Review due; 16 points"
    )
    one = impact.model_copy(update={"points": 1, "cycle": ()})
    assert impact_words(one).endswith("not answered; 1 point")


def test_an_answer_with_its_evidence() -> None:
    """Answer, evidence and date; a blank is said to be one."""
    full = line(Answer.NO, evidence="moved twice", dated=DAY)
    assert answer_words(full) == "no, moved twice, 3 February 2026"
    assert indicator_words(full) == "I: no, moved twice, 3 February 2026 [P-1]"
    assert answer_words(line(Answer.UNKNOWN, missing=True)) == "not answered"


def test_titles_of_an_answer_leave_gaps_out() -> None:
    """A gap is listed by itself."""
    rows = [line(Answer.NO, "a", gap=True), line(Answer.NO, "b"), line(Answer.YES, "c")]
    assert titled(rows, Answer.NO) == "B"


def test_priority() -> None:
    """Tier, band and reasons; of the factors only those answered yes."""
    factor = {"factor": "f", "title": "F", "paragraph": "P-2", "points": 5}
    score = Score(
        child="A",
        tier=Tier.HIGH,
        band=Band.B,
        reasons=(Reason(text="Because.", paragraph="P-1"),),
        lines=(
            PointLine.model_validate({**factor, "answer": "yes"}),
            PointLine.model_validate({**factor, "answer": "unknown"}),
        ),
    )
    assert tier_words(score) == "high risk, band b"
    assert factor_words(score) == ("Because [P-1]", "F [P-2]")
