"""What would let a child in, in a sentence: the best of what an explanation found."""

from planner.data.explanation import Counterfactual, Explanation, Helps, Tipping, TippingKind
from planner.data.explanation_words import order_words
from planner.data.letting_in import lets_in_words
from planner.data.vocabulary import Tier

GIVES = ("P1 goes 3 h over the limit to hold F1.", "P2 goes 1 h over the limit to hold F2.")


def explained(possible: bool | None, gives: tuple[str, ...] = (), **facts: object) -> Explanation:
    """Make an explanation of C1, who awaits."""
    made = Explanation(
        child="C1",
        unit="F1",
        tier=Tier.NEXT,
        counterfactual=Counterfactual(asked="F1 allocated", possible=possible, gives=gives),
        tipping=Tipping(kind=TippingKind.POINTS, stage="3a", proven=True, sentence="140 points"),
        proven=True,
    )
    return made.model_copy(update=facts)


def test_a_fact_that_would_do_comes_first() -> None:
    """One more day of P1 does it, so what would give way is not said."""
    fact = Helps(sentence="One more day of P1", holder="P1", proven=True)
    said = lets_in_words(explained(False, GIVES, helps=(fact, fact)))
    assert said == "One more day of P1: then with P1."


def test_what_would_have_to_give_way() -> None:
    """All of it, by whom; and only a search that ended says that nothing fits the limits."""
    assert lets_in_words(explained(False, GIVES)) == (
        "Not within the limits. It would take: P1 goes 3 h over the limit to hold F1. "
        "P2 goes 1 h over the limit to hold F2."
    )
    assert lets_in_words(explained(None, GIVES)).startswith("Not known in the time whether")


def test_else_what_decides() -> None:
    """It fits, but other things come first: the order is named, never a number of points."""
    each = explained(True)
    assert lets_in_words(each) == order_words(each)
    assert "140" not in lets_in_words(each)
