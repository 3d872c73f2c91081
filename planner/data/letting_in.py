"""What would let a child in, as an explanation found it, in a sentence or two for a board."""

from planner.data.explanation import Explanation
from planner.data.explanation_words import fact_words, order_words

_WOULD_TAKE = "Not within the limits. It would take:"
_FOUND = "Not known in the time whether it fits within the limits. One plan that was found takes:"


def lets_in_words(each: Explanation) -> str:
    """Say the best that is known: a fact that would do, what it would take, or what decides."""
    if each.helps:
        return fact_words(each.helps[0])
    other = each.counterfactual
    if other.gives:
        lead = _WOULD_TAKE if other.possible is False else _FOUND
        return f"{lead} {' '.join(other.gives)}"
    return order_words(each)
