"""Cards of one child: where the case is, which tier and why, what is recorded, what is owed.

No figure stands for a child here; every word of a manager's files is escaped.
"""

from collections.abc import Mapping

from planner.data.plan import ChildLine, Plan
from planner.ui.cards import owed_lines, reason_lines, recorded_lines
from planner.ui.child_rows import line_of, place_facts
from planner.ui.markup import article, cards, facts, folded, headed, listed
from planner.ui.words import tier, title

_NOTHING_RECORDED = "None of the facts that the policy asks about is on the record."
_NOTHING_OWED = "Nothing on the record says that anything is owed beyond the usual."
_NOTHING_ASKED = "Nothing in this child's data asks for your judgement."


def child_cards(plans: Mapping[str, Plan], child: str) -> str:
    """Write who holds the case in each plan, the tier and why, and what is recorded."""
    shown = list(plans.values())[-1]
    line = line_of(shown, child)
    return cards(
        (
            article("Where the case is", facts(place_facts(plans, child))),
            article(
                title(tier(line.score)),
                headed("Why this tier, by the written principles", reason_lines(line)),
                headed("What is recorded", recorded_lines(line) or [_NOTHING_RECORDED]),
                folded("What the record does not say", line.score.gaps),
            ),
        )
    )


def owed_cards(line: ChildLine) -> str:
    """Write what is owed to a child and what asks for the manager's judgement, as prompts."""
    return cards(
        (
            article("What is owed", listed(owed_lines(line) or [_NOTHING_OWED])),
            article("Needs your judgement", listed(line.score.attention or [_NOTHING_ASKED])),
        )
    )
