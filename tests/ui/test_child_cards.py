"""Cards of one child: facts with their source, no figure, and no markup from a manager's files."""

from planner.data.score import Obligation, PointLine
from planner.data.vocabulary import Answer, Tier
from planner.ui.child_cards import child_cards, owed_cards
from tests.make import day
from tests.ui.made import line, plan, score

FACTOR = PointLine(
    factor="x",
    title="Recent breakdown",
    paragraph="2254-P3",
    answer=Answer.YES,
    points=37,
    evidence="<i>moved</i>",
    dated=day(-10),
)


def test_tier_record_and_gaps_but_no_figure() -> None:
    """What is recorded with evidence, date and source; points are nowhere on the card."""
    gaps = ("No date of assessment.",)
    scored = score("C1", Tier.NEXT, lines=(FACTOR,), points=138, gaps=gaps)
    child = line("C1", score=scored)
    html = child_cards({"Now": plan((child,))}, "C1")
    assert "<h3>Next priority</h3>" in html
    assert "Reason of C1 (2254-P1)" in html
    assert "Recent breakdown [&lt;i&gt;moved&lt;/i&gt;, 20/02/2026] (2254-P3)" in html
    assert "No date of assessment." in html
    assert "37" not in html
    assert "138" not in html


def test_an_empty_record_says_so() -> None:
    """No fact on the record is said in words, not left blank."""
    html = child_cards({"Now": plan((line("C1"),))}, "C1")
    assert "None of the facts that the policy asks about" in html


def test_what_is_owed_and_what_asks_for_judgement() -> None:
    """Obligations with their source; where there is nothing, that is said."""
    owed = Obligation(text="Consult the agency", paragraph="MANUAL-1401")
    asked = score("C1", obligations=(owed,), attention=("No judgement recorded.",))
    html = owed_cards(line("C1", score=asked))
    assert "Consult the agency (MANUAL-1401)" in html
    assert "No judgement recorded." in html
    empty = owed_cards(line("C1"))
    assert "owed beyond the usual" in empty
    assert "asks for your judgement" in empty
